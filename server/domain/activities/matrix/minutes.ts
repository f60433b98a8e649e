import { headBlocks, numberOf, readContributions, withheldBlocks } from '../../contributions/minutes.ts';
import { own } from '../../contributions/minutes-quote.ts';
import type { Block, Quote, QuoteTable, Run } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import { figure } from './minutes-figure.ts';
import { cellOf, type MatrixState } from './state.ts';

/** The picture, then the table: in each cell its entries, whole, with what speaks against them; and how much is not shown. */
export function minutes(state: MatrixState, ctx: MinutesContext): Block[] {
  const { prompt } = state.config;
  const cells = cellsOf(state, ctx);
  const names = new Map(cells.map(({ id, name }) => [id, name]));
  const { quotes, withheld, tally } = readContributions(state, ctx, (id) => names.get(id), 'minutes.entries');
  const inCell = new Map<string, Quote[]>(cells.map(({ id }) => [id, []]));
  for (const quote of quotes) inCell.get(quote.place?.id ?? '')?.push(quote);
  const cellByCell = [...inCell.values()].flat();
  return [
    ...headBlocks(prompt, tally, ctx),
    ...(quotes.length > 0 ? [figure(state, inCell, ctx)] : []),
    {
      type: 'quotes',
      quotes: cellByCell,
      withheld: withheld(),
      ...(quotes.length > 0 ? { table: tableOf(state, names, inCell, ctx) } : {}),
    },
    ...withheldBlocks(withheld(), ctx),
  ];
}

const cellsOf = ({ config }: MatrixState, ctx: MinutesContext): { id: string; name: Run }[] =>
  config.rows.flatMap((row) =>
    config.columns.map((column) => ({
      id: cellOf(row.id, column.id),
      name: own(ctx.words('minutes.cell', { row: row.name[ctx.lang], column: column.name[ctx.lang] }), ctx),
    })),
  );

function tableOf(
  { config }: MatrixState,
  names: ReadonlyMap<string, Run>,
  inCell: ReadonlyMap<string, readonly Quote[]>,
  ctx: MinutesContext,
): QuoteTable {
  return {
    corner: own(config.corner[ctx.lang], ctx),
    columns: config.columns.map((column) => own(column.name[ctx.lang], ctx)),
    rows: config.rows.map((row) => ({
      name: own(row.name[ctx.lang], ctx),
      cells: config.columns.map((column) => {
        const id = cellOf(row.id, column.id);
        return { name: names.get(id) ?? own('', ctx), quotes: asRead(inCell.get(id) ?? []) };
      }),
    })),
    nothing: own(ctx.words('minutes.nothing'), ctx, 'soft'),
  };
}

/** What the room endorses most comes first; last, what speaks against an entry that is not shown. */
const asRead = (quotes: readonly Quote[]): Quote[] =>
  [...quotes].sort(
    (a, b) =>
      Number(a.kind !== 'contribution') - Number(b.kind !== 'contribution') ||
      b.endorsements.n - a.endorsements.n ||
      a.contested - b.contested ||
      numberOf(a.ref) - numberOf(b.ref),
  );
