import {
  BuilderElement,
  type IRunOptions,
  type ITableCellOptions,
  type ITableOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  XmlComponent,
} from 'docx';
import type { Block, Cell, Run } from '../../domain/minutes-document.ts';
import { plain } from '../isolate.ts';
import { printable } from '../printable.ts';
import { arabicFont, sizes } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children } from './runs.ts';

/** A row with more letters than these may be broken over two pages. */
const SHORT = 700;

const none = { style: 'nil' as const };
/** No line anywhere: what is laid out, and no table to read. */
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

interface Layout extends Omit<ITableOptions, 'rows' | 'width' | 'layout' | 'visuallyRightToLeft' | 'columnWidths'> {
  /** In twips. */
  readonly widths: readonly number[];
  readonly rows: readonly TableRow[];
  /** What it shows, for whoever does not see it. */
  readonly description?: string;
}

/** A table whose columns run in the direction of its language, with widths of its own. */
export class LaidOut extends Table {
  constructor({ widths, description, ...options }: Layout, { dir }: Pick<Pen, 'dir'>) {
    super({
      ...options,
      width: { size: sum(widths), type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: dir === 'rtl',
    });
    const [properties] = this.root;
    if (description !== undefined && properties instanceof XmlComponent)
      properties.addChildElement(
        new BuilderElement<{ readonly text: string }>({
          name: 'w:tblDescription',
          attributes: { text: { key: 'w:val', value: printable(description) } },
        }),
      );
  }
}

const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);

/** Parts of a width in proportion, in whole twips. */
export const shares = (width: number, parts: readonly number[]): number[] =>
  parts.map((part) => Math.floor((width * part) / sum(parts)));

export const cell = (width: number, content: readonly (Paragraph | Table)[], more: Partial<ITableCellOptions> = {}) =>
  new TableCell({
    ...more,
    width: { size: width, type: WidthType.DXA },
    children: content.length > 0 ? content : [paragraph('TableText', 'ltr', [])],
  });

type TableBlock = Extract<Block, { type: 'table' }>;

/** A table with its caption: the head is repeated on each page, short rows stay whole. */
export function tableOf({ caption, look, head, rows }: TableBlock, pen: Pen): (Paragraph | Table)[] {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const widths = shares(pen.width, partsOf(look, columns));
  const alignment = (i: number) => (look === 'numbers' && i > 0 ? { alignment: 'center' as const } : {});
  const put = (row: readonly Cell[], style: string, tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: lengthOf(row) < SHORT,
      children: widths.map((width, i) => {
        const { runs = [], items = [], names = false } = row[i] ?? {};
        const lines = [
          ...(runs.length > 0 || items.length === 0
            ? [
                paragraph(
                  style,
                  pen.dir,
                  children(runs, pen, { ...numerals(runs, pen), ...(names ? { bold: true } : {}) }),
                  alignment(i),
                ),
              ]
            : []),
          ...items.map((item) => paragraph('TableNote', pen.dir, children(item, pen), alignment(i))),
        ];
        return cell(width, lines, tableHeader ? { verticalAlign: 'bottom' } : {});
      }),
    });
  const named = rows.some((row) => row[0]?.names);
  const table = new LaidOut(
    {
      style: 'MinutesTable',
      widths,
      tableLook: {
        firstRow: true,
        lastRow: false,
        firstColumn: named,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [put(head, 'TableHeader', true), ...rows.map((row) => put(row, 'TableText', false))],
    },
    pen,
  );
  return [...(caption ? [paragraph('TableCaption', pen.dir, children([caption], pen))] : []), table, gap(pen)];
}

/** Digits alone are Arabic ones to Word and Latin ones to LibreOffice, where the text around is Arabic: here to both. */
const numerals = (runs: readonly Run[], { dir }: Pen): IRunOptions =>
  dir === 'ltr' || /\p{L}/u.test(plain(runs)) ? {} : { font: arabicFont, size: sizes.body[1] };

function partsOf(look: TableBlock['look'], columns: number): number[] {
  const middle = Math.max(0, columns - 2);
  if (look === 'list' && columns > 1) return [24, ...Array<number>(middle).fill(52 / Math.max(1, middle)), 24];
  const first = Math.max(20, 40 - 3 * columns);
  if (look === 'numbers' && columns > 1)
    return [first, ...Array<number>(columns - 1).fill((100 - first) / (columns - 1))];
  return Array<number>(columns).fill(1);
}

const lengthOf = (row: readonly Cell[]): number =>
  Math.max(0, ...row.map(({ runs, items = [] }) => plain([...runs, ...items.flat()]).length));

/** Between a table and what follows: without it, two tables become one. */
export const gap = ({ dir }: Pick<Pen, 'dir'>): Paragraph => paragraph('Between', dir, []);
