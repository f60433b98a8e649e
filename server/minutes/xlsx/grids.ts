import type { CellObject } from 'write-excel-file/node';
import type { ActivitySection, FigureCell, MatrixFigure } from '../../domain/minutes-document.ts';
import { sum } from './cells.ts';
import { headHeight, linesIn, rowHeight } from './heights.ts';
import type { Making } from './making.ts';
import type { Sheet } from './sheet.ts';

const NUMBERS = ['entries', 'endorsements', 'contests'] as const;
/** The picture's five strengths of sea, from the lightest; its texts stay ink on each. */
const STEPS = ['#E3EFF3', '#CBE1E8', '#AFD1DC', '#8FBDCC', '#6EA8BB'];
const NAMES = 34;
const WIDTH = 13;

/** A sheet for each matrix: its rows and columns, with three numbers in each place. */
export const gridSheets = (making: Making): Sheet[] =>
  making.doc.sections
    .flatMap(({ activities }) => activities)
    .flatMap((activity) =>
      activity.blocks.flatMap((block) =>
        block.type === 'figure' && block.figure.kind === 'grid' ? [sheetOf(activity, block.figure, making)] : [],
      ),
    );

function sheetOf({ title }: ActivitySection, figure: MatrixFigure, { say, make }: Making): Sheet {
  const { corner, columns, rows, cells } = figure;
  const names = [say('contributions'), say('endorsements'), say('objections')];
  const spanned = (text: string): (CellObject | null)[] => [
    { ...make(text, 'head'), columnSpan: NUMBERS.length, align: 'center', height: headHeight([1]) },
    ...NUMBERS.slice(1).map(() => null),
  ];
  const centred = (text: string): CellObject => ({ ...make(text, 'head'), align: 'center', height: headHeight([1]) });
  const total = (of: (cell: FigureCell) => number, list: readonly (FigureCell | undefined)[]): number =>
    list.reduce((all, cell) => all + (cell ? of(cell) : 0), 0);
  const numbers = (cell: FigureCell): CellObject[] =>
    NUMBERS.map((name) => ({
      ...make(cell[name]),
      ...(name === 'entries' && cell.step > 0 ? { backgroundColor: STEPS[cell.step - 1] ?? '' } : {}),
    }));
  const groups = [...columns.map((column) => column.name.text), say('total')];
  const sums = (list: readonly (FigureCell | undefined)[]): CellObject[] =>
    NUMBERS.map((name) => make(sum(total((cell) => cell[name], list)), 'strong'));
  return {
    name: say('sheetMatrix'),
    widths: [NAMES, ...groups.flatMap(() => NUMBERS.map(() => WIDTH))],
    data: [
      [{ ...make(title, 'title'), wrap: false }],
      [make(corner, 'head'), ...groups.flatMap(spanned)],
      [make(null, 'head'), ...groups.flatMap(() => names.map(centred))],
      ...rows.map(({ name }, i) => {
        const row = cells[i] ?? [];
        const height = rowHeight([linesIn(name.text, NAMES)]);
        return [{ ...make(name, 'strong'), height }, ...row.flatMap(numbers), ...sums(row)];
      }),
      [
        make(say('total'), 'strong'),
        ...columns.flatMap((_, j) => sums(cells.map((row) => row[j]))),
        ...sums(cells.flat()),
      ],
    ],
    frozen: { rows: 3, columns: 1 },
    filtered: null,
  };
}
