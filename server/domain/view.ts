import type { Key, Lifecycle, OwnItem, Touch } from './activities/activity.ts';
import { type ActivityEvent, activityByKind } from './activities/index.ts';
import type { Audience } from './actors.ts';
import type { Attribution } from './attribution.ts';
import { currentId } from './buckets.ts';
import type { Consents } from './commands.ts';
import type { CoreEvent, MeetingEvent } from './events.ts';
import { everyHeard, type HeardTables, heardIn, heardOf } from './heard.ts';
import type { ActivityId, AgendaItemId, ItemId, ListId, ParticipantId, Reference } from './ids.ts';
import type { AgendaEntry, Meeting, MeetingFile } from './meeting-file.ts';
import { isPresent, personKey } from './parts/attendance.ts';
import type { OwnFloor } from './parts/floor.ts';
import { partByName, partOf, partOfKey } from './parts/index.ts';
import type { Part } from './parts/part.ts';
import {
  attributionModeOf,
  coreReader,
  freshScreen,
  kindOf,
  type MeetingState,
  ownWords,
  type Participant,
  type ScreenState,
} from './state.ts';
import type { Language } from './text.ts';
import { undoable } from './undo.ts';
import { readVault } from './vault.ts';

/*
 * view(state, audience) maps keys to JSON values. An event touches keys; a patch is the touched keys with their values
 * as they are afterwards, null where the audience may not (or may no longer) see one. Values are absolute, so a patch
 * applied twice, or over a snapshot that already holds it, changes nothing.
 *
 * Keys: meeting, agenda, people, screen, acts; a/<activity>, count/<activity>; and those of the activities.
 */

/**
 * `meeting`: what stays the same while it runs. The join code is for those who are in it. `rehearsal`: it is a copy of a
 * meeting, to try things out in.
 */
export type MeetingView = Omit<MeetingFile, 'agenda' | 'activities' | 'format'> & {
  readonly code: string;
  readonly rehearsal?: true;
};

/** `agenda`: times as they now are planned and as they were; `planned` where the meeting file had others. */
export interface AgendaView {
  readonly current: AgendaItemId | null;
  readonly items: readonly (Omit<AgendaEntry, 'gap'> & {
    readonly startedAt: number | null;
    readonly endedAt: number | null;
  })[];
}

/** `a/<activity>`: its life, and its configuration as it now is. */
export interface ActivityView extends Lifecycle {
  readonly kind: string;
  readonly minutes: number | null;
  readonly graceSeconds: number;
  readonly config: Readonly<Record<string, unknown>>;
  /** The cities or kinds that authors appear by, once they are fixed; the others are one pool. */
  readonly buckets: { readonly by: 'city' | 'kind'; readonly listed: readonly ListId[] } | null;
}

/** `people`, a tally: who has joined. By kind and by city at the desk alone; a city that is not listed counts as null. */
export interface PeopleView {
  readonly joined: number;
  readonly byKind?: Readonly<Record<string, number>>;
  readonly byCity?: Readonly<Record<string, number>>;
}

/**
 * `person/<participant>`, at the desk: somebody who has joined. The name of those alone who agreed to be listed as
 * present, or whom the desk itself added.
 */
export interface PersonView {
  readonly name: string | null;
  readonly organisation: ListId | null;
  readonly organisationText: string | null;
  readonly city: ListId | null;
  readonly cityText: string | null;
  readonly kind: ListId;
  readonly lang: Language;
  readonly phone: boolean;
  readonly present: boolean;
}

/** `screen` (the first) and `screen/<number>` (2 to 4, where they were ever set), for the desk and the screens. */
export type ScreenView = ScreenState;

/** `heard`, a tally, at the desk: those present and what they wrote, endorsed and said, by kind and by city. */
export type HeardView = HeardTables;

/** `acts`, for the desk: what was done last, newest last, and whether it can be put back. */
export interface ActsView {
  readonly acts: readonly {
    readonly seq: number;
    readonly at: number;
    readonly act: string;
    readonly target: string;
    readonly ref: Reference | null;
    readonly undoable: boolean;
  }[];
}

