import type { ActivityEvent } from './activities/index.ts';
import { activityByKind } from './activities/index.ts';
import { fixBucket, fixedBuckets } from './buckets.ts';
import type { CoreEvent, MeetingEvent } from './events.ts';
import { noteVoice } from './heard.ts';
import { freshRounds } from './heard-rounds.ts';
import type { ActivityId } from './ids.ts';
import type { MeetingFile } from './meeting-file.ts';
import { partOf } from './parts/index.ts';
import { asPlanned } from './parts/timetable.ts';
import { type ActivityInstance, kindOf, MAX_ACTS, type MeetingState } from './state.ts';
import { readVault } from './vault.ts';

/**
 * Applies one event, in place: a copy per event would cost more as a meeting grows. New vault values must already be
 * in `state.vault`. The same log and vault always give the same state.
 */
export function evolve(state: MeetingState, event: MeetingEvent): void {
  state.seq = event.seq;
  state.at = event.at;
  const forgets = (event.data as { forgets?: readonly string[] }).forgets;
  for (const id of forgets ?? []) state.vault.delete(id);
  const part = partOf(event.type);
  if (part) {
    part.evolve(state.parts[part.name as keyof MeetingState['parts']], event, state);
    for (const ref of references(event.data)) count(state, ref);
  } else if (event.type.startsWith('core.')) evolveCore(state, event as CoreEvent & MeetingEvent);
  else evolveActivity(state, event as ActivityEvent & MeetingEvent);
  if (event.undo) {
    state.acts.push({ ...event.undo, seq: event.seq, at: event.at });
    if (state.acts.length > MAX_ACTS) state.acts.shift();
  }
}

function evolveActivity(state: MeetingState, event: ActivityEvent & MeetingEvent): void {
  const instance = state.activities.get(event.data.activity);
  if (!instance) return;
  const kind = kindOf(instance);
  kind.evolve(instance.slice, event);
  const voice = kind.voice?.(event);
  if (voice) noteVoice(state, instance, voice, event.at);
  for (const item of kind.created(event)) state.homes.set(item, instance.id);
  for (const ref of references(event.data)) count(state, ref);
}

/** References given in an event's data: `ref` of one item, or of each in `published`. */
function* references(data: object): Iterable<string> {
  if ('ref' in data && typeof data.ref === 'string') yield data.ref;
  if ('published' in data && Array.isArray(data.published)) for (const p of data.published) yield p.ref;
}

function count(state: MeetingState, ref: string): void {
  const letter = ref.charAt(0);
  state.references.set(letter, Math.max(state.references.get(letter) ?? 0, Number(ref.slice(1))));
}

