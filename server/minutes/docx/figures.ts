import { type Paragraph, type Table, TableRow } from 'docx';
import type { Bar, BarsFigure, Figure, FigureCell, MatrixFigure, Run } from '../../domain/minutes-document.ts';
import { colour, heat } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children, textRuns } from './runs.ts';
import { cell, LaidOut, noBorders, shares } from './table.ts';

const white = { style: 'single' as const, size: 18, color: colour.white };
const fill = (ground: string) => ({ fill: ground, type: 'clear' as const, color: 'auto' });

/** A figure as a table whose cells are shaded: it can be read aloud, copied and changed. Its caption stands under it. */
export const figureOf = (figure: Figure, pen: Pen): (Paragraph | Table)[] => [
  figure.kind === 'grid' ? matrix(figure, pen) : bars(figure, pen),
  paragraph('Caption', pen.dir, children([figure.caption], pen)),
];

function matrix({ corner, rows, columns, cells, alternative }: MatrixFigure, pen: Pen): Table {
  const widths = shares(pen.width, [1.3, ...columns.map(() => 1)]);
  const [first = pen.width, ...others] = widths;
  const tint = { for: colour.seaDeep, against: colour.brickDeep, plain: colour.ink };
  const header = (run: Run, width: number, color: string) =>
    cell(width, [paragraph('TableHeader', pen.dir, children([run], pen, { color }))], { verticalAlign: 'bottom' });
  return new LaidOut(
    {
      widths,
      borders: { ...noBorders, top: white, bottom: white, insideHorizontal: white, insideVertical: white },
      tableLook: { firstRow: true, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      description: alternative.text,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [
            header(corner, first, colour.ink),
            ...columns.map(({ name, tone }, i) => header(name, others[i] ?? first, tint[tone])),
          ],
        }),
        ...rows.map(
          ({ name }, i) =>
            new TableRow({
              cantSplit: true,
              children: [
                cell(
                  first,
                  [paragraph('TableText', pen.dir, children([name], pen, { bold: true }), { keepNext: true })],
                  {
                    verticalAlign: 'center',
                  },
                ),
                ...columns.map(({ tone }, j) => square(cells[i]?.[j], tone, others[j] ?? first)),
              ],
            }),
        ),
      ],
    },
    pen,
  );
}

/** A number on its colour; how many object to what it counts, beside it. */
function square(shown: FigureCell | undefined, tone: keyof typeof heat, width: number) {
  const { n = 0, contests = 0, step = 0 } = shown ?? {};
  const color = step === 0 ? colour.soft : step > 3 ? colour.white : colour.ink;
  const number = (text: string, more: { size?: number; sizeComplexScript?: number; bold?: boolean }) =>
    textRuns({ text, lang: 'und' }, 'ltr', { color, ...more });
  const against = contests > 0 ? number(`   ≠ ${contests}`, { size: 18, sizeComplexScript: 20, bold: false }) : [];
  return cell(
    width,
    [paragraph('FigureNumber', 'ltr', [...number(`${n}`, {}), ...against], { alignment: 'center', keepNext: true })],
    {
      verticalAlign: 'center',
      shading: fill(heat[tone][step - 1] ?? colour.sand),
    },
  );
}

function bars({ bars: all }: BarsFigure, pen: Pen): Table {
  const widths = shares(pen.width, [54, 46]);
  const [label = pen.width, drawn = pen.width] = widths;
  const most = Math.max(1, ...all.map((bar) => bar.result?.dots ?? 0));
  const line = { style: 'single' as const, size: 4, color: colour.line };
  return new LaidOut(
    {
      widths,
      borders: { ...noBorders, bottom: line, insideHorizontal: line },
      rows: all.map(
        (bar) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(label, named(bar, pen)),
              cell(drawn, measured(bar, most, drawn, pen), { verticalAlign: 'center' }),
            ],
          }),
      ),
    },
    pen,
  );
}

function named({ label, detail, ref, withdrawn }: Bar, pen: Pen): Paragraph[] {
  const cited: Run[] = ref
    ? [
        { text: '  ', lang: pen.lang },
        { text: ref, lang: 'und', style: 'ref', target: ref },
      ]
    : [];
  const color = withdrawn ? { color: colour.soft } : {};
  return [
    paragraph('TableText', pen.dir, [...children([label], pen, { bold: true, ...color }), ...children(cited, pen)], {
      keepNext: true,
    }),
    ...(detail ? [paragraph('TableNote', pen.dir, children([detail], pen), { keepNext: true })] : []),
  ];
}

/** The bar is the ground of an empty line, as long as its number; the number stands under it. */
function measured({ result, said }: Bar, most: number, width: number, pen: Pen): Paragraph[] {
  const room = width - 200;
  const end = result ? Math.round(room * (1 - result.dots / most)) : room;
  return [
    ...(result && result.dots > 0
      ? [paragraph('Bar', pen.dir, [], { shading: fill(colour.sea), indent: { start: 0, end }, keepNext: true })]
      : []),
    paragraph('TableText', pen.dir, said ? children([said], pen) : [], { keepNext: true }),
  ];
}
