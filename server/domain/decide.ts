import type { DecideContext as ActivityContext } from './activities/activity.ts';
import { type ActivityCommand, activityByKind } from './activities/index.ts';
import { type Actor, roleOf } from './actors.ts';
import { attending } from './attending.ts';
import { bucketsOf, currentId } from './buckets.ts';
import { allowed, type Command, type CoreCommand, type ScreenNumber } from './commands.ts';
import { changeOf } from './configuring.ts';
import type { DomainEvent, UndoRecord } from './events.ts';
import type { ActivityId, AgendaItemId, ListId, ParticipantId, Reference } from './ids.ts';
import { type Joining, joined } from './joining.ts';
import { isPresent } from './parts/attendance.ts';
import { halfOf } from './parts/half-day.ts';
import { type PartCommand, partOf, turnEnded, turnOfSpeaker, turnResumed } from './parts/index.ts';
import type { Part, PartContext } from './parts/part.ts';
import { Rejection } from './rejection.ts';
import {
  type ActivityInstance,
  attributionModeOf,
  coreReader,
  freshScreen,
  itemOf,
  kindOf,
  type MeetingState,
  type ScreenState,
} from './state.ts';
import { cleanLine, cleanText, MAX_NAME, MAX_TEXT, type TextLanguage } from './text.ts';
import { undoable } from './undo.ts';
import type { Sealed, VaultValue } from './vault.ts';

/** What decide needs from outside: the moment, who asks, and the makers of ids and sealed values. */
export interface DecideInput {
  readonly at: number;
  readonly actor: Actor;
  newId(): string;
  seal(value: VaultValue): Sealed;
  guessLanguage(text: string): TextLanguage | null;
}

export interface Decision {
  readonly events: readonly DomainEvent[];
  /** Makes it undoable; stored with the last event. */
  readonly undo: UndoRecord | null;
}

/**
 * What a command would make happen. Pure: nothing changes but what `seal` collects.
 * @throws Rejection with the code to show.
 */
export function decide(state: MeetingState, command: Command, input: DecideInput): Decision {
  if (!Object.hasOwn(allowed, command.type)) throw new Rejection('UNKNOWN_COMMAND');
  const roles = allowed[command.type];
  if (!roles.includes(roleOf(input.actor))) throw new Rejection('NOT_ALLOWED');
  if (input.actor.kind === 'participant') {
    const participant = state.participants.get(input.actor.id);
    const byDesk = input.actor.via !== undefined;
    if (!participant) throw new Rejection(byDesk ? 'NOT_FOUND' : 'SESSION_UNKNOWN');
    // Nobody writes in the name of somebody who can do it themselves.
    if (byDesk && participant.phone) throw new Rejection('HAS_A_PHONE');
  }
  return new Deciding(state, input).run(command);
}

/**
 * One command being decided: keeps between the steps of a composed one what the next step must know, since the state
 * stands still: references given, activities and the screen as they then are, and the undo record.
 */
class Deciding {
  private undo: UndoRecord | null = null;
  private readonly given = new Map<string, number>();
  private readonly lives = new Map<ActivityId, ActivityInstance>();
  private readonly screens = new Map<ScreenNumber, ScreenState>();

  constructor(
    private readonly state: MeetingState,
    private readonly input: DecideInput,
  ) {}

  run(command: Command): Decision {
    const events = this.decide(command);
    return { events, undo: events.length > 0 && this.undo ? { ...this.undo, act: command.type } : null };
  }

  private decide(command: Command): DomainEvent[] {
    const part = partOf(command.type);
    if (part) return this.part(part, command as PartCommand);
    return command.type.startsWith('core.')
      ? this.core(command as CoreCommand)
      : this.activity(command as ActivityCommand);
  }

  private part(part: Part, command: PartCommand): DomainEvent[] {
    const { state, input } = this;
    const ctx: PartContext = {
      at: input.at,
      actor: input.actor,
      state,
      file: this.file(),
      newId: () => input.newId(),
      seal: (value) => input.seal(value),
      reference: (letter) => this.reference(letter),
      undo: (target, commands, ref) => this.undoable(target, commands, ref),
    };
    const events = part.decide(state.parts[part.name as keyof MeetingState['parts']], command, ctx) as DomainEvent[];
    return attending(state, events, input.at);
  }

