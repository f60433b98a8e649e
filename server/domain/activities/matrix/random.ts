import { randomContributionCommand, randomWritten, some } from '../../contributions/random.ts';
import { withKind } from '../../contributions/schema.ts';
import type { ItemId, ListId } from '../../ids.ts';
import type { RandomContext, Typed } from '../activity.ts';
import type { commands } from './schema.ts';
import type { MatrixState } from './state.ts';

export function randomCommand(state: MatrixState, ctx: RandomContext): Typed<typeof commands> | null {
  const { activity } = ctx;
  if (ctx.actor.kind === 'participant' && ctx.below(2) === 0) {
    const item = some(state, ctx, 'shown') as ItemId | undefined;
    if (item && ctx.below(2) === 0) return { type: 'matrix.Contest', data: { activity, item, ...randomWritten(ctx) } };
    const row = ctx.below(20) === 0 ? ('nowhere' as ListId) : ctx.pick(state.config.rows)!.id;
    const column = ctx.pick(state.config.columns)!.id;
    return { type: 'matrix.Contribute', data: { activity, row, column, ...randomWritten(ctx) } };
  }
  const command = randomContributionCommand(state, ctx);
  return command && (withKind('matrix', command) as unknown as Typed<typeof commands>);
}
