import type { Actor } from '../domain/actors.ts';
import type { CommandEnvelope } from '../domain/commands.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import type { CommandAnswer } from '../domain/protocol.ts';
import type { MeetingState } from '../domain/state.ts';
import type { MadeMinutes } from '../minutes/export.ts';
import type { MinutesRequest } from '../minutes/worker/workers.ts';
import type { Rehearsals } from '../rehearsal/rehearsals.ts';
import type { Head } from '../store/store.ts';

/** An open meeting as HTTP and the command line see it. */
export interface RoomPort {
  /** Resolves when the outcome is on disk; a refusal is an answer, not an error. */
  submit(actor: Actor, command: CommandEnvelope): Promise<CommandAnswer>;
  /** Reads committed state, after a batch in flight; what it returns must not hold on to the state. */
  read<T>(read: (state: MeetingState) => T): Promise<T>;
  /** Where the log stands, for what `read` sees. */
  head(): Head;
}

export interface RoomsPort {
  /** @throws StoreError, UnreadableEvent where the log cannot be read. */
  get(meeting: MeetingId): Promise<RoomPort>;
  /** Begins a meeting from its file, with a join code of its own. */
  create(file: MeetingFile): Promise<{ meeting: MeetingId; code: string }>;
  /** Answers what is in flight, then takes no more. */
  close(): Promise<void>;
}

/** Makes the minutes of a meeting of its log as it stands. @throws Rejection */
export type ExportMinutes = (request: MinutesRequest) => Promise<MadeMinutes>;

/** The rehearsals of this server. */
export type RehearsalsPort = Pick<Rehearsals, 'find' | 'has' | 'isGuest' | 'begin' | 'end'>;
