import type { ComponentType } from 'preact';
import type { OwnItem } from '../../server/domain/activities/activity.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { OwnContributionCard } from '../contributions/delegate-own.tsx';
import { OnDemand } from '../lib/on-demand.ts';
import { loadMoreWords, type WordsLoader } from '../lib/words.ts';
import { DiscussionForDelegate } from './discussion/delegate.tsx';
import { OwnEntryCard } from './matrix/delegate-own.tsx';

/** What a delegate sees and does in an activity. */
export type DelegateView = ComponentType<{ activity: ActivityView }>;

export interface DelegateActivity {
  /** Its view: with the page, or fetched with its words when it is first needed. */
  readonly View: DelegateView | OnDemand<DelegateView>;
  /** One of their own items, in "Mine"; missing where it has none. */
  readonly Own?: ComponentType<{ item: OwnItem }>;
  /** A text to be read: beside other activities it stands as a card that leads to it. */
  readonly reading?: boolean;
}

/** A view in a chunk of its own, after its words. */
const withWords = (words: WordsLoader, view: () => Promise<DelegateView>): OnDemand<DelegateView> =>
  new OnDemand(async () => {
    const [View] = await Promise.all([view(), loadMoreWords(words)]);
    return View;
  });

/** The kinds of activity on a delegate's phone. A new kind adds its lines; what is fetched is written out for the build. */
export const delegateActivities: Readonly<Record<string, DelegateActivity>> = {
  discussion: { View: DiscussionForDelegate, Own: OwnContributionCard },
  matrix: {
    View: withWords(
      {
        ar: () => import('virtual:words/kind-matrix/ar'),
        fr: () => import('virtual:words/kind-matrix/fr'),
        en: () => import('virtual:words/kind-matrix/en'),
      },
      async () => (await import('./matrix/delegate.tsx')).MatrixForDelegate,
    ),
    Own: OwnEntryCard,
  },
  ballot: {
    View: withWords(
      {
        ar: () => import('virtual:words/kind-ballot/ar'),
        fr: () => import('virtual:words/kind-ballot/fr'),
        en: () => import('virtual:words/kind-ballot/en'),
      },
      async () => (await import('./ballot/delegate.tsx')).BallotForDelegate,
    ),
  },
  briefing: {
    View: withWords(
      {
        ar: () => import('virtual:words/kind-briefing/ar'),
        fr: () => import('virtual:words/kind-briefing/fr'),
        en: () => import('virtual:words/kind-briefing/en'),
      },
      async () => (await import('./briefing/delegate.tsx')).BriefingForDelegate,
    ),
    reading: true,
  },
};
