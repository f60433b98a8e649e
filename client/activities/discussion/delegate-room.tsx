import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContributionView, CountView } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Say } from './delegate-say.tsx';

/** An old phone does not lay out hundreds of texts at once. */
const AT_ONCE = 30;

/** What the room says, the pinned first, then the newest; or, while it is collected, how much there is. */
export function Room({ activity, canSend }: { activity: ActivityView; canSend: boolean }) {
  const { live } = useSession();
  const count = live.value<CountView>(`count/${activity.id}`).value;
  const threads = useThreads(activity.id);
  const { shown, held, show, list } = useHeld(threads.value.map((thread) => thread.id));
  const [limit, setLimit] = useState(AT_ONCE);
  const byId = new Map(threads.value.map((thread) => [thread.id, thread]));
  const received = count?.received ?? 0;
  const collecting = count?.revealed === false && received > 0;
  if (activity.status === 'planned') return null;
  return (
    <section class="room" aria-labelledby={`room-${activity.id}`}>
      <header class="row">
        <h2 id={`room-${activity.id}`}>{t('delegate.room')}</h2>
        {count && count.shown > 0 && <span class="soft">{t('common.contributions', { n: count.shown })}</span>}
      </header>
      {collecting && (
        <p class="empty" role="status">
          {t('delegate.collected', { n: received })}
        </p>
      )}
      {!collecting && threads.value.length === 0 && (
        <p class="empty">{t(count?.revealed === false && canSend ? 'delegate.roomCollects' : 'delegate.roomEmpty')}</p>
      )}
      <div role="status">
        {held > 0 && (
          <Button class="held" icon="up" onClick={show}>
            {t('delegate.newOnes', { n: held })}
          </Button>
        )}
      </div>
      <div ref={list} tabIndex={-1}>
        {shown.slice(0, limit).map((id) => {
          const thread = byId.get(id);
          return thread && <Say key={id} id={id} replies={thread.replies} activity={activity} canSend={canSend} />;
        })}
      </div>
      {shown.length > limit && (
        <Button icon="down" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('delegate.more')}
        </Button>
      )}
    </section>
  );
}

interface Thread {
  readonly id: string;
  readonly replies: readonly string[];
}

/** The contributions of an activity in their order, each with its replies, oldest first. */
function useThreads(activity: string) {
  const { live } = useSession();
  return useComputed<readonly Thread[]>(() => {
    const seen = live.keys('c/').value.flatMap((key) => {
      const view = live.value<ContributionView>(key).value;
      return view?.activity === activity ? [{ id: key.slice(2), view }] : [];
    });
    const replies = new Map<string, { id: string; order: number }[]>();
    for (const { id, view } of seen) {
      if (view.parent === null) continue;
      replies.set(view.parent, [...(replies.get(view.parent) ?? []), { id, order: view.order }]);
    }
    return seen
      .filter(({ view }) => view.parent === null)
      .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || b.view.order - a.view.order)
      .map(({ id }) => ({
        id,
        replies: (replies.get(id) ?? []).sort((a, b) => a.order - b.order).map((reply) => reply.id),
      }));
  });
}

/**
 * While somebody reads or answers in the list, new ones wait behind a button, so that nothing moves under a finger.
 * Otherwise they come in by themselves.
 */
function useHeld(ids: readonly string[]) {
  const list = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set(ids));
  const fresh = ids.filter((id) => !known.has(id));
  const show = () => {
    setKnown(new Set(ids));
    // The button goes; whoever pressed it goes on reading where it was.
    if (list.current?.parentElement?.contains(document.activeElement)) list.current.focus();
  };
  useLayoutEffect(() => {
    if (fresh.length > 0 && !isReading(list.current)) show();
  }, [fresh.join()]);
  const shown = ids.filter((id) => known.has(id));
  return { shown, held: fresh.length, show, list };
}

function isReading(list: HTMLElement | null): boolean {
  if (!list || list.childElementCount === 0) return false;
  return list.contains(document.activeElement) || list.getBoundingClientRect().top < innerHeight * 0.3;
}
