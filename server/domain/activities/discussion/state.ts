import type { ActivityId, ItemId, ParticipantId, Reference } from '../../ids.ts';
import type { TextLanguage } from '../../text.ts';
import type { Sealed } from '../../vault.ts';
import type { DiscussionConfig, HideReason, RemovalReason } from './schema.ts';

/**
 * pending: collected, not yet revealed. late: came after the grace, waits for the desk. merged: credited in another.
 * withdrawn and removed: text destroyed, the entry remains so that its reference is never given again.
 */
export type ContributionStatus = 'pending' | 'late' | 'shown' | 'hidden' | 'merged' | 'withdrawn' | 'removed';

export interface Contribution {
  readonly id: ItemId;
  readonly author: ParticipantId;
  readonly at: number;
  /** The event that added it: the order in which the room wrote. */
  readonly order: number;
  readonly parent: ItemId | null;
  ref: Reference | null;
  status: ContributionStatus;
  text: Sealed;
  lang: TextLanguage;
  guessed: boolean;
  /** Counts edits, from 1. */
  wording: number;
  pinned: boolean;
  hidden: { readonly reason: HideReason; readonly note: Sealed | null } | null;
  removed: RemovalReason | null;
  mergedInto: ItemId | null;
  readonly merged: ItemId[];
  /** Who endorses it, with the wording that each one endorsed. */
  readonly endorsers: Map<ParticipantId, number>;
}

export interface DiscussionState {
  readonly id: ActivityId;
  config: DiscussionConfig;
  /** Always true where the mode is `live`. */
  revealed: boolean;
  readonly contributions: Map<ItemId, Contribution>;
  readonly byAuthor: Map<ParticipantId, Set<ItemId>>;
  /** What each participant endorses, for their own view. */
  readonly endorsedBy: Map<ParticipantId, Set<ItemId>>;
  readonly counts: Record<ContributionStatus, number>;
}

export function initial(id: ActivityId, config: DiscussionConfig): DiscussionState {
  return {
    id,
    config,
    revealed: config.reveal === 'live',
    contributions: new Map(),
    byAuthor: new Map(),
    endorsedBy: new Map(),
    counts: { pending: 0, late: 0, shown: 0, hidden: 0, merged: 0, withdrawn: 0, removed: 0 },
  };
}

export function configure(state: DiscussionState, settings: Readonly<Record<string, unknown>>): void {
  state.config = { ...state.config, ...settings };
  if ('reveal' in settings) state.revealed = state.config.reveal === 'live';
}

/** The set at a key, made where it is missing. */
export function setAt<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const found = map.get(key);
  if (found) return found;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}

/**
 * Who endorses a contribution or any that was merged into it: each person once, with the newest wording they endorsed.
 * Whoever endorsed a part counts for the present wording of the whole.
 */
export function endorsersOf(state: DiscussionState, c: Contribution): Map<ParticipantId, number> {
  if (c.merged.length === 0) return c.endorsers;
  const all = new Map(c.endorsers);
  for (const id of c.merged)
    for (const who of state.contributions.get(id)?.endorsers.keys() ?? []) all.set(who, c.wording);
  for (const id of [c.id, ...c.merged]) {
    const author = state.contributions.get(id)?.author;
    if (author) all.delete(author);
  }
  return all;
}
