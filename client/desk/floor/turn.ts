/** How a turn stands: in its time, nearly over, or over. */
export type Turn = 'running' | 'near' | 'over';

/** In the last part of a turn the time is pointed out, in milliseconds: a sixth of it, 10 to 30 seconds. */
const nearOf = (whole: number): number => Math.min(30_000, Math.max(10_000, whole / 6));

/** How a turn stands after so many milliseconds of so many seconds. */
export function turnOf(spoken: number, seconds: number): Turn {
  const left = seconds * 1000 - spoken;
  if (left <= 0) return 'over';
  return left <= nearOf(seconds * 1000) ? 'near' : 'running';
}

/** Whole minutes that somebody has spoken: who has spoken at all has done so for a minute. */
export const minutesSpoken = (ms: number): number => Math.max(1, Math.round(ms / 60_000));