  private activity(command: ActivityCommand): DomainEvent[] {
    const instance = this.instance(command.data.activity);
    if (!command.type.startsWith(`${instance.kind}.`)) throw new Rejection('NOT_FOUND');
    return kindOf(instance).decide(instance.slice, command, this.context(instance)) as DomainEvent[];
  }

  private context(instance: ActivityInstance): ActivityContext {
    return {
      at: this.input.at,
      actor: this.input.actor,
      core: coreReader(this.state, instance),
      lifecycle: instance,
      newId: () => this.input.newId(),
      seal: (value) => this.input.seal(value),
      guessLanguage: (text) => this.input.guessLanguage(text),
      reference: (letter) => this.reference(letter),
      undo: (target, commands, ref) => this.undoable(target, commands, ref),
    };
  }

  private core(command: CoreCommand): DomainEvent[] {
    const { state, input } = this;
    switch (command.type) {
      case 'core.Create': {
        if (state.file) throw new Rejection('UNCHANGED');
        const { file, ...data } = command.data;
        return [{ type: 'core.MeetingCreated', data: { file: input.seal({ kind: 'meeting', file }), ...data } }];
      }
      case 'core.Join':
        if (state.participants.has(command.data.participant)) throw new Rejection('UNCHANGED');
        return this.join(command.data, true);
      case 'core.AddParticipant':
        return this.join({ ...command.data, participant: input.newId() as ParticipantId }, false);
      case 'core.SetConsents': {
        if (input.actor.kind !== 'participant') throw new Rejection('NOT_ALLOWED');
        const now = state.participants.get(input.actor.id)?.consents;
        const consents = command.data;
        if (now?.present === consents.present && now.words === consents.words) return [];
        return [{ type: 'core.ConsentsSet', data: { participant: input.actor.id, consents } }];
      }
      case 'core.SetLanguage': {
        if (input.actor.kind !== 'participant') throw new Rejection('NOT_ALLOWED');
        if (state.participants.get(input.actor.id)?.lang === command.data.lang) return [];
        return [{ type: 'core.LanguageSet', data: { participant: input.actor.id, lang: command.data.lang } }];
      }
      case 'core.StartItem':
        return this.startItem(command.data.item);
      case 'core.ReturnToItem': {
        const { item, pause, reopen, skip, turn } = command.data;
        return [
          ...pause.flatMap((id) => this.pause(this.instance(id))),
          ...reopen.flatMap((id) => this.open(this.instance(id))),
          { type: 'core.ItemReturned', data: { item } },
          ...(skip ? [{ type: 'agenda.ItemSkipped' as const, data: { item: skip, skipped: true } }] : []),
          ...(turn ? turnResumed(state, turn, input.at, this.file().timezone) : []),
        ];
      }
      case 'core.OpenActivity': {
        const a = this.instance(command.data.activity);
        if (a.status === 'open') throw new Rejection('ACTIVITY_ALREADY_OPEN');
        // Undoing an opening never loses what was written: it pauses, or goes back to closed.
        const back = a.status === 'closed' || a.status === 'closing' ? 'core.CloseActivity' : 'core.PauseActivity';
        this.undoable(a.id, [
          { type: back, data: { activity: a.id, ...(back === 'core.CloseActivity' ? { graceSeconds: 0 } : {}) } },
        ]);
        return this.open(a);
      }
      case 'core.PauseActivity': {
        const a = this.instance(command.data.activity);
        if (a.status !== 'open') throw new Rejection('ACTIVITY_NOT_OPEN');
        this.undoable(a.id, [{ type: 'core.OpenActivity', data: { activity: a.id } }]);
        return this.pause(a);
      }
      case 'core.CloseActivity': {
        const a = this.instance(command.data.activity);
        if (a.status === 'planned') throw new Rejection('ACTIVITY_NOT_OPEN');
        if (a.status === 'closed') throw new Rejection('ACTIVITY_CLOSED');
        this.undoable(a.id, [{ type: 'core.OpenActivity', data: { activity: a.id } }, ...this.backTo(a)]);
        return this.close(a, command.data.graceSeconds);
      }
      case 'core.EndGrace': {
        const a = this.instance(command.data.activity);
        if (a.status !== 'closing' || a.closesAt === null || input.at < a.closesAt) return [];
        return [{ type: 'core.ActivityClosed', data: { activity: a.id, closesAt: a.closesAt } }];
      }
      case 'core.AddTime': {
        const a = this.instance(command.data.activity);
        const ms = command.data.seconds * 1000;
        if (a.status === 'paused' && a.remaining !== null) return this.setTime(a, null, Math.max(0, a.remaining + ms));
        if (a.status !== 'open') throw new Rejection('TIMER_NOT_RUNNING');
        // Time added after it ran out counts from now: two minutes more are two minutes more.
        const from = ms > 0 ? Math.max(a.endsAt ?? 0, input.at) : (a.endsAt ?? input.at);
        return this.setTime(a, from + ms, null);
      }
      case 'core.TakeTimeBack': {
        const a = this.instance(command.data.activity);
        const { ms } = command.data;
        if (a.status === 'paused' && a.remaining !== null)
          return this.setTime(a, null, ms === null ? null : Math.max(0, a.remaining - ms));
        if (a.status !== 'open' || a.endsAt === null) throw new Rejection('TIMER_NOT_RUNNING');
        return this.setTime(a, ms === null ? null : a.endsAt - ms, null);
      }
      case 'core.Configure': {
        const change = changeOf(this.instance(command.data.activity), command.data);
        if (!change) return [];
        this.undoable(command.data.activity, [{ type: 'core.Configure', data: change.back }]);
        return [{ type: 'core.ActivityConfigured', data: change.made }];
      }
      case 'core.Translate': {
        const item = itemOf(state, command.data.item, 'desk');
        if (!item) throw new Rejection('NOT_FOUND');
        if (item.by.as === 'document') throw new Rejection('FROM_DOCUMENT');
        const text = cleanText(command.data.text);
        const by = cleanLine(command.data.by ?? '');
        if (text === '') throw new Rejection('TEXT_EMPTY');
        if (text.length > MAX_TEXT) throw new Rejection('TEXT_TOO_LONG', { max: MAX_TEXT });
        if (by.length > MAX_NAME) throw new Rejection('NAME_TOO_LONG', { max: MAX_NAME });
        const before = state.translations.get(item.id)?.get(command.data.lang);
        const sealed = input.seal({ kind: 'translation', text, ...(by === '' ? {} : { by }) });
        // The undo takes away this translation alone, not one that replaces it.
        const back = { item: item.id, lang: command.data.lang, only: sealed.id };
        if (!before) this.undoable(item.id, [{ type: 'core.RemoveTranslation', data: back }], item.ref);
        const forgets = before ? [before.text.id] : [];
        return [
          {
            type: 'core.Translated',
            data: { item: item.id, lang: command.data.lang, text: sealed, wording: item.wording, forgets },
          },
        ];
      }
      case 'core.RemoveTranslation': {
        const { item, lang, only } = command.data;
        const before = state.translations.get(item)?.get(lang);
        // It goes with its original: then there is none either.
        if (!before || !state.vault.has(before.text.id)) throw new Rejection('NOT_FOUND');
        if (only !== undefined && only !== before.text.id) throw new Rejection('NOT_FOUND');
        return [{ type: 'core.TranslationRemoved', data: { item, lang, forgets: [before.text.id] } }];
      }
      case 'core.ShowOnScreen': {
        const { screen = 1, ...show } = command.data;
        if (show.mode === 'item' && !itemOf(state, show.item, 'screen')) throw new Rejection('NOT_FOUND');
        if (show.mode === 'activity') this.instance(show.activity);
        const now = this.screen(screen);
        this.undoable(`screen/${screen}`, [
          { type: 'core.ShowOnScreen', data: { ...now.show, screen } },
          { type: 'core.BlankScreen', data: { blank: now.blank, screen } },
          { type: 'core.FreezeScreen', data: { frozen: now.frozen, screen } },
        ]);
        return this.setScreen(screen, { show, blank: false, frozen: false });
      }
      case 'core.BlankScreen':
      case 'core.FreezeScreen': {
        const { screen = 1, ...change } = command.data;
        const now = this.screen(screen);
        const next = { ...now, ...change };
        if (next.blank === now.blank && next.frozen === now.frozen) return [];
        const back = command.type === 'core.BlankScreen' ? { blank: now.blank } : { frozen: now.frozen };
        this.undoable(`screen/${screen}`, [{ type: command.type, data: { ...back, screen } }]);
        return this.setScreen(screen, next);
      }
      case 'core.Undo':
        return this.putBack(command.data.seq);
      default:
        return unknown(command);
    }
  }

