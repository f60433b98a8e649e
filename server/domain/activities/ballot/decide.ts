import { arrival } from '../../contributions/arrival.ts';
import { author } from '../../contributions/decide.ts';
import type { ItemId } from '../../ids.ts';
import { Rejection } from '../../rejection.ts';
import { checkedLabel } from '../../text.ts';
import type { DecideContext, Typed } from '../activity.ts';
import type { commands, events, OptionId } from './schema.ts';
import { type BallotState, type Option, perOption } from './state.ts';

export type BallotCommand = Typed<typeof commands>;
export type BallotEvent = Typed<typeof events>;

/** Rules BAL1 to BAL12 of SPEC.md beside this file. */
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
  const unit = state.config.voters === 'organisation' ? ctx.core.unitOf(participant) : participant;
  const before = state.votes.get(unit);
  if (same(before?.dots ?? new Map(), given)) return [];
  return [
    {
      type: 'ballot.Voted',
      data: {
        activity: state.id,
        participant,
        unit,
        group: ctx.core.bucketOf(participant),
        dots: [...given].map(([option, n]) => ({ option, n })),
      },
    },
  ];
}

const same = (a: ReadonlyMap<OptionId, number>, b: ReadonlyMap<OptionId, number>): boolean =>
  a.size === b.size && [...a].every(([option, n]) => b.get(option) === n);

/** Items of any activity become options: what the room sees of them is what is voted on. */
function carryOver(state: BallotState, items: readonly ItemId[], ctx: DecideContext): BallotEvent[] {
  const fresh = [...new Set(items)].filter((id) => !state.options.has(id));
  for (const id of fresh) if (!ctx.core.item(id, 'room')) throw new Rejection('NOT_FOUND');
  if (fresh.length === 0) return [];
  const back = fresh.map((option) => ({ type: 'ballot.WithdrawOption', data: { activity: state.id, option } }));
  ctx.undo(fresh[0]!, back);
  return [{ type: 'ballot.OptionsCarriedOver', data: { activity: state.id, items: fresh } }];
}

function existing(state: BallotState, id: OptionId): Option {
  const option = state.options.get(id);
  if (!option) throw new Rejection('NOT_FOUND');
  return option;
}

function unknown(command: never): never {
  throw new Rejection('UNKNOWN_COMMAND', { type: String((command as { type: unknown }).type) });
}
