import { z } from 'zod';
import { AttributionMode } from '../domain/attribution.ts';
import { ActivityId, AgendaItemId, MeetingId, Reference } from '../domain/ids.ts';
import { Language } from '../domain/text.ts';
import {
  Attendance,
  Floor,
  HeardTable,
  KeyPoint,
  Person,
  Planned,
  Present,
  Text,
  Theme,
} from './json-schema-around.ts';

/*
 * The minutes as data. Programmes outside rely on it: fields are added, never taken away or given another meaning; what
 * cannot be added raises `format`. `minutes.schema.json` beside this file is made from here.
 */

const moment = z.iso.datetime().describe('UTC');
const count = z.int().min(0);

const By = Person.nullable().describe('the author, or null where the name is not shown');

const ShownAs = z
  .strictObject({ as: z.enum(['name', 'city', 'kind', 'participant', 'document']), name: z.string() })
  .describe('the author as readers see them: by name, by city or kind of organisation, or as what they are');

const entry = {
  ref: Reference.describe('the same in every language and format; never given to another text'),
  event: z
    .int()
    .min(1)
    .nullable()
    .describe('number of the event in the log that added it; null where authors appear by city or kind'),
  parent: Reference.nullable().describe(
    'what a reply answers, a contest speaks against, or a text was merged into; null for a contribution, or where it is not shown',
  ),
  place: z
    .strictObject({ id: z.string(), name: z.string() })
    .nullable()
    .describe('where in the activity it stands, where that has places: a cell as <row>/<column>'),
  written: Text.describe('as its author wrote it'),
  translation: z
    .strictObject({ text: z.string(), by: z.string().nullable(), earlier: z.boolean() })
    .nullable()
    .describe("into the document's language; earlier: made of an earlier wording"),
  by: By,
  shownAs: ShownAs,
  behalf: z
    .boolean()
    .describe('the desk wrote it down for its author; not told where authors appear by city or by kind'),
  endorsements: z
    .strictObject({ n: count, earlier: count.describe('how many of them endorsed an earlier wording') })
    .describe('those of a merged text count for what it was merged into, and for nothing else'),
  contested: count.describe('people who contest it; those of a merged text count for what it was merged into'),
  merged: z
    .array(z.strictObject({ ref: Reference, by: By, shownAs: ShownAs }))
    .describe('texts merged into it, with their credit'),
};

const Merged = z.strictObject({ kind: z.literal('merged'), ...entry });
const parts = z.array(Merged).describe('the texts of what was merged into it');

const Reply = z.strictObject({ kind: z.literal('reply'), ...entry, parts });
const Contest = z.strictObject({ kind: z.literal('contest'), ...entry, parts });

const Contribution = z.strictObject({
  kind: z
    .enum(['contribution', 'reply', 'contest'])
    .describe('reply, contest: what it answers or speaks against is not shown'),
  ...entry,
  parts,
  contests: z.array(Contest).describe('what speaks against it'),
  replies: z.array(Reply),
});

const Named = z.strictObject({ id: z.string(), name: z.string() });

const MatrixFigure = z.strictObject({
  kind: z.literal('grid'),
  caption: z.string(),
  alternative: z.string().describe('the picture in words'),
  corner: z.string().describe('what the rows are'),
  rows: z.array(Named),
  columns: z.array(z.strictObject({ ...Named.shape, tone: z.enum(['for', 'against', 'plain']) })),
  counts: z.enum(['support', 'entries']).describe('what n is: entries and endorsements together, or entries alone'),
  cells: z
    .array(
      z.array(
        z.strictObject({
          entries: count,
          endorsements: count,
          contests: count.describe('people who contest what stands in it'),
          n: count,
          step: z.int().min(0).max(5).describe('fifths of the largest n, for its colour'),
        }),
      ),
    )
    .describe('by row, then by column'),
});

const BarsFigure = z.strictObject({
  kind: z.literal('bars'),
  caption: z.string(),
  voted: z.strictObject({ n: count, of: count }).describe('how many voted, of those who were there'),
  groups: z
    .array(
      z.strictObject({
        id: z.string().nullable().describe('a city or a kind of organisation; null is all others'),
        name: z.string(),
        voters: count,
      }),
    )
    .describe('empty where all are counted together'),
  bars: z.array(
    z.strictObject({
      id: z.string(),
      label: Text,
      detail: z.string().nullable(),
      ref: Reference.nullable().describe('where the label is a text of the room'),
      withdrawn: z.boolean(),
      result: z
        .strictObject({ dots: count, voters: count, groups: z.array(count).describe('dots, in the order of groups') })
        .nullable()
        .describe('null while results are still to come, or where it was withdrawn'),
    }),
  ),
});

const Passage = z.strictObject({
  id: z.string(),
  section: z.string(),
  lead: z.string().nullable().describe('the city of a practice'),
  text: z.string(),
  sources: z.array(z.int().min(1)).describe('numbers of its sources'),
  marks: z.array(z.strictObject({ id: z.string(), n: count })).describe('people who marked it so; none: left out'),
});

const Counts = z.strictObject({
  shown: count.describe('texts that stand here: contributions, replies, contests and merged texts'),
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
      present: z.array(Present).describe('those who agreed to be listed'),
    }),
    item: AgendaItemId.nullable().describe(
      'the agenda item that this is about, or null for the whole meeting or a day',
    ),
    day: z.iso.date().nullable().describe('the day that this is about, or null for the whole meeting or an item'),
    counts: Counts,
    attendance: Attendance.nullable().describe(
      'null in the minutes of one item, and where nobody came; of that day in the minutes of a day',
    ),
    themes: z.array(Theme).describe('none in the minutes of one item or day, as the two that follow'),
    heard: z.array(HeardTable).describe('small groups stand together, and nobody by themselves'),
    floor: Floor.nullable().describe('null where nobody had it'),
    agenda: z.array(
      z.strictObject({
        id: AgendaItemId,
        date: z.iso.date(),
        start: z.string().describe('planned, a time of day in the zone of the meeting'),
        minutes: z.int(),
        title: z.string(),
        retimed: Planned.nullable().describe('what was made of the plan during the meeting; null where it was kept'),
        inserted: z.boolean().describe('not planned: put in during the meeting, at the time given as planned'),
        skipped: z.boolean(),
        startedAt: moment.nullable(),
        endedAt: moment.nullable(),
        keyPoints: z.array(KeyPoint),
        activities: z.array(
          z.strictObject({
            id: ActivityId,
            kind: z.string(),
            title: z.string(),
            attribution: AttributionMode.nullable().describe(
              'how authors appear, or what votes are counted by; null where it has neither, or was not opened',
            ),
            counts: Counts,
            contributions: z.array(Contribution),
            figures: z.array(z.discriminatedUnion('kind', [MatrixFigure, BarsFigure])),
            passages: z.array(Passage).describe('what was read: practices, and what somebody marked'),
            sources: z.array(z.strictObject({ n: z.int().min(1), text: z.string() })),
          }),
        ),
      }),
    ),
  })
  .describe('Minutes of a Halqa meeting');
export type MinutesJson = z.infer<typeof MinutesJson>;

/** The JSON Schema of the minutes, as text. */
export const minutesJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(MinutesJson), null, 2)}\n`;
