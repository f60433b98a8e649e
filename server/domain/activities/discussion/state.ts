import { type ContributionsState, initialContributions } from '../../contributions/state.ts';
import type { ActivityId } from '../../ids.ts';
import type { DiscussionConfig } from './schema.ts';

export interface DiscussionState extends ContributionsState {
  config: DiscussionConfig;
}

const rulesOf = ({ replies, endorsements }: DiscussionConfig) => ({ replies, endorsements, contests: false });

export const initial = (id: ActivityId, config: DiscussionConfig): DiscussionState => ({
  ...initialContributions('discussion', id, rulesOf(config), config.reveal),
  config,
});

export function configure(state: DiscussionState, settings: Readonly<Record<string, unknown>>): void {
  state.config = { ...state.config, ...settings };
  state.rules = rulesOf(state.config);
  if ('reveal' in settings) state.revealed = state.config.reveal === 'live';
}
