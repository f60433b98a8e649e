import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { delegateActivities } from '../activities/delegate.tsx';
import { type AgendaItem, activitiesNow, currentItem, daysOf, nextItem, plannedEnd } from '../lib/agenda.ts';
import { formatDay, localized, rich, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/ring.tsx';
import { useSession } from './session.ts';
import { WaitingElsewhere } from './waiting.tsx';

/** What is asked of me now? */
export function Now() {
  const { live, lookingAt } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  if (!agenda) return <p class="waiting">{t('common.connecting')}</p>;
  const looked = lookingAt.value && live.value<ActivityView>(`a/${lookingAt.value}`).value;
  if (looked)
    return (
      <>
        <p class="looking">
          <span>{t('delegate.lookingBack')}</span>
          <Button
            look="quiet"
            icon="back"
            onClick={() => {
              lookingAt.value = null;
            }}
          >
            {t('delegate.backToNow')}
          </Button>
        </p>
        <Activity activity={looked} />
      </>
    );
  const activities = activitiesNow(agenda, (id) => live.value<ActivityView>(`a/${id}`).value);
  const elsewhere = <WaitingElsewhere shown={activities.map(({ id }) => id)} />;
  if (activities.length === 0)
    return (
      <>
        {elsewhere}
        <Item agenda={agenda} />
      </>
    );
  const next = nextItem(agenda);
  return (
    <>
      {elsewhere}
      {activities.map((activity) => (
        <Activity key={activity.id} activity={activity} />
      ))}
      {next && activities.every((activity) => activity.status === 'closed') && (
        <div class="after">
          <Next item={next} day={next.date === currentItem(agenda)?.date ? null : next.date} />
        </div>
      )}
    </>
  );
}

function Activity({ activity }: { activity: ActivityView }) {
  const View = delegateActivities[activity.kind]?.View;
  return View ? <View activity={activity} /> : null;
}

/** An item without an activity: what it is, until when, and what follows. */
function Item({ agenda }: { agenda: AgendaView }) {
  const item = currentItem(agenda);
  const next = nextItem(agenda);
  if (!item) return <Before agenda={agenda} next={next} />;
  return (
    <section class="item">
      <p class="over">{t(`delegate.item_${item.type}`)}</p>
      <h1>{localized(item.title)}</h1>
      <p class="until">{rich('delegate.until', { time: <span class="num">{plannedEnd(item)}</span> })}</p>
      {next ? (
        <Next item={next} day={next.date === item.date ? null : next.date} />
      ) : (
        <p class="soft">{t('delegate.last')}</p>
      )}
      <p class="soft">{t('delegate.nothingAsked')}</p>
    </section>
  );
}

function Before({ agenda, next }: { agenda: AgendaView; next: AgendaItem | undefined }) {
  const { meeting } = useSession();
  const [first] = daysOf(agenda);
  return (
    <section class="item before">
      <Mark />
      <h1>{t('delegate.beforeTitle')}</h1>
      {meeting.value && (
        <p>
          {localized(meeting.value.title)}
          {first && ` · ${formatDay(first)}`}
        </p>
      )}
      <p class="soft">{t('delegate.beforeText')}</p>
      {next && <Next item={next} day={null} />}
    </section>
  );
}

function Next({ item, day }: { item: AgendaItem; day: string | null }) {
  return (
    <div class="next-item">
      <p class="over">{t('delegate.next')}</p>
      <p>
        <strong>{localized(item.title)}</strong>
      </p>
      <p class="soft">
        {day && `${formatDay(day)}, `}
        <span class="num">{item.start}</span>
      </p>
    </div>
  );
}
