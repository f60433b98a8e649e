import type { IdentityStore } from '../identity/identity-store.ts';
import { SqliteEventStore } from './sqlite-events.ts';
import { SqliteIdentityStore } from './sqlite-identity.ts';
import {
  type OpenDatabase,
  type OpenOptions,
  openBeside,
  openBytes,
  openDatabase,
  openInMemory,
} from './sqlite-open.ts';
import type { EventStore, LogSource } from './store.ts';

/** Everything that a data folder holds in SQLite: the logs of all meetings, and who is who. */
export interface Stores {
  readonly events: EventStore;
  readonly identity: IdentityStore;
  close(): Promise<void>;
}

/**
 * Opens the stores of a data folder for its one server, made where there are none.
 * @throws StoreError UNWRITABLE, FOREIGN, NEWER, LOCKED; nothing has been touched then.
 */
export function openStores(folder: string, options?: OpenOptions): Stores {
  return storesOf(openDatabase(folder, options));
}

/** Opens the stores beside a running server, for commands. @throws StoreError UNWRITABLE, FOREIGN, NEWER. */
export function openStoresBeside(folder: string, mode: 'read' | 'write'): Stores {
  return storesOf(openBeside(folder, mode));
}

/** New stores that are on no disk, and gone when they are closed. */
export const openPassingStores = (): Stores => storesOf(openInMemory());

/** Opens what a store named as its source, to read, in whatever process. @throws StoreError UNWRITABLE, FOREIGN, NEWER. */
export function openSource(source: LogSource): Stores {
  return 'folder' in source ? openStoresBeside(source.folder, 'read') : storesOf(openBytes(source.bytes));
}

function storesOf({ db, close }: OpenDatabase): Stores {
  const events = new SqliteEventStore(db, close);
  return { events, identity: new SqliteIdentityStore(db), close: () => events.close() };
}
