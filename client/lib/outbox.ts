import { batch, signal } from '@preact/signals';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { newCommandId } from './ids.ts';
import { browserStore, memoryStore, type OutboxEntry, type OutboxStore } from './outbox-store.ts';

export type { OutboxEntry } from './outbox-store.ts';

export type Accepted = Extract<CommandAnswer, { ok: true }>;

/** What the outbox needs of the world; `Live` gives the first three. */
export interface OutboxSurroundings {
  /** Whether a command could be sent now. */
  connected(): boolean;
  send(type: string, data: unknown, id: string): Promise<CommandAnswer>;
  /** Server time, in milliseconds since 1970. */
  now(): number;
  store?: OutboxStore;
  /** Calls back after so many milliseconds. */
  after?(ms: number, callback: () => void): void;
  /** Runs one sender at a time, also across the tabs of this browser. */
  alone?<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Called before a command is sent: resolves once the participant's own view has changed. Until then, and no longer
   * than a moment after the answer, the command stays among the entries, so that what is shown does not jump back.
   */
  changed?(): Promise<void>;
}

export interface AddOptions {
  /** Takes the place of such entries, as far as they have not left the phone or were refused. */
  readonly insteadOf?: (entry: OutboxEntry) => boolean;
  /** Sends it only after so many milliseconds, or on `release`: what replaces it until then is sent in its place. */
  readonly hold?: number;
}

/** The longest that an answered command stays among the entries, in milliseconds. */
const LINGER = 300;

/** Refusals that pass by themselves: the same command is sent again later, with the same id. */
const PASSING: ReadonlySet<string> = new Set(['NOT_SAVED', 'UNAVAILABLE', 'RATE_LIMITED']);

/**
 * Commands of one participant, kept on the phone before they are sent and until they are answered, sent one after the
 * other in their order, and again with the same id after a lost connection or a reload: the server makes it once.
 */
export class Outbox {
  /** What waits or was refused, oldest first. */
  readonly entries = signal<readonly OutboxEntry[]>([]);
  /** The id of the entry that is on its way now. */
  readonly sending = signal<string | null>(null);
  /** False once something could not be kept in the browser: then what waits lives as long as the page. */
  readonly durable = signal(true);
  /** Answers of this page's life, by command id. */
  readonly accepted = signal<ReadonlyMap<string, Accepted>>(new Map());

  readonly #participant: string;
  readonly #world: Required<OutboxSurroundings>;
  readonly #fallback = memoryStore();
  #order = 0;
  #running = false;
  #failures = 0;
  #pausedUntil = 0;
  /** Not to be sent yet: in memory alone, so that a page that comes back sends them at once. */
  readonly #held = new Set<string>();
  /** Answered, and still shown. */
  readonly #answered = new Set<string>();
  #limited = false;

