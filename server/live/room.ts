import type { Touch } from '../domain/activities/activity.ts';
import { type Actor, actorKey } from '../domain/actors.ts';
import { allowed, type Command, type CommandEnvelope, commandSchemas } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import type { MeetingEvent } from '../domain/events.ts';
import { evolve } from '../domain/evolve.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { CommandAnswer } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import type { MeetingState } from '../domain/state.ts';
import type { TextLanguage } from '../domain/text.ts';
import { versionOf } from '../domain/upcast.ts';
import { touchesOf } from '../domain/view.ts';
import { sealer } from '../store/seal.ts';
import type { EventStore, StoredRow, VaultPut } from '../store/store.ts';
import { type LoadedMeeting, loadMeeting } from './load.ts';

/** What a room takes from outside: real ones in the server, steered ones in the simulation. */
export interface RoomSurroundings {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back once after so many milliseconds; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  newId(): string;
  guessLanguage(text: string): TextLanguage | null;
  /** A fault that no command explains: a defect, or a store that fails. */
  report(error: unknown): void;
}

/** Told after each commit what it touched; the state is then the committed one. */
export type CommitListener = (touches: readonly Touch[], events: readonly MeetingEvent[]) => void;

interface Waiting {
  /** Who sent it, and whose receipt it is. */
  readonly actor: Actor;
  /** Who acts: a participant without a phone, where the desk sends it for them. */
  readonly acting: Actor;
  readonly command: Command;
  readonly id: string;
  readonly key: string;
  answer(outcome: CommandAnswer): void;
}

/** The most commands of one batch: a commit that is too long would keep everybody waiting. */
const MAX_BATCH = 500;
/** Outcomes kept in memory, so that an ordinary retry does not ask the disk. */
const MAX_RECENT = 5000;

const refuse = (error: Rejection): CommandAnswer => ({
  ok: false,
  rejection: { code: error.code, ...(Object.keys(error.values).length > 0 ? { values: { ...error.values } } : {}) },
});
const NOT_SAVED: CommandAnswer = { ok: false, rejection: { code: 'NOT_SAVED' } };

/**
 * One open meeting: the one writer of its log. One batch is in flight; commands that arrive meanwhile wait for the
 * next. A batch decides and evolves in order, is appended, and only then published and acknowledged (law 1).
 */
export class Room {
  private queue: Waiting[] = [];
  private running: Promise<void> | null = null;
  private readonly recent = new Map<string, CommandAnswer>();
  private readonly listeners = new Set<CommitListener>();
  private cancelTimer: (() => void) | null = null;
  private closed = false;
  /** The state holds events that are not yet on disk: nobody may read it. */
  private inFlight = false;
  /** A commit failed and the log could not be read since: the state may hold what never happened. */
  private suspect = false;

  private constructor(
    readonly meeting: MeetingId,
    private readonly store: EventStore,
    private loaded: LoadedMeeting,
    private readonly surroundings: RoomSurroundings,
  ) {
    this.setTimer();
  }

  static async open(meeting: MeetingId, store: EventStore, surroundings: RoomSurroundings): Promise<Room> {
    return new Room(meeting, store, await loadMeeting(store, meeting), surroundings);
  }

  /** Number and hash of the newest event on disk. */
  head(): { seq: number; hash: string } {
    return this.loaded.head;
  }

  /** Whether the state is the committed one: then, and only then, may it be read without waiting. */
  get settled(): boolean {
    return !this.inFlight && !this.suspect;
  }

  /** The committed state, for those who have seen that it is {@link settled}. */
  get state(): MeetingState {
    return this.loaded.state;
  }

  /** Reads the committed state, after the batch in flight. */
  async read<T>(reader: (state: MeetingState) => T): Promise<T> {
    while (this.inFlight && this.running) await this.running;
    if (this.suspect) await this.reload();
    return reader(this.loaded.state);
  }

