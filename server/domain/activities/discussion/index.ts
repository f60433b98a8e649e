import { contribute } from '../../contributions/decide.ts';
import { contributionParts, named } from '../../contributions/kind.ts';
import { contributionMinutes } from '../../contributions/minutes.ts';
import { defineActivity } from '../activity.ts';
import { behave } from './behave.ts';
import { randomCommand } from './random.ts';
import { allowed, commands, DiscussionConfig, events, settings } from './schema.ts';
import { configure, type DiscussionState, initial } from './state.ts';

const shared = contributionParts<'discussion', DiscussionState>('discussion');

/** The room answers a prompt: contributions, replies, endorsements. */
export const discussion = defineActivity({
  ...shared,
  kind: 'discussion',
  config: DiscussionConfig,
  settings,
  fixedOnceOpened: ['reveal', 'attribution'],
  commands,
  events,
  allowed,
  initial,
  configure,
  configOf: (state) => state.config,
  decide: (state, command, ctx) =>
    command.type === 'discussion.Contribute'
      ? named('discussion', contribute(state, command.data, ctx))
      : shared.decide(state, command, ctx),
  minutes: (state, ctx) => contributionMinutes(state, state.config.prompt, ctx),
  randomCommand,
  behave,
});
