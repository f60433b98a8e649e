import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ListId } from '../domain/ids.ts';
import { languages, MAX_NAME } from '../domain/text.ts';
import { projectRoot } from '../words.ts';

/*
 * What a rehearsed room says: texts in three languages and made-up names, from data/rehearsal/. A meeting without texts
 * of its own speaks of cities, associations and residents in general.
 */

/** As long as somebody writes on a phone. */
export const MAX_SAID = 900;

const said = z.string().trim().min(1).max(MAX_SAID);

/**
 * One thing said, as three people might write it, each in their own language. `ideas` name what it is about: texts that
 * share one say something close, belong to one theme or key point, and a reply answers what shares an idea with it.
 */
export const Triple = z.strictObject({
  ar: said,
  fr: said,
  en: said,
  ideas: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).optional(),
  /** Who says "we" in it, where that is heard: a city's own staff, or an association. */
  by: z.enum(['city', 'association']).optional(),
  /** The city that it speaks of as its own. */
  city: ListId.optional(),
});
export type Triple = z.infer<typeof Triple>;

const names = z.array(z.string().trim().min(3).max(MAX_NAME)).min(1);

/** Names of nobody, by the script and the language that their bearers write in. */
export const People = z.strictObject({ ar: names, fr: names, en: names });
export type People = z.infer<typeof People>;

const texts = {
  contributions: z.array(Triple).default([]),
  replies: z.array(Triple).default([]),
  contests: z.array(Triple).default([]),
};

/** What people write in one activity; `cells`: what they enter in a table, by `<row>/<column>`. */
export const ActivityTexts = z.strictObject({
  ...texts,
  cells: z.record(z.string().regex(/^[A-Za-z0-9_-]+\/[A-Za-z0-9_-]+$/), z.array(Triple)).default({}),
});
export type ActivityTexts = z.infer<typeof ActivityTexts>;

/** `data/rehearsal/<meeting>.json`, and `general.json`. */
export const MeetingTexts = z.strictObject({ ...texts, activities: z.record(z.string(), ActivityTexts).default({}) });
export type MeetingTexts = z.infer<typeof MeetingTexts>;

/** What a rehearsed room has to say; never empty. */
export class Corpus {
  private readonly byWording: ReadonlyMap<string, Triple>;

  constructor(
    readonly people: People,
    readonly general: MeetingTexts,
    readonly own: MeetingTexts,
  ) {
    this.byWording = new Map(
      [general, own].flatMap((all) =>
        triplesOf(all).flatMap((triple) => languages.map((lang) => [triple[lang], triple] as const)),
      ),
    );
  }

  /** What people write in an activity: its own texts, else the meeting's, else general ones, each list by itself. */
  of(activity: string): ActivityTexts {
    const own = this.own.activities[activity];
    const first = (list: 'contributions' | 'replies' | 'contests'): Triple[] =>
      [own?.[list], this.own[list], this.general[list]].find((all) => all !== undefined && all.length > 0) ?? [];
    return {
      contributions: first('contributions'),
      replies: first('replies'),
      contests: first('contests'),
      cells: own?.cells ?? {},
    };
  }

  /** The text whose wording this is, in whichever language; undefined where somebody wrote it themselves. */
  triple(wording: string): Triple | undefined {
    return this.byWording.get(wording);
  }
}

/** What a text is measured against: the profile of whoever would say it, with the ids of the meeting's lists. */
export interface Speaker {
  readonly city: string | null;
  readonly kind: string;
}

/** Whether somebody could have said it: nobody speaks for another city, nor for the other side of the table. */
export function fits({ by, city }: Triple, speaker: Speaker): boolean {
  if (city !== undefined && city !== speaker.city) return false;
  return by === undefined || (by === 'city') === (speaker.kind === 'municipality');
}

/** Every text of a file, with those of its activities and cells. */
export const triplesOf = (all: MeetingTexts): Triple[] => [
  ...listsOf(all),
  ...Object.values(all.activities).flatMap((a) => [...listsOf(a), ...Object.values(a.cells).flat()]),
];

const listsOf = ({ contributions, replies, contests }: Pick<ActivityTexts, keyof typeof texts>): Triple[] => [
  ...contributions,
  ...replies,
  ...contests,
];

const folder = join(projectRoot, 'data', 'rehearsal');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** The ids of the meetings that have texts of their own. */
const meetings = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .filter((name) => !['people', 'general'].includes(name));

/**
 * The texts for a meeting, by the id of its file; a meeting begun a second time from the same file has the same.
 * @throws ZodError, SyntaxError where a file of data/rehearsal/ is not what it should be.
 */
export function corpusFor(meeting: string): Corpus {
  const people = People.parse(read('people'));
  const general = MeetingTexts.parse(read('general'));
  const file = meetings().find((id) => id === meeting || meeting.startsWith(`${id}-`));
  const own = MeetingTexts.parse(file === undefined ? {} : read(file));
  return new Corpus(people, general, own);
}