  onCommit(listener: CommitListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Parses, decides, saves and answers. Never rejects: every failure is an answer with a code. */
  submit(actor: Actor, envelope: CommandEnvelope): Promise<CommandAnswer> {
    if (this.closed) return Promise.resolve({ ok: false, rejection: { code: 'UNAVAILABLE' } });
    if (!Object.hasOwn(allowed, envelope.type)) return Promise.resolve(refuse(new Rejection('UNKNOWN_COMMAND')));
    const type = envelope.type as Command['type'];
    const data = commandSchemas[type].safeParse(envelope.data);
    if (!data.success) return Promise.resolve(refuse(new Rejection('MALFORMED')));
    const acting = actingFor(actor, envelope.for);
    if (!acting) return Promise.resolve(refuse(new Rejection('NOT_ALLOWED')));
    return new Promise((resolve) => {
      this.queue.push({
        actor,
        acting,
        command: { type, data: data.data } as Command,
        id: envelope.id,
        key: `${actorKey(actor)} ${envelope.id}`,
        answer: resolve,
      });
      this.running ??= this.run();
    });
  }

  /** Finishes what is queued and stops. */
  async close(): Promise<void> {
    this.closed = true;
    this.cancelTimer?.();
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // The next turn of the event loop: whatever arrives in this one shares a commit.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.queue.length > 0) await this.batch(this.queue.splice(0, MAX_BATCH));
    } finally {
      this.running = null;
    }
    if (!this.closed) this.setTimer();
  }

  private async batch(waiting: readonly Waiting[]): Promise<void> {
    const known = await this.known(waiting);
    const outcomes = new Map<string, CommandAnswer>(known);
    const fresh: Waiting[] = [];
    for (const w of waiting) if (!outcomes.has(w.key) && !fresh.some((f) => f.key === w.key)) fresh.push(w);
    if (fresh.length > 0) {
      const decided = await this.commit(fresh);
      for (const [key, outcome] of decided) outcomes.set(key, outcome);
    }
    for (const w of waiting) w.answer(outcomes.get(w.key) ?? NOT_SAVED);
  }

  /** Outcomes of commands that have been here before (law 6). */
  private async known(waiting: readonly Waiting[]): Promise<Map<string, CommandAnswer>> {
    const known = new Map<string, CommandAnswer>();
    for (const w of waiting) {
      try {
        const found = this.recent.get(w.key) ?? (await this.store.receipt(this.meeting, actorKey(w.actor), w.id));
        if (found) known.set(w.key, found);
      } catch (error) {
        // Without knowing whether it happened, it must not happen again.
        this.surroundings.report(error);
        known.set(w.key, NOT_SAVED);
      }
    }
    return known;
  }

  private async commit(fresh: readonly Waiting[]): Promise<Map<string, CommandAnswer>> {
    const outcomes = new Map<string, CommandAnswer>();
    const rows: StoredRow[] = [];
    const puts: VaultPut[] = [];
    const forgets: string[] = [];
    const receipts: { actor: string; id: string; outcome: CommandAnswer }[] = [];
    const touches: Touch[] = [];
    const events: MeetingEvent[] = [];
    try {
      if (this.suspect) await this.reload();
    } catch (error) {
      this.surroundings.report(error);
      return new Map(fresh.map((w) => [w.key, NOT_SAVED]));
    }
    const { state } = this.loaded;
    const expectedSeq = state.seq;
    this.inFlight = true;
    try {
      for (const w of fresh) {
        const seal = sealer();
        try {
          const at = Math.max(this.surroundings.now(), state.at);
          const decision = decide(state, w.command, {
            at,
            actor: w.acting,
            newId: () => this.surroundings.newId(),
            seal: (value) => seal.seal(value),
            guessLanguage: (text) => this.surroundings.guessLanguage(text),
          });
          for (const put of seal.puts) {
            state.vault.set(put.id, put.value);
            puts.push(put);
          }
          decision.events.forEach((event, i) => {
            const last = i === decision.events.length - 1;
            const row: StoredRow = {
              seq: state.seq + 1,
              type: event.type,
              v: versionOf(event.type),
              at,
              actor: w.acting,
              data: event.data,
              ...(last && decision.undo ? { undo: decision.undo } : {}),
            };
            const stored = row as MeetingEvent;
            touches.push(touchesOf(state, stored));
            evolve(state, stored);
            rows.push(row);
            events.push(stored);
            forgets.push(...((event.data as { forgets?: readonly string[] }).forgets ?? []));
          });
          const outcome = accepted(decision.events, state.seq, at);
          outcomes.set(w.key, outcome);
          receipts.push({ actor: actorKey(w.actor), id: w.id, outcome });
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          outcomes.set(w.key, refuse(error));
        }
      }
      if (receipts.length > 0) {
        // What is put and forgotten within one batch never reaches the disk.
        const gone = new Set(forgets);
        const kept = puts.filter((put) => !gone.has(put.id));
        const created = events.find((event) => event.type === 'core.MeetingCreated');
        this.loaded.head = await this.store.append({
          meeting: this.meeting,
          ...(created ? { begins: { code: created.data.code, createdAt: created.at } } : {}),
          expectedSeq,
          events: rows,
          puts: kept,
          forgets,
          receipts,
        });
      }
    } catch (error) {
      this.surroundings.report(error);
      return this.recover(fresh);
    } finally {
      this.inFlight = false;
    }
    for (const { actor, id, outcome } of receipts) this.remember(`${actor} ${id}`, outcome);
    if (events.length > 0) for (const listener of this.listeners) listener(touches, events);
    return outcomes;
  }

