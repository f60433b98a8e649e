import type { ActivityView } from '../../server/domain/view.ts';
import type { WallWord } from './wall-words.ts';

/** What stands where the time is: milliseconds to show, of how many, and the word under it; null without a timer. */
interface TimeShown {
  readonly left: number | null;
  /** From 0 to 1, for the row of dots. */
  readonly share: number;
  readonly word: WallWord | null;
}

/** The time of an activity at a moment of the server's clock. */
export function timeShown(activity: ActivityView, now: number): TimeShown {
  const whole = (activity.minutes ?? 0) * 60_000;
  const of = (left: number, total: number, word: WallWord | null): TimeShown => ({
    left: Math.max(0, left),
    share: total > 0 ? Math.min(1, Math.max(0, left / total)) : 0,
    word,
  });
  const none = (word: WallWord): TimeShown => ({ left: null, share: 0, word });
  switch (activity.status) {
    case 'open': {
      if (activity.endsAt === null) return none('status_open');
      const left = shownOf(activity.endsAt - now, whole);
      return of(left, Math.max(whole, left), left <= 0 ? 'time_up' : null);
    }
    case 'paused':
      return activity.remaining === null
        ? none('status_paused')
        : of(activity.remaining, Math.max(whole, activity.remaining), 'status_paused');
    case 'closing': {
      const grace = activity.graceSeconds * 1000;
      const left = shownOf((activity.closesAt ?? now) - now, grace);
      return of(left, Math.max(grace, left), 'status_closing');
    }
    case 'closed':
      return none('status_closed');
    default:
      return none('status_planned');
  }
}

/** A clock that is a moment behind the server's would show 20:01 of 20 minutes. */
const shownOf = (left: number, whole: number): number => (left > whole && left < whole + 2000 ? whole : left);
