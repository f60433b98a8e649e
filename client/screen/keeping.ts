/**
 * What a frozen screen shows of a value: as it was, less what is no longer there. Undefined where nothing is left of it.
 */
export type Kept<T = unknown> = (before: T, live: T) => T | undefined;

/** The same of values of whatever shape, in a list. */
export type AnyKept = (before: never, live: never) => unknown;

/** Numbers stay; those that are no longer told (results that wait again for a close) go. */
export const keptNumbers: Kept<Readonly<Record<string, unknown>>> = (before, live) =>
  Object.fromEntries(Object.entries(before).map(([name, n]) => [name, (live[name] ?? null) === null ? null : n]));