/** A participant's own view: sent whole, to them alone. */
export interface SelfView {
  readonly participant: ParticipantId;
  readonly name: string | null;
  readonly organisation: ListId | null;
  readonly organisationText: string | null;
  readonly city: ListId | null;
  readonly cityText: string | null;
  readonly kind: ListId;
  readonly lang: Language;
  readonly consents: Consents;
  readonly items: readonly OwnItem[];
  readonly endorsed: readonly ItemId[];
  /** What else they did, by activity: of each kind's own shape. */
  readonly own: Readonly<Record<ActivityId, unknown>>;
  readonly parts: { readonly attendance: { readonly left: boolean }; readonly floor: OwnFloor };
  /** How they appear where authors appear by city or kind, by activity, once it has been opened. */
  readonly seenAs: Readonly<Record<ActivityId, Attribution>>;
}

export type View = Map<Key, unknown>;

const activityKey = (id: ActivityId): Key => `a/${id}`;

const OTHER_SCREENS = ['screen/2', 'screen/3', 'screen/4'];
const sliceOf = (state: MeetingState, part: Part): unknown => state.parts[part.name as keyof MeetingState['parts']];

/** Every key that could have a value. */
function* allKeys(state: MeetingState): Iterable<Key> {
  yield* ['meeting', 'agenda', 'people', 'heard', 'screen', ...OTHER_SCREENS, 'acts'];
  for (const id of state.participants.keys()) yield personKey(id);
  for (const part of partByName.values()) yield* part.keys(sliceOf(state, part), state);
  for (const instance of state.activities.values()) {
    yield activityKey(instance.id);
    yield `heard/${instance.id}`;
    yield* kindOf(instance).keys(instance.slice);
  }
}

/** All that an audience sees. */
export function view(state: MeetingState, audience: Audience): View {
  const seen: View = new Map();
  for (const key of allKeys(state)) {
    const value = show(state, key, audience);
    if (value !== undefined) seen.set(key, value);
  }
  return seen;
}

/** One key's value for an audience. What goes wrong here withholds the value: better nothing than too much. */
export function show(state: MeetingState, key: Key, audience: Audience): unknown {
  try {
    return showOrThrow(state, key, audience);
  } catch {
    return undefined;
  }
}

function showOrThrow(state: MeetingState, key: Key, audience: Audience): unknown {
  const desk = audience === 'desk';
  switch (key) {
    case 'meeting':
      return state.file ? meetingView(state.file, state) : undefined;
    case 'agenda':
      return state.file ? agendaView(state, state.file) : undefined;
    case 'people':
      return peopleView(state, desk);
    case 'screen':
      return audience === 'room' ? undefined : ((state.screens.get(1) ?? freshScreen) satisfies ScreenView);
    case 'heard':
      return desk ? (heardOf(state) satisfies HeardView) : undefined;
    case 'acts':
      return desk ? actsView(state) : undefined;
  }
  const part = partOfKey(key);
  if (part) return part.show(sliceOf(state, part), key, audience, state);
  const slash = key.indexOf('/');
  if (key.startsWith('person/')) return desk ? personView(state, key.slice(slash + 1) as ParticipantId) : undefined;
  if (key.startsWith('screen/'))
    return audience === 'room' ? undefined : state.screens.get(Number(key.slice(slash + 1)));
  const kind = key.slice(0, slash);
  // `<what>/<activity or item>`, and whatever the kind adds behind another slash.
  const [id = ''] = key.slice(slash + 1).split('/', 1);
  const instance =
    state.activities.get(id as ActivityId) ?? state.activities.get(state.homes.get(id as ItemId) as ActivityId);
  if (!instance) return undefined;
  if (kind === 'heard') return audience === 'desk' ? (heardIn(state, instance) satisfies HeardView) : undefined;
  if (kind !== 'a') return kindOf(instance).show(instance.slice, key, audience, coreReader(state, instance));
  const { status, openedAt, endsAt, remaining, closesAt, minutes, graceSeconds } = instance;
  // The time and the grace of the file are where it began; as they now are they stand beside it.
  const {
    minutes: _minutes,
    graceSeconds: _grace,
    ...config
  } = kindOf(instance).configOf(instance.slice) as Record<string, unknown>;
  return {
    id: instance.id,
    kind: instance.kind,
    status,
    openedAt,
    endsAt,
    remaining,
    closesAt,
    minutes,
    graceSeconds,
    config,
    buckets: instance.buckets && {
      by: instance.buckets.by,
      listed: [...new Set([...instance.buckets.listed].map((b) => currentId(state, b)))],
    },
  } satisfies ActivityView;
}

