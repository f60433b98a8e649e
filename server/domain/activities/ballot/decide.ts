import { arrival } from '../../contributions/arrival.ts';
import { author } from '../../contributions/decide.ts';
import type { ItemId } from '../../ids.ts';
import { Rejection } from '../../rejection.ts';
import { checkedLabel } from '../../text.ts';
import type { DecideContext, Typed } from '../activity.ts';
import type { commands, events, OptionId } from './schema.ts';
import { type BallotState, type Option, perOption } from './state.ts';
import { voteFor } from './votes.ts';

export type BallotCommand = Typed<typeof commands>;
export type BallotEvent = Typed<typeof events>;

/** Rules BAL1 to BAL8 of SPEC.md beside this file. */
export function decide(state: BallotState, command: BallotCommand, ctx: DecideContext): BallotEvent[] {
  const activity = state.id;
  switch (command.type) {
    case 'ballot.Vote':
      return vote(state, command.data.dots, ctx);
    case 'ballot.AddOption': {
      const label = checkedLabel(command.data.label);
      const option = ctx.newId() as OptionId;
      ctx.undo(option, [{ type: 'ballot.WithdrawOption', data: { activity, option } }]);
      return [{ type: 'ballot.OptionAdded', data: { activity, option, label: ctx.seal({ kind: 'label', label }) } }];
    }
    case 'ballot.CarryOver':
      return carryOver(state, command.data.items, ctx);
    case 'ballot.WithdrawOption': {
      const option = existing(state, command.data.option);
      if (option.withdrawn) return [];
      const data = { activity, option: option.id };
      ctx.undo(option.id, [{ type: 'ballot.RestoreOption', data }]);
      return [{ type: 'ballot.OptionWithdrawn', data }];
    }
    case 'ballot.RestoreOption': {
      const option = existing(state, command.data.option);
      if (!option.withdrawn) return [];
      const data = { activity, option: option.id };
      ctx.undo(option.id, [{ type: 'ballot.WithdrawOption', data }]);
      return [{ type: 'ballot.OptionRestored', data }];
    }
    default:
      return unknown(command);
  }
}

function vote(
  state: BallotState,
  dots: readonly { readonly option: OptionId; readonly n: number }[],
  ctx: DecideContext,
): BallotEvent[] {
  const participant = author(ctx);
  arrival(ctx);
  const given = new Map<OptionId, number>();
  let sum = 0;
  for (const { option, n } of dots) {
    if (existing(state, option).withdrawn) throw new Rejection('OPTION_WITHDRAWN');
    const all = (given.get(option) ?? 0) + n;
    if (all > perOption(state.config)) throw new Rejection('TOO_MANY_DOTS', { max: perOption(state.config) });
    given.set(option, all);
    sum += n;
  }
  if (sum > state.config.dots) throw new Rejection('TOO_MANY_DOTS', { max: state.config.dots });
  if (same(voteFor(state, participant, ctx.core)?.dots ?? new Map(), given)) return [];
  const data = { activity: state.id, participant, dots: [...given].map(([option, n]) => ({ option, n })) };
  return [{ type: 'ballot.Voted', data }];
}

const same = (a: ReadonlyMap<OptionId, number>, b: ReadonlyMap<OptionId, number>): boolean =>
  a.size === b.size && [...a].every(([option, n]) => b.get(option) === n);

/** Items of any activity become options: what the room sees of them is what is voted on. A withdrawn one comes back. */
function carryOver(state: BallotState, items: readonly ItemId[], ctx: DecideContext): BallotEvent[] {
  const { id: activity } = state;
  const missing = [...new Set(items)].filter((id) => state.options.get(id)?.withdrawn !== false);
  for (const id of missing) if (!ctx.core.item(id, 'room')) throw new Rejection('NOT_FOUND');
  if (!missing[0]) return [];
  const back = missing.map((option) => ({ type: 'ballot.WithdrawOption', data: { activity, option } }));
  ctx.undo(missing[0], back);
  const fresh = missing.filter((id) => !state.options.has(id));
  const restored = missing.filter((id) => state.options.has(id));
  return [
    ...(fresh.length > 0 ? [{ type: 'ballot.OptionsCarriedOver' as const, data: { activity, items: fresh } }] : []),
    ...restored.map((option) => ({ type: 'ballot.OptionRestored' as const, data: { activity, option } })),
  ];
}

function existing(state: BallotState, id: OptionId): Option {
  const option = state.options.get(id);
  if (!option) throw new Rejection('NOT_FOUND');
  return option;
}

function unknown(command: never): never {
  throw new Rejection('UNKNOWN_COMMAND', { type: String((command as { type: unknown }).type) });
}
