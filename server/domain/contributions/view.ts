import type { CoreReader, Item, Key, OwnItem, Touch, TranslationShown } from '../activities/activity.ts';
import type { Audience } from '../actors.ts';
import type { Attribution } from '../attribution.ts';
import type { ActivityId, ItemId, ParticipantId, Reference } from '../ids.ts';
import type { TextLanguage } from '../text.ts';
import { readVault } from '../vault.ts';
import type { ContributionEvent, HideReason, RemovalReason } from './schema.ts';
import { type Contribution, type ContributionsState, contestsOf, endorsersOf, isSealed } from './state.ts';

export const contributionKey = (id: ItemId): Key => `c/${id}`;
export const endorsementKey = (id: ItemId): Key => `n/${id}`;
export const countKey = (id: ActivityId): Key => `count/${id}`;

/** The value of `c/<item>`. */
export interface ContributionView {
  readonly activity: ActivityId;
  readonly ref: Reference | null;
  readonly parent: ItemId | null;
  /** Where in the activity it stands, as that kind names its places. */
  readonly place: string | null;
  /** It speaks against its parent. */
  readonly contests: boolean;
  readonly order: number;
  /** Milliseconds since 1970, UTC: when it was sent. Null where authors appear by city or kind: a time could tell who. */
  readonly at: number | null;
  readonly by: Attribution;
  readonly text: string;
  readonly lang: TextLanguage;
  readonly guessed: boolean;
  readonly wording: number;
  readonly pinned: boolean;
  readonly translations: Readonly<Record<string, TranslationShown>>;
  /** What was merged into it: each keeps its reference and its author's credit. */
  readonly merged: readonly { readonly item: ItemId; readonly ref: Reference; readonly by: Attribution }[];
  /** The desk wrote it down for its author; not told where authors appear by city or kind. */
  readonly behalf?: true;
  /** At the desk alone. */
  readonly status?: 'shown' | 'hidden' | 'late';
  readonly hidden?: { readonly reason: HideReason; readonly note: string | null };
}

/**
 * The value of `n/<item>`: people who endorse it, how many of them endorsed an earlier wording, and people who contest
 * it, where there are any.
 */
export interface EndorsementView {
  readonly n: number;
  readonly earlier: number;
  readonly contests?: number;
}

/** The value of `count/<activity>`. `received` counts what was collected and waits for the reveal. */
export interface CountView {
  readonly shown: number;
  readonly received: number;
  /** False while texts are collected for a reveal that is still to come. */
  readonly revealed: boolean;
  /** At the desk alone. */
  readonly hidden?: number;
  readonly late?: number;
  readonly withdrawn?: number;
  readonly removed?: number;
}

/** An own contribution in "Mine". */
export interface OwnContribution extends OwnItem {
  readonly status: Contribution['status'];
  readonly ref: Reference | null;
  readonly parent: ItemId | null;
  readonly place: string | null;
  readonly contests: boolean;
  readonly at: number;
  readonly text: string | null;
  readonly lang: TextLanguage;
  readonly guessed: boolean;
  readonly wording: number;
  readonly hidden: { readonly reason: HideReason; readonly note: string | null } | null;
  readonly removed: RemovalReason | null;
  readonly mergedInto: Reference | null;
}

/** Who may read a contribution's text. Pending: its author alone; late and hidden: also the desk. */
function visible(c: Contribution, audience: Audience): boolean {
  if (c.status === 'shown') return true;
  return audience === 'desk' && (c.status === 'hidden' || c.status === 'late');
}

export function* contributionKeys(state: ContributionsState): Iterable<Key> {
  yield countKey(state.id);
  for (const id of state.contributions.keys()) {
    yield contributionKey(id);
    yield endorsementKey(id);
  }
}

export function showContribution(state: ContributionsState, key: Key, audience: Audience, core: CoreReader): unknown {
  if (key === countKey(state.id)) return contributionCount(state, audience);
  const c = state.contributions.get(key.slice(2) as ItemId);
  if (!c || !visible(c, audience)) return undefined;
  if (key === endorsementKey(c.id)) return endorsement(state, c);
  return key === contributionKey(c.id) ? contribution(state, c, audience, core) : undefined;
}

export function contributionCount(state: ContributionsState, audience: Audience): CountView {
  const { shown, pending, hidden, late, withdrawn, removed } = state.counts;
  const all = { shown, received: pending, revealed: state.revealed };
  return audience === 'desk' ? { ...all, hidden, late, withdrawn, removed } : all;
}

