import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { CountView } from '../../../server/domain/contributions/view.ts';
import type { ItemId } from '../../../server/domain/ids.ts';
import { type DialogOf, RowDialog } from '../../contributions/desk-dialogs.tsx';
import { Feed } from '../../contributions/desk-feed.tsx';
import { rowsOf, type Tab, threadsOf } from '../../contributions/desk-list.ts';
import { rowsAt } from '../../contributions/desk-rows.ts';
import { Tabs } from '../../contributions/desk-tabs.tsx';
import type { ActivityDeskProps } from '../../desk/activities.ts';
import { useDesk } from '../../desk/desk.ts';
import { t } from '../../lib/words.ts';

/** What the room sends, as it comes: by tabs, with what may be done to each. */
export function DiscussionDesk({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const tab = useSignal<Tab>('all');
  const dialog = useSignal<DialogOf | null>(null);
  const merging = useSignal<ItemId | null>(null);
  const rows = useMemo(() => rowsAt(live, activity.id), [live, activity.id]).value;
  const count = live.value<CountView>(`count/${activity.id}`).value;
  const languages = meeting.languages;
  const counts = {
    all: count?.shown ?? 0,
    translate: rowsOf('translate', rows, languages).length,
    pinned: rowsOf('pinned', rows, languages).length,
    hidden: count?.hidden ?? 0,
    late: count?.late ?? 0,
  };
  const threads =
    tab.value === 'all'
      ? threadsOf(rows)
      : rowsOf(tab.value, rows, languages).map((row) => ({ ...row, replies: [], orphan: false }));
  const collecting = count?.revealed === false && tab.value === 'all';
  return (
    <section class="answers" aria-label={t('desk.tabs')}>
      <Tabs tab={tab} counts={counts} />
      {collecting ? (
        <div class="collecting" id="feed" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          <p class="big">{t('desk.collecting', { n: count?.received ?? 0 })}</p>
          <p>{t('desk.collecting_hint')}</p>
        </div>
      ) : (
        <Feed
          key={tab.value}
          tab={tab.value}
          threads={threads}
          meeting={meeting}
          activity={activity}
          merging={merging}
          onDialog={(asked) => (dialog.value = asked)}
        />
      )}
      {dialog.value && (
        <RowDialog
          dialog={dialog.value}
          meeting={meeting}
          activity={activity.id}
          onClose={() => (dialog.value = null)}
        />
      )}
    </section>
  );
}
