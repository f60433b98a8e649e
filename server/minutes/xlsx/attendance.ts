import type { Value } from './cells.ts';
import type { Making } from './making.ts';
import { type Sheet, tableSheet } from './sheet.ts';

/** Somebody was there. */
const THERE = '✓';

/** How many were there in each half-day, by kind of organisation and altogether. */
export function attendanceSheet({ doc: { attendance }, say, make }: Making): Sheet | null {
  if (!attendance) return null;
  const { halves, groups } = attendance;
  const all: Value[] = [say('total'), ...halves.map(({ n }) => n)];
  return tableSheet(make, {
    name: say('sheetAttendance'),
    keeps: 1,
    columns: [
      { name: say('kindOfOrganisation') },
      ...halves.map(({ name }) => ({ name, most: 20, centred: true as const })),
    ],
    rows: groups.length > 0 ? groups.map(({ name, n }) => [name, ...n]) : [],
    total: all,
  });
}

/** Those who agreed to be listed, with the half-days in which they were there. */
export function presentSheet({ doc, say, make }: Making): Sheet | null {
  if (doc.present.length === 0) return null;
  const halves = doc.attendance?.halves ?? [];
  return tableSheet(make, {
    name: say('sheetPresent'),
    keeps: 1,
    columns: [
      { name: say('name') },
      { name: doc.columns.organisation ?? '', optional: true },
      { name: doc.columns.city ?? '', optional: true },
      ...halves.map(({ name }) => ({ name, most: 20, centred: true as const })),
    ],
    rows: doc.present.map((person): Value[] => [
      person.name,
      person.organisation,
      person.city,
      ...halves.map(({ id }) => (person.halves.includes(id) ? THERE : null)),
    ]),
  });
}
