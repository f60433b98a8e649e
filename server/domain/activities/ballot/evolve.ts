import type { Envelope } from '../activity.ts';
import type { BallotEvent } from './decide.ts';
import { addOption, type BallotState, type Vote } from './state.ts';

export function evolve(state: BallotState, event: BallotEvent & Envelope): void {
  switch (event.type) {
    case 'ballot.Voted': {
      const { participant, unit, group, dots } = event.data;
      const before = state.votes.get(unit);
      if (before) count(state, before, -1);
      state.votes.delete(unit);
      if (dots.length === 0) return;
      const vote = { participant, group, dots: new Map(dots.map(({ option, n }) => [option, n])) };
      state.votes.set(unit, vote);
      count(state, vote, 1);
      return;
    }
    case 'ballot.OptionAdded':
      return addOption(state, event.data.option, { from: 'desk', label: event.data.label });
    case 'ballot.OptionsCarriedOver':
      for (const item of event.data.items) addOption(state, item, { from: 'item', item });
      return;
    case 'ballot.OptionWithdrawn':
    case 'ballot.OptionRestored': {
      const option = state.options.get(event.data.option);
      if (option) option.withdrawn = event.type === 'ballot.OptionWithdrawn';
      return;
    }
    default:
      return unknownEvent(event);
  }
}

/** Adds a vote to the numbers, or takes it out of them again. */
function count(state: BallotState, { group, dots }: Vote, sign: 1 | -1): void {
  state.groups.set(group, (state.groups.get(group) ?? 0) + sign);
  for (const [id, n] of dots) {
    const option = state.options.get(id);
    if (!option) continue;
    option.dots += sign * n;
    option.voters += sign;
    option.groups.set(group, (option.groups.get(group) ?? 0) + sign * n);
  }
}

// Unknown stored types are stopped in upcast.ts; this only makes a missing case a compile error.
function unknownEvent(_event: never): void {}
