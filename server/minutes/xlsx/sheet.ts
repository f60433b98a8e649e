import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Amount, CellLook, Maker, Moment, Value } from './cells.ts';
import { headHeight, lettersIn, linesIn, rowHeight } from './heights.ts';

/** One sheet, ready to be written. */
export interface Sheet {
  /** What it is to be called: see `sheetNames`. */
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly data: SheetData;
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows from the one with the names to the last that can be filtered, from 1; null where nothing is. */
  readonly filtered: { readonly from: number; readonly to: number } | null;
}

export interface Column {
  readonly name: Value;
  /** At most so many characters wide. */
  readonly most?: number;
  /** Left out where no row has anything in it. */
  readonly optional?: true;
  /** Its cells are numbers, dates or ticks. */
  readonly centred?: true;
}

export interface Table {
  readonly name: string;
  /** Lines above the names of the columns: a title, and what goes with it. */
  readonly above?: readonly (readonly CellObject[])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** A last row that is no row of the table: a total. */
  readonly total?: readonly Value[];
  /** How many columns stay in view; only rows where it is left out. */
  readonly keeps?: number;
}

const LEAST = 9;
const MOST = 44;
/** The button of the filter. */
const BUTTON = 3;
const HEAD_LINES = 2;
/** What is kept free beside a text. */
const INDENT = 3;

/** A sheet with the names of its columns above its rows, which can be filtered. */
export function tableSheet(make: Maker, { name, above = [], columns, rows, total, keeps = 0 }: Table): Sheet {
  const kept = columns.flatMap((column, i) =>
    column.optional && rows.every((row) => isEmpty(row[i] ?? null)) ? [] : [i],
  );
  const pick = <T>(row: readonly T[]): T[] => kept.flatMap((i) => (row[i] === undefined ? [] : [row[i]]));
  const shown = pick(columns);
  const body = rows.map(pick);
  const widths = shown.map((column, i) => widthOf(column, [...body.map((row) => row[i] ?? null)]));
  const height = headHeight(shown.map(({ name: head }, i) => linesIn(textOf(head), (widths[i] ?? LEAST) - BUTTON)));
  /** As high as the longest of its texts asks for. */
  const rowOf = (row: readonly Value[], look?: CellLook): CellObject[] => {
    const lines = row.map((value, i) => linesIn(textOf(value), lettersIn(widths[i] ?? LEAST)));
    return row.map((value, i) => ({ ...make(value, look), ...(i === 0 ? { height: rowHeight(lines) } : {}) }));
  };
  const data: SheetData = [
    ...above.map((row) => [...row]),
    shown.map(({ name: head, centred }) => ({
      ...make(head, 'head'),
      ...(centred ? { align: 'center' as const } : {}),
      height,
    })),
    ...body.map((row) => rowOf(row)),
    ...(total ? [rowOf(pick(total), 'strong')] : []),
  ];
  const head = above.length + 1;
  return {
    name,
    widths,
    data,
    frozen: { rows: head, columns: keeps },
    filtered: body.length > 1 ? { from: head, to: head + body.length } : null,
  };
}

function widthOf({ name, most = MOST }: Column, values: readonly Value[]): number {
  const head = textOf(name);
  const longest = Math.max(...head.split(/\s+/).map((word) => word.length)) + BUTTON + 1;
  const widest = values.reduce<number>((width, value) => Math.max(width, lengthOf(value)), 0);
  let width = Math.max(LEAST, Math.min(most, Math.max(longest, widest + INDENT)));
  while (width < most && linesIn(head, width - BUTTON) > HEAD_LINES) width++;
  return width;
}

const isEmpty = (value: Value): boolean => value === null || textOf(value) === '';

const isAmount = (value: object): value is Amount => 'n' in value;
const isMoment = (value: object): value is Moment => 'date' in value;

/** The text of a value; of a number or a date something of its length. */
function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (isAmount(value)) return value.look === 'share' ? '100%' : String(value.n);
  if (isMoment(value)) return value.look === 'day' ? '00/00/0000' : '00/00/0000 00:00';
  return value.text;
}

const lengthOf = (value: Value): number =>
  Math.max(
    ...textOf(value)
      .split('\n')
      .map((line) => line.length),
  );
