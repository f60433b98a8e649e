import type { Envelope } from '../activity.ts';
import type { BallotEvent } from './decide.ts';
import { addOption, type BallotState } from './state.ts';

export function evolve(state: BallotState, event: BallotEvent & Envelope): void {
  switch (event.type) {
    case 'ballot.Voted': {
      const { participant, dots } = event.data;
      const given = new Map(dots.map(({ option, n }) => [option, n]));
      state.votes.set(participant, { participant, order: event.seq, dots: given });
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

// Unknown stored types are stopped in upcast.ts; this only makes a missing case a compile error.
function unknownEvent(_event: never): void {}