function evolveCore(state: MeetingState, event: CoreEvent & MeetingEvent): void {
  switch (event.type) {
    case 'core.MeetingCreated': {
      state.code = event.data.code;
      state.rehearsal = event.data.rehearsal === true;
      const file = readVault(state.vault, event.data.file, 'meeting')?.file ?? null;
      state.file = file && { ...file, agenda: asPlanned(file.agenda) };
      for (const entry of file?.activities ?? []) state.activities.set(entry.id, instanceOf(entry));
      return;
    }
    case 'core.ParticipantJoined': {
      const { participant: id, profile, organisation, city, kind, lang, consents, phone = true } = event.data;
      const participant = {
        id,
        profile,
        organisation,
        city,
        kind,
        lang,
        consents,
        phone,
        joinedAt: event.at,
        named: consents.words,
      };
      state.participants.set(id, participant);
      for (const { buckets } of state.activities.values()) if (buckets) fixBucket(state, buckets, participant);
      return;
    }
    case 'core.ConsentsSet': {
      const participant = state.participants.get(event.data.participant);
      if (!participant) return;
      participant.consents = event.data.consents;
      participant.named ||= event.data.consents.words;
      return;
    }
    case 'core.LanguageSet': {
      const participant = state.participants.get(event.data.participant);
      if (participant) participant.lang = event.data.lang;
      return;
    }
    case 'core.ItemStarted': {
      const before = state.currentItem && state.progress.get(state.currentItem);
      if (before) before.endedAt = event.at;
      const earlier = state.progress.get(event.data.item);
      state.progress.set(event.data.item, {
        startedAt: earlier?.startedAt ?? event.at,
        endedAt: null,
        ends: earlier ? [...earlier.ends, earlier.endedAt ?? event.at] : [],
      });
      state.currentItem = event.data.item;
      return;
    }
    case 'core.ItemReturned': {
      const left = state.currentItem && state.progress.get(state.currentItem);
      if (left && left.ends.length > 0) left.endedAt = left.ends.pop() ?? null;
      else if (state.currentItem) state.progress.delete(state.currentItem);
      const now = event.data.item && state.progress.get(event.data.item);
      if (now) now.endedAt = null;
      state.currentItem = event.data.item;
      return;
    }
    case 'core.ActivityOpened':
      return change(state, event.data.activity, (a) => {
        a.status = 'open';
        a.openedAt ??= event.at;
        a.endsAt = event.data.endsAt;
        a.remaining = null;
        a.closesAt = null;
      });
    case 'core.BucketsFixed':
      return change(state, event.data.activity, (a) => {
        a.buckets = fixedBuckets(state, event.data.by, event.data.buckets);
      });
    case 'core.ActivityPaused':
      return change(state, event.data.activity, (a) => {
        a.status = 'paused';
        a.remaining = event.data.remaining;
        a.endsAt = null;
      });
    case 'core.ActivityClosing':
    case 'core.ActivityClosed':
      return change(state, event.data.activity, (a) => {
        a.status = event.type === 'core.ActivityClosing' ? 'closing' : 'closed';
        a.closesAt = event.data.closesAt;
      });
    case 'core.TimeSet':
      return change(state, event.data.activity, (a) => {
        a.endsAt = event.data.endsAt;
        a.remaining = event.data.remaining;
      });
    case 'core.ActivityConfigured':
      return change(state, event.data.activity, (a) => {
        if (event.data.minutes !== undefined) a.minutes = event.data.minutes;
        if (event.data.graceSeconds !== undefined) a.graceSeconds = event.data.graceSeconds;
        if (event.data.settings) kindOf(a).configure(a.slice, event.data.settings);
      });
    case 'core.Translated': {
      const { item, lang, text, wording } = event.data;
      const translations = state.translations.get(item) ?? new Map();
      translations.set(lang, { text, wording });
      state.translations.set(item, translations);
      return;
    }
    case 'core.TranslationRemoved':
      state.translations.get(event.data.item)?.delete(event.data.lang);
      return;
    case 'core.ScreenSet': {
      const { show, blank, frozen = false, screen = 1 } = event.data;
      // One that shows what is open now is as though nobody had ever set it.
      if (screen > 1 && show.mode === 'now' && !blank && !frozen) state.screens.delete(screen);
      else state.screens.set(screen, { show, blank, frozen });
      return;
    }
    case 'core.Undone': {
      const index = state.acts.findIndex((act) => act.seq === event.data.seq);
      if (index >= 0) state.acts.splice(index, 1);
      return;
    }
    default:
      return unknownEvent(event);
  }
}

function instanceOf(entry: MeetingFile['activities'][number]): ActivityInstance {
  const kind = activityByKind.get(entry.kind);
  if (!kind) throw new Error(`no activity of kind ${entry.kind}`);
  const config = entry.config as { minutes?: number; graceSeconds?: number };
  return {
    id: entry.id,
    kind: entry.kind,
    status: 'planned',
    openedAt: null,
    endsAt: null,
    remaining: null,
    closesAt: null,
    minutes: config.minutes ?? null,
    graceSeconds: config.graceSeconds ?? 0,
    buckets: null,
    heard: freshRounds(),
    slice: kind.initial(entry.id, entry.config),
  };
}

function change(state: MeetingState, id: ActivityId, apply: (instance: ActivityInstance) => void): void {
  const instance = state.activities.get(id);
  if (instance) apply(instance);
}

// Unknown stored types are stopped in upcast.ts; this only makes a missing case a compile error.
function unknownEvent(_event: never): void {}
