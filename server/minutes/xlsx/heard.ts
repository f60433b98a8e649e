import type { HeardRow, HeardTable } from '../../domain/minutes-document.ts';
import { share, type Value } from './cells.ts';
import type { Making } from './making.ts';
import { type Column, type Sheet, tableSheet } from './sheet.ts';

const MINUTE = 60_000;
const minutes = (ms: number): number => Math.round(ms / MINUTE);

/** Who was heard: a row for each group of each table, with its share of all that the table counts. */
export function heardSheet({ doc, say, make }: Making): Sheet | null {
  const { heard, floor } = doc;
  if (heard.length === 0 && !floor) return null;
  const number = (name: string): Column => ({ name, most: 18, centred: true, optional: true });
  return tableSheet(make, {
    name: say('sheetHeard'),
    keeps: 2,
    columns: [
      { name: say('table'), most: 40 },
      { name: say('group'), most: 34 },
      number(say('people')),
      number(say('peopleShare')),
      number(say('contributions')),
      number(say('contributionsShare')),
      number(say('endorsementsGiven')),
      number(say('endorsementsShare')),
      number(say('timesSpoken')),
      number(say('minutesSpoken')),
      number(say('minutesShare')),
    ],
    rows: [
      ...heard.flatMap((table) => [...table.rows.map((row) => rowOf(table, row)), ...waiting(table, say('inNoGroup'))]),
      ...(floor
        ? [[say('everybodyWhoSpoke'), null, floor.people, ...none(5), floor.times, minutes(floor.ms), null]]
        : []),
    ],
  });
}

const none = (n: number): Value[] => Array.from({ length: n }, () => null);

function rowOf({ title, rows }: HeardTable, row: HeardRow): Value[] {
  const all = (of: (each: HeardRow) => number): number => rows.reduce((total, each) => total + of(each), 0);
  const { floor } = row;
  return [
    title,
    row.name,
    row.people,
    share(
      row.people,
      all(({ people }) => people),
    ),
    row.contributions,
    share(
      row.contributions,
      all(({ contributions }) => contributions),
    ),
    row.endorsements,
    share(
      row.endorsements,
      all(({ endorsements }) => endorsements),
    ),
    floor?.times ?? null,
    floor && minutes(floor.ms),
    floor &&
      share(
        floor.ms,
        all((each) => each.floor?.ms ?? 0),
      ),
  ];
}

/** What stands in no row; the two tables of the whole meeting wait for the same, so it is told in the first. */
function waiting(
  { title, by, activity, waiting: { contributions, endorsements } }: HeardTable,
  name: string,
): Value[][] {
  const told = activity !== null || by === 'kind';
  if (!told || contributions + endorsements === 0) return [];
  return [[title, name, null, null, contributions, null, endorsements, ...none(4)]];
}

/** Those who had the floor and agreed to be named. */
export function speakersSheet({ doc, say, make }: Making): Sheet | null {
  const named = doc.floor?.named ?? [];
  if (named.length === 0) return null;
  return tableSheet(make, {
    name: say('sheetSpeakers'),
    keeps: 1,
    columns: [
      { name: say('name') },
      { name: doc.columns.organisation ?? '', optional: true },
      { name: doc.columns.city ?? '', optional: true },
    ],
    rows: named.map(({ name, organisation, city }): Value[] => [name, organisation, city]),
  });
}
