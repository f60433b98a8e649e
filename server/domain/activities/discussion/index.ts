import { defineActivity } from '../activity.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { minutes } from './minutes.ts';
import { randomCommand } from './random.ts';
import { commands, DiscussionConfig, events, settings } from './schema.ts';
import { configure, initial } from './state.ts';
import { contributionKey, item, items, keys, keysOfParticipant, self, show, touches } from './view.ts';

const participants = ['participant'] as const;
const desk = ['facilitator'] as const;

/** The room answers a prompt: contributions, replies, endorsements. */
export const discussion = defineActivity({
  kind: 'discussion',
  config: DiscussionConfig,
  settings,
  fixedOnceOpened: ['reveal'],
  commands,
  events,
  allowed: {
    'discussion.Contribute': participants,
    'discussion.Edit': participants,
    'discussion.CorrectLanguage': ['participant', 'facilitator'],
    'discussion.Withdraw': participants,
    'discussion.Endorse': participants,
    'discussion.Unendorse': participants,
    'discussion.Hide': desk,
    'discussion.Unhide': desk,
    'discussion.Pin': desk,
    'discussion.Unpin': desk,
    'discussion.Merge': desk,
    'discussion.Unmerge': desk,
    'discussion.Remove': desk,
    'discussion.Reveal': desk,
    'discussion.AdmitLate': desk,
  },
  initial,
  configure,
  configOf: (state) => state.config,
  decide,
  evolve,
  touches,
  keys,
  show,
  self,
  item,
  items,
  keysOfItem: (_state, id) => [contributionKey(id)],
  keysOfParticipant,
  created: (event) => (event.type === 'discussion.ContributionAdded' ? [event.data.item] : []),
  minutes,
  randomCommand,
});
