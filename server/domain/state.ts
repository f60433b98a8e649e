import type { Activity, CoreReader, Lifecycle, LifecycleStatus, TranslationShown } from './activities/activity.ts';
import { activityByKind } from './activities/index.ts';
import type { Audience } from './actors.ts';
import type { Attribution, AttributionMode } from './attribution.ts';
import { attributionIn, type Buckets, bucketOf, unitOf } from './buckets.ts';
import type { Consents, ScreenNumber, ScreenShow } from './commands.ts';
import type { UndoRecord } from './events.ts';
import type { Rounds } from './heard-rounds.ts';
import type { ActivityId, AgendaItemId, ItemId, ListId, ParticipantId } from './ids.ts';
import type { Meeting } from './meeting-file.ts';
import type { PartsState } from './parts/index.ts';
import type { Language } from './text.ts';
import { readVault, type Sealed, type VaultOf, type VaultValue } from './vault.ts';

export interface Participant {
  readonly id: ParticipantId;
  readonly profile: Sealed;
  readonly organisation: ListId | null;
  readonly city: ListId | null;
  readonly kind: ListId;
  readonly joinedAt: number;
  /** False for somebody whom the desk added, and writes for. */
  readonly phone: boolean;
  lang: Language;
  consents: Consents;
  /** Whether they ever agreed to their name beside their words: whoever read it then still knows it. */
  named: boolean;
}

export interface ActivityInstance extends Lifecycle {
  readonly kind: string;
  status: LifecycleStatus;
  openedAt: number | null;
  endsAt: number | null;
  remaining: number | null;
  closesAt: number | null;
  /** Settings that the core knows: the time set for it, in minutes, and the grace. */
  minutes: number | null;
  graceSeconds: number;
  /** Fixed when it is first opened, where authors appear by city or by kind. */
  buckets: Buckets | null;
  /** Who has been heard in it. */
  readonly heard: Rounds;
  slice: unknown;
}

export interface TranslationState {
  readonly text: Sealed;
  /** The wording of the original that it translates. */
  readonly wording: number;
}

export interface UndoEntry extends UndoRecord {
  readonly seq: number;
  readonly at: number;
}

export interface Progress {
  startedAt: number;
  endedAt: number | null;
  /** When it ended before it was started again, oldest first: taking such a start back leaves it ended. */
  readonly ends: number[];
}

export interface ScreenState {
  readonly show: ScreenShow;
  readonly blank: boolean;
  readonly frozen: boolean;
}

export const freshScreen: ScreenState = { show: { mode: 'now' }, blank: false, frozen: false };

export interface MeetingState {
  seq: number;
  /** When the newest event happened, in milliseconds since 1970, UTC. */
  at: number;
  readonly vault: Map<string, VaultValue>;
  /** The meeting as it now is: the file, with what the desk has changed since. */
  file: Meeting | null;
  code: string;
  /** It is a copy of a meeting, to try things out in (MTG69). */
  rehearsal: boolean;
  readonly participants: Map<ParticipantId, Participant>;
  readonly progress: Map<AgendaItemId, Progress>;
  currentItem: AgendaItemId | null;
  readonly activities: Map<ActivityId, ActivityInstance>;
  /** The activity that each item belongs to. */
  readonly homes: Map<ItemId, ActivityId>;
  readonly translations: Map<ItemId, Map<Language, TranslationState>>;
  readonly references: Map<string, number>;
  /** By their numbers; a screen that is not among them shows what is open now. */
  readonly screens: Map<ScreenNumber, ScreenState>;
  readonly parts: PartsState;
  /** What the desk did last and can put back, oldest first. */
  readonly acts: UndoEntry[];
}

/** Acts further back than this are not offered for undo. */
export const MAX_ACTS = 30;

export const kindOf = (instance: ActivityInstance): Activity => {
  const activity = activityByKind.get(instance.kind);
  if (!activity) throw new Error(`no activity of kind ${instance.kind}`);
  return activity;
};

/** What a participant wrote of their organisation and city, where these are not of the list. */
export const ownWords = (
  { organisation, city }: Pick<Participant, 'organisation' | 'city'>,
  profile: VaultOf<'profile'> | undefined,
): { readonly organisationText: string | null; readonly cityText: string | null } => ({
  organisationText: organisation === null ? (profile?.organisation ?? null) : null,
  cityText: city === null ? (profile?.city ?? null) : null,
});

/** How a participant appears beside their words: by name where they agreed to it, else as a participant. */
export function attributionOf(state: MeetingState, id: ParticipantId): Attribution {
  const participant = state.participants.get(id);
  const profile = participant && readVault(state.vault, participant.profile, 'profile');
  if (!participant?.consents.words || !profile) return { as: 'participant' };
  const { organisationText, cityText } = ownWords(participant, profile);
  return {
    as: 'name',
    name: profile.name,
    organisation: participant.organisation,
    ...(organisationText ? { organisationText } : {}),
    city: participant.city,
    ...(cityText ? { cityText } : {}),
  };
}

/** How authors appear in an activity, by its configuration. */
export const attributionModeOf = (instance: ActivityInstance): AttributionMode =>
  (kindOf(instance).configOf(instance.slice) as { attribution?: AttributionMode }).attribution ?? 'named';

/** An item with the activity that it belongs to, if the audience may see it. */
export function itemOf(state: MeetingState, id: ItemId, audience: Audience) {
  const instance = state.activities.get(state.homes.get(id) as ActivityId);
  return instance && kindOf(instance).item(instance.slice, id, audience, coreReader(state, instance));
}

export function translationsOf(state: MeetingState, id: ItemId, wording: number): Record<string, TranslationShown> {
  const shown: Record<string, TranslationShown> = {};
  for (const [lang, translation] of state.translations.get(id) ?? []) {
    const value = readVault(state.vault, translation.text, 'translation');
    if (!value) continue;
    shown[lang] = { text: value.text, ...(value.by ? { by: value.by } : {}), earlier: translation.wording < wording };
  }
  return shown;
}

/** What an activity may read of the meeting. */
export function coreReader(state: MeetingState, instance: ActivityInstance): CoreReader {
  const mode = attributionModeOf(instance);
  const unit = (id: ParticipantId) => {
    const participant = state.participants.get(id);
    return participant ? unitOf(participant) : `p:${id}`;
  };
  return {
    vault: state.vault,
    lifecycle: instance,
    attributionOf: (id) => (mode === 'named' ? attributionOf(state, id) : attributionIn(state, instance, id)),
    tellsTimes: mode === 'named',
    bucketOf: (id) => (instance.buckets ? bucketOf(state, instance.buckets, id) : null),
    unitOf: unit,
    colleagues: (id) => {
      const own = unit(id);
      return [...state.participants.values()].filter((p) => unitOf(p) === own).map((p) => p.id);
    },
    item: (id, audience) => itemOf(state, id, audience),
    host: (id) => {
      const home = state.activities.get(state.homes.get(id) as ActivityId);
      return home && kindOf(home).host?.(home.slice, id);
    },
    participant: (id) => state.participants.get(id),
    translations: (item, wording) => translationsOf(state, item, wording),
    translationSeals: (item) => [...(state.translations.get(item)?.values() ?? [])].map((t) => t.text.id),
  };
}
