import type { ActivitySection, Bar, BarsFigure } from '../../domain/minutes-document.ts';
import { share, type Value } from './cells.ts';
import type { Making } from './making.ts';
import { type Column, type Sheet, tableSheet } from './sheet.ts';

/** A sheet for each ballot: its options with their dots, and the dots by city or kind. */
export const votesSheets = (making: Making): Sheet[] =>
  making.doc.sections
    .flatMap(({ activities }) => activities)
    .flatMap((activity) =>
      activity.blocks.flatMap((block) =>
        block.type === 'figure' && block.figure.kind === 'bars' ? [sheetOf(activity, block.figure, making)] : [],
      ),
    );

function sheetOf({ title }: ActivitySection, { bars, groups, voted }: BarsFigure, { doc, say, make }: Making): Sheet {
  const results = bars.some(({ result }) => result !== null);
  const rowOf = ({ label, detail, ref, withdrawn, result }: Bar): Value[] => [
    label,
    ref,
    detail,
    result?.dots ?? null,
    result?.voters ?? null,
    result && share(result.voters, voted.n),
    ...groups.map((_, i) => (result ? (result.groups[i] ?? 0) : null)),
    withdrawn ? say('optionWithdrawn') : null,
  ];
  const number = (name: string, most = 22): Column => ({ name, most, centred: true, optional: true });
  return tableSheet(make, {
    name: say('sheetVotes'),
    above: [
      [{ ...make(title, 'title'), wrap: false }],
      [
        { ...make(say('votesPossible'), 'soft'), height: 18 },
        { ...make(voted.of, 'soft'), align: doc.dir === 'rtl' ? 'right' : 'left' },
      ],
    ],
    keeps: 1,
    columns: [
      { name: say('option'), most: 60 },
      { name: doc.columns.ref ?? '', optional: true },
      { name: say('detail'), optional: true, most: 50 },
      number(say('dots')),
      number(say('votes')),
      number(say('share')),
      ...groups.map(({ name }) => number(`${say('dots')} · ${name.text}`, 26)),
      { name: say('remark'), optional: true, most: 26 },
    ],
    rows: bars.map(rowOf),
    ...(results
      ? { total: [say('votesCast'), null, null, null, voted.n, null, ...groups.map(({ voters }) => voters), null] }
      : {}),
  });
}