export function endorsement(state: ContributionsState, c: Contribution): EndorsementView | undefined {
  const endorsers = endorsersOf(state, c);
  const contests = contestsOf(state, c).size;
  if (endorsers.size === 0 && contests === 0) return undefined;
  let earlier = 0;
  for (const wording of endorsers.values()) if (wording < c.wording) earlier++;
  return { n: endorsers.size, earlier, ...(contests > 0 ? { contests } : {}) };
}

function contribution(
  state: ContributionsState,
  c: Contribution,
  audience: Audience,
  core: CoreReader,
): ContributionView | undefined {
  const text = textOf(c, core);
  if (text === undefined) return undefined;
  return {
    activity: state.id,
    ref: c.ref,
    parent: c.parent,
    place: c.place,
    contests: c.contests,
    order: c.order,
    at: core.tellsTimes ? c.at : null,
    by: byOf(c, core),
    text,
    lang: c.lang,
    guessed: c.guessed,
    wording: c.wording,
    pinned: c.pinned,
    translations: translationsOf(c, core),
    merged: parts(state, c, core),
    ...(c.behalf && core.tellsTimes ? { behalf: true as const } : {}),
    ...(audience === 'desk'
      ? {
          status: c.status as 'shown' | 'hidden' | 'late',
          ...(c.hidden ? { hidden: { reason: c.hidden.reason, note: noteOf(c, core) } } : {}),
        }
      : {}),
  };
}

/** The text as it stands; undefined where it is lost. One of the meeting file is given in its first language. */
export const textOf = (c: Contribution, core: CoreReader): string | undefined =>
  isSealed(c.text) ? readVault(core.vault, c.text, 'text')?.text : c.text.ar;

/** A text of the meeting file stands in all three languages from the start. */
export const translationsOf = (c: Contribution, core: CoreReader): Readonly<Record<string, TranslationShown>> =>
  isSealed(c.text)
    ? core.translations(c.id, c.wording)
    : { fr: { text: c.text.fr, earlier: false }, en: { text: c.text.en, earlier: false } };

/** Whose it is, as it is shown. */
export const byOf = (c: Contribution, core: CoreReader): Attribution =>
  c.author ? core.attributionOf(c.author) : { as: isSealed(c.text) ? 'participant' : 'document' };

export const parts = (state: ContributionsState, c: Contribution, core: CoreReader) =>
  c.merged.flatMap((id) => {
    const part = state.contributions.get(id);
    return part?.ref ? [{ item: id, ref: part.ref, by: byOf(part, core) }] : [];
  });

const noteOf = (c: Contribution, core: CoreReader): string | null =>
  (c.hidden?.note && readVault(core.vault, c.hidden.note, 'note')?.text) ?? null;

export function ownContributions(state: ContributionsState, participant: ParticipantId, core: CoreReader) {
  const items: OwnContribution[] = [];
  for (const id of state.byAuthor.get(participant) ?? []) {
    const c = state.contributions.get(id);
    if (!c) continue;
    items.push({
      id,
      activity: state.id,
      status: c.status,
      ref: c.ref,
      parent: c.parent,
      place: c.place,
      contests: c.contests,
      at: c.at,
      text: textOf(c, core) ?? null,
      lang: c.lang,
      guessed: c.guessed,
      wording: c.wording,
      hidden: c.hidden ? { reason: c.hidden.reason, note: noteOf(c, core) } : null,
      removed: c.removed,
      mergedInto: (c.mergedInto && state.contributions.get(c.mergedInto)?.ref) ?? null,
    });
  }
  // Who endorsed a part endorses the whole; who endorsed an earlier wording may look at the new one and endorse it.
  const endorsed: ItemId[] = [];
  for (const id of state.endorsedBy.get(participant) ?? []) {
    const c = state.contributions.get(id);
    const whole = c?.mergedInto ? state.contributions.get(c.mergedInto) : c;
    if (whole && endorsersOf(state, whole).get(participant) === whole.wording) endorsed.push(whole.id);
  }
  return { items, endorsed: [...new Set(endorsed)] };
}

export function contributionItem(
  state: ContributionsState,
  id: ItemId,
  audience: Audience,
  core: CoreReader,
): Item | undefined {
  const c = state.contributions.get(id);
  if (!c || !visible(c, audience)) return undefined;
  const text = textOf(c, core);
  if (text === undefined) return undefined;
  const { ref, lang, wording } = c;
  const status = c.status as Item['status'];
  return { id, ref, text, lang, wording, translations: translationsOf(c, core), by: byOf(c, core), status };
}

