import { evolve } from '../domain/evolve.ts';
import type { MeetingId } from '../domain/ids.ts';
import { initialState } from '../domain/initial.ts';
import type { MeetingState } from '../domain/state.ts';
import { upcast } from '../domain/upcast.ts';
import type { EventStore, Head } from '../store/store.ts';

export interface LoadedMeeting {
  readonly state: MeetingState;
  /** Number and hash of the newest event on disk. */
  head: Head;
}

/**
 * The fold of a meeting's log, with the vault beside it.
 * @throws UnreadableEvent where the log holds what this release cannot read: it is loaded whole or not at all.
 */
export async function loadMeeting(store: EventStore, meeting: MeetingId): Promise<LoadedMeeting> {
  const state = initialState();
  for (const [id, value] of await store.vault(meeting)) state.vault.set(id, value);
  for await (const row of store.read(meeting, 0)) evolve(state, upcast(row));
  return { state, head: await store.head(meeting) };
}
