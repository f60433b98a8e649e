import type { ActivityId, ItemId, ListId, ParticipantId } from '../../ids.ts';
import type { Localized } from '../../text.ts';
import type { Sealed } from '../../vault.ts';
import type { BallotConfig, OptionId } from './schema.ts';

export type OptionText =
  | { readonly from: 'file'; readonly text: Localized; readonly detail: Localized | null }
  | { readonly from: 'desk'; readonly label: Sealed }
  | { readonly from: 'item'; readonly item: ItemId };

export interface Option {
  readonly id: OptionId;
  readonly text: OptionText;
  withdrawn: boolean;
  /** Dots, voters who put some, and dots by group. */
  dots: number;
  voters: number;
  readonly groups: Map<ListId | null, number>;
}

export interface Vote {
  readonly participant: ParticipantId;
  readonly group: ListId | null;
  readonly dots: ReadonlyMap<OptionId, number>;
}

export interface BallotState {
  readonly id: ActivityId;
  config: BallotConfig;
  readonly options: Map<OptionId, Option>;
  /** The vote that counts of each voter: the last one. */
  readonly votes: Map<string, Vote>;
  /** Voters by group. */
  readonly groups: Map<ListId | null, number>;
}

export function initial(id: ActivityId, config: BallotConfig): BallotState {
  const state: BallotState = { id, config, options: new Map(), votes: new Map(), groups: new Map() };
  config.options.forEach(({ text, detail }, i) => {
    addOption(state, `o${i + 1}` as OptionId, { from: 'file', text, detail: detail ?? null });
  });
  return state;
}

export function addOption(state: BallotState, id: OptionId, text: OptionText): void {
  state.options.set(id, { id, text, withdrawn: false, dots: 0, voters: 0, groups: new Map() });
}

export function configure(state: BallotState, settings: Readonly<Record<string, unknown>>): void {
  state.config = { ...state.config, ...settings };
}

/** The most dots that may go on one option. */
export const perOption = ({ dots, perOption: most }: BallotConfig): number => Math.min(dots, most);
