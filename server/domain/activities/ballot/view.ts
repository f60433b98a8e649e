import type { ActivityId, ItemId, ListId, ParticipantId } from '../../ids.ts';
import type { Label } from '../../text.ts';
import { readVault } from '../../vault.ts';
import type { CoreReader, Key, Touch } from '../activity.ts';
import type { BallotEvent } from './decide.ts';
import type { BallotConfig, OptionId } from './schema.ts';
import type { BallotState } from './state.ts';
import { countOf, voteFor, voters } from './votes.ts';

export const optionsKey = (id: ActivityId): Key => `options/${id}`;
export const countKey = (id: ActivityId): Key => `count/${id}`;

/** The configuration as it is sent: the options stand in `options/<activity>`. */
export type BallotView = Omit<BallotConfig, 'options'>;
export const configOf = ({ config: { options: _options, ...config } }: BallotState): BallotView => config;

/** The value of `options/<activity>`, in their order. */
export interface OptionsView {
  readonly options: readonly OptionView[];
}
export interface OptionView {
  readonly id: OptionId;
  /** Null where an item was carried over: its text stands in `c/<item>`, as long as the room may read it. */
  readonly label: Label | null;
  readonly detail: Label | null;
  readonly item: ItemId | null;
  readonly withdrawn: boolean;
}

/** The value of `count/<activity>`: how many have voted, and the results where they are shown by now. */
export interface BallotCountView {
  readonly voted: number;
  /** By option, withdrawn ones left out; null while they wait for the close. */
  readonly results: Readonly<Record<OptionId, OptionResult>> | null;
  /** Voters by city or kind; empty where all are one pool. The name '' is the pool. */
  readonly groups: Readonly<Record<string, number>>;
}
export interface OptionResult {
  readonly dots: number;
  readonly voters: number;
  /** Dots by city or kind, as in `groups`. */
  readonly groups: Readonly<Record<string, number>>;
}

/** A participant's own vote, in `self.own`. */
export interface OwnVote {
  readonly dots: Readonly<Record<OptionId, number>>;
  /** What is left to give; dots on options that were withdrawn are given back. */
  readonly left: number;
  /** One organisation has one vote, and somebody else of it cast the one that counts. */
  readonly byColleague: boolean;
}

export const keys = (state: BallotState): Key[] => [optionsKey(state.id), countKey(state.id)];

export function show(state: BallotState, key: Key, _audience: unknown, core: CoreReader): unknown {
  if (key === optionsKey(state.id)) return optionsView(state, core);
  return key === countKey(state.id) ? countView(state, core) : undefined;
}

const optionsView = (state: BallotState, core: CoreReader): OptionsView => ({
  options: [...state.options.values()].map(({ id, text, withdrawn }) => ({
    id,
    label: text.from === 'file' ? text.text : text.from === 'desk' ? labelOf(text.label, core) : null,
    detail: text.from === 'file' ? text.detail : null,
    item: text.from === 'item' ? text.item : null,
    withdrawn,
  })),
});

const labelOf = (label: Parameters<typeof readVault>[1], core: CoreReader): Label | null =>
  readVault(core.vault, label, 'label')?.label ?? null;

/** Whether results are shown: as they come, or once it is closed. */
export const open = (state: BallotState, core: CoreReader): boolean =>
  state.config.results === 'live' || core.lifecycle.status === 'closed';

export function countView(state: BallotState, core: CoreReader): BallotCountView {
  const { voted, options, groups } = countOf(state, core);
  if (!open(state, core)) return { voted, results: null, groups: {} };
  const standing = [...state.options.values()].filter((option) => !option.withdrawn);
  // One pool alone says nothing, and is left out.
  const all = [...groups.keys()].every((group) => group === null);
  const named = (map: ReadonlyMap<ListId | null, number>): Record<string, number> =>
    all ? {} : Object.fromEntries([...map].map(([group, n]) => [group ?? '', n]));
  const result = (id: OptionId): OptionResult => {
    const tally = options.get(id);
    return tally ? { dots: tally.dots, voters: tally.voters, groups: named(tally.groups) } : none;
  };
  return {
    voted,
    results: Object.fromEntries(standing.map(({ id }) => [id, result(id)])),
    groups: named(groups),
  };
}

const none: OptionResult = { dots: 0, voters: 0, groups: {} };

export function self(state: BallotState, participant: ParticipantId, core: CoreReader) {
  const vote = voteFor(state, participant, core);
  if (!vote || vote.dots.size === 0) return { items: [], endorsed: [] };
  const dots = [...vote.dots].filter(([id]) => state.options.get(id)?.withdrawn === false);
  const own: OwnVote = {
    dots: Object.fromEntries(dots),
    left: state.config.dots - dots.reduce((sum, [, n]) => sum + n, 0),
    byColleague: vote.participant !== participant,
  };
  return { items: [], endorsed: [], own };
}

type Touches = {
  readonly [T in BallotEvent['type']]: (
    data: Extract<BallotEvent, { type: T }>['data'],
    state: BallotState,
    core: CoreReader,
  ) => Touch;
};

const optionChanged = (_data: unknown, state: BallotState): Touch => ({
  keys: [optionsKey(state.id)],
  tallies: [countKey(state.id)],
});

/** An option that is withdrawn gives its dots back, and restored takes them again. */
const voted = (data: { option: OptionId }, state: BallotState, core: CoreReader): Touch => ({
  ...optionChanged(data, state),
  selves: [...state.votes.values()]
    .filter((vote) => vote.dots.has(data.option))
    .flatMap((vote) => voters(state, vote.participant, core)),
});

export const touches: Touches = {
  'ballot.Voted': (data, state, core) => ({
    tallies: [countKey(state.id)],
    selves: voters(state, data.participant, core),
  }),
  'ballot.OptionAdded': optionChanged,
  'ballot.OptionsCarriedOver': optionChanged,
  'ballot.OptionWithdrawn': voted,
  'ballot.OptionRestored': voted,
};
