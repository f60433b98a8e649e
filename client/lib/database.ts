import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry } from './outbox-store.ts';

/** A text as it was last typed. `key` says whose it is and what it is for. */
export interface DraftRecord {
  readonly key: string;
  readonly text: string;
  /** Milliseconds since 1970, by this phone's clock. */
  readonly at: number;
}

export interface HalqaDatabase extends DBSchema {
  outbox: { key: string; value: OutboxEntry };
  drafts: { key: string; value: DraftRecord };
  profile: { key: string; value: unknown };
  /** Long texts of the meeting file, by meeting, activity and language. */
  documents: { key: string; value: unknown };
}

const stores = ['outbox', 'drafts', 'profile', 'documents'] as const;

let opened: Promise<IDBPDatabase<HalqaDatabase> | null> | undefined;

/** What this browser keeps of its own; null where it keeps nothing (a private window, a full or forbidden store). */
export function database(): Promise<IDBPDatabase<HalqaDatabase> | null> {
  opened ??= open();
  return opened;
}

async function open(): Promise<IDBPDatabase<HalqaDatabase> | null> {
  if (typeof indexedDB === 'undefined') return null;
  try {
    return await openDB<HalqaDatabase>('halqa', 2, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('outbox', { keyPath: 'id' });
          db.createObjectStore('drafts', { keyPath: 'key' });
          db.createObjectStore('profile');
        }
        if (before < 2) db.createObjectStore('documents');
      },
      // Another tab of a later version wants in: let it; this one opens again when it next needs to.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        opened = undefined;
      },
      terminated() {
        opened = undefined;
      },
    });
  } catch {
    return null;
  }
}

/** Asks the browser not to clear what is kept when space runs short. It may say no. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Not on plain HTTP; what is kept is kept all the same until the browser runs short of space.
  }
}

/** Reads a value of the profile; undefined where there is none or nothing is kept. */
export async function readProfile<T>(key: string): Promise<T | undefined> {
  try {
    return (await (await database())?.get('profile', key)) as T | undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value of the profile, undefined to drop it. False where it could not be kept. */
export async function writeProfile(key: string, value: unknown): Promise<boolean> {
  try {
    const db = await database();
    if (!db) return false;
    if (value === undefined) await db.delete('profile', key);
    else await db.put('profile', value, key);
    return true;
  } catch {
    return false;
  }
}

/** Clears everything that this browser keeps. */
export async function clearDatabase(): Promise<void> {
  const db = await database();
  if (!db) return;
  const all = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((name) => all.objectStore(name).clear()), all.done]);
}
