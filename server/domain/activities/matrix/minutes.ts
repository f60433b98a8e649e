import { headBlocks, numberOf, readContributions, withheldBlocks } from '../../contributions/minutes.ts';
import { own, refRun } from '../../contributions/minutes-quote.ts';
import type { Block, Cell, Piece, Quote, Run } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import { figure } from './minutes-figure.ts';
import { cellOf, type MatrixState } from './state.ts';

/** An entry in the table is read at a glance; its whole text stands below. */
const GLANCE = 160;

/** The picture, the table, then the entries cell by cell with what speaks against them, and how much is not shown. */
export function minutes(state: MatrixState, ctx: MinutesContext): Block[] {
  const { prompt } = state.config;
  const cells = cellsOf(state, ctx);
  const names = new Map(cells.map(({ id, name }) => [id, name]));
  const { quotes, withheld, tally } = readContributions(state, ctx, (id) => names.get(id), 'minutes.entries');
  const inCell = new Map<string, Quote[]>(cells.map(({ id }) => [id, []]));
  for (const quote of quotes) inCell.get(quote.place?.id ?? '')?.push(quote);
  return [
    ...headBlocks(prompt, tally, ctx),
    ...(quotes.length > 0 ? [figure(state, inCell, ctx), table(state, inCell, ctx)] : []),
    ...cells.flatMap(({ id, name }): Block[] => {
      const own = inCell.get(id) ?? [];
      return [
        ...(own.length > 0 ? [{ type: 'heading' as const, level: 4 as const, runs: [name] }] : []),
        { type: 'quotes', quotes: own, withheld: withheld(id) },
      ];
    }),
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

function table({ config }: MatrixState, inCell: ReadonlyMap<string, readonly Quote[]>, ctx: MinutesContext): Block {
  const cell = (text: string): Cell => ({ runs: [own(text, ctx)] });
  return {
    type: 'table',
    look: 'grid',
    head: [cell(config.corner[ctx.lang]), ...config.columns.map((column) => cell(column.name[ctx.lang]))],
    rows: config.rows.map((row) => [
      { ...cell(row.name[ctx.lang]), names: true },
      ...config.columns.map((column) => entries(inCell.get(cellOf(row.id, column.id)) ?? [], ctx)),
    ]),
  };
}

/** What stands in a cell, the most endorsed first: each with its reference and its numbers. */
function entries(quotes: readonly Quote[], ctx: MinutesContext): Cell {
  const all = quotes.filter((quote) => quote.kind === 'contribution');
  if (all.length === 0) return { runs: [own(ctx.words('minutes.nothing'), ctx, 'soft')] };
  const sorted = all.sort(
    (a, b) => b.endorsements.n - a.endorsements.n || a.contested - b.contested || numberOf(a.ref) - numberOf(b.ref),
  );
  return {
    runs: [],
    items: sorted.map((quote) => [
      { ...quote.text, text: shortened(quote.text.text) },
      own(' ', ctx),
      refRun(quote.ref),
      ...numbers(quote, ctx).flatMap((piece) => [own(ctx.words('minutes.comma'), ctx, 'soft'), ...piece]),
    ]),
  };
}

const numbers = ({ endorsements, contested }: Quote, ctx: MinutesContext): Piece[] =>
  (
    [
      ['minutes.endorsements', endorsements.n],
      ['minutes.objections', contested],
    ] as const
  ).flatMap(([key, n]) => (n > 0 ? [[own(ctx.words(key, { n }), ctx, 'soft')]] : []));

/** The beginning of a text, in one line and whole words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const signs = [...line];
  if (signs.length <= GLANCE) return line;
  const start = signs.slice(0, GLANCE).join('');
  return `${start.replace(/\s\S*$/, '')}…`;
}
