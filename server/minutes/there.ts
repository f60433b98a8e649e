import type { ParticipantId } from '../domain/ids.ts';
import { halfOf } from '../domain/parts/half-day.ts';
import type { ActivityInstance, MeetingState } from '../domain/state.ts';
import type { Composing } from './compose.ts';

/** Those who were there in one of the half-days in which an activity was open, up to now; nobody before it opens. */
export function thereDuring(
  { participants, parts }: MeetingState,
  { openedAt, closesAt }: ActivityInstance,
  { file, now }: Composing,
): ParticipantId[] {
  if (openedAt === null) return [];
  const end = closesAt ?? now;
  const [first, last] = [halfOf(openedAt, file.timezone), halfOf(end, file.timezone)];
  return [...participants.values()]
    .filter(({ id, joinedAt }) => {
      const halves = parts.attendance.halves.get(id);
      // A log of before there was attendance says only who joined.
      return halves ? [...halves].some((half) => first <= half && half <= last) : joinedAt <= end;
    })
    .map(({ id }) => id);
}
