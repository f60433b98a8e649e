import { z } from 'zod';
import { ActivityId, AgendaItemId, MeetingId, Reference } from '../domain/ids.ts';
import { Language, TextLanguage } from '../domain/text.ts';

/*
 * The minutes as data. Programmes outside rely on it: fields are added, never taken away or given another meaning; what
 * cannot be added raises `format`. `minutes.schema.json` beside this file is made from here.
 */

const moment = z.iso.datetime().describe('UTC');
const count = z.int().min(0);

const Person = z.strictObject({
  name: z.string(),
  organisation: z.string().nullable(),
  city: z.string().nullable(),
});

const By = Person.nullable().describe('the author, or null where the name is not shown');

const Text = z.strictObject({ lang: TextLanguage.describe('BCP 47; und where unknown'), text: z.string() });

const entry = {
  ref: Reference.describe('the same in every language and format; never given to another text'),
  event: z.int().min(1).describe('number of the event in the log that added it'),
  parent: Reference.nullable().describe(
    'what a reply answers, or what a text was merged into; null for a contribution, or where it is not shown',
  ),
  written: Text.describe('as its author wrote it'),
  translation: z
    .strictObject({ text: z.string(), by: z.string().nullable(), earlier: z.boolean() })
    .nullable()
    .describe("into the document's language; earlier: made of an earlier wording"),
  by: By,
  endorsements: z
    .strictObject({ n: count, earlier: count.describe('how many of them endorsed an earlier wording') })
    .describe('those of a merged text count for what it was merged into, and for nothing else'),
  merged: z.array(z.strictObject({ ref: Reference, by: By })).describe('texts merged into it, with their credit'),
};

const Merged = z.strictObject({ kind: z.literal('merged'), ...entry });
const parts = z.array(Merged).describe('the texts of what was merged into it');

const Reply = z.strictObject({ kind: z.literal('reply'), ...entry, parts });

const Contribution = z.strictObject({
  kind: z.enum(['contribution', 'reply']).describe('reply: what it answers is not shown'),
  ...entry,
  parts,
  replies: z.array(Reply),
});

const Counts = z.strictObject({
  shown: count.describe('texts that stand here: contributions, replies and merged texts'),
  merged: count.describe('how many of them were merged into another'),
  untranslated: count.describe("shown, in another language than the document's and not translated into it"),
  hidden: count,
  removed: count,
  withdrawn: count,
  pending: count.describe('collected and not revealed yet'),
  late: count,
});

export const MinutesJson = z
  .strictObject({
    format: z.literal(1),
    lang: Language,
    composedAt: moment,
    head: z.strictObject({ seq: count, hash: z.string() }).describe('the last event that the minutes rest on'),
    meeting: z.strictObject({
      id: MeetingId,
      title: z.string(),
      place: z.string(),
      dates: z.strictObject({ first: z.iso.date(), last: z.iso.date() }),
      timezone: z.string(),
      participants: count,
      cities: count,
      organisations: count,
      present: z.array(Person).describe('those who agreed to be listed'),
    }),
    item: AgendaItemId.nullable().describe('the agenda item that this is about, or null for the whole meeting'),
    counts: Counts,
    agenda: z.array(
      z.strictObject({
        id: AgendaItemId,
        date: z.iso.date(),
        start: z.string().describe('planned, a time of day in the zone of the meeting'),
        minutes: z.int(),
        title: z.string(),
        startedAt: moment.nullable(),
        endedAt: moment.nullable(),
        activities: z.array(
          z.strictObject({
            id: ActivityId,
            kind: z.string(),
            title: z.string(),
            counts: Counts,
            contributions: z.array(Contribution),
          }),
        ),
      }),
    ),
  })
  .describe('Minutes of a Halqa meeting');
export type MinutesJson = z.infer<typeof MinutesJson>;

/** The JSON Schema of the minutes, as text. */
export const minutesJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(MinutesJson), null, 2)}\n`;
