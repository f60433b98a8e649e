import type { ActivityView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft } from '../lib/formats.ts';
import { rich } from '../lib/words.ts';
import { Pips } from './pips.tsx';

interface TimerProps {
  activity: Pick<ActivityView, 'status' | 'openedAt' | 'endsAt' | 'remaining' | 'closesAt' | 'minutes'>;
  /** The server's clock: `Live.now`. */
  now: () => number;
  /** The row of dots beside the words. */
  pips?: boolean;
}

/** Milliseconds left of an activity's time, negative when it is over; null without a timer. */
export function timeLeft(activity: TimerProps['activity'], now: number): number | null {
  if (activity.status === 'closing' && activity.closesAt !== null) return activity.closesAt - now;
  if (activity.status === 'paused') return activity.remaining;
  if (activity.status === 'open' && activity.endsAt !== null) return activity.endsAt - now;
  return null;
}

/** An activity's time left, in words and as a row of dots; nothing where no time is set for it. */
export function Timer({ activity, now, pips = true }: TimerProps) {
  // Read for its own sake: it makes this render each second while it counts.
  if (activity.status !== 'paused') void everySecond.value;
  const left = timeLeft(activity, now());
  if (left === null) return null;
  const whole = wholeTime(activity);
  const key = activity.status === 'closing' ? 'common.graceLeft' : left > 0 ? 'common.timeLeft' : 'common.timeOver';
  const time = <span class="num">{formatLeft(left)}</span>;
  return (
    <span class="timer" role="timer" aria-live="off">
      {pips && activity.status !== 'closing' && whole > 0 && <Pips share={1 - left / whole} />}
      <span>{rich(key, { time })}</span>
    </span>
  );
}

/** What the dots stand for: from the opening to the end where that is known, else the minutes set for it. */
function wholeTime({ openedAt, endsAt, minutes }: TimerProps['activity']): number {
  const set = (minutes ?? 0) * 60_000;
  return openedAt !== null && endsAt !== null ? Math.max(set, endsAt - openedAt) : set;
}
