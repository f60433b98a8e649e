import type { CellObject } from 'write-excel-file/node';
import type { Block, Run } from '../../domain/minutes-document.ts';
import type { Value } from './cells.ts';
import { lettersIn, linesIn, rowHeight } from './heights.ts';
import type { Making } from './making.ts';
import { calendarDate, wallClock } from './moments.ts';
import type { Sheet } from './sheet.ts';

const NAMES = 40;
const VALUES = 84;

/** What the minutes are of, how much is in them and what is not, what they rest on, and how to read them. */
export function aboutSheet({ doc, say, make }: Making): Sheet {
  const { meeting, withheld, head } = doc;
  const start = doc.dir === 'rtl' ? 'right' : 'left';
  const day = (date: string): Value => ({ date: calendarDate(date), look: 'day' });
  const asOf: Value = { date: wallClock(doc.composedAt, meeting.timezone), look: 'minute' };
  const fact = (name: string, value: Value): CellObject[] => [
    make(name, 'strong'),
    // Numbers and dates stand where the texts of the column begin.
    { ...make(value), align: start, indent: 1 },
  ];
  const some = (name: string, n: number): CellObject[][] => (n > 0 ? [fact(name, n)] : []);
  const whole = doc.item === null && doc.day === null;
  const data: (CellObject | null)[][] = [
    [{ ...make(doc.title, 'title'), wrap: false }],
    [{ ...make(doc.subtitle, 'soft'), wrap: false, align: start, indent: 0 }],
    [],
    fact(doc.columns.meeting ?? '', meeting.title),
    fact(say('meetingPlace'), meeting.place),
    fact(say('firstDay'), day(meeting.dates.first)),
    fact(say('lastDay'), day(meeting.dates.last)),
    ...(doc.day === null ? [] : [fact(say('day'), day(doc.day))]),
    ...(whole
      ? [
          fact(say('participants'), meeting.participants),
          fact(say('cities'), meeting.cities),
          fact(say('organisations'), meeting.organisations),
        ]
      : []),
    [],
    fact(say('textsShown'), doc.quotes),
    ...some(say('textsMerged'), doc.merged),
    ...some(say('textsUntranslated'), doc.untranslated),
    ...some(say('textsHidden'), withheld.hidden),
    ...some(say('textsRemoved'), withheld.removed),
    ...some(say('textsWithdrawn'), withheld.withdrawn),
    ...some(say('textsPending'), withheld.pending),
    ...some(say('textsLate'), withheld.late),
    [],
    fact(say('asOf'), asOf),
    fact(say('timezone'), meeting.timezone),
    fact(say('lastEvent'), head.seq),
    fact(say('fingerprint'), head.hash),
    [],
    ...howToRead(doc.back).map(({ heading, runs }) =>
      heading
        ? [{ ...make(plain(runs), 'strong'), wrap: false }, make(null, 'strong')]
        : [null, { ...make(plain(runs), 'soft'), height: rowHeight([linesIn(plain(runs), lettersIn(VALUES))]) }],
    ),
  ];
  return {
    name: say('sheetAbout'),
    widths: [NAMES, VALUES],
    data,
    frozen: { rows: 0, columns: 0 },
    filtered: null,
  };
}

const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

interface Line {
  readonly heading: boolean;
  readonly runs: readonly Run[];
}

/** The last part of the document, line by line. */
function howToRead(back: readonly Block[]): Line[] {
  const from = back.findLastIndex((block) => block.type === 'heading' && block.level === 2);
  return back.slice(Math.max(0, from)).flatMap((block): Line[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return [{ heading: block.type === 'heading', runs: block.runs }];
      case 'list':
        return block.items.map((runs) => ({ heading: false, runs }));
      default:
        return [];
    }
  });
}
