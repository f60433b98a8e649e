import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { type AgendaItem, daysOf, plannedEnd } from '../lib/agenda.ts';
import { formatDay, formatTime, localized, rich, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { useSession } from './session.ts';
import { goTo } from './tabs.ts';

/** The programme by days: planned times and, where they are known, real ones; the questions lead to what was said. */
export function AgendaPage() {
  const { live } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  if (!agenda) return <p class="waiting">{t('common.connecting')}</p>;
  return (
    <section class="agenda">
      <h1>{t('delegate.tab_agenda')}</h1>
      {daysOf(agenda).map((day) => (
        <section key={day}>
          <h2>{formatDay(day)}</h2>
          <ol>
            {agenda.items
              .filter((item) => item.date === day)
              .map((item) => (
                <Entry key={item.id} item={item} current={item.id === agenda.current} />
              ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Entry({ item, current }: { item: AgendaItem; current: boolean }) {
  const done = item.endedAt !== null && !current;
  return (
    <li class={current ? 'entry current' : done ? 'entry done' : 'entry'} aria-current={current ? 'step' : undefined}>
      <p class="times">
        <span class="num">{item.start}</span>
        <span class="num soft">{plannedEnd(item)}</span>
      </p>
      <div>
        <h3>{localized(item.title)}</h3>
        <p class="where">
          {current && (
            <span class="state good">
              <Icon name="now" />
              {t('delegate.itemNow')}
            </span>
          )}
          {done && (
            <span class="state">
              <Icon name="check" />
              {t('delegate.itemDone')}
            </span>
          )}
          {item.startedAt !== null && (
            <span>{rich('delegate.itemBegan', { time: <span class="num">{formatTime(item.startedAt)}</span> })}</span>
          )}
        </p>
        {item.activities.map((id) => (
          <Question key={id} id={id} />
        ))}
      </div>
    </li>
  );
}

/** A question of the item: once it has been opened, it leads to what was said. */
function Question({ id }: { id: string }) {
  const { live, lookingAt } = useSession();
  const activity = live.value<ActivityView>(`a/${id}`).value;
  const prompt = activity?.config.prompt as Parameters<typeof localized>[0] | undefined;
  if (!activity || !prompt) return null;
  if (activity.status === 'planned') return <p class="question">{localized(prompt)}</p>;
  return (
    <button
      type="button"
      class="question btn quiet"
      onClick={() => {
        lookingAt.value = activity.status === 'closed' ? id : null;
        goTo('now');
      }}
    >
      <span>
        {localized(prompt)}
        <small>{t(`delegate.activity_${activity.status}`)}</small>
      </span>
      <Icon name="next" />
    </button>
  );
}