  /** Whoever joins is there. */
  private join(data: Joining, phone: boolean): DomainEvent[] {
    const file = this.file();
    const half = halfOf(this.input.at, file.timezone);
    // A join form may still show what has been merged since.
    const current = (id: ListId | null) => id && currentId(this.state, id);
    const { organisation, city } = data.profile;
    const profile = { ...data.profile, organisation: current(organisation), city: current(city) };
    return [
      joined(file, { ...data, profile }, phone, (sealed) => this.input.seal(sealed)),
      { type: 'attendance.Arrived', data: { participant: data.participant, half } },
    ];
  }

  private startItem(id: AgendaItemId): DomainEvent[] {
    const { agenda, timezone } = this.file();
    const entry = agenda.find((item) => item.id === id);
    if (!entry) throw new Rejection('NOT_FOUND');
    if (this.state.currentItem === id) throw new Rejection('UNCHANGED');
    // One of its own that was opened by hand goes on.
    const closing = [...this.state.activities.values()].filter(
      (a) => (a.status === 'open' || a.status === 'paused') && !entry.activities.includes(a.id),
    );
    const opening = entry.activities
      .map((a) => this.instance(a))
      .filter((a) => a.status === 'planned' || a.status === 'paused' || a.status === 'closing');
    // Taken back, the step opens again what it closed; what was only paused stays closed (MTG14).
    const reopen = closing.filter((a) => a.status === 'open').map((a) => a.id);
    const skip = entry.skipped ? { skip: id } : {};
    const speaking = turnOfSpeaker(this.state.parts.floor, this.input.at, timezone);
    const turn = speaking ? { turn: speaking } : {};
    const back = { item: this.state.currentItem, pause: opening.map((a) => a.id), reopen, ...skip, ...turn };
    this.undoable(`agenda/${id}`, [{ type: 'core.ReturnToItem', data: back }]);
    return [
      ...closing.flatMap((a) => this.close(a, undefined)),
      // Whoever spoke has spoken to what is over now.
      ...turnEnded(this.state.parts.floor, this.input.at, timezone),
      // What is started is not passed over.
      ...(entry.skipped ? [{ type: 'agenda.ItemSkipped' as const, data: { item: id, skipped: false } }] : []),
      { type: 'core.ItemStarted', data: { item: id } },
      ...opening.flatMap((a) => this.open(a)),
    ];
  }

