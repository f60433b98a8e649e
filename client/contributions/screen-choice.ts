import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { ScreenSource } from '../screen/source.ts';

export const MOST_CARDS = 3;

export interface Shown {
  readonly id: ItemId;
  readonly view: ContributionView;
}

/** What the room may read of an activity; at the desk, hidden and late ones are known but are not on the screen. */
export const shownOf = (source: ScreenSource, activity: ActivityId): Shown[] =>
  source.keys('c/').value.flatMap((key) => {
    const view = source.value<ContributionView>(key).value;
    return view && view.activity === activity && (view.status ?? 'shown') === 'shown'
      ? [{ id: key.slice(2) as ItemId, view }]
      : [];
  });

/** The cards: what is pinned, then the newest, each group newest first. Replies are read on the phones. */
export const cardsOf = (shown: readonly Shown[]): Shown[] =>
  shown
    .filter(({ view }) => view.parent === null)
    .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || b.view.order - a.view.order)
    .slice(0, MOST_CARDS);
