import type { ActivityId, ItemId, ParticipantId, Reference } from '../ids.ts';
import type { Localized, TextLanguage } from '../text.ts';
import type { Sealed } from '../vault.ts';
import type { HideReason, RemovalReason, RevealMode } from './schema.ts';

/**
 * pending: collected, not yet revealed. late: came after the grace, waits for the desk. merged: credited in another.
 * withdrawn and removed: text destroyed, the entry remains so that its reference is never given again.
 */
export type ContributionStatus = 'pending' | 'late' | 'shown' | 'hidden' | 'merged' | 'withdrawn' | 'removed';

export interface Contribution {
  readonly id: ItemId;
  /** Null where nobody of the room wrote it: the desk did, or it stands in the meeting file. */
  readonly author: ParticipantId | null;
  readonly at: number;
  /** The event that added it: the order in which the room wrote. */
  readonly order: number;
  readonly parent: ItemId | null;
  readonly place: string | null;
  /** It speaks against its parent. */
  readonly contests: boolean;
  /** The desk wrote it down for its author. */
  readonly behalf: boolean;
  ref: Reference | null;
  status: ContributionStatus;
  /** Sealed in the vault, or a public text of the meeting file. */
  text: Sealed | Localized;
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
  /** What speaks against it, by who wrote that; withdrawn and removed ones are not among them. */
  readonly contested: Map<ParticipantId, ItemId>;
  /** What it adds to the totals of its place. */
  counted: Total;
}

/** What stands in a place, as the room sees it: texts, endorsements of them, people who contest them. */
export interface Total {
  readonly shown: number;
  readonly endorsements: number;
  readonly contests: number;
}

export const nothing: Total = { shown: 0, endorsements: 0, contests: 0 };

/** What a kind has decided about its contributions, of its configuration as it now is. */
export interface ContributionRules {
  readonly replies: boolean;
  readonly endorsements: boolean;
  readonly contests: boolean;
}

/** The texts that a kind's meeting file brings, with their places. */
export interface Seed {
  readonly text: Localized;
  readonly place: string | null;
}

export interface ContributionsState {
  readonly id: ActivityId;
  readonly kind: string;
  rules: ContributionRules;
  readonly seeds: readonly Seed[];
  /** Always true where the mode is `live`. */
  revealed: boolean;
  readonly contributions: Map<ItemId, Contribution>;
  readonly byAuthor: Map<ParticipantId, Set<ItemId>>;
  /** What each participant endorses, for their own view. */
  readonly endorsedBy: Map<ParticipantId, Set<ItemId>>;
  readonly counts: Record<ContributionStatus, number>;
  /** By place; replies and contests count for nothing themselves. */
  readonly totals: Map<string, Total>;
}

export const initialContributions = (
  kind: string,
  id: ActivityId,
  rules: ContributionRules,
  reveal: RevealMode,
  seeds: readonly Seed[] = [],
): ContributionsState => ({
  id,
  kind,
  rules,
  seeds,
  revealed: reveal === 'live',
  contributions: new Map(),
  byAuthor: new Map(),
  endorsedBy: new Map(),
  counts: { pending: 0, late: 0, shown: 0, hidden: 0, merged: 0, withdrawn: 0, removed: 0 },
  totals: new Map(),
});

/** Whether the text is sealed in the vault; the others stand in the meeting file, in three languages. */
export const isSealed = (text: Contribution['text']): text is Sealed => 'commitment' in text;

/** The set at a key, made where it is missing. */
export function setAt<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const found = map.get(key);
  if (found) return found;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}

/** What a contribution was merged into, and the reference that it had. */
export function hostOf(state: ContributionsState, id: ItemId): { item: ItemId; was: Reference } | undefined {
  const c = state.contributions.get(id);
  return c?.mergedInto && c.ref ? { item: c.mergedInto, was: c.ref } : undefined;
}

/** A contribution and what was merged into it. */
const whole = (state: ContributionsState, c: Contribution): Contribution[] => [
  c,
  ...c.merged.flatMap((id) => state.contributions.get(id) ?? []),
];

/**
 * Who endorses a contribution or any that was merged into it: each person once, with the newest wording they endorsed.
 * Whoever endorsed a part counts for the present wording of the whole.
 */
export function endorsersOf(state: ContributionsState, c: Contribution): Map<ParticipantId, number> {
  if (c.merged.length === 0) return c.endorsers;
  const all = new Map(c.endorsers);
  for (const id of c.merged)
    for (const who of state.contributions.get(id)?.endorsers.keys() ?? []) all.set(who, c.wording);
  for (const { author } of whole(state, c)) if (author) all.delete(author);
  return all;
}

/** What speaks against a contribution or any that was merged into it, and is to be read; each person once. */
export function contestsOf(state: ContributionsState, c: Contribution): Map<ParticipantId, ItemId> {
  const all = new Map<ParticipantId, ItemId>();
  for (const part of whole(state, c))
    for (const [who, id] of part.contested) {
      const contest = state.contributions.get(id);
      // A part is read, or hidden, with its whole.
      const host = contest?.mergedInto ? state.contributions.get(contest.mergedInto) : contest;
      if (host?.status === 'shown') all.set(who, id);
    }
  return all;
}

/** Brings the totals of a contribution's place up to date, after it or what hangs on it has changed. */
export function recount(state: ContributionsState, c: Contribution): void {
  if (c.parent) return;
  const now: Total =
    c.status === 'shown'
      ? { shown: 1, endorsements: endorsersOf(state, c).size, contests: contestsOf(state, c).size }
      : nothing;
  const place = c.place ?? '';
  const total = state.totals.get(place) ?? nothing;
  state.totals.set(place, {
    shown: total.shown + now.shown - c.counted.shown,
    endorsements: total.endorsements + now.endorsements - c.counted.endorsements,
    contests: total.contests + now.contests - c.counted.contests,
  });
  c.counted = now;
}
