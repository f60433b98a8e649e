import type { ActivityView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft, formatTime, t } from '../lib/words.ts';
import { Pips } from '../ui/pips.tsx';
import { timeLeft } from '../ui/timer.tsx';
import { useDesk } from './desk.ts';

/** What lasts longer is told by its end: nobody counts the seconds of a night. In milliseconds. */
const HOURS = 3 * 3_600_000;

/** The time left, to be read from two steps away; over time it counts up. */
export function BigClock({ activity }: { activity: ActivityView }) {
  const { live } = useDesk();
  void everySecond.value;
  const left = timeLeft(activity, live.now());
  if (left === null) return <NoClock activity={activity} />;
  if (left > HOURS && activity.endsAt !== null) return <Until moment={activity.endsAt} />;
  const whole = activity.status === 'closing' ? activity.graceSeconds * 1000 : (activity.minutes ?? 0) * 60_000;
  const over = left <= 0 && activity.status === 'open';
  return (
    <div class={over ? 'clock over' : 'clock'}>
      <p>
        <b class="num">{over ? `+${formatLeft(-left)}` : formatLeft(left)}</b>{' '}
        <span>{words(activity.status, over)}</span>
      </p>
      {whole > 0 && <Pips share={1 - left / Math.max(whole, left)} />}
    </div>
  );
}

const Until = ({ moment }: { moment: number }) => (
  <div class="clock">
    <p>
      <span>{t('desk.time_until')}</span> <b class="num">{formatTime(moment)}</b>
    </p>
  </div>
);

function words(status: ActivityView['status'], over: boolean): string {
  if (over) return t('desk.time_over');
  if (status === 'closing') return t('desk.time_closing');
  return t(status === 'paused' ? 'desk.time_paused' : 'desk.time_left');
}

function NoClock({ activity }: { activity: ActivityView }) {
  if (activity.status === 'closed') return <div class="clock" />;
  return (
    <div class="clock">
      {activity.status === 'planned' && activity.minutes !== null ? (
        <p>
          <b class="num">{formatLeft(activity.minutes * 60_000)}</b> <span>{t('desk.time_set')}</span>
        </p>
      ) : (
        <p>{t('desk.time_none')}</p>
      )}
    </div>
  );
}
