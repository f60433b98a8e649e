import type { MatrixCountView } from '../../../server/domain/activities/matrix/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Announcer } from '../../contributions/delegate-announcer.tsx';
import { Ask, Status } from '../../delegate/ask.tsx';
import { useCanSend } from '../../delegate/can-send.ts';
import { useSession } from '../../delegate/session.ts';
import { nameOf, Waiting } from '../../delegate/waiting.tsx';
import type { OutboxEntry } from '../../lib/outbox.ts';
import { localized, t } from '../../lib/words.ts';
import './delegate.css';
import { Cell } from './delegate-cell.tsx';
import { configOf, rowOf, useEntries } from './delegate-data.ts';
import { Rows } from './delegate-rows.tsx';
import { useSwipe } from './delegate-swipe.ts';

/** A matrix on the phone, without a table: the rows as a strip of small charts, and one of them at a time. */
export function MatrixForDelegate({ activity }: { activity: ActivityView }) {
  const { live } = useSession();
  const canSend = useCanSend(activity);
  const config = configOf(activity);
  const count = live.value<MatrixCountView>(`count/${activity.id}`).value;
  const entries = useEntries(activity.id);
  const chosen = rowOf(activity.id);
  const at = Math.max(
    0,
    config.rows.findIndex(({ id }) => id === chosen.value),
  );
  const row = config.rows[at];
  const go = (n: number) => {
    const next = config.rows[n];
    if (next) chosen.value = next.id;
  };
  const swipe = useSwipe((step) => go(at + step));
  if (!row) return null;
  const received = count?.revealed === false ? count.received : 0;
  const inSight = (entry: OutboxEntry) => {
    const data = entry.data as { row?: string; item?: string };
    if (nameOf(entry) === 'Contribute') return data.row === row.id;
    return nameOf(entry) === 'Contest' && isOf(row.id, data.item, entries.value);
  };
  return (
    <article class="asked matrix">
      <Ask activity={activity} />
      <Status activity={activity} canSend={canSend} words={(status) => t(`matrix.status_${status}`)} />
      <Announcer activity={activity.id} />
      <Waiting activity={activity.id} only={(entry) => !inSight(entry)} />
      {received > 0 && (
        <p class="empty" role="status">
          {t('delegate.collected', { n: received })}
        </p>
      )}
      <Rows config={config} count={count} chosen={row.id} onChoose={go} activity={activity.id} />
      <div
        class="row-panel"
        role="tabpanel"
        id={`row-${activity.id}`}
        aria-labelledby={`row-${activity.id}-${row.id}`}
        {...swipe}
      >
        <p class="over">
          {t('matrix.rowOf', { corner: localized(config.corner), n: at + 1, of: config.rows.length })}
          {config.rows.length > 1 && <span class="swipe-hint"> · {t('matrix.swipe')}</span>}
        </p>
        <h2>{localized(row.name)}</h2>
        {config.columns.map((column) => (
          <Cell
            key={`${row.id}/${column.id}`}
            activity={activity}
            row={row}
            column={column}
            entries={entries.value.get(`${row.id}/${column.id}`) ?? []}
            canSend={canSend}
            count={count}
          />
        ))}
      </div>
    </article>
  );
}

const isOf = (row: string, item: string | undefined, cells: ReturnType<typeof useEntries>['value']): boolean =>
  [...cells].some(([cell, entries]) => cell.startsWith(`${row}/`) && entries.some(({ id }) => id === item));
