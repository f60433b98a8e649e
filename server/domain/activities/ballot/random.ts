import type { RandomContext } from '../activity.ts';
import type { BallotCommand } from './decide.ts';
import type { OptionId } from './schema.ts';
import type { BallotState } from './state.ts';

export function randomCommand(state: BallotState, ctx: RandomContext): BallotCommand | null {
  const { activity } = ctx;
  const options = [...state.options.values()];
  const standing = ctx.below(15) === 0 ? options : options.filter((option) => !option.withdrawn);
  if (ctx.actor.kind === 'participant') {
    const dots = [];
    for (let left = ctx.below(state.config.dots + 2); left > 0; left--) {
      const option = ctx.pick(standing);
      if (option) dots.push({ option: option.id, n: 1 + (ctx.below(10) === 0 ? 1 : 0) });
    }
    return { type: 'ballot.Vote', data: { activity, dots } };
  }
  const dice = ctx.below(10);
  if (dice < 2) return { type: 'ballot.AddOption', data: { activity, label: { fr: ctx.text() } } };
  if (dice < 4) {
    const item = ctx.pick(ctx.items);
    return item ? { type: 'ballot.CarryOver', data: { activity, items: [item] } } : null;
  }
  const withdraw = ctx.below(2) === 0;
  const option = ctx.pick(options.filter((o) => o.withdrawn !== withdraw))?.id as OptionId | undefined;
  if (!option) return null;
  return { type: withdraw ? 'ballot.WithdrawOption' : 'ballot.RestoreOption', data: { activity, option } };
}