function personView(state: MeetingState, id: ParticipantId): PersonView | undefined {
  const participant = state.participants.get(id);
  if (!participant) return undefined;
  const { organisation, city, kind, lang, phone, consents } = participant;
  const profile = readVault(state.vault, participant.profile, 'profile');
  return {
    name: consents.present || !phone ? (profile?.name ?? null) : null,
    organisation,
    city,
    ...ownWords(participant, profile),
    kind,
    lang,
    phone,
    present: isPresent(state.parts.attendance, id),
  };
}

function meetingView(file: Meeting, { code, rehearsal }: MeetingState): MeetingView {
  const { agenda: _agenda, activities: _activities, format: _format, ...rest } = file;
  return { ...rest, code, ...(rehearsal ? { rehearsal } : {}) };
}

const agendaView = (state: MeetingState, file: Meeting): AgendaView => ({
  current: state.currentItem,
  items: file.agenda.map((entry) => {
    const progress = state.progress.get(entry.id);
    const { gap: _gap, planned, ...now } = entry;
    const { date, start, minutes } = now;
    const kept = planned?.date === date && planned.start === start && planned.minutes === minutes;
    return {
      ...now,
      ...(planned && !kept ? { planned } : {}),
      startedAt: progress?.startedAt ?? null,
      endedAt: progress?.endedAt ?? null,
    };
  }),
});

function peopleView(state: MeetingState, desk: boolean): PeopleView {
  const joined = state.participants.size;
  return desk ? { joined, ...countPeople(state.participants.values()) } : { joined };
}

/** People by kind and by city; those of a city that is not listed stand under the empty name. */
export function countPeople(people: Iterable<Participant>): {
  byKind: Record<string, number>;
  byCity: Record<string, number>;
} {
  const byKind: Record<string, number> = {};
  const byCity: Record<string, number> = {};
  for (const { kind, city } of people) {
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    byCity[city ?? ''] = (byCity[city ?? ''] ?? 0) + 1;
  }
  return { byKind, byCity };
}

const actsView = (state: MeetingState): ActsView => ({
  acts: state.acts.map(({ seq, at, act, target, ref }, index) => ({
    seq,
    at,
    act,
    target,
    ref: ref ?? null,
    undoable: undoable(state, index),
  })),
});

/** What a participant alone sees; null for one who is not in the meeting. */
export function selfView(state: MeetingState, id: ParticipantId): SelfView | null {
  const participant = state.participants.get(id);
  if (!participant) return null;
  const profile = readVault(state.vault, participant.profile, 'profile');
  const own = [...state.activities.values()].map((a) => {
    const core = coreReader(state, a);
    return { activity: a.id, by: a.buckets && core.attributionOf(id), ...kindOf(a).self(a.slice, id, core) };
  });
  const { organisation, city, kind, lang, consents } = participant;
  return {
    participant: id,
    name: profile?.name ?? null,
    organisation,
    city,
    ...ownWords(participant, profile),
    kind,
    lang,
    consents,
    items: own.flatMap((o) => o.items),
    endorsed: own.flatMap((o) => o.endorsed),
    parts: Object.fromEntries(
      [...partByName.values()].flatMap((part) =>
        part.self ? [[part.name, part.self(sliceOf(state, part), id, state)]] : [],
      ),
    ) as SelfView['parts'],
    own: Object.fromEntries(own.flatMap((o) => (o.own === undefined ? [] : [[o.activity, o.own]]))),
    seenAs: Object.fromEntries(own.flatMap((o) => (o.by ? [[o.activity, o.by]] : []))),
  };
}

type CoreTouches = {
  readonly [T in CoreEvent['type']]: (data: Extract<CoreEvent, { type: T }>['data'], state: MeetingState) => Touch;
};

const lifecycle = (data: { activity: ActivityId }, state: MeetingState): Touch => {
  const instance = state.activities.get(data.activity);
  return {
    keys: [activityKey(data.activity), ...((instance && kindOf(instance).keysOfLife?.(instance.slice)) ?? [])],
  };
};

const translated = (data: { item: ItemId }, state: MeetingState): Touch => {
  const instance = state.activities.get(state.homes.get(data.item) as ActivityId);
  return { keys: instance ? kindOf(instance).keysOfItem(instance.slice, data.item) : [] };
};

