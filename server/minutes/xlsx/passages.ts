import type { ActivitySection, Passage } from '../../domain/minutes-document.ts';
import type { Value } from './cells.ts';
import type { Making } from './making.ts';
import type { SheetLabel } from './names.ts';
import { type Sheet, tableSheet } from './sheet.ts';

/** What the room can say of a passage, by the ids of its marks. */
const MARKS: Readonly<Record<string, SheetLabel>> = {
  same: 'mark_same',
  different: 'mark_different',
  more: 'mark_more',
};

/** A row for each passage that stands in the minutes, with what the room marked on it. */
export function passagesSheet({ doc, say, make }: Making): Sheet | null {
  const found = doc.sections
    .flatMap(({ activities }) => activities)
    .flatMap((activity) =>
      activity.blocks.flatMap((block) =>
        block.type === 'passages'
          ? block.passages.map((passage) => ({ activity, section: block.section, passage }))
          : [],
      ),
    );
  if (found.length === 0) return null;
  const marks = [...new Set(found.flatMap(({ passage }) => passage.marks.map(({ id }) => id)))];
  return tableSheet(make, {
    name: say('sheetPassages'),
    columns: [
      { name: doc.columns.activity ?? '', most: 28 },
      { name: say('section'), most: 24 },
      { name: say('about'), optional: true, most: 18 },
      { name: say('passage'), most: 70 },
      ...marks.map((id) => {
        const label = MARKS[id];
        return { name: label ? say(label) : id, most: 13, centred: true as const };
      }),
      { name: say('sources'), optional: true, most: 44 },
    ],
    rows: found.map(({ activity, section, passage }): Value[] => [
      activity.title,
      section,
      passage.lead,
      passage.text,
      ...marks.map((id) => passage.marks.find((mark) => mark.id === id)?.n ?? 0),
      sourcesOf(activity, passage),
    ]),
  });
}

/** The sources of a passage, a line each, with the numbers that they have in the minutes. */
function sourcesOf({ blocks }: ActivitySection, { sources }: Passage): string {
  const all = new Map(
    blocks.flatMap((block) => (block.type === 'sources' ? block.sources.map(({ n, text }) => [n, text.text]) : [])),
  );
  return sources.map(({ n }) => `[${n}] ${all.get(n) ?? ''}`.trimEnd()).join('\n');
}
