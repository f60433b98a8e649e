import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { database } from './database.ts';

/** A command on its way: kept until the server has answered it for good. */
export interface OutboxEntry {
  readonly id: string;
  /** Whose it is: another person on this phone does not send it. */
  readonly participant: string;
  readonly type: string;
  readonly data: unknown;
  /** When it was given, in server time; and the order of those given in the same instant. */
  readonly at: number;
  readonly order: number;
  /** Whether it has ever left the phone: then nobody here knows what became of it until it is answered. */
  readonly tried: boolean;
  /** Why the server refused it for good; it is kept so that its text is not lost. */
  readonly rejection?: RejectionFrame;
}

/** Where the outbox keeps its entries. Each method may reject: then the entry is not kept. */
export interface OutboxStore {
  all(): Promise<OutboxEntry[]>;
  /**
   * Keeps an entry, and in the same instant lets go of those that it takes the place of: a page that is opened
   * meanwhile finds the one or the other, and never sends the older after the newer.
   */
  put(entry: OutboxEntry, insteadOf?: readonly string[]): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Keeps entries as long as the page lives. */
export function memoryStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    all: async () => [...entries.values()],
    put: async (entry, insteadOf = []) => {
      for (const id of insteadOf) entries.delete(id);
      entries.set(entry.id, entry);
    },
    remove: async (id) => {
      entries.delete(id);
    },
  };
}

/** Keeps entries in the browser, across reloads and restarts. */
export function browserStore(): OutboxStore {
  const open = async () => {
    const db = await database();
    if (!db) throw new Error('this browser keeps nothing');
    return db;
  };
  return {
    all: async () => (await open()).getAll('outbox'),
    put: async (entry, insteadOf = []) => {
      const all = (await open()).transaction('outbox', 'readwrite');
      await Promise.all([...insteadOf.map((id) => all.store.delete(id)), all.store.put(entry), all.done]);
    },
    remove: async (id) => {
      await (await open()).delete('outbox', id);
    },
  };
}
