/** Whole minutes that somebody has spoken: who has spoken at all has done so for a minute. */
export const minutesSpoken = (ms: number): number => Math.max(1, Math.round(ms / 60_000));
