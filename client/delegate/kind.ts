import type { ComponentType } from 'preact';
import type { OwnItem } from '../../server/domain/activities/activity.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { OnDemand } from '../lib/on-demand.ts';
import { loadMoreWords, type WordsLoader } from '../lib/words.ts';

/** What a delegate sees and does in an activity. */
type DelegateView = ComponentType<{ activity: ActivityView }>;

/** What a kind of activity has on a delegate's phone. */
export interface DelegateKind {
  /** Its view: with the page, or fetched with its words when it is first needed. */
  readonly View: DelegateView | OnDemand<DelegateView>;
  /** One of their own items, in "Mine"; missing where it has none. */
  readonly Own?: ComponentType<{ item: OwnItem }>;
  /** A text to be read, and no question: beside other activities it stands as a card that leads to it. */
  readonly reading?: boolean;
}

/** A view in a chunk of its own, after its words. What is fetched is written out by each kind, for the build. */
export const withWords = (words: WordsLoader, view: () => Promise<DelegateView>): OnDemand<DelegateView> =>
  new OnDemand(async () => {
    const [View] = await Promise.all([view(), loadMoreWords(words)]);
    return View;
  });
