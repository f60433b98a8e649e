import type { DiscussionConfig } from '../../server/domain/activities/discussion/schema.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { useSession } from '../delegate/session.ts';
import { everySecond } from '../lib/clock.ts';

/** A discussion's configuration out of its view. */
export const configOf = (activity: ActivityView): DiscussionConfig => activity.config as unknown as DiscussionConfig;

/** Whether a text that is sent now goes in: while it is open, and in the grace after its close. */
export function useCanSend(activity: ActivityView): boolean {
  const { live } = useSession();
  if (activity.status !== 'closing') return activity.status === 'open';
  void everySecond.value;
  return activity.closesAt !== null && live.now() <= activity.closesAt;
}
