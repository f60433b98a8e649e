import { type ReadonlySignal, signal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { ContributionView, EndorsementView, OwnContribution } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';

export const configOf = (activity: ActivityView): MatrixView => activity.config as unknown as MatrixView;

export interface Entry {
  readonly id: string;
  readonly view: ContributionView;
  /** What speaks against it, oldest first. */
  readonly contests: readonly string[];
}

const chosen = new Map<string, ReturnType<typeof signal<string | null>>>();

/** The row that is looked at, as long as the page lives; null is the first. */
export function rowOf(activity: string) {
  const found = chosen.get(activity) ?? signal<string | null>(null);
  chosen.set(activity, found);
  return found;
}

/** The entries that the room sees, by cell. */
export function useEntries(activity: string): ReadonlySignal<ReadonlyMap<string, readonly Entry[]>> {
  const { live } = useSession();
  return useComputed(() => {
    const seen = live.keys('c/').value.flatMap((key) => {
      const view = live.value<ContributionView>(key).value;
      return view?.activity === activity ? [{ id: key.slice(2), view }] : [];
    });
    seen.sort((a, b) => a.view.order - b.view.order);
    const contests = new Map<string, string[]>();
    for (const { id, view } of seen)
      if (view.parent !== null) contests.set(view.parent, [...(contests.get(view.parent) ?? []), id]);
    const cells = new Map<string, Entry[]>();
    for (const { id, view } of seen) {
      if (view.parent !== null || view.place === null) continue;
      const entry = { id, view, contests: contests.get(id) ?? [] };
      cells.set(view.place, [...(cells.get(view.place) ?? []), entry]);
    }
    return cells;
  });
}

/**
 * Entries in the order that they had when the cell came into view, the pinned and the most endorsed first: nothing moves
 * under a finger because somebody endorsed. What comes later stands at the end, one's own at the head.
 */
export function useSettled(entries: readonly Entry[], isMine: (id: string) => boolean): readonly Entry[] {
  const { live } = useSession();
  const order = useRef<string[] | null>(null);
  const weight = ({ id }: Entry) => live.value<EndorsementView>(`n/${id}`).peek()?.n ?? 0;
  order.current ??= [...entries]
    .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || weight(b) - weight(a))
    .map(({ id }) => id);
  for (const { id } of entries) {
    if (order.current.includes(id)) continue;
    if (isMine(id)) order.current.unshift(id);
    else order.current.push(id);
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return order.current.flatMap((id) => byId.get(id) ?? []);
}

/** What I wrote in an activity and still stands, or of which I have to know what became of it. */
export function useMine(activity: string): readonly OwnContribution[] {
  const { live } = useSession();
  const items = (live.self.value?.items ?? []) as readonly OwnContribution[];
  return items.filter((item) => item.activity === activity && item.status !== 'withdrawn' && item.status !== 'merged');
}
