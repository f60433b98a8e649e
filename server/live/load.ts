import { evolve } from '../domain/evolve.ts';
import type { MeetingId } from '../domain/ids.ts';
import { initialState } from '../domain/initial.ts';
import type { MeetingState } from '../domain/state.ts';
import { upcast } from '../domain/upcast.ts';
import type { VaultValue } from '../domain/vault.ts';
import type { EventStore, Head, StoredRow } from '../store/store.ts';

export interface LoadedMeeting {
  readonly state: MeetingState;
  /** Number and hash of the newest event on disk. */
  head: Head;
}

/** A meeting's log and vault as they were read. */
export interface ReadLog {
  readonly rows: readonly StoredRow[];
  readonly vault: ReadonlyMap<string, VaultValue>;
  readonly head: Head;
}

/** Reads a log whole, in as little time as it takes: whoever reads beside a server keeps a removal waiting meanwhile. */
export async function readLog(store: EventStore, meeting: MeetingId): Promise<ReadLog> {
  const rows: StoredRow[] = [];
  for await (const row of store.read(meeting, 0)) rows.push(row);
  return { rows, vault: await store.vault(meeting), head: await store.head(meeting) };
}

/** The fold of a log that was read. @throws UnreadableEvent as {@link loadMeeting}. */
export function foldLog({ rows, vault, head }: ReadLog): LoadedMeeting {
  const state = initialState();
  for (const [id, value] of vault) state.vault.set(id, value);
  for (const row of rows) evolve(state, upcast(row));
  return { state, head };
}

/**
 * The fold of a meeting's log, with the vault beside it.
 * @throws UnreadableEvent where the log holds what this release cannot read: it is loaded whole or not at all.
 */
export const loadMeeting = async (store: EventStore, meeting: MeetingId): Promise<LoadedMeeting> =>
  foldLog(await readLog(store, meeting));
