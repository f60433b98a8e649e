import { type Paragraph, type Table, TableRow } from 'docx';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { type FlowPair, type FlowPiece, flowOf, isWide, sideBySide } from '../flow.ts';
import { contentsOf, listed } from './contents.ts';
import { coverOf } from './cover.ts';
import { landscapeWidth, uprightWidth } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { landscapeKeys, type Plan, pieceOf, planOf } from './pieces.ts';
import { Sheets, span } from './sheets.ts';
import { cell, LaidOut, noBorders } from './table.ts';

/** Between the two columns. */
const GUTTER = 300;
const column = Math.floor((uprightWidth - GUTTER) / 2);

type Content = (Paragraph | Table)[];

/** One of the two languages: what it says, and what it is written with. */
interface Side extends Plan {
  readonly doc: MinutesDocument;
  readonly pen: Pen;
}

export const sideOf = (doc: MinutesDocument, pen: Pen): Side => {
  return { ...planOf(flowOf(doc), pen), doc, pen: { ...pen, width: column, inTable: true } };
};

/**
 * Two languages side by side, a row for each pair of pieces, in a table without lines whose columns run as the first
 * language does: Arabic then stands on the right. What needs the width of the page stands there in one after the other.
 */
export function besideEachOther(first: Side, second: Side): { readonly sheets: Sheets; readonly until: number } {
  const sides = [first, second] as const;
  const sheets = new Sheets();
  const onSide = new Set(sides.flatMap(({ flow }) => [...landscapeKeys(flow)]));
  const { id, start, end } = span(listed);
  let rows: TableRow[] = [];
  const flush = (): void => {
    if (rows.length > 0) sheets.add([tableOf(rows, first.pen), paragraph('Between', first.pen.dir, [])]);
    rows = [];
  };
  const addRow = (content: readonly [Content, Content]): void => {
    if (content[0].length > 0 || content[1].length > 0) rows.push(rowOf(content, sides));
  };
  sheets.add(coverOf(sides.map(({ doc, pen }) => [doc, pen])));
  let part: FlowPiece['part'] = 'opening';
  for (const pair of sideBySide(first.flow, second.flow)) {
    const piece = pair.first ?? pair.second;
    if (!piece) continue;
    if (part === 'opening' && piece.part !== 'opening') {
      const [left, right] = sides.map(({ doc, pen, entries }) => contentsOf(doc.labels.contents ?? '', entries, pen));
      addRow([left ?? [], right ?? []]);
      flush();
      sheets.add([start]);
    }
    const fresh = piece.part === 'annex' && part !== 'annex';
    if (fresh) flush();
    const landscape = onSide.has(piece.key);
    if (isWide(piece) || landscape) {
      flush();
      sheets.add(wide(pair, sides, landscape ? landscapeWidth : uprightWidth), { landscape, fresh });
      if (fresh) sheets.add([end], { landscape });
    } else {
      addRow([contentOf(pair.first, first), contentOf(pair.second, second)]);
      if (fresh) {
        sheets.add([tableOf(rows, first.pen), paragraph('Between', first.pen.dir, []), end], { fresh });
        rows = [];
      }
    }
    part = piece.part;
  }
  flush();
  if (part !== 'annex' && part !== 'opening') sheets.add([end]);
  return { sheets, until: id };
}

const contentOf = (piece: FlowPiece | null, { pen, ...plan }: Side): Content =>
  piece ? pieceOf(piece, pen, plan) : [];

const wide = ({ first, second }: FlowPair, [a, b]: readonly [Side, Side], width: number): Content =>
  [
    [first, a],
    [second, b],
  ].flatMap(([piece, side]) => contentOf(piece as FlowPiece | null, widened(side as Side, width)));

/** Nothing stands beside what has the whole width. */
const widened = (side: Side, width: number): Side => ({
  ...side,
  pen: { ...side.pen, width, inTable: false, besides: () => false },
});

const tableOf = (rows: readonly TableRow[], pen: Pen): Table =>
  new LaidOut(
    {
      widths: [column + GUTTER / 2, column + GUTTER / 2],
      borders: noBorders,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      rows,
    },
    pen,
  );

/** The gutter lies half in each cell, on its inner side. */
function rowOf([left, right]: readonly [Content, Content], [first, second]: readonly [Side, Side]): TableRow {
  const inner = GUTTER / 2;
  const width = column + inner;
  const rtl = first.pen.dir === 'rtl';
  const empty = (pen: Pen): Content => [paragraph('Between', pen.dir, [])];
  const of = (content: Content, pen: Pen, leading: boolean) =>
    cell(width, content.length > 0 ? content : empty(pen), {
      margins: leading === rtl ? { left: inner, right: 0 } : { left: 0, right: inner },
    });
  return new TableRow({ children: [of(left, first.pen, true), of(right, second.pen, false)] });
}
