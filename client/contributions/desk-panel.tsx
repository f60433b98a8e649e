import { useSignal } from '@preact/signals';
import type { CountView } from '../../server/domain/contributions/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import { useDesk } from '../desk/desk.ts';
import type { ActivityDeskProps } from '../desk/kind.ts';
import { t } from '../lib/words.ts';
import { type DialogOf, RowDialog } from './desk-dialogs.tsx';
import { Feed } from './desk-feed.tsx';
import { isShown, type Row, rowsOf, type Tab, threadsOf } from './desk-list.ts';
import { Tabs } from './desk-tabs.tsx';

interface ContributionsPanelProps extends ActivityDeskProps {
  /** What is to be seen: all of the activity, or a part of it. */
  readonly rows: readonly Row[];
  /** The part that was chosen; the list starts anew with another. */
  readonly part?: string | undefined;
  readonly placeName?: ((row: Row) => string | undefined) | undefined;
  /** What the list of all says where it is empty. */
  readonly empty?: string | undefined;
}

/** Contributions as they come: by tabs, with what may be done to each. The same for every kind that has some. */
export function ContributionsPanel({ meeting, activity, rows, part = '', placeName, empty }: ContributionsPanelProps) {
  const { live } = useDesk();
  const tab = useSignal<Tab>('all');
  const dialog = useSignal<DialogOf | null>(null);
  const merging = useSignal<ItemId | null>(null);
  const count = live.value<CountView>(`count/${activity.id}`).value;
  const { languages } = meeting;
  const of = (name: Exclude<Tab, 'all'>) => rowsOf(name, rows, languages);
  const counts = {
    all: rows.filter(isShown).length,
    translate: of('translate').length,
    pinned: of('pinned').length,
    hidden: of('hidden').length,
    late: of('late').length,
  };
  const threads =
    tab.value === 'all' ? threadsOf(rows) : of(tab.value).map((row) => ({ ...row, replies: [], orphan: false }));
  const collecting = count?.revealed === false && tab.value === 'all';
  const received = t('desk.collecting', { n: count?.received ?? 0 });
  return (
    <section class="answers" aria-label={t('desk.tabs')}>
      <Tabs tab={tab} counts={counts} activity={activity} />
      {collecting && threads.length > 0 && (
        <p class="collected" role="status">
          <b>{received}</b> {t('desk.collecting_hint')}
        </p>
      )}
      {collecting && threads.length === 0 ? (
        <div class="collecting" id="feed" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          <p class="big">{received}</p>
          <p>{t('desk.collecting_hint')}</p>
        </div>
      ) : (
        <Feed
          key={`${tab.value} ${part}`}
          tab={tab.value}
          threads={threads}
          meeting={meeting}
          activity={activity}
          merging={merging}
          placeName={placeName}
          empty={tab.value === 'all' ? empty : undefined}
          onDialog={(asked) => (dialog.value = asked)}
        />
      )}
      {dialog.value && (
        <RowDialog dialog={dialog.value} meeting={meeting} activity={activity} onClose={() => (dialog.value = null)} />
      )}
    </section>
  );
}
