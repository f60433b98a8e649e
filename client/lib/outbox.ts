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
}

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
  #limited = false;

  constructor(participant: string, world: OutboxSurroundings) {
    this.#participant = participant;
    this.#world = {
      store: browserStore(),
      after: (ms, callback) => void setTimeout(callback, ms),
      alone: (work) => inOneTab(`halqa-outbox-${participant}`, work),
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
  async add(type: string, data: unknown): Promise<string> {
    const entry: OutboxEntry = {
      id: newCommandId(),
      participant: this.#participant,
      type,
      data,
      at: this.#world.now(),
      order: this.#order++,
      tried: false,
    };
    this.entries.value = [...this.entries.value, entry];
    await this.#keep(entry);
    void this.flush();
    return entry.id;
  }

  /** Takes an entry out: one that was refused, or one that never left the phone. False where it is too late for that. */
  async take(id: string): Promise<boolean> {
    const entry = this.entries.value.find((e) => e.id === id);
    if (!entry || (entry.tried && !entry.rejection) || this.sending.value === id) return false;
    await this.#drop(id);
    return true;
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
      const next = this.entries.value.find((entry) => !entry.rejection);
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
    const answer = await this.#world.send(entry.type, entry.data, entry.id);
    if (answer.ok) {
      this.#failures = 0;
      batch(() => {
        this.accepted.value = new Map(this.accepted.value).set(entry.id, answer);
        this.sending.value = null;
      });
      await this.#drop(entry.id);
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

  #waitABit(atLeast: number): void {
    const backoff = Math.min(30_000, 1000 * 2 ** this.#failures++) * (0.5 + Math.random() / 2);
    const wait = Math.max(atLeast, backoff);
    this.#pausedUntil = this.#world.now() + wait;
    this.#world.after(wait + 1, () => void this.flush());
  }

  #replace(entry: OutboxEntry): void {
    this.entries.value = this.entries.value.map((e) => (e.id === entry.id ? entry : e));
  }

  async #keep(entry: OutboxEntry): Promise<void> {
    try {
      await this.#world.store.put(entry);
    } catch {
      this.durable.value = false;
      await this.#fallback.put(entry);
    }
  }

  async #drop(id: string): Promise<void> {
    this.entries.value = this.entries.value.filter((entry) => entry.id !== id);
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
