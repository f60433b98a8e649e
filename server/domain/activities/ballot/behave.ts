import { contributionKey } from '../../contributions/view.ts';
import type { BehaviourContext } from '../activity.ts';
import type { BallotCommand } from './decide.ts';
import type { OptionId } from './schema.ts';
import { type BallotView, type OptionsView, type OwnVote, optionsKey } from './view.ts';

/** Tries until a vote stands: one may be refused where an option has just been withdrawn. */
const TRIES = 3;

/** A delegate who votes once, seldom changes it, and leaves a colleague's vote alone where one organisation has one. */
export function behave(ctx: BehaviourContext): BallotCommand | null {
  const own = ctx.own as OwnVote | undefined;
  if (own?.byColleague) return null;
  const votes = own
    ? ctx.intents.left('change', () => (ctx.chance(8) ? 1 : 0))
    : ctx.intents.left('vote', () => (ctx.chance(94) ? TRIES : 0));
  if (votes === 0 || ctx.chance(50)) return null;
  const dots = spread(ctx);
  if (dots.length === 0) return null;
  ctx.intents.spend(own ? 'change' : 'vote');
  return { type: 'ballot.Vote', data: { activity: ctx.activity, dots } };
}

/** All dots, on one to three options, within the rules. */
function spread(ctx: BehaviourContext): { option: OptionId; n: number }[] {
  const config = ctx.config as BallotView;
  const most = Math.min(config.dots, config.perOption);
  const { options = [] } = (ctx.entries.get(optionsKey(ctx.activity)) ?? {}) as Partial<OptionsView>;
  const standing = options
    .filter(({ withdrawn, item }) => !withdrawn && (item === null || ctx.entries.has(contributionKey(item))))
    // Liked by the room, and by this delegate.
    .map(({ id }) => ({ id, weight: ctx.liking(id) + ctx.below(100) / 80 }))
    .sort((a, b) => b.weight - a.weight);
  const wanted = Math.max(1 + ctx.below(3), Math.ceil(config.dots / most));
  const chosen = standing.slice(0, Math.min(wanted, config.dots));
  const given = new Map<OptionId, number>();
  for (let left = config.dots, turn = 0; left > 0; left--, turn++) {
    const open = chosen.filter(({ id }) => (given.get(id) ?? 0) < most);
    // One each first, then where they like it best.
    const option = turn < chosen.length ? chosen[turn] : (open[0] ?? undefined);
    if (!option) break;
    given.set(option.id, (given.get(option.id) ?? 0) + 1);
  }
  return [...given].map(([option, n]) => ({ option, n }));
}
