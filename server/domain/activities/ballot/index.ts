import { defineActivity } from '../activity.ts';
import { behave } from './behave.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { minutes } from './minutes.ts';
import { randomCommand } from './random.ts';
import { BallotConfig, commands, events, settings } from './schema.ts';
import { addedTo, configure, initial } from './state.ts';
import { configOf, countKey, keys, self, show, touches } from './view.ts';

const desk = ['facilitator'] as const;

/** The room weighs options with dots. */
export const ballot = defineActivity({
  kind: 'ballot',
  config: BallotConfig,
  settings,
  fixedOnceOpened: ['voters', 'dots', 'perOption', 'attribution'],
  commands,
  events,
  allowed: {
    'ballot.Vote': ['participant'],
    'ballot.AddOption': desk,
    'ballot.CarryOver': desk,
    'ballot.WithdrawOption': desk,
    'ballot.RestoreOption': desk,
  },
  initial,
  configure,
  configOf,
  addedTo,
  decide,
  evolve,
  touches,
  keys,
  show,
  self,
  item: () => undefined,
  items: () => [],
  keysOfItem: () => [],
  keysOfLife: (state) => [countKey(state.id)],
  keysOfParticipant: () => [],
  created: () => [],
  minutes,
  randomCommand,
  behave,
});
