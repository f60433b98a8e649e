import { z } from 'zod';
import { ActivityId, Reference } from '../domain/ids.ts';
import { Half } from '../domain/parts/half-day.ts';
import { TextLanguage } from '../domain/text.ts';

/* What the minutes as data hold of the meeting around its activities. */

const count = z.int().min(0);

export const Person = z.strictObject({
  name: z.string(),
  organisation: z.string().nullable(),
  city: z.string().nullable(),
});

export const Text = z.strictObject({ lang: TextLanguage.describe('BCP 47; und where unknown'), text: z.string() });

export const KeyPoint = z.strictObject({
  text: Text.describe("in the document's language, or in one that it was written in"),
  rests: z
    .array(z.strictObject({ ref: Reference, shown: z.boolean().describe('whether its text is in the minutes') }))
    .describe('the texts that it rests on'),
});

export const Planned = z.strictObject({
  date: z.iso.date(),
  start: z.string().describe('a time of day in the zone of the meeting'),
  minutes: z.int(),
});

export const Present = z.strictObject({
  ...Person.shape,
  halves: z.array(Half).describe('the half-days in which they were there; am ends at 13:00'),
});

export const Attendance = z.strictObject({
  halves: z.array(z.strictObject({ id: Half, n: count.describe('people') })),
  groups: z
    .array(
      z.strictObject({
        id: z.string().nullable().describe('a kind of organisation; null is all that are too small'),
        name: z.string(),
        n: z.array(count).describe('people, in the order of halves'),
      }),
    )
    .describe('empty where all are counted together'),
});

export const Theme = z.strictObject({
  ref: Reference,
  label: Text,
  texts: z.array(z.strictObject({ activity: ActivityId, refs: z.array(Reference) })),
  notShown: count.describe('texts of it that are not in the minutes'),
});

export const HeardTable = z.strictObject({
  by: z.enum(['city', 'kind']),
  activity: ActivityId.nullable().describe(
    'an activity whose authors appear by these groups; null for all others together, and the floor',
  ),
  rows: z.array(
    z.strictObject({
      id: z.string().nullable().describe('null is all that do not stand by themselves'),
      name: z.string(),
      people: count,
      contributions: count.describe('that they wrote, also those that were taken back or away later'),
      endorsements: count.describe('that they gave, also those that they took back later'),
      floor: z
        .strictObject({ times: count, seconds: count.describe('altogether') })
        .nullable()
        .describe('null in a single activity'),
    }),
  ),
  waiting: z
    .strictObject({ contributions: count, endorsements: count })
    .describe('in no row yet: fewer than five people have written, or endorsed, since the last that is'),
});

export const Floor = z.strictObject({
  people: count,
  times: count,
  seconds: count.describe('altogether'),
  named: z.array(Person).describe('those of them who agreed to have their name beside their words'),
});
