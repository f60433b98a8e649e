import type { ActivityId, ListId, Reference } from './ids.ts';
import type { Author, Run } from './minutes-document.ts';
import type { Half } from './parts/half-day.ts';

/* What the minutes hold of the meeting around its activities, as data. The blocks beside it say the same in words. */

/** A sentence of the desk. */
export interface KeyPoint {
  readonly text: Run;
  /** The texts that it rests on; `shown`: as readers may read them. */
  readonly rests: readonly { readonly ref: Reference; readonly shown: boolean }[];
}

/** A group of texts of any activities. */
export interface Theme {
  readonly ref: Reference;
  readonly label: Run;
  /** The references of those that readers may read, by the question that they answer. */
  readonly texts: readonly {
    readonly activity: ActivityId;
    readonly title: Run;
    readonly refs: readonly Reference[];
  }[];
  /** How many of its texts readers may not read. */
  readonly notShown: number;
}

/** Somebody who agreed to be listed. */
export type Present = Author & {
  /** When they were there, oldest first; empty where the log is older than attendance. */
  readonly halves: readonly Half[];
};

/** How many were there in each half-day. */
export interface Attendance {
  /** Oldest first. */
  readonly halves: readonly { readonly id: Half; readonly name: Run; readonly n: number }[];
  /** By kind of organisation; null is all that are too small to stand by themselves. `n` in the order of the half-days. */
  readonly groups: readonly { readonly id: ListId | null; readonly name: Run; readonly n: readonly number[] }[];
}

/** What those of one kind or city did. */
export interface HeardRow {
  /** Null is all that do not stand by themselves. */
  readonly id: ListId | null;
  readonly name: Run;
  readonly people: number;
  readonly contributions: number;
  readonly endorsements: number;
  /** Times that one of them had the floor, and for how long altogether, in milliseconds; none in a single activity. */
  readonly floor: { readonly times: number; readonly ms: number } | null;
}

export interface HeardTable {
  readonly by: 'city' | 'kind';
  /** The activity whose authors appear by these groups; null for all others together, and the floor. */
  readonly activity: ActivityId | null;
  readonly title: Run;
  readonly rows: readonly HeardRow[];
  /** What stands in no row, since fewer than five people have written or endorsed since the last that does. */
  readonly waiting: { readonly contributions: number; readonly endorsements: number };
}

/** Who had the floor: how many people how often and how long (milliseconds), and those of them who agreed to be named. */
export interface AtTheFloor {
  readonly people: number;
  readonly times: number;
  readonly ms: number;
  readonly named: readonly Author[];
}
