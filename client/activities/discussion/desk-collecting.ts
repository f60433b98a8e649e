import type { CountView } from '../../../server/domain/activities/discussion/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';

/** Whether answers are being collected and nothing of them has been revealed. */
export const isCollecting = (activity: ActivityView, count: CountView | undefined): boolean =>
  activity.config.reveal === 'collect' && (count?.shown ?? 0) + (count?.hidden ?? 0) === 0;