  private open(a: ActivityInstance): DomainEvent[] {
    if (a.status === 'open') return [];
    const { at } = this.input;
    const runsOn = a.remaining === null ? null : at + a.remaining;
    const endsAt =
      a.status === 'planned'
        ? a.minutes === null
          ? null
          : at + a.minutes * 60_000
        : a.status === 'paused'
          ? runsOn
          : // Reopened: what is left of its time, or was kept when it was closed during a pause.
            a.endsAt !== null && a.endsAt > at
            ? a.endsAt
            : runsOn;
    const first = a.openedAt === null && !this.lives.has(a.id);
    this.lives.set(a.id, { ...a, status: 'open', endsAt, remaining: null, closesAt: null });
    const opened: DomainEvent = { type: 'core.ActivityOpened', data: { activity: a.id, endsAt } };
    return first ? [...this.fixBuckets(a), opened, ...this.firstOpened(a)] : [opened];
  }

  /** Who can be told apart is settled before anybody writes, and stands (rules MTG54 to MTG58). */
  private fixBuckets(a: ActivityInstance): DomainEvent[] {
    const by = attributionModeOf(a);
    if (by === 'named') return [];
    const present = [...this.state.participants.values()].filter((p) => isPresent(this.state.parts.attendance, p.id));
    const buckets = bucketsOf(present, by);
    return [{ type: 'core.BucketsFixed', data: { activity: a.id, by, buckets } }];
  }

  private firstOpened(a: ActivityInstance): DomainEvent[] {
    return (kindOf(a).opened?.(a.slice, this.context(a)) ?? []) as DomainEvent[];
  }