/** What each event of the core touches. Leaving out an event does not compile. */
const coreTouches: CoreTouches = {
  'core.MeetingCreated': (data, state) => {
    const file = readVault(state.vault, data.file, 'meeting')?.file;
    const all = (file?.activities ?? []).flatMap(({ id, kind, config }) => {
      const activity = activityByKind.get(kind);
      return [activityKey(id), `heard/${id}`, ...(activity ? activity.keys(activity.initial(id, config)) : [])];
    });
    const once = [...partByName.values()].flatMap((part) => [...part.keys(part.initial(), state)]);
    return { keys: ['meeting', 'agenda', 'screen', ...once, ...all], tallies: ['people', 'heard'] };
  },
  'core.ParticipantJoined': (data, state) => ({
    keys: [personKey(data.participant)],
    tallies: ['people', ...everyHeard(state)],
    selves: [data.participant],
  }),
  'core.ConsentsSet': (data, state) => ({
    keys: [
      personKey(data.participant),
      // Where authors appear by city or kind nothing changes, and sending their texts again would tell whose they are.
      ...[...state.activities.values()]
        .filter((a) => attributionModeOf(a) === 'named')
        .flatMap((a) => kindOf(a).keysOfParticipant(a.slice, data.participant)),
      ...[...partByName.values()].flatMap((p) => p.keysOfParticipant?.(sliceOf(state, p), data.participant) ?? []),
    ],
    selves: [data.participant],
    // A name that is no longer agreed to is not sent again.
    retracts: !data.consents.words || !data.consents.present,
  }),
  'core.LanguageSet': (data) => ({ keys: [personKey(data.participant)], selves: [data.participant] }),
  'core.ItemStarted': () => ({ keys: ['agenda'] }),
  'core.ItemReturned': () => ({ keys: ['agenda'] }),
  'core.ActivityOpened': lifecycle,
  'core.BucketsFixed': (data, state) => ({
    ...lifecycle(data, state),
    tallies: [`heard/${data.activity}`],
    selves: [...state.participants.keys()],
  }),
  'core.ActivityPaused': lifecycle,
  'core.ActivityClosing': lifecycle,
  'core.ActivityClosed': lifecycle,
  'core.TimeSet': lifecycle,
  'core.ActivityConfigured': (data) => ({
    keys: [activityKey(data.activity)],
    tallies: [`count/${data.activity}`, `heard/${data.activity}`, 'heard'],
  }),
  'core.Translated': translated,
  'core.TranslationRemoved': translated,
  'core.ScreenSet': ({ screen = 1 }) => ({ keys: [screen === 1 ? 'screen' : `screen/${screen}`] }),
  'core.Undone': () => ({ keys: ['acts'] }),
};

/** What an event touches, read before `evolve` applies it. Whatever destroys a value takes something back. */
export function touchesOf(state: MeetingState, event: MeetingEvent): Touch {
  const part = partOf(event.type);
  const touch = part
    ? (part.touches[event.type]?.(event.data, sliceOf(state, part), state) ?? {})
    : event.type.startsWith('core.')
      ? (coreTouches[event.type as CoreEvent['type']] as (data: unknown, state: MeetingState) => Touch)(
          event.data,
          state,
        )
      : activityTouches(state, event as ActivityEvent & MeetingEvent);
  const { forgets } = event.data as { forgets?: readonly string[] };
  return {
    ...touch,
    tallies: touch.tallies ?? [],
    keys: event.undo ? [...(touch.keys ?? []), 'acts'] : (touch.keys ?? []),
    retracts: touch.retracts === true || (forgets?.length ?? 0) > 0,
  };
}

function activityTouches(state: MeetingState, event: ActivityEvent & MeetingEvent): Touch {
  const instance = state.activities.get(event.data.activity);
  if (!instance) return {};
  const touch = kindOf(instance).touches[event.type];
  const touched = touch ? touch(event.data as never, instance.slice, coreReader(state, instance)) : {};
  if (!kindOf(instance).voice?.(event)) return touched;
  return { ...touched, tallies: [...(touched.tallies ?? []), 'heard', `heard/${instance.id}`] };
}

export { applyPatch, type Entries } from './plain.ts';
