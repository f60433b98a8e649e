import type { Actor } from '../domain/actors.ts';
import type { UndoRecord } from '../domain/events.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { CommandAnswer } from '../domain/protocol.ts';
import type { VaultValue } from '../domain/vault.ts';

/*
 * The event store's port. One contract suite (test/contract/event-store.ts) runs on every implementation, and nothing
 * outside this folder knows which one runs.
 */

/** An event as it is written: numbered from 1 in its meeting, `at` in milliseconds since 1970, UTC. */
export interface StoredRow {
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly at: number;
  readonly actor: Actor;
  readonly data: unknown;
  readonly undo?: UndoRecord;
}

/** A value for the vault, with the salt of its commitment (16 random bytes). */
export interface VaultPut {
  readonly id: string;
  readonly salt: Uint8Array;
  readonly value: VaultValue;
}

/** The outcome of an accepted command: asked again with the same id, the same answer. Refusals are not kept. */
export interface Receipt {
  readonly actor: string;
  readonly id: string;
  readonly outcome: CommandAnswer;
}

/** Everything that one commit makes durable: all of it or nothing. */
export interface Batch {
  readonly meeting: MeetingId;
  /** In the batch that begins a meeting, and only there: its six digits, unique among all meetings. */
  readonly begins?: { readonly code: string; readonly createdAt: number };
  /** Number of the last event before the batch. Where the log stands elsewhere, the batch is refused with CONFLICT. */
  readonly expectedSeq: number;
  /** Numbered expectedSeq + 1, + 2, …; may be empty. */
  readonly events: readonly StoredRow[];
  readonly puts: readonly VaultPut[];
  /** Vault ids whose value and salt are destroyed, in this batch's own `puts` too. */
  readonly forgets: readonly string[];
  readonly receipts: readonly Receipt[];
}

/** Where a log stands: the number of its last event (0: none) and the hash, in hex, that covers all up to it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface MeetingRow {
  readonly id: MeetingId;
  readonly code: string;
  readonly createdAt: number;
}

/** What `verify` found: whole, or the first event that does not hold, and why. */
export type Verdict =
  | { readonly ok: true; readonly head: Head }
  | { readonly ok: false; readonly seq: number; readonly reason: 'number' | 'hash' | 'value' };

/** Where another process can read logs by itself: a data folder, or the bytes of a database that is on no disk. */
export type LogSource = { readonly folder: string } | { readonly bytes: Uint8Array };

export interface EventStore {
  /**
   * Writes a batch. When it resolves, the batch is on disk, and no byte of what it forgets is left in the data folder;
   * where another reader or a full disk stands in the way, that follows as soon as it can.
   * @throws StoreError CONFLICT, CODE_TAKEN, FULL, LOCKED, IO. After IO it is unclear whether the batch landed: read
   * the log's tail. After any other, it did not.
   */
  append(batch: Batch): Promise<Head>;
  /** The events after number `from`, in order. */
  read(meeting: MeetingId, from: number): AsyncIterable<StoredRow>;
  /** The values that have not been forgotten, by id. */
  vault(meeting: MeetingId): Promise<Map<string, VaultValue>>;
  /** The answer that an accepted command got, or null. */
  receipt(meeting: MeetingId, actor: string, id: string): Promise<CommandAnswer | null>;
  /** All meetings, oldest first. */
  meetings(): Promise<readonly MeetingRow[]>;
  head(meeting: MeetingId): Promise<Head>;
  /** Recomputes the hash chain, and the commitment of every value that still stands. */
  verify(meeting: MeetingId): Promise<Verdict>;
  /** Where the meeting's log can be read from outside this store, as it stands now or later. */
  source(meeting: MeetingId): Promise<LogSource>;
  close(): Promise<void>;
}

export const storeErrorCodes = [
  // a batch
  'CONFLICT',
  'CODE_TAKEN',
  'FULL',
  'LOCKED',
  'IO',
  // opening
  'UNWRITABLE',
  'FOREIGN',
  'NEWER',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** Why the store could not do it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
