import type { DecideContext } from '../activities/activity.ts';
import { Rejection } from '../rejection.ts';

/**
 * Whether what arrives now is in time. What was written before the close and arrives after its grace is late; what was
 * written later, or does not say when, is refused.
 * @throws Rejection ACTIVITY_NOT_OPEN, ACTIVITY_PAUSED, ACTIVITY_CLOSED
 */
export function arrival(ctx: DecideContext, writtenAt?: number): 'in time' | 'late' {
  const { status, closesAt } = ctx.lifecycle;
  if (status === 'open') return 'in time';
  if (status === 'planned') throw new Rejection('ACTIVITY_NOT_OPEN');
  if (status === 'paused') throw new Rejection('ACTIVITY_PAUSED');
  // The grace ends with its last millisecond, also where the event that says so came within it, or comes later.
  if (closesAt !== null && ctx.at <= closesAt) return 'in time';
  if (writtenAt !== undefined && closesAt !== null && writtenAt <= closesAt) return 'late';
  throw new Rejection('ACTIVITY_CLOSED');
}
