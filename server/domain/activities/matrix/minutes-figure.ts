import { own } from '../../contributions/minutes-quote.ts';
import type { Block, FigureCell, Quote } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import { cellOf, type MatrixState } from './state.ts';

const STEPS = 5;

/** The picture of a matrix: what weighs in each cell, as the room saw it, and objections. */
export function figure(
  { config }: MatrixState,
  inCell: ReadonlyMap<string, readonly Quote[]>,
  ctx: MinutesContext,
): Block {
  const { words, lang } = ctx;
  const counted = config.rows.map((row) =>
    config.columns.map((column) => countOf(inCell.get(cellOf(row.id, column.id)) ?? [])),
  );
  const flat = counted.flat();
  const counts = config.endorsements ? ('support' as const) : ('entries' as const);
  const weightOf = ({ entries, endorsements }: Pick<FigureCell, 'entries' | 'endorsements'>): number =>
    entries + (config.endorsements ? endorsements : 0);
  const most = Math.max(1, ...flat.map(weightOf));
  const cells = counted.map((row) =>
    row.map((cell): FigureCell => ({ ...cell, n: weightOf(cell), step: Math.ceil((STEPS * weightOf(cell)) / most) })),
  );
  const contested = flat.some((cell) => cell.contests > 0);
  const told = config.rows.map((row, i) => {
    const list = config.columns
      .map((column, j) => {
        const { n = 0, contests = 0 } = cells[i]?.[j] ?? {};
        const number = words('minutes.pictureCell', { column: column.name[lang], n });
        return contests > 0 ? `${number} (${words('minutes.objections', { n: contests })})` : number;
      })
      .join(words('minutes.comma'));
    return words('minutes.pictureRow', { row: row.name[lang], list });
  });
  return {
    type: 'figure',
    figure: {
      kind: 'grid',
      caption: own(
        [words(`minutes.picture_${counts}`), ...(contested ? [words('minutes.pictureObjections')] : [])].join(' '),
        ctx,
      ),
      alternative: own(told.join(' '), ctx),
      corner: own(config.corner[lang], ctx),
      rows: config.rows.map(({ id, name }) => ({ id, name: own(name[lang], ctx) })),
      columns: config.columns.map(({ id, name, tone }) => ({ id, name: own(name[lang], ctx), tone })),
      counts,
      cells,
    },
  };
}

/** Entries, endorsements of them and people who contest them. What stands alone because its entry is not shown: nothing. */
function countOf(quotes: readonly Quote[]): Omit<FigureCell, 'n' | 'step'> {
  const entries = quotes.filter((quote) => quote.kind === 'contribution');
  const sum = (of: (quote: Quote) => number) => entries.reduce((total, quote) => total + of(quote), 0);
  return {
    entries: entries.length,
    endorsements: sum((quote) => quote.endorsements.n),
    contests: sum((quote) => quote.contested),
  };
}
