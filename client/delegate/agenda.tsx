import { useEffect, useRef } from 'preact/hooks';
import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { type AgendaItem, daysOf, type Expected, plannedEnd } from '../lib/agenda.ts';
import { formatDay, formatTime, localized, rich, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { isReading } from './activity.tsx';
import './agenda.css';
import { useDelays } from './expected.ts';
import { KeyPoints } from './key-points.tsx';
import { useSession } from './session.ts';
import { goTo } from './tabs.ts';
import { Themes } from './themes.tsx';

/** The programme as it now stands, and what came out of it. */
export function AgendaPage() {
  const { live } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  if (!agenda) return <p class="waiting">{t('common.connecting')}</p>;
  return <Programme agenda={agenda} />;
}

/** By days: planned times and, where they are known, real ones or expected ones; the questions lead to what was said. */
function Programme({ agenda }: { agenda: AgendaView }) {
  const delays = useDelays(agenda);
  const page = useRef<HTMLElement>(null);
  // On the second day what is now stands far below the first morning.
  useEffect(() => page.current?.querySelector('.entry.current')?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="agenda" ref={page}>
      <h1>{t('delegate.tab_agenda')}</h1>
      {daysOf(agenda).map((day) => (
        <section key={day}>
          <h2>{formatDay(day)}</h2>
          <ol>
            {agenda.items
              .filter((item) => item.date === day)
              .map((item) => (
                <Entry key={item.id} item={item} current={item.id === agenda.current} delay={delays.get(item.id)} />
              ))}
          </ol>
        </section>
      ))}
      <Themes />
    </section>
  );
}

function Entry({ item, current, delay }: { item: AgendaItem; current: boolean; delay: Expected | undefined }) {
  const done = item.endedAt !== null && !current;
  const look = current ? 'entry current' : done ? 'entry done' : item.skipped ? 'entry skipped' : 'entry';
  const title = localized(item.title);
  return (
    <li class={look} aria-current={current ? 'step' : undefined}>
      <p class="times">
        <span class="num">{item.start}</span>
        {item.type !== 'overnight' && !item.skipped && <span class="num soft">{plannedEnd(item)}</span>}
      </p>
      <div>
        <h3>{item.skipped ? <s>{title}</s> : title}</h3>
        <p class="where">
          {item.skipped && (
            <span class="state">
              <Icon name="skip" />
              {t('tabs.agenda_skipped')}
            </span>
          )}
          {item.inserted && <span class="tag">{t('tabs.agenda_inserted')}</span>}
          {!item.skipped && <Was item={item} />}
          {delay && (
            <span class="state late">
              <Icon name="late" />
              <span>{rich('tabs.agenda_about', { time: <span class="num">{formatTime(delay.at)}</span> })}</span>
            </span>
          )}
          {current && (
            <span class="state good">
              <Icon name="now" />
              {t('tabs.agenda_now')}
            </span>
          )}
          {done && (
            <span class="state">
              <Icon name="check" />
              {t('tabs.agenda_done')}
            </span>
          )}
          {item.startedAt !== null && (
            <span>{rich('tabs.agenda_began', { time: <span class="num">{formatTime(item.startedAt)}</span> })}</span>
          )}
        </p>
        {item.activities.map((id) => (
          <Question key={id} id={id} />
        ))}
        <KeyPoints item={item.id} />
      </div>
    </li>
  );
}

/** When it was planned, where its time or its day has changed. */
function Was({ item: { planned, date, start } }: { item: AgendaItem }) {
  if (!planned || (planned.date === date && planned.start === start)) return null;
  const time = <span class="num">{planned.start}</span>;
  return (
    <span>
      {planned.date === date
        ? rich('tabs.agenda_was', { time })
        : rich('tabs.agenda_wasOn', { day: formatDay(planned.date), time })}
    </span>
  );
}

/** A question of the item: once it has been opened, it leads to what was said. A text leads to itself at any time. */
function Question({ id }: { id: string }) {
  const { live, lookingAt } = useSession();
  const activity = live.value<ActivityView>(`a/${id}`).value;
  const prompt = activity?.config.prompt as Parameters<typeof localized>[0] | undefined;
  if (!activity || !prompt) return null;
  const reading = isReading(activity);
  if (activity.status === 'planned' && !reading) return <p class="question">{localized(prompt)}</p>;
  return (
    <button
      type="button"
      class="question btn quiet"
      onClick={() => {
        lookingAt.value = reading || activity.status === 'closed' ? id : null;
        goTo('now');
      }}
    >
      <span>
        {localized(prompt)}
        <small>{t(reading ? 'delegate.reading' : `tabs.activity_${activity.status}`)}</small>
      </span>
      <Icon name="next" />
    </button>
  );
}
