import type { CellObject } from 'write-excel-file/node';
import type { MinutesDocument, Run } from '../../domain/minutes-document.ts';
import { cellText, directionOf, distinct, looksLikeFormula } from './text.ts';

/** What stands in a cell: a text, a number or a date; null for nothing. */
export type Value = string | Run | number | Amount | Moment | null;

/** A number with its look: a share of 1, or a plain number that stands out as a sum. */
export interface Amount {
  readonly n: number;
  readonly look: 'share' | 'sum';
}

/** A date as the cell shows it in UTC, with its time or without. */
export interface Moment {
  readonly date: Date;
  readonly look: 'day' | 'minute';
}

export const share = (n: number, of: number): Amount | null => (of > 0 ? { n: n / of, look: 'share' } : null);
export const sum = (n: number): Amount => ({ n, look: 'sum' });

const INK = '#12263A';
const SAND = '#F7F2E8';
const LINE = '#DDD3C0';

const FORMATS = { share: '0%', sum: '0', day: 'dd/mm/yyyy', minute: 'dd/mm/yyyy hh:mm' } as const;

const plain: CellObject = {
  textColor: INK,
  alignVertical: 'top',
  wrap: true,
  bottomBorderStyle: 'thin',
  bottomBorderColor: LINE,
};
const headed: CellObject = {
  ...plain,
  textColor: '#FFFFFF',
  backgroundColor: INK,
  fontWeight: 'bold',
  alignVertical: 'center',
};
const summed: CellObject = { ...plain, fontWeight: 'bold', backgroundColor: SAND };

export type CellLook = 'plain' | 'head' | 'strong' | 'title' | 'soft';
const LOOKS: Record<CellLook, CellObject> = {
  plain,
  head: headed,
  strong: summed,
  title: { textColor: INK, fontWeight: 'bold', fontSize: 16, alignVertical: 'center', height: 27 },
  soft: { textColor: '#5B6672', alignVertical: 'top', wrap: true },
};

/** Makes the cells of a document. */
export type Maker = (value: Value, look?: CellLook) => CellObject;

/** A text stands on the side where its own language begins; numbers and dates on the other side of the sheet. */
export function makerOf(doc: MinutesDocument, cut: string): Maker {
  const side = { rtl: 'right', ltr: 'left' } as const;
  return (value, look = 'plain') => {
    const style = LOOKS[look];
    if (value === null) return { ...style };
    if (typeof value === 'number') return { ...style, value, type: Number, align: 'center', format: '0' };
    if (typeof value !== 'string' && 'n' in value) {
      const { n, look: of } = value;
      const own = of === 'sum' ? summed : style;
      return { ...own, value: n, type: Number, align: 'center', format: FORMATS[of] };
    }
    if (typeof value !== 'string' && 'date' in value)
      return { ...style, value: value.date, type: Date, align: 'center', format: FORMATS[value.look] };
    const text = cellText(typeof value === 'string' ? value : value.text, cut);
    if (text === '') return { ...style };
    return {
      ...style,
      value: distinct(text),
      type: String,
      // A title runs over the columns beside it.
      ...(look === 'title' ? {} : { indent: 1 }),
      align: side[look === 'title' ? doc.dir : (directionOf(text) ?? doc.dir)],
      ...(looksLikeFormula(text) ? { format: '@' } : {}),
    };
  };
}
