import { useEffect, useRef } from 'preact/hooks';
import type { AgendaView } from '../../server/domain/view.ts';
import { formatDay, formatTime, localized, t } from '../lib/words.ts';
import { useDesk } from './desk.ts';
import { byDay, nextItem } from './plan.ts';

type Item = AgendaView['items'][number];

/** The agenda with planned and real times. Choosing an item shows it in the middle, where it can be opened. */
export function RunOfShow({ agenda }: { agenda: AgendaView }) {
  const list = useRef<HTMLDivElement>(null);
  const days = byDay(agenda.items);
  const next = nextItem(agenda);
  useEffect(() => {
    const column = list.current;
    const row = column?.querySelector('[aria-current]');
    if (!column || !row) return;
    // In the column alone: the page itself stays where it is.
    const below = row.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollBy({ top: below - column.clientHeight / 3 });
  }, [agenda.current]);
  return (
    <div class="runlist" ref={list}>
      <h2 class="sr">{t('desk.runs_title')}</h2>
      {days.map(({ date, n, items }) => (
        <section key={date}>
          <h3>
            {days.length > 1 ? t('desk.day', { n }) : t('desk.runs_title')}
            <span>{formatDay(date)}</span>
          </h3>
          <ol>
            {items.map((item) => (
              <RunRow key={item.id} item={item} place={placeOf(item, agenda, next)} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type Place = 'now' | 'next' | 'done' | 'later';

function placeOf(item: Item, agenda: AgendaView, next: Item | undefined): Place {
  if (item.id === agenda.current) return 'now';
  if (item.id === next?.id) return 'next';
  return item.startedAt === null ? 'later' : 'done';
}

function RunRow({ item, place }: { item: Item; place: Place }) {
  const desk = useDesk();
  const viewed = desk.viewed.value === item.id && place !== 'now';
  const words = { now: t('desk.run_now'), next: t('desk.run_next'), done: t('desk.run_done'), later: '' };
  return (
    <li class={`run ${place}${viewed ? ' viewed' : ''}`}>
      <button
        type="button"
        aria-current={place === 'now' ? 'step' : undefined}
        aria-pressed={viewed || undefined}
        onClick={() => {
          desk.viewed.value = place === 'now' || viewed ? null : item.id;
        }}
      >
        <span class="t num">{item.start}</span>
        <span class="d" />
        <span class="what">
          {localized(item.title)}
          <small>
            {item.startedAt === null
              ? t('desk.run_planned', { n: item.minutes })
              : t('desk.run_opened', { time: formatTime(item.startedAt) })}
          </small>
          {words[place] && <span class="sr">{words[place]}</span>}
        </span>
      </button>
    </li>
  );
}