  /**
   * After a commit that failed, or of which nobody knows: the log says what is true. The room is built anew from it;
   * commands that did land have their receipts there, the others answer NOT_SAVED and may be sent again.
   */
  private async recover(fresh: readonly Waiting[]): Promise<Map<string, CommandAnswer>> {
    const outcomes = new Map<string, CommandAnswer>();
    this.suspect = true;
    try {
      await this.reload();
      for (const w of fresh) {
        const receipt = await this.store.receipt(this.meeting, actorKey(w.actor), w.id);
        outcomes.set(w.key, receipt ?? NOT_SAVED);
      }
    } catch (error) {
      this.surroundings.report(error);
      for (const w of fresh) outcomes.set(w.key, NOT_SAVED);
    }
    return outcomes;
  }

  private async reload(): Promise<void> {
    const before = this.loaded.head.seq;
    this.loaded = await loadMeeting(this.store, this.meeting);
    this.suspect = false;
    this.inFlight = false;
    // Whatever landed unseen has not been published: then everybody looks anew.
    const touches = this.loaded.head.seq === before ? [] : [{ everything: true }];
    for (const listener of this.listeners) listener(touches, []);
  }

  private remember(key: string, outcome: CommandAnswer): void {
    this.recent.set(key, outcome);
    if (this.recent.size > MAX_RECENT) this.recent.delete(this.recent.keys().next().value as string);
  }

  /** The grace of closing activities ends by the clock, also after a restart. */
  private setTimer(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    const closing = [...this.loaded.state.activities.values()].filter((a) => a.status === 'closing');
    const next = closing.sort((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))[0];
    if (!next || next.closesAt === null) return;
    // Timers may fire a little early, and clocks be set back: then it is tried again, as a new command.
    const wait = Math.max(1, next.closesAt - this.surroundings.now());
    this.cancelTimer = this.surroundings.after(wait, () => {
      const id = `grace-${this.surroundings.newId()}`.padEnd(16, '-') as CommandEnvelope['id'];
      void this.submit({ kind: 'system' }, { id, type: 'core.EndGrace', data: { activity: next.id } });
    });
  }
}

/** The desk alone acts for another; whether that one has no phone is for `decide` to say. */
function actingFor(actor: Actor, participant: CommandEnvelope['for']): Actor | null {
  if (participant === undefined) return actor;
  if (actor.kind !== 'capability' || actor.role !== 'facilitator') return null;
  return { kind: 'participant', id: participant, via: actor.link };
}

/** What the sender learns: the number reached, the time, what or whom was added, and the reference it got. */
function accepted(events: readonly { type: string; data: unknown }[], seq: number, at: number): CommandAnswer {
  const items: string[] = [];
  let ref: string | undefined;
  let late = false;
  let participant: string | undefined;
  for (const { type, data } of events) {
    if (type === 'core.ParticipantJoined') {
      const joined = data as { participant: string; phone?: boolean };
      if (joined.phone === false) participant = joined.participant;
    }
    if (!type.endsWith('Added')) continue;
    const added = data as { item?: string; ref?: string; late?: boolean };
    if (added.item) items.push(added.item);
    ref = added.ref ?? ref;
    late ||= added.late === true;
  }
  return {
    ok: true,
    seq,
    at,
    ...(items.length > 0 ? { items } : {}),
    ...(ref ? { ref } : {}),
    ...(late ? { late } : {}),
    ...(participant ? { participant } : {}),
  };
}
