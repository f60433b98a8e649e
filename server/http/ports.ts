import type { Actor } from '../domain/actors.ts';
import type { CommandEnvelope } from '../domain/commands.ts';
import type { AgendaItemId, MeetingId } from '../domain/ids.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import type { CommandAnswer } from '../domain/protocol.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Language } from '../domain/text.ts';
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

/** One export of the minutes, made of committed state. */
export interface MinutesRequest {
  readonly format: 'html' | 'md' | 'csv' | 'json';
  readonly lang: Language;
  /** One item of the agenda; without it, the meeting. */
  readonly item?: AgendaItemId;
  readonly head: Head;
}

export type ExportMinutes = (
  state: MeetingState,
  request: MinutesRequest,
) => { readonly body: string; readonly mime: string; readonly filename: string };