  /** What follows an opening so that the activity is again what it was before it was closed. */
  private backTo(a: ActivityInstance): { type: string; data: unknown }[] {
    const activity = a.id;
    const paused = a.status === 'paused' || (a.status === 'closing' && a.remaining !== null);
    const pause = paused ? [{ type: 'core.PauseActivity', data: { activity } }] : [];
    if (a.status !== 'closing' || a.closesAt === null) return pause;
    const graceSeconds = Math.max(0, (a.closesAt - this.input.at) / 1000);
    return [...pause, { type: 'core.CloseActivity', data: { activity, graceSeconds } }];
  }

  private setTime(a: ActivityInstance, endsAt: number | null, remaining: number | null): DomainEvent[] {
    const [before, after] = [a.endsAt ?? a.remaining, endsAt ?? remaining];
    // What it came to, not what was asked for: a pause cannot have less than nothing left, a lapsed timer starts anew.
    const ms = before === null || after === null ? null : after - before;
    this.undoable(a.id, [{ type: 'core.TakeTimeBack', data: { activity: a.id, ms } }]);
    return [{ type: 'core.TimeSet', data: { activity: a.id, endsAt, remaining } }];
  }

  private screen(screen: ScreenNumber): ScreenState {
    return this.screens.get(screen) ?? this.state.screens.get(screen) ?? freshScreen;
  }

  private setScreen(screen: ScreenNumber, set: ScreenState): DomainEvent[] {
    this.screens.set(screen, set);
    return [{ type: 'core.ScreenSet', data: { ...set, screen } }];
  }

  private pause(a: ActivityInstance): DomainEvent[] {
    if (a.status !== 'open') return [];
    const remaining = a.endsAt === null ? null : Math.max(0, a.endsAt - this.input.at);
    this.lives.set(a.id, { ...a, status: 'paused', endsAt: null, remaining });
    return [{ type: 'core.ActivityPaused', data: { activity: a.id, remaining } }];
  }

  private close(a: ActivityInstance, graceSeconds: number | undefined): DomainEvent[] {
    const grace = a.status === 'closing' ? 0 : (graceSeconds ?? a.graceSeconds);
    const closesAt = this.input.at + Math.round(grace * 1000);
    return [{ type: grace > 0 ? 'core.ActivityClosing' : 'core.ActivityClosed', data: { activity: a.id, closesAt } }];
  }

  private putBack(seq: number): DomainEvent[] {
    const { acts } = this.state;
    const index = acts.findIndex((act) => act.seq === seq);
    const act = acts[index];
    if (!act) throw new Rejection('NOTHING_TO_UNDO');
    if (!undoable(this.state, index)) throw new Rejection('UNDO_OUTDATED');
    let events: DomainEvent[];
    try {
      events = act.commands.flatMap((command) => this.decide(command as Command));
    } catch (error) {
      // What it would put back has changed since: the author withdrew it, say.
      if (error instanceof Rejection) throw new Rejection('UNDO_OUTDATED');
      throw error;
    }
    this.undo = null;
    return [...events, { type: 'core.Undone', data: { seq } }];
  }

  private undoable(target: string, commands: readonly { type: string; data: unknown }[], ref?: Reference | null): void {
    // `act` is filled in by run(), which knows the command that was asked for.
    this.undo = {
      target,
      act: '',
      ...(ref ? { ref } : {}),
      commands: commands.map((c) => ({ type: c.type, data: c.data })),
    };
  }

  private reference(letter: string): Reference {
    const n = (this.given.get(letter) ?? this.state.references.get(letter) ?? 0) + 1;
    this.given.set(letter, n);
    return `${letter}${n}` as Reference;
  }

  private instance(id: ActivityId): ActivityInstance {
    const instance = this.lives.get(id) ?? this.state.activities.get(id);
    if (!instance || !activityByKind.has(instance.kind)) throw new Rejection('NOT_FOUND');
    return instance;
  }

  private file() {
    if (!this.state.file) throw new Rejection('NOT_FOUND');
    return this.state.file;
  }
}

function unknown(command: never): never {
  throw new Rejection('UNKNOWN_COMMAND', { type: String((command as { type: unknown }).type) });
}
