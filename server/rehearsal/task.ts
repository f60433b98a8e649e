import type { OwnAddress } from './own-address.ts';

/* What a server and its rehearsed delegates say to each other. */

/** The header by which delegates say who they are: the limits for guests of a hotel are not for them. */
export const GUEST_HEADER = 'x-halqa-rehearsal';

/** Whom to send, where, and for how long. */
export interface DelegatesTask extends OwnAddress {
  readonly code: string;
  /** The value of the header; nobody else has it. */
  readonly key: string;
  /** The meeting whose texts they know. */
  readonly meeting: string;
  readonly delegates: number;
  /** Milliseconds until they leave. */
  readonly ms: number;
  readonly seed: number;
  /** How many times faster than people they are. */
  readonly speed: number;
}

/** How it goes, as it now stands. */
export interface DelegatesNews {
  /** Delegates who are connected. */
  readonly here: number;
  /** Commands that were accepted, and that were refused for good, by code. */
  readonly written: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Items whose saving was acknowledged since the last news. */
  readonly saved: readonly string[];
  /** All have left. */
  readonly over: boolean;
}

/** Delegates who are out. */
export interface AtWork {
  /** They send what they have, and leave; resolves when all of them have. */
  leave(): Promise<void>;
  /** They are gone at once. */
  end(): Promise<void>;
}

/** Sends delegates to a meeting; `tell` hears of them, for the last time when they are over. */
export type SendDelegates = (task: DelegatesTask, tell: (news: DelegatesNews) => void) => AtWork;
