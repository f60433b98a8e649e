import { useRef, useState } from 'preact/hooks';
import type { MatrixCountView, MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import { Write } from '../../contributions/delegate-write.tsx';
import { useSession } from '../../delegate/session.ts';
import { nameOf, Waiting } from '../../delegate/waiting.tsx';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { configOf, type Entry, useMine, useSettled } from './delegate-data.ts';
import { EntryView } from './delegate-entry.tsx';

/** An old phone does not lay out hundreds of texts at once. */
const AT_ONCE = 12;

export interface CellProps {
  activity: ActivityView;
  row: MatrixView['rows'][number];
  column: MatrixView['columns'][number];
  entries: readonly Entry[];
  canSend: boolean;
  count: MatrixCountView | undefined;
}

/** One cell as a card: what stands in it, and the way to add to it. */
export function Cell({ activity, row, column, entries, canSend, count }: CellProps) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const [limit, setLimit] = useState(AT_ONCE);
  const head = useRef<HTMLElement>(null);
  const config = configOf(activity);
  const cell = `${row.id}/${column.id}`;
  const draft = `${activity.id}/${cell}`;
  const started = session.drafts.value?.of(draft).text.value !== '';
  const mine = useMine(activity.id).filter((item) => item.place === cell && item.parent === null);
  const shown = useSettled(entries, (id) => mine.some((item) => item.id === id));
  // What the room does not see (yet, or any more) is for its author alone.
  const apart = mine.filter((item) => !entries.some(({ id }) => id === item.id));
  const writing = adding || started;
  const stop = () => {
    setAdding(false);
    head.current?.focus();
  };
  const { shown: written, endorsements } = count?.cells[cell] ?? { shown: 0, endorsements: 0 };
  const columnName = localized(column.name);
  return (
    <section class={`side ${column.tone}`}>
      <header ref={head} tabIndex={-1}>
        <div class="side-name">
          <h3>{columnName}</h3>
          <span class="soft">
            {t('common.contributions', { n: written })}
            {config.endorsements && endorsements > 0 && ` · ${t('common.endorsements', { n: endorsements })}`}
          </span>
        </div>
        {!writing && (canSend || activity.status === 'planned' || activity.status === 'paused') && (
          <Button
            look="quiet"
            icon="plus"
            aria-label={t('matrix.addTo', { column: columnName })}
            onClick={() => setAdding(true)}
          >
            {t('matrix.add')}
          </Button>
        )}
      </header>
      {writing && (
        <Write
          draft={draft}
          label={t('matrix.write', { column: columnName })}
          canSend={canSend}
          focused={adding}
          seenIn={activity}
          onSend={async (text) => {
            await session.give('matrix.Contribute', {
              activity: activity.id,
              row: row.id,
              column: column.id,
              text,
              writtenAt: session.live.now(),
            });
            stop();
          }}
          onCancel={() => {
            void session.drafts.value?.clear(draft);
            stop();
          }}
        />
      )}
      <Waiting
        activity={activity.id}
        only={(entry) => {
          const data = entry.data as { row?: string; column?: string };
          return nameOf(entry) === 'Contribute' && data.row === row.id && data.column === column.id;
        }}
      />
      {apart.map((item) => (
        <OwnContributionCard key={item.id} item={item} />
      ))}
      {shown.slice(0, limit).map((entry) => (
        <EntryView key={entry.id} entry={entry} activity={activity} canSend={canSend} />
      ))}
      {shown.length > limit && (
        <Button look="quiet" icon="down" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('delegate.more')}
        </Button>
      )}
      {shown.length + apart.length === 0 && !writing && <p class="nothing">{t('matrix.nothing')}</p>}
    </section>
  );
}
