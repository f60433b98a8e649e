import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { timeLeft } from '../ui/timer.tsx';
import { useDesk } from './desk.ts';
import { activitiesOf, titleOf } from './shown-activity.ts';

/** Activities of other items that still take answers: after *Next* the last question closes with its grace. */
export function StillRunning({ agenda, except }: { agenda: AgendaView; except: AgendaView['items'][number] }) {
  const { live } = useDesk();
  const running = agenda.items
    .filter((item) => item.id !== except.id)
    .flatMap((item) =>
      activitiesOf(live, item)
        .filter(({ status }) => ['open', 'paused', 'closing'].includes(status))
        .map((activity) => ({ item, activity })),
    );
  return (
    <>
      {running.map(({ item, activity }) => (
        <Strip key={activity.id} title={titleOf(item, activity)} activity={activity} />
      ))}
    </>
  );
}

function Strip({ title, activity }: { title: string; activity: ActivityView }) {
  const desk = useDesk();
  void everySecond.value;
  const left = timeLeft(activity, desk.live.now());
  return (
    <div class="running">
      <p>
        <span class={`status ${activity.status}`}>{t(`desk.status_${activity.status}`)}</span> <b>{title}</b>{' '}
        {left !== null && <span class="num">{formatLeft(left)}</span>}
      </p>
      {activity.status !== 'open' && (
        <Button look="quiet" onClick={() => void desk.run('core.OpenActivity', { activity: activity.id })}>
          {t(activity.status === 'paused' ? 'desk.resume' : 'desk.reopen')}
        </Button>
      )}
      <Button
        look="quiet"
        onClick={() => void desk.run('core.CloseActivity', { activity: activity.id, graceSeconds: 0 })}
      >
        {t('desk.close_now')}
      </Button>
    </div>
  );
}