export function* contributionItems(state: ContributionsState, audience: Audience, core: CoreReader): Iterable<Item> {
  for (const id of state.contributions.keys()) {
    const found = contributionItem(state, id, audience, core);
    if (found) yield found;
  }
}

/** Everything whose view hangs together with an item: what it is part of, and its parts. */
export function family(state: ContributionsState, id: ItemId): ItemId[] {
  const c = state.contributions.get(id);
  return c ? [id, ...(c.mergedInto ? [c.mergedInto] : []), ...c.merged] : [id];
}

/** What an item speaks against, and what that was merged into: their numbers change with it. */
function opposed(state: ContributionsState, id: ItemId | undefined): ItemId[] {
  const c = id && state.contributions.get(id);
  return c?.contests && c.parent ? family(state, c.parent) : [];
}

export const keysOfAuthor = (state: ContributionsState, participant: ParticipantId): Key[] => [
  ...new Set([...(state.byAuthor.get(participant) ?? [])].flatMap((id) => family(state, id)).map(contributionKey)),
];

export type ContributionTouches<S> = {
  readonly [T in ContributionEvent['type']]: (data: Extract<ContributionEvent, { type: T }>['data'], state: S) => Touch;
};

/** Items whose text, state or place changes, with their families, their authors and the counts. */
function changed(
  state: ContributionsState,
  ids: readonly ItemId[],
): Touch & { tallies: Key[]; selves: ParticipantId[] } {
  const all = [...new Set(ids.flatMap((id) => family(state, id)))];
  return {
    keys: all.map(contributionKey),
    tallies: [...all, ...all.flatMap((id) => opposed(state, id))].map(endorsementKey).concat(countKey(state.id)),
    selves: all.flatMap((id) => {
      const c = state.contributions.get(id);
      // What a person endorses is another item where a whole and its parts come together or fall apart.
      return c ? [...(c.author ? [c.author] : []), ...(all.length > 1 ? c.endorsers.keys() : [])] : [];
    }),
  };
}

const ofItem = (data: { item: ItemId }, state: ContributionsState): Touch => changed(state, [data.item]);
const endorsed = (data: { item: ItemId; participant: ParticipantId }, state: ContributionsState): Touch => ({
  tallies: [endorsementKey(data.item), countKey(state.id)],
  selves: [data.participant],
});

export const contributionTouches: ContributionTouches<ContributionsState> = {
  ContributionAdded: (data, state) => ({
    keys: [contributionKey(data.item)],
    tallies: [
      countKey(state.id),
      ...(data.contests && data.parent ? family(state, data.parent).map(endorsementKey) : []),
    ],
    selves: data.participant ? [data.participant] : [],
  }),
  SeedsPublished: (data, state) => ({
    keys: data.published.map((p) => contributionKey(p.item)),
    tallies: [countKey(state.id)],
  }),
  ContributionEdited: (data, state) => {
    const touch = ofItem(data, state);
    const endorsers = state.contributions.get(data.item)?.endorsers.keys() ?? [];
    return { ...touch, selves: [...(touch.selves ?? []), ...endorsers] };
  },
  LanguageCorrected: ofItem,
  ContributionWithdrawn: ofItem,
  Endorsed: endorsed,
  EndorsementWithdrawn: endorsed,
  // The text still exists, but the room may no longer be sent it. (What destroys a text retracts by itself.)
  ContributionHidden: (data, state) => ({ ...ofItem(data, state), retracts: true }),
  ContributionUnhidden: ofItem,
  ContributionPinned: ofItem,
  ContributionUnpinned: ofItem,
  ContributionsMerged: (data, state) => ({
    ...changed(state, [data.into, ...data.from]),
    // The text of what was merged is no longer shown on its own.
    retracts: true,
  }),
  ContributionsUnmerged: (data, state) => changed(state, data.from),
  ContributionRemoved: ofItem,
  Revealed: (data, state) =>
    changed(
      state,
      data.published.map((p) => p.item),
    ),
  // Where the reveal is still to come, the desk too no longer sees it until then.
  LateContributionAdmitted: (data, state) => ({
    ...ofItem(data, state),
    retracts: data.ref === undefined,
  }),
};