  constructor(participant: string, world: OutboxSurroundings) {
    this.#participant = participant;
    this.#world = {
      store: browserStore(),
      after: (ms, callback) => void setTimeout(callback, ms),
      alone: (work) => inOneTab(`halqa-outbox-${participant}`, work),
      changed: () => Promise.resolve(),
      ...world,
    };
  }

  /** Takes up what an earlier page left. */
  async load(): Promise<void> {
    try {
      const kept = await this.#world.store.all();
      const own = kept.filter((entry) => entry.participant === this.#participant);
      const here = new Set(this.entries.value.map((entry) => entry.id));
      this.entries.value = [...own.filter((entry) => !here.has(entry.id)), ...this.entries.value].sort(inOrder);
      this.#order = Math.max(this.#order, ...own.map((entry) => entry.order + 1));
    } catch {
      this.durable.value = false;
    }
    void this.flush();
  }

  /**
   * Keeps a command and sends it as soon as that is possible. Resolves with its id once it is kept; in the browser, or
   * in this page alone where `durable` has become false.
   */
  async add(type: string, data: unknown, { insteadOf = () => false, hold = 0 }: AddOptions = {}): Promise<string> {
    const replaced = this.entries.value.filter((e) => insteadOf(e) && this.#mayTake(e));
    const entry: OutboxEntry = {
      id: newCommandId(),
      participant: this.#participant,
      type,
      data,
      at: this.#world.now(),
      order: this.#order++,
      tried: false,
    };
    if (hold > 0) this.#hold(entry.id, hold);
    this.entries.value = [...this.entries.value.filter((e) => !replaced.includes(e)), entry];
    await this.#keep(
      entry,
      replaced.map(({ id }) => id),
    );
    void this.flush();
    return entry.id;
  }

  /** Sends at once what was held back: the person is about to leave the page. */
  release(): void {
    this.#held.clear();
    void this.flush();
  }

  /** Takes an entry out: one that was refused, or one that never left the phone. False where it is too late for that. */
  async take(id: string): Promise<boolean> {
    const entry = this.entries.value.find((e) => e.id === id);
    if (!entry || !this.#mayTake(entry)) return false;
    await this.#drop(id);
    return true;
  }

  #mayTake({ id, tried, rejection }: OutboxEntry): boolean {
    return (!tried || rejection !== undefined) && this.sending.value !== id;
  }

  #hold(id: string, ms: number): void {
    this.#held.add(id);
    this.#world.after(ms, () => {
      if (this.#held.delete(id)) void this.flush();
    });
  }

  /** The connection is back: no need to wait out what was waited for without it. A limit is still kept. */
  resume(): void {
    this.#failures = 0;
    if (!this.#limited) this.#pausedUntil = 0;
    void this.flush();
  }

  /** Sends what waits, in order, until something has to wait longer. */
  async flush(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#world.alone(() => this.#sendAll());
    } finally {
      this.#running = false;
    }
  }

  async #sendAll(): Promise<void> {
    while (this.#world.connected() && this.#world.now() >= this.#pausedUntil) {
      const next = this.entries.value.find(
        ({ id, rejection }) => !rejection && !this.#held.has(id) && !this.#answered.has(id),
      );
      if (!next) return;
      if (!(await this.#sendOne(next))) return;
    }
  }

  /** True where the next may go. */
  async #sendOne(waiting: OutboxEntry): Promise<boolean> {
    const entry = { ...waiting, tried: true };
    this.#replace(entry);
    if (!waiting.tried) await this.#keep(entry);
    this.sending.value = entry.id;
    const changed = this.#world.changed();
    const answer = await this.#world.send(entry.type, entry.data, entry.id);
    if (answer.ok) {
      this.#failures = 0;
      batch(() => {
        this.accepted.value = new Map(this.accepted.value).set(entry.id, answer);
        this.sending.value = null;
      });
      await this.#answeredWell(entry.id, changed);
      return true;
    }
    this.sending.value = null;
    if (PASSING.has(answer.rejection.code)) {
      this.#limited = answer.rejection.code === 'RATE_LIMITED';
      this.#waitABit(Number(answer.rejection.values?.seconds ?? 0) * 1000);
      return false;
    }
    this.#failures = 0;
    const refused = { ...entry, rejection: answer.rejection };
    this.#replace(refused);
    await this.#keep(refused);
    return true;
  }

  async #answeredWell(id: string, changed: Promise<void>): Promise<void> {
    this.#answered.add(id);
    await this.#forget(id);
    const moment = new Promise<void>((resolve) => this.#world.after(LINGER, resolve));
    void Promise.race([changed, moment]).then(() => {
      this.#answered.delete(id);
      this.#hide(id);
    });
  }

  #waitABit(atLeast: number): void {
    const backoff = Math.min(30_000, 1000 * 2 ** this.#failures++) * (0.5 + Math.random() / 2);
    const wait = Math.max(atLeast, backoff);
    this.#pausedUntil = this.#world.now() + wait;
    this.#world.after(wait + 1, () => void this.flush());
  }

  #replace(entry: OutboxEntry): void {
    this.entries.value = this.entries.value.map((e) => (e.id === entry.id ? entry : e));
  }

  async #keep(entry: OutboxEntry, insteadOf: readonly string[] = []): Promise<void> {
    for (const id of insteadOf) this.#held.delete(id);
    try {
      await this.#world.store.put(entry, insteadOf);
    } catch {
      this.durable.value = false;
      await this.#fallback.put(entry, insteadOf);
    }
  }

  async #drop(id: string): Promise<void> {
    this.#hide(id);
    await this.#forget(id);
  }

  #hide(id: string): void {
    this.entries.value = this.entries.value.filter((entry) => entry.id !== id);
  }

  async #forget(id: string): Promise<void> {
    this.#held.delete(id);
    try {
      await this.#world.store.remove(id);
    } catch {
      await this.#fallback.remove(id);
    }
  }
}

const inOrder = (a: OutboxEntry, b: OutboxEntry): number => a.at - b.at || a.order - b.order;

/** Web Locks where there are any (not on plain HTTP); without, two tabs may send the same entry, which happens once. */
function inOneTab<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).locks;
  return locks ? (locks.request(name, work) as Promise<T>) : work();
}
