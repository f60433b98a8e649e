import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AgendaView } from '../../../server/domain/view.ts';
import { formatDay, formatTime, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import type { ViewProps } from '../doors.tsx';
import { dayEnd } from '../plan.ts';
import { DeleteItemDialog, pointsOn } from './delete-item.tsx';
import { useDrag } from './drag.ts';
import { EditRow } from './edit-row.tsx';
import { MINUTE, useExpected } from './expected.ts';
import { InsertItemDialog } from './insert-item.tsx';
import { useMoving } from './moving.ts';
import { datesFrom, freePlaces, type Place } from './places.ts';

type Item = AgendaView['items'][number];

/** The run-of-show while it runs: inserted, moved, shortened, skipped; times follow at once, for everybody. */
export function EditRuns({ meeting, agenda }: ViewProps) {
  const desk = useDesk();
  const inserting = useSignal(false);
  const deleting = useSignal<Item | null>(null);
  const dates = datesFrom(meeting.dates.first, meeting.dates.last);
  const expected = useExpected(agenda, meeting.timezone);
  const moving = useMoving(agenda);
  const drag = useDrag(agenda, (item, place) => void move(item, place));
  const move = async (item: Item, place: Place) => {
    moving.begin(item.id);
    const answer = await desk.run('agenda.Move', { item: item.id, ...place });
    if (!answer.ok) moving.end();
  };
  // What is being held, with what can still be changed after it; later the place is the reader's own.
  useEffect(() => document.getElementById(`plan-${agenda.current}`)?.scrollIntoView({ block: 'center' }), []);
  const remove = (item: Item) => {
    // Without key points it can come back by undo, and nothing has to be asked.
    if (pointsOn(desk, item) === 0) void desk.run('agenda.Delete', { item: item.id });
    else deleting.value = item;
  };
  return (
    <>
      <header class="view-head">
        <div>
          <h2>{t('desk.runs_edit')}</h2>
          <p class="aside">{t('desk.runs_edit_hint')}</p>
        </div>
        <Button
          look="act"
          icon="plus"
          aria-disabled={freePlaces(agenda, dates).length === 0}
          onClick={() => {
            inserting.value = true;
          }}
        >
          {t('desk.runs_insert')}
        </Button>
      </header>
      <p class="sr" role="status">
        {moving.said}
      </p>
      <div class="plan">
        {dates.map((date, i) => (
          <section key={date}>
            <h3>
              {t('desk.day', { n: i + 1 })}
              <span>{formatDay(date)}</span>
              <DayEnd agenda={agenda} date={date} expected={expected} />
            </h3>
            <ol>
              {agenda.items
                .filter((item) => item.date === date)
                .map((item) => (
                  <EditRow
                    key={item.id}
                    agenda={agenda}
                    dates={dates}
                    item={item}
                    expected={expected.get(item.id)}
                    drag={drag.of(item)}
                    onMove={(place) => void move(item, place)}
                    onDelete={() => remove(item)}
                  />
                ))}
            </ol>
          </section>
        ))}
      </div>
      {inserting.value && (
        <InsertItemDialog
          meeting={meeting}
          agenda={agenda}
          dates={dates}
          onClose={() => {
            inserting.value = false;
          }}
        />
      )}
      {deleting.value && (
        <DeleteItemDialog
          item={deleting.value}
          onClose={() => {
            deleting.value = null;
          }}
        />
      )}
    </>
  );
}

interface DayEndProps {
  readonly agenda: AgendaView;
  readonly date: string;
  readonly expected: ReturnType<typeof useExpected>;
}

/** When the day ends: as it now stands, as it was planned, and as late as it is now. */
function DayEnd({ agenda, date, expected }: DayEndProps) {
  const { now, planned } = dayEnd(agenda.items, date);
  if (now === null) return null;
  const late = agenda.items
    .filter((item) => item.date === date && item.type !== 'overnight')
    .flatMap((item) => {
      const at = expected.get(item.id);
      return at && at.late >= MINUTE ? [at.at + item.minutes * MINUTE] : [];
    });
  return (
    <span class="dayend">
      {t('desk.runs_day_end', { time: now })}
      {planned !== null && planned !== now && <s>{t('desk.runs_planned', { time: planned })}</s>}
      {late.length > 0 && <b>{t('desk.run_expected', { time: formatTime(Math.max(...late)) })}</b>}
    </span>
  );
}
