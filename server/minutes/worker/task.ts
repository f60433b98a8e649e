import type { MeetingId } from '../../domain/ids.ts';
import { Rejection, type RejectionCode } from '../../domain/rejection.ts';
import type { LogSource } from '../../store/store.ts';
import type { MinutesAsked } from '../asked.ts';
import type { MadeMinutes } from '../export.ts';

/* What the server and the process that makes the minutes say to each other. */

/** One document to make of a meeting's log, as it stands when the source is opened. */
export interface MinutesTask extends MinutesAsked {
  readonly source: LogSource;
  readonly meeting: MeetingId;
  /** The moment it is asked for, in milliseconds since 1970, UTC. */
  readonly now: number;
}

export type MinutesNews =
  /** The log has been read up to this number, and let go. */
  | { readonly read: number }
  /** `memory`: bytes that the process holds now. */
  | { readonly made: MadeMinutes; readonly memory: number }
  | { readonly refused: { readonly code: RejectionCode; readonly values: Rejection['values'] } }
  | { readonly failed: { readonly kind: string; readonly stack: string } };

/** A fault of ours, or bad luck. The log names its kind and its place alone: a message may quote what somebody wrote. */
export class MinutesFault extends Error {
  override readonly name = 'MinutesFault';
  constructor(
    /** `MISSING` build, `ENDED`, `STUCK`, or the kind of error that was met in there. */
    readonly code: string,
    message: string,
    stack?: string,
  ) {
    super(message);
    if (stack) this.stack = stack;
  }
}

/** Why it could not be made. */
export function failureOf(error: unknown): MinutesNews {
  if (error instanceof Rejection) return { refused: { code: error.code, values: error.values } };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { failed: { kind: name, stack: stack ?? message } };
}
