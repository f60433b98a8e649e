import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ItemId } from '../../server/domain/ids.ts';
import { useDesk } from '../desk/desk.ts';
import type { ForPersonProps } from '../desk/kind.ts';
import { endorsedFor, noteEndorsed, writtenFor } from '../desk/people/written.ts';
import { SearchField } from '../desk/search-field.tsx';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Line } from './desk-line.tsx';
import { isShown } from './desk-list.ts';
import { rowsAt } from './desk-rows.ts';
import { runShared } from './desk-run.ts';
import { found } from './desk-texts.ts';

/** Rows drawn; whoever looks for another types a word of it. */
const MOST = 30;

/** What somebody endorses, as they say it aloud. */
export function EndorseFor({ person, meeting, activity, onSaid }: ForPersonProps) {
  const desk = useDesk();
  const query = useSignal('');
  const endorsed = useSignal(endorsedFor(person.id));
  const rows = useMemo(() => rowsAt(desk.live, activity.id), [desk, activity.id]).value;
  const own = writtenFor(person.id);
  const shown = found(rows, { query: query.value, activity: null })
    .filter((row) => isShown(row) && !row.view.contests && !own.has(row.id))
    .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || b.view.order - a.view.order);
  const press = async (item: ItemId, ref: string) => {
    const endorses = !endorsed.value.has(item);
    const answer = await runShared(desk, activity, endorses ? 'Endorse' : 'Unendorse', { item }, null, person.id);
    if (!answer.ok) return;
    noteEndorsed(person.id, item, endorses);
    endorsed.value = endorsedFor(person.id);
    onSaid(t(endorses ? 'order.endorsed' : 'order.unendorsed', { ref }));
  };
  return (
    <section aria-labelledby="endorse-title">
      <h3 id="endorse-title">{t('order.endorse_title')}</h3>
      <SearchField id="endorse-search" query={query} />
      <div class="candidates">
        {shown.length === 0 && <p class="empty">{t(rows.length === 0 ? 'order.texts_none' : 'order.nothing_found')}</p>}
        <ul>
          {shown.slice(0, MOST).map(({ id, view }) => (
            <li key={id} class="endorsable">
              <Line id={id} view={view} meeting={meeting} />
              <Button
                icon={endorsed.value.has(id) ? 'check' : 'endorse'}
                aria-pressed={endorsed.value.has(id)}
                onClick={() => void press(id, view.ref ?? '')}
              >
                {t('order.endorse')}
                <span class="sr"> {view.ref}</span>
              </Button>
            </li>
          ))}
        </ul>
        {shown.length > MOST && <p class="aside">{t('order.more_by_search')}</p>}
      </div>
    </section>
  );
}
