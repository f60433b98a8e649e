import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AgendaView } from '../../../server/domain/view.ts';
import type { Expected } from '../../lib/agenda.ts';
import { formatDay, formatTime, localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import { isWhole } from '../settings-dialog.tsx';
import type { RowDrag } from './drag.ts';
import { MINUTE } from './expected.ts';
import { type Place, stepOf } from './places.ts';

type Item = AgendaView['items'][number];

const LONGEST = 1440;

export interface EditRowProps {
  readonly agenda: AgendaView;
  readonly dates: readonly string[];
  readonly item: Item;
  readonly expected: Expected | undefined;
  readonly drag: RowDrag;
  readonly onMove: (place: Place) => void;
  readonly onDelete: () => void;
}

/** An item with what can still be done to it: nothing once it is over, its length alone while it is open. */
export function EditRow({ agenda, dates, item, expected, drag, onMove, onDelete }: EditRowProps) {
  const desk = useDesk();
  const begun = item.startedAt !== null;
  const current = item.id === agenda.current;
  const title = localized(item.title);
  const classes = ['planrow', begun && !current && 'done', current && 'now', item.skipped && 'skipped'];
  if (drag.dragged) classes.push('dragged');
  if (drag.line) classes.push(`line-${drag.line}`);
  return (
    <li
      id={`plan-${item.id}`}
      class={classes.filter(Boolean).join(' ')}
      onDragOver={drag.over}
      onDrop={drag.drop}
      aria-current={current ? 'step' : undefined}
    >
      {begun ? (
        <span class="grip" />
      ) : (
        <span class="grip" draggable onDragStart={drag.start} onDragEnd={drag.end} aria-hidden="true">
          <Icon name="grip" />
        </span>
      )}
      <div class="times">
        <b class="num">{item.start}</b>
        <Planned item={item} />
        {expected && expected.late >= MINUTE && !begun && (
          <small class="expected">{t('desk.run_expected', { time: formatTime(expected.at) })}</small>
        )}
      </div>
      <div class="what">
        <p>{title}</p>
        <small>
          {t(`desk.type_${item.type}`)}
          {item.inserted && ` · ${t('desk.runs_inserted')}`}
          {item.skipped && ` · ${t('desk.run_skipped')}`}
          {current && ` · ${t('desk.run_now')}`}
          {begun && !current && ` · ${t('desk.run_done')}`}
        </small>
      </div>
      <div class="ctl">
        {item.type !== 'overnight' && (!begun || current) && <Length item={item} />}
        {!begun && (
          <>
            {(['up', 'down'] as const).map((direction) => {
              const place = stepOf(agenda, dates, item, direction);
              return (
                <Button
                  key={direction}
                  look="quiet"
                  id={`move-${direction}-${item.id}`}
                  icon={direction}
                  title={t(`desk.runs_${direction}`)}
                  aria-disabled={!place}
                  onClick={() => place && onMove(place)}
                >
                  <span class="sr">{t(`desk.runs_${direction}_of`, { title })}</span>
                </Button>
              );
            })}
            <Button
              look="quiet"
              class="skipping"
              icon={item.skipped ? 'undo' : 'skip'}
              onClick={() => void desk.run('agenda.Skip', { item: item.id, skipped: !item.skipped })}
            >
              {t(item.skipped ? 'desk.runs_unskip' : 'desk.runs_skip')}
              <span class="sr"> {title}</span>
            </Button>
            {item.inserted && (
              <Button look="quiet" icon="remove" onClick={onDelete}>
                {t('desk.runs_delete')}
                <span class="sr"> {title}</span>
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** When it was to begin, where that was another time. */
function Planned({ item: { planned, date, start } }: { item: Item }) {
  if (!planned || (planned.start === start && planned.date === date)) return null;
  return (
    <small>
      <s>
        {planned.date === date
          ? t('desk.runs_planned', { time: planned.start })
          : t('desk.runs_planned_day', { day: formatDay(planned.date), time: planned.start })}
      </s>
    </small>
  );
}

/** How long it is planned to take: five minutes more or less, or exactly. */
function Length({ item }: { item: Item }) {
  const desk = useDesk();
  const text = useSignal(String(item.minutes));
  const title = localized(item.title);
  useEffect(() => {
    text.value = String(item.minutes);
  }, [item.minutes, text]);
  const wanted = Number(text.value);
  const valid = isWhole(wanted, LONGEST);
  const set = async (minutes: number) => {
    if (minutes === item.minutes || !isWhole(minutes, LONGEST)) return;
    const answer = await desk.run('agenda.Resize', { item: item.id, minutes });
    if (!answer.ok) text.value = String(item.minutes);
  };
  const shorter = Math.max(1, item.minutes - 5);
  return (
    <fieldset class="length">
      <legend class="sr">{t('desk.runs_length_of', { title })}</legend>
      <Button class="step num" aria-disabled={item.minutes === shorter} onClick={() => void set(shorter)}>
        <span aria-hidden="true">−5</span>
        <span class="sr">{t('desk.runs_shorter')}</span>
      </Button>
      <input
        class="input num"
        type="number"
        min={1}
        max={LONGEST}
        step={1}
        aria-label={t('desk.set_minutes')}
        aria-invalid={!valid}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
        onChange={() => void set(wanted)}
      />
      <Button class="step num" onClick={() => void set(item.minutes + 5)}>
        <span aria-hidden="true">+5</span>
        <span class="sr">{t('desk.runs_longer')}</span>
      </Button>
      {item.planned && item.planned.minutes !== item.minutes && (
        <small>
          <s>{t('desk.minutes', { n: item.planned.minutes })}</s>
        </small>
      )}
    </fieldset>
  );
}
