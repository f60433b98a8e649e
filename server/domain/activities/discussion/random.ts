import { randomContributionCommand, randomWritten, some } from '../../contributions/random.ts';
import { withKind } from '../../contributions/schema.ts';
import type { RandomContext, Typed } from '../activity.ts';
import type { commands } from './schema.ts';
import type { DiscussionState } from './state.ts';

export function randomCommand(state: DiscussionState, ctx: RandomContext): Typed<typeof commands> | null {
  if (ctx.actor.kind === 'participant' && ctx.below(5) < 2) {
    const parent = ctx.below(3) === 0 ? some(state, ctx, 'shown') : undefined;
    const data = { activity: ctx.activity, ...randomWritten(ctx), ...(parent ? { parent } : {}) };
    return { type: 'discussion.Contribute', data };
  }
  const command = randomContributionCommand(state, ctx);
  return command && (withKind('discussion', command) as unknown as Typed<typeof commands>);
}
