import type { ComponentType } from 'preact';
import type { OwnItem } from '../../server/domain/activities/activity.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { OwnContributionCard } from '../contributions/delegate-own.tsx';
import { DiscussionForDelegate } from './discussion/delegate.tsx';

export interface DelegateActivity {
  /** What a delegate sees and does in it. */
  readonly View: ComponentType<{ activity: ActivityView }>;
  /** One of their own items, in "Mine". */
  readonly Own: ComponentType<{ item: OwnItem }>;
}

/** The kinds of activity on a delegate's phone. A new kind adds its line. */
export const delegateActivities: Readonly<Record<string, DelegateActivity>> = {
  discussion: { View: DiscussionForDelegate, Own: OwnContributionCard },
};
