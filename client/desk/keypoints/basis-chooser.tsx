import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { Line } from '../../contributions/desk-line.tsx';
import type { Row } from '../../contributions/desk-list.ts';
import { endorsementsOf } from '../../contributions/desk-texts.ts';
import type { AgendaItem } from '../../lib/agenda.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import { SearchField } from '../search-field.tsx';
import { activityTitles } from '../shown-activity.ts';
import { bases } from './points.ts';

/** Rows drawn at first; more at a press. */
const PAGE = 40;

export interface BasisChooserProps {
  readonly item: AgendaItem;
  readonly meeting: MeetingView;
  /** What the room can read. */
  readonly rows: readonly Row[];
  readonly chosen: Signal<ReadonlySet<ItemId>>;
  /** What it rests on already, whether it is still read or not. */
  readonly kept: KeyPointsView['points'][number]['items'];
}

/** The texts that a point can rest on: those of its agenda item, or of the whole meeting where it has none. */
export function BasisChooser({ item, meeting, rows, chosen, kept }: BasisChooserProps) {
  const { live } = useDesk();
  const query = useSignal('');
  const everywhere = useSignal(item.activities.length === 0);
  const most = useSignal(PAGE);
  const titles = new Map(useMemo(() => activityTitles(live), [live]).value.map(({ id, title }) => [id, title]));
  const shown = bases(rows, (id) => endorsementsOf(live, id), {
    query: query.value,
    activities: everywhere.value ? null : item.activities,
  });
  const there = new Set(rows.map(({ id }) => id));
  const lost = kept.filter((rest) => !there.has(rest.item));
  const toggle = (id: ItemId) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  return (
    <section aria-labelledby="bases-title">
      <h3 id="bases-title">{t('order.point_rests')}</h3>
      <div class="pair">
        <SearchField id="basis-search" query={query} />
        {item.activities.length > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={everywhere.value}
              onChange={(event) => (everywhere.value = event.currentTarget.checked)}
            />
            {t('order.point_everywhere')}
          </label>
        )}
      </div>
      <div class="candidates">
        <p class="sr" role="status">
          {t('desk.carry_found', { n: shown.length })}
        </p>
        {shown.length === 0 && <p class="empty">{t(rows.length === 0 ? 'order.texts_none' : 'order.nothing_found')}</p>}
        <ul>
          {lost.map((rest) => (
            <li key={rest.item}>
              <label class="check">
                <input type="checkbox" checked={chosen.value.has(rest.item)} onChange={() => toggle(rest.item)} />
                <span>
                  <span class="ref">{rest.ref}</span> <span class="aside">{t('order.not_shown')}</span>
                </span>
              </label>
            </li>
          ))}
          {shown.slice(0, most.value).map(({ id, view }) => (
            <li key={id} class={view.pinned ? 'pin' : undefined}>
              <label class="check">
                <input type="checkbox" checked={chosen.value.has(id)} onChange={() => toggle(id)} />
                <span>
                  <Line
                    id={id}
                    view={view}
                    meeting={meeting}
                    from={everywhere.value ? titles.get(view.activity) : undefined}
                  />
                  {view.pinned && (
                    <span class="aside">
                      <Icon name="pin" /> {t('desk.pinned_mark')}
                    </span>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {shown.length > most.value && (
          <Button look="quiet" icon="down" onClick={() => (most.value += PAGE)}>
            {t('desk.show_more')}
          </Button>
        )}
      </div>
    </section>
  );
}
