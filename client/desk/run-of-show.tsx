import { useEffect, useRef } from 'preact/hooks';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import type { Expected } from '../lib/agenda.ts';
import { formatDay, formatTime, localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk.ts';
import { byDay, durationOf, nextItem } from './plan.ts';
import { MINUTE, useExpected } from './runs/expected.ts';
import { activitiesOf } from './shown-activity.ts';

type Item = AgendaView['items'][number];

/**
 * The agenda with planned, real and expected times. Choosing an item shows it in the middle, where it can be opened.
 */
export function RunOfShow({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const days = byDay(agenda.items);
  const next = nextItem(agenda);
  const expected = useExpected(agenda, meeting.timezone);
  useEffect(() => {
    const column = list.current;
    const row = column?.querySelector('[aria-current]');
    if (!column || !row) return;
    // In the column alone: the page itself stays where it is.
    const below = row.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollBy({ top: below - column.clientHeight / 3 });
  }, [agenda.current]);
  return (
    <>
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
                <RunRow
                  key={item.id}
                  item={item}
                  place={placeOf(item, agenda, next)}
                  expected={expected.get(item.id)}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <Button
        look="quiet"
        icon="edit"
        class="editrun"
        aria-pressed={desk.view.value === 'programme'}
        onClick={() => {
          desk.view.value = desk.view.value === 'programme' ? null : 'programme';
        }}
      >
        {t('desk.runs_edit')}
      </Button>
    </>
  );
}

type Place = 'now' | 'next' | 'done' | 'later';

function placeOf(item: Item, agenda: AgendaView, next: Item | undefined): Place {
  if (item.id === agenda.current) return 'now';
  if (item.id === next?.id) return 'next';
  return item.startedAt === null ? 'later' : 'done';
}

function RunRow({ item, place, expected }: { item: Item; place: Place; expected: Expected | undefined }) {
  const desk = useDesk();
  const kinds = [...new Set(activitiesOf(desk.live, item).map(({ kind }) => t(`desk.kind_${kind}`)))];
  const viewed = desk.viewed.value === item.id && place !== 'now';
  const words = { now: t('desk.run_now'), next: t('desk.run_next'), done: t('desk.run_done'), later: '' };
  return (
    <li class={`run ${place}${viewed ? ' viewed' : ''}${item.skipped ? ' skipped' : ''}`}>
      <button
        type="button"
        aria-current={place === 'now' ? 'step' : undefined}
        aria-pressed={viewed || undefined}
        onClick={() => {
          desk.viewed.value = place === 'now' || viewed ? null : item.id;
          // Its key points can stand in the middle as well as its activity.
          if (desk.view.value !== 'keypoints') desk.view.value = null;
        }}
      >
        <span class="t num">{item.start}</span>
        <span class="d" />
        <span class="what">
          <span class="title">{localized(item.title)}</span>
          <small>
            {item.skipped && `${t('desk.run_skipped')} · `}
            {item.startedAt === null ? durationOf(item, t) : t('desk.run_opened', { time: formatTime(item.startedAt) })}
            {kinds.length > 0 && ` · ${kinds.join(' · ')}`}
          </small>
          {item.startedAt === null && item.planned && item.planned.start !== item.start && (
            <small>
              <s>{t('desk.runs_planned', { time: item.planned.start })}</s>
            </small>
          )}
          {expected && expected.late >= MINUTE && (
            <small class="expected">{t('desk.run_expected', { time: formatTime(expected.at) })}</small>
          )}
          {words[place] && <span class="sr">{words[place]}</span>}
        </span>
      </button>
    </li>
  );
}
