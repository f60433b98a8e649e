import { useSignal } from '@preact/signals';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { isShown, type Row } from '../../contributions/desk-list.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Choosable } from './choosable.tsx';
import type { Choosing } from './choosing.ts';
import { useDrop } from './drop.ts';
import { groupableOf } from './grouping.ts';
import { SearchFields } from './search-fields.tsx';
import { nameOfTheme } from './theme-name.tsx';

/** Rows drawn at first; more at a press. */
const PAGE = 60;

export interface UngroupedProps {
  readonly rows: readonly Row[];
  readonly homes: ReadonlyMap<ItemId, ThemeView>;
  readonly meeting: MeetingView;
  readonly titles: readonly { id: ActivityId; title: string }[];
  readonly choosing: Choosing;
}

/** The room's texts, those in no theme yet first. What is dropped here leaves its theme. */
export function Ungrouped({ rows, homes, meeting, titles, choosing }: UngroupedProps) {
  const query = useSignal('');
  const activity = useSignal<ActivityId | null>(null);
  const ungrouped = useSignal(false);
  const most = useSignal(PAGE);
  const wanted = { query: query.value, activity: activity.value, ungrouped: ungrouped.value };
  const order = titles.map(({ id }) => id);
  const shown = groupableOf(rows, homes, order, wanted);
  const names = new Map(titles.map(({ id, title }) => [id, title]));
  const drop = useDrop(choosing, (items) => void choosing.put(items, null, homes));
  const left = rows.filter((row) => isShown(row) && !homes.has(row.id)).length;
  return (
    <section class={drop.over ? 'texts over' : 'texts'} aria-labelledby="texts-title" {...drop.handlers}>
      <h3 id="texts-title">
        {t('order.texts')} <span class="aside">{t('order.texts_left', { n: left })}</span>
      </h3>
      <SearchFields
        id="themes"
        query={query}
        activity={activity}
        sources={titles.filter(({ id }) => rows.some(({ view }) => view.activity === id))}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={ungrouped.value}
          onChange={(event) => (ungrouped.value = event.currentTarget.checked)}
        />
        {t('order.texts_ungrouped_only')}
      </label>
      <p class="sr" role="status">
        {t('desk.carry_found', { n: shown.length })}
      </p>
      {shown.length === 0 && <p class="empty">{t(rows.length === 0 ? 'order.texts_none' : 'order.nothing_found')}</p>}
      <ul>
        {shown.slice(0, most.value).map((row) => (
          <Choosable
            key={row.id}
            row={row}
            choosing={choosing}
            meeting={meeting}
            from={names.get(row.view.activity)}
            note={row.in && t('order.in_theme', { theme: nameOfTheme(row.in) })}
          />
        ))}
      </ul>
      {shown.length > most.value && (
        <Button look="quiet" icon="down" onClick={() => (most.value += PAGE)}>
          {t('desk.show_more')}
        </Button>
      )}
    </section>
  );
}
