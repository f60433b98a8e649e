import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HideReason } from '../../domain/contributions/schema.ts';
import { ActivityId, AgendaItemId, ListId } from '../../domain/ids.ts';
import { MAX_LABEL, MAX_NAME } from '../../domain/plain.ts';
import { Language } from '../../domain/text.ts';
import { projectRoot } from '../../words.ts';

/*
 * What happens in a demonstration beyond what any rehearsed room does: who comes, when each item really begins, what
 * the desk does, and what it makes of the texts. `data/rehearsal/demo/<meeting>.json`.
 */

const line = (max: number) => z.string().trim().min(1).max(max);
const said = (max = MAX_LABEL) => z.strictObject({ ar: line(max), fr: line(max), en: line(max) });
/** Names what texts are about, as `ideas` of the corpus do. */
const ideas = z.array(z.string()).min(1);
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
const minutes = z.int().min(1);

/** An organisation of the meeting's list, or one in its people's own words, which the desk may then add to the list. */
const Guests = z.strictObject({
  organisation: ListId.optional(),
  name: said(MAX_NAME).optional(),
  city: ListId.optional(),
  kind: ListId.optional(),
  added: z.boolean().default(false),
  people: z.array(z.strictObject({ name: line(MAX_NAME), lang: Language })).min(1),
});

const Change = z.union([
  z.strictObject({ move: AgendaItemId, after: AgendaItemId }),
  z.strictObject({ insert: z.literal('photograph'), after: AgendaItemId, minutes }),
  z.strictObject({ resize: AgendaItemId, minutes }),
  z.strictObject({ skip: AgendaItemId }),
]);
export type Change = z.infer<typeof Change>;

/** One item of the programme as it was really held, with what the desk does in it; minutes count from its beginning. */
const Step = z.strictObject({
  date: z.iso.date(),
  /** `photograph` is the one that was inserted. */
  item: AgendaItemId,
  at: time,
  closes: minutes.optional(),
  /** When what was collected is shown. */
  reveal: minutes.optional(),
  /** Minutes that are added to the timer. */
  more: minutes.optional(),
  /** Whether answering stops for a moment. */
  pause: z.boolean().default(false),
  /** How many people speak. */
  turns: z.int().min(0).default(0),
  /** How many of the most endorsed texts are put on top. */
  pin: z.int().min(0).default(0),
  /** How many people leave before it ends. */
  leave: z.int().min(0).default(0),
  screen: z.enum(['join', 'now', 'blank']).optional(),
  changes: z.array(Change).default([]),
  /** The items whose key points are written meanwhile. */
  keyPoints: z.array(AgendaItemId).default([]),
  themes: z.boolean().default(false),
});
export type Step = z.infer<typeof Step>;

const KeyPoint = z.strictObject({ label: said(), activities: z.array(ActivityId).min(1), ideas });
export type KeyPoint = z.infer<typeof KeyPoint>;

/** A text that should not have been sent. */
const Slip = z.strictObject({
  activity: ActivityId,
  text: said(),
  lang: Language,
  reason: HideReason,
  note: line(200).optional(),
  /** Whether its words are destroyed after it was hidden. */
  removed: z.boolean().default(false),
});

export const DemoScript = z.strictObject({
  /** Who translates into each language. */
  interpreters: said(MAX_NAME),
  /** Where each language is heard. */
  channels: said(MAX_NAME),
  photograph: said(),
  guests: z.array(Guests).min(1),
  withoutPhone: z.strictObject({
    name: line(MAX_NAME),
    lang: Language,
    organisation: said(MAX_NAME),
    city: ListId,
    kind: ListId,
    says: z.array(z.strictObject({ activity: ActivityId, text: said() })),
  }),
  slips: z.array(Slip),
  late: z.array(z.strictObject({ activity: ActivityId, text: said(), lang: Language, admitted: z.boolean() })),
  merges: z.array(z.strictObject({ activity: ActivityId, into: z.string(), from: z.string() })),
  programme: z.array(Step).min(1),
  /** How many texts, and as many replies, that fit everywhere are said in an activity. */
  general: z.record(z.string(), z.int().min(0)).default({}),
  /** How much the room likes what has a fixed id, 0 to 1: options that are voted on. */
  liking: z.record(z.string(), z.number().min(0).max(1)).default({}),
  /** A text belongs to the first theme that it shares an idea with. */
  themes: z.array(z.strictObject({ label: said(), ideas })),
  keyPoints: z.record(z.string(), z.array(KeyPoint)),
});
export type DemoScript = z.infer<typeof DemoScript>;

/** @throws Error, ZodError where there is no script for the meeting, or it is not what it should be. */
export function demoScript(meeting: string): DemoScript {
  const file = join(projectRoot, 'data', 'rehearsal', 'demo', `${meeting}.json`);
  return DemoScript.parse(JSON.parse(readFileSync(file, 'utf8')));
}
