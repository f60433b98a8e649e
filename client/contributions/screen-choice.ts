import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { ScreenSource } from '../screen/source.ts';

const MOST_CARDS = 3;

export interface Shown {
  readonly id: ItemId;
  readonly view: ContributionView;
}

/** An item as the room may read it; at the desk, hidden and late ones are known but are not on the screen. */
export function shownItem(source: ScreenSource, item: ItemId): ContributionView | undefined {
  const view = source.value<ContributionView>(`c/${item}`).value;
  return view && (view.status ?? 'shown') === 'shown' ? view : undefined;
}

/** What the room may read of an activity. */
export const shownOf = (source: ScreenSource, activity: ActivityId): Shown[] =>
  source.keys('c/').value.flatMap((key) => {
    const id = key.slice(2) as ItemId;
    const view = shownItem(source, id);
    return view?.activity === activity ? [{ id, view }] : [];
  });

/** What speaks against an item. */
export const contestsOf = (source: ScreenSource, activity: ActivityId, item: ItemId): Shown[] =>
  shownOf(source, activity).filter(({ view }) => view.contests && view.parent === item);

/** The cards: what is pinned, then the newest, each group newest first. Replies are read on the phones. */
export const cardsOf = (shown: readonly Shown[]): Shown[] =>
  shown
    .filter(({ view }) => view.parent === null)
    .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || b.view.order - a.view.order)
    .slice(0, MOST_CARDS);
