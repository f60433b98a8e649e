import type { ActivityId, ItemId, ParticipantId } from '../../ids.ts';
import { filled, type Localized } from '../../text.ts';
import { readVault, type Sealed, type VaultReader } from '../../vault.ts';
import { type BallotConfig, MAX_OPTIONS, type OptionId } from './schema.ts';

export type OptionText =
  | { readonly from: 'file'; readonly text: Localized; readonly detail: Localized | null }
  | { readonly from: 'desk'; readonly label: Sealed }
  | { readonly from: 'item'; readonly item: ItemId };

export interface Option {
  readonly id: OptionId;
  readonly text: OptionText;
  withdrawn: boolean;
}

export interface Vote {
  readonly participant: ParticipantId;
  /** The event that cast it: where one organisation has one vote, the last of it counts. */
  readonly order: number;
  /** None where it was taken back. */
  readonly dots: ReadonlyMap<OptionId, number>;
}

export interface BallotState {
  readonly id: ActivityId;
  config: BallotConfig;
  readonly options: Map<OptionId, Option>;
  /** The last vote of each participant. */
  readonly votes: Map<ParticipantId, Vote>;
}

export function initial(id: ActivityId, config: BallotConfig): BallotState {
  const state: BallotState = { id, config, options: new Map(), votes: new Map() };
  config.options.forEach(({ text, detail }, i) => {
    addOption(state, `o${i + 1}` as OptionId, { from: 'file', text, detail: detail ?? null });
  });
  return state;
}

export function addOption(state: BallotState, id: OptionId, text: OptionText): void {
  state.options.set(id, { id, text, withdrawn: false });
}

export function configure(state: BallotState, settings: Readonly<Record<string, unknown>>): void {
  state.config = { ...state.config, ...settings };
}

/** The options that stand, of the file and of the desk; what was carried over is the room's. */
export const addedTo = ({ options }: BallotState, vault: VaultReader): Pick<BallotConfig, 'options'> => ({
  options: [...options.values()]
    .flatMap(({ text, withdrawn }) => {
      if (withdrawn || text.from === 'item') return [];
      if (text.from === 'file') return [{ text: text.text, ...(text.detail ? { detail: text.detail } : {}) }];
      const label = readVault(vault, text.label, 'label')?.label;
      return label ? [{ text: filled(label) }] : [];
    })
    .slice(0, MAX_OPTIONS),
});

/** The most dots that may go on one option. */
export const perOption = ({ dots, perOption: most }: BallotConfig): number => Math.min(dots, most);
