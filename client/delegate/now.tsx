import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { type AgendaItem, activitiesNow, currentItem, daysOf, nextItem, plannedEnd } from '../lib/agenda.ts';
import { formatDay, formatTime, localized, rich, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/ring.tsx';
import { Activity, isReading, ReadingCard } from './activity.tsx';
import { useDelays } from './expected.ts';
import { Interpretation } from './interpretation.tsx';
import { useSession } from './session.ts';
import { WaitingElsewhere } from './waiting.tsx';

/** Items in which nothing is going on in the room; a text may be there to be read. */
const pauses: readonly AgendaItem['type'][] = ['break', 'visit', 'overnight'];

/** What is asked of me now? */
export function Now() {
  const { live, lookingAt } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  if (!agenda) return <p class="waiting">{t('common.connecting')}</p>;
  const looked = lookingAt.value && live.value<ActivityView>(`a/${lookingAt.value}`).value;
  const activities = activitiesNow(agenda, (id) => live.value<ActivityView>(`a/${id}`).value);
  if (looked) {
    // Whoever reads must not miss what opens meanwhile.
    const missed = activities.some(({ id, status }) => id !== looked.id && status === 'open');
    return (
      <>
        <p class={missed ? 'looking missed' : 'looking'} role="status">
          <span>{missed ? t('delegate.openMeanwhile') : !isReading(looked) && t('delegate.lookingBack')}</span>
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
  }
  const item = currentItem(agenda);
  // An item without a question of its own is told also while earlier ones are not yet over, or one was opened beside it.
  const pause = item !== undefined && (pauses.includes(item.type) || item.activities.length === 0);
  // A long text would push what is asked out of sight: beside that it is a card that leads to it.
  const asCard = (activity: ActivityView) =>
    isReading(activity) && (pause || activities.some((other) => other !== activity && asksBeside(other, activity)));
  const elsewhere = <WaitingElsewhere shown={activities.filter((a) => !asCard(a)).map(({ id }) => id)} />;
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
      {pause && <Item agenda={agenda} asks />}
      {activities.map((activity) =>
        asCard(activity) ? (
          <ReadingCard key={activity.id} activity={activity} />
        ) : (
          <Activity key={activity.id} activity={activity} />
        ),
      )}
      {next && !pause && activities.every((activity) => activity.status === 'closed') && (
        <div class="after">
          <Next agenda={agenda} item={next} />
        </div>
      )}
    </>
  );
}

/** An item without a question: what it is, until when, and what follows; `asks` where there is something to do in it. */
function Item({ agenda, asks = false }: { agenda: AgendaView; asks?: boolean }) {
  const item = currentItem(agenda);
  const next = nextItem(agenda);
  if (!item) return <Before agenda={agenda} next={next} />;
  return (
    <section class="item">
      <p class="over">{t(`delegate.item_${item.type}`)}</p>
      <h1>{localized(item.title)}</h1>
      <Until agenda={agenda} item={item} next={next} />
      {next ? <Next agenda={agenda} item={next} /> : <p class="soft">{t('delegate.last')}</p>}
      {!asks && <Interpretation />}
      {!asks && <p class="soft">{t('delegate.nothingAsked')}</p>}
    </section>
  );
}

/** Whether something is to be seen before a text: what is not over, and anything once the text is closed. */
const asksBeside = (other: ActivityView, text: ActivityView): boolean =>
  other.status !== 'closed' || text.status === 'closed';

const num = (time: string) => <span class="num">{time}</span>;

/** When it ends, or, where that has passed, about when it will; of a night, when the meeting goes on. */
function Until({ agenda, item, next }: { agenda: AgendaView; item: AgendaItem; next: AgendaItem | undefined }) {
  const delays = useDelays(agenda);
  const delay = next && delays.get(next.id);
  const goesOn = next && next.date !== item.date;
  return (
    <p class="until">
      {goesOn
        ? rich('delegate.resumeAt', { day: formatDay(next.date), time: num(next.start) })
        : delay
          ? rich('delegate.untilAbout', { time: num(formatTime(delay.at)) })
          : rich('delegate.until', { time: num(plannedEnd(item)) })}
    </p>
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
      {next && <Next agenda={agenda} item={next} />}
      <Interpretation />
    </section>
  );
}

/** What follows: when, and, where that has become later, about when. */
function Next({ agenda, item }: { agenda: AgendaView; item: AgendaItem }) {
  const delay = useDelays(agenda).get(item.id);
  const current = currentItem(agenda);
  return (
    <div class="next-item">
      <p class="over">{t('delegate.next')}</p>
      <p>
        <strong>{localized(item.title)}</strong>
      </p>
      <p class="soft">
        {current && item.date !== current.date
          ? rich('delegate.dayAt', { day: formatDay(item.date), time: num(item.start) })
          : delay
            ? rich('delegate.about', { time: num(formatTime(delay.at)), planned: num(item.start) })
            : num(item.start)}
      </p>
    </div>
  );
}
