import { behaveAmongContributions } from '../../contributions/behave.ts';
import { withKind } from '../../contributions/schema.ts';
import type { BehaviourContext, Typed } from '../activity.ts';
import type { commands } from './schema.ts';
import { cellOf } from './state.ts';
import type { MatrixView } from './view.ts';

type Command = Typed<typeof commands>;

/** A delegate who fills cells that there is something to say about, and weighs up what stands in them. */
export function behave(ctx: BehaviourContext): Command | null {
  const { rows, columns, endorsements, contests } = ctx.config as MatrixView;
  const { activity, at } = ctx;
  return behaveAmongContributions<Command>(ctx, {
    replies: false,
    endorsements,
    contests,
    contribute: (text) => {
      const cells = rows.flatMap((row) => columns.map((column) => ({ row: row.id, column: column.id })));
      const meant = cells.filter(({ row, column }) => ctx.places.includes(cellOf(row, column)));
      const cell = ctx.pick(meant.length > 0 ? meant : cells);
      if (!cell) return null;
      const idea = ctx.idea('contributions', meant.length > 0 ? cellOf(cell.row, cell.column) : undefined);
      return idea === null
        ? null
        : { type: 'matrix.Contribute', data: { activity, ...cell, text: text(idea), writtenAt: at } };
    },
    contest: (item, text) => ({ type: 'matrix.Contest', data: { activity, item, text, writtenAt: at } }),
    named: (command) => withKind('matrix', command) as unknown as Command,
  });
}
