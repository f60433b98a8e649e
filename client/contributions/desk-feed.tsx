import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ItemId } from '../../server/domain/ids.ts';
import { useDesk } from '../desk/desk.ts';
import type { ActivityDeskProps } from '../desk/kind.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import type { DialogOf } from './desk-dialogs.tsx';
import { useHold } from './desk-hold.ts';
import { canMerge, type Row, type Tab, type Thread } from './desk-list.ts';
import { RowView } from './desk-row.tsx';
import { runShared } from './desk-run.ts';

/** Rows drawn at first; more at a press. */
const PAGE = 60;

interface FeedProps extends ActivityDeskProps {
  readonly tab: Tab;
  readonly threads: readonly Thread[];
  /** The contribution that is being merged, while its target is chosen. */
  readonly merging: Signal<ItemId | null>;
  readonly onDialog: (dialog: DialogOf) => void;
  /** Where a contribution stands, where its list holds several places. */
  readonly placeName?: ((row: Row) => string | undefined) | undefined;
  /** What an empty list says, where it is not the tab's own. */
  readonly empty?: string | undefined;
}

/** The list of contributions. It keeps still while somebody reads it; what is new waits behind a button. */
export function Feed({ tab, threads, meeting, activity, merging, onDialog, placeName, empty }: FeedProps) {
  const desk = useDesk();
  const most = useSignal(PAGE);
  const view = useHold(threads);
  const all: Row[] = threads.flatMap((thread) => [thread, ...thread.replies]);
  const from = all.find(({ id }) => id === merging.value);
  const into = async (target: Row) => {
    if (!from) return;
    const answer = await runShared(desk, activity, 'Merge', { into: target.id, from: [from.id] });
    if (answer.ok) merging.value = null;
  };

  useEffect(() => {
    if (!merging.value) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') merging.value = null;
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [merging.value, merging]);

  const row = (one: Row, reply: boolean, orphan = false) => (
    <RowView
      key={one.id}
      row={one}
      reply={reply}
      orphan={orphan}
      tab={tab}
      meeting={meeting}
      activity={activity}
      where={placeName?.(one)}
      merge={
        from
          ? { from, possible: canMerge(from, one), choose: () => void into(one), cancel: () => (merging.value = null) }
          : { start: all.some((other) => canMerge(one, other)) ? () => (merging.value = one.id) : undefined }
      }
      onDialog={onDialog}
    />
  );

  return (
    <div class="feedbox">
      {from && (
        <div class="merging" role="status">
          <p>{t('desk.merge_choose', { ref: from.view.ref ?? '' })}</p>
          <Button onClick={() => (merging.value = null)}>{t('desk.cancel')}</Button>
        </div>
      )}
      <div class="newbar" role="status">
        {view.waiting > 0 && (
          <Button icon="up" class="act" onClick={view.letIn}>
            {t('desk.new_waiting', { n: view.waiting })}
          </Button>
        )}
      </div>
      {/* Scrolled by keyboard too. */}
      <div
        class="feed"
        id="feed"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        ref={view.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
      >
        {view.threads.length === 0 && <p class="empty">{empty ?? t(`desk.empty_${tab}`)}</p>}
        {view.threads.slice(0, most.value).map((thread) => (
          <div key={thread.id} class="thread">
            {row(thread, false, thread.orphan)}
            {thread.replies.length > 0 && <div class="replies">{thread.replies.map((reply) => row(reply, true))}</div>}
          </div>
        ))}
        {view.threads.length > most.value && (
          <Button look="quiet" icon="down" onClick={() => (most.value += PAGE)}>
            {t('desk.show_more')}
          </Button>
        )}
      </div>
    </div>
  );
}
