import type { ActivityView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { useSession } from './session.ts';

/** Whether what is sent now goes in: while it is open, and in the grace after its close. */
export function useCanSend(activity: ActivityView): boolean {
  const { live } = useSession();
  if (activity.status !== 'closing') return activity.status === 'open';
  void everySecond.value;
  return activity.closesAt !== null && live.now() <= activity.closesAt;
}
