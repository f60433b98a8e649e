import { Bookmark, type Paragraph, type ParagraphChild, TableRow } from 'docx';
import type { PlaceQuotes, Quote, QuoteTable, Run } from '../../domain/minutes-document.ts';
import { printable } from '../printable.ts';
import { colour, deepest, step } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children, comma, joined, textRuns } from './runs.ts';
import { cell, gap, LaidOut, shares } from './table.ts';
import { directionOf } from './text.ts';

/** A quote and what stands under it, set in: a line that says whose it is, then the text in its own direction. */
export function quoteParagraphs(quote: Quote, pen: Pen, depth = 0): Paragraph[] {
  const under = [...quote.parts, ...quote.contests, ...quote.replies];
  const start = step * Math.min(depth, deepest);
  const original = quote.original && !pen.besides(quote) ? said(quote.original, 'QuoteOriginal', start, pen) : [];
  return [
    paragraph(depth === 0 ? 'QuoteHead' : 'QuoteUnder', pen.dir, headOf(quote, pen), {
      indent: { start },
      ...(pen.inTable ? { keepNext: false } : {}),
    }),
    ...said(quote.text, 'QuoteText', start, pen),
    ...original,
    ...under.flatMap((each) => quoteParagraphs(each, pen, depth + 1)),
  ];
}

function headOf({ ref, kind, notes }: Quote, pen: Pen): ParagraphChild[] {
  const style = kind === 'contest' ? 'Objection' : 'Reference';
  const named = textRuns({ text: ref, lang: 'und' }, pen.dir, { style });
  const name = pen.anchors.place(ref);
  return [
    ...(name === null ? named : [new Bookmark({ id: name, children: named })]),
    ...(notes.length > 0 ? textRuns({ text: '\u2002', lang: pen.lang }, pen.dir) : []),
    ...joined(notes, comma(pen), pen),
  ];
}

/** A text in paragraphs, where empty lines part them. What runs the other way is set in from the other side alone. */
function said(run: Run, style: string, start: number, pen: Pen): Paragraph[] {
  const dir = directionOf(printable(run.text), run.lang, pen.dir);
  const indent = dir === pen.dir ? { start } : { end: start };
  return printable(run.text)
    .split(/\n{2,}/)
    .map((text) => paragraph(style, dir, textRuns({ text, lang: run.lang }, dir), { indent }));
}

/** The places of an activity as rows and columns, each with its quotes. */
export function placesOf({ corner, columns, rows, nothing }: QuoteTable, around: Pen) {
  const pen = { ...around, inTable: true };
  const widths = shares(pen.width, [1, ...columns.map(() => 2.2)]);
  const [first = pen.width, ...others] = widths;
  const header = (run: Run, width: number) =>
    cell(width, [paragraph('TableHeader', pen.dir, children([run], pen))], { verticalAlign: 'bottom' });
  const place = ({ quotes }: PlaceQuotes, width: number) =>
    cell(
      width,
      quotes.length > 0
        ? quotes.flatMap((quote) => quoteParagraphs(quote, pen))
        : [paragraph('TableNote', pen.dir, children([nothing], pen))],
    );
  return [
    new LaidOut(
      {
        style: 'MinutesTable',
        widths,
        tableLook: {
          firstRow: true,
          lastRow: false,
          firstColumn: true,
          lastColumn: false,
          noHBand: true,
          noVBand: true,
        },
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: [header(corner, first), ...columns.map((column, i) => header(column, others[i] ?? first))],
          }),
          ...rows.map(
            ({ name, cells }) =>
              new TableRow({
                children: [
                  cell(first, [paragraph('TableText', pen.dir, children([name], pen, { bold: true }))], {
                    shading: { fill: colour.sand, type: 'clear', color: 'auto' },
                  }),
                  ...others.map((width, i) => place(cells[i] ?? { name, quotes: [] }, width)),
                ],
              }),
          ),
        ],
      },
      pen,
    ),
    gap(pen),
  ];
}
