import { useSignal } from '@preact/signals';
import type { ActivityView, MeetingView, PeopleView } from '../../server/domain/view.ts';
import { deskKinds } from '../activities/desk.ts';
import { localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { BigClock } from './big-clock.tsx';
import { useDesk } from './desk.ts';
import { promptOf } from './kind.ts';

/** What an activity is and where it stands, with what is done to it: pause, close, time, settings. */
export function ActivityHead(props: { meeting: MeetingView; activity: ActivityView; title: string }) {
  const { meeting, activity, title } = props;
  const settings = useSignal(false);
  const kind = deskKinds[activity.kind];
  const prompt = kind ? localized(promptOf(activity)) : title;
  const Tools = kind?.Tools;
  const Settings = kind?.Settings;
  return (
    <section class="cur" id="current" tabIndex={-1}>
      <div>
        <p class="over">
          <span class={`status ${activity.status}`} role="status">
            {t(`desk.status_${activity.status}`)}
          </span>
          <span>{title}</span>
        </p>
        <h2 class={prompt.length > 110 ? 'long' : undefined}>{prompt}</h2>
      </div>
      <BigClock activity={activity} />
      <div class="tools">
        <LifeButtons activity={activity} />
        {Tools && <Tools meeting={meeting} activity={activity} />}
        <span class="sp" />
        <Button look="quiet" icon="settings" onClick={() => (settings.value = true)}>
          {t('desk.settings')}
        </Button>
      </div>
      {Settings && settings.value && (
        <Settings meeting={meeting} activity={activity} onClose={() => (settings.value = false)} />
      )}
    </section>
  );
}

/** The steps that are possible from where the activity stands. */
function LifeButtons({ activity }: { activity: ActivityView }) {
  const desk = useDesk();
  const of = { activity: activity.id };
  const open = () => void desk.run('core.OpenActivity', of);
  const close = (data: { graceSeconds?: number } = {}) => void desk.run('core.CloseActivity', { ...of, ...data });
  switch (activity.status) {
    case 'planned':
      return (
        <Button icon="play" onClick={open}>
          {t('desk.open')}
        </Button>
      );
    case 'open':
    case 'paused':
      return (
        <>
          {activity.status === 'open' ? (
            <Button icon="pause" onClick={() => void desk.run('core.PauseActivity', of)}>
              {t('desk.pause')}
            </Button>
          ) : (
            <Button icon="play" onClick={open}>
              {t('desk.resume')}
            </Button>
          )}
          <Button icon="stop" class="close" onClick={() => close()}>
            {t('desk.close')}
            <CloseDetail seconds={activity.graceSeconds} />
          </Button>
          {(activity.status === 'open' || activity.remaining !== null) && (
            <Button icon="plus" onClick={() => void desk.run('core.AddTime', { ...of, seconds: 120 })}>
              {t('desk.add_time')}
            </Button>
          )}
        </>
      );
    case 'closing':
      return (
        <>
          <Button icon="stop" class="close" onClick={() => close({ graceSeconds: 0 })}>
            {t('desk.close_now')}
            <Offline />
          </Button>
          <Button icon="play" onClick={open}>
            {t('desk.reopen')}
          </Button>
        </>
      );
    default:
      return (
        <Button icon="play" onClick={open}>
          {t('desk.reopen')}
        </Button>
      );
  }
}

/** How long answers may still arrive after closing, and how many phones could not send any now. */
function CloseDetail({ seconds }: { seconds: number }) {
  const offline = useOffline();
  const grace = seconds % 60 === 0 ? t('desk.minutes', { n: seconds / 60 }) : t('desk.seconds', { n: seconds });
  return (
    <small>
      {seconds === 0 ? t('desk.close_no_grace') : t('desk.close_grace', { grace })}
      {offline && ` · ${offline}`}
    </small>
  );
}

function Offline() {
  const offline = useOffline();
  return offline ? <small>{offline}</small> : null;
}

/** How many phones are away, in words; nothing before it is known. */
function useOffline(): string | null {
  const { live } = useDesk();
  const joined = live.value<PeopleView>('people').value?.joined ?? 0;
  const here = live.here.value?.here;
  return here === undefined ? null : t('desk.close_offline', { n: Math.max(0, joined - here) });
}
