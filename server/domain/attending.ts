import type { DomainEvent } from './events.ts';
import { halfOf } from './parts/half-day.ts';
import { isNoted, turnEnded } from './parts/index.ts';
import type { MeetingState } from './state.ts';

/*
 * What the floor and the attendance mean to each other: whoever is at the floor is there, and whoever leaves is no
 * longer at it.
 */

/** The events of a command, with those that they bring about (rules FLR8, FLR9). */
export function attending(state: MeetingState, events: readonly DomainEvent[], at: number): DomainEvent[] {
  const { attendance, floor } = state.parts;
  const timezone = state.file?.timezone;
  if (timezone === undefined) return [...events];
  const half = halfOf(at, timezone);
  return events.flatMap((event): DomainEvent[] => {
    if (event.type === 'floor.Asked' || event.type === 'floor.Given') {
      const { participant } = event.data;
      const there = isNoted(attendance, participant, half);
      return there ? [event] : [{ type: 'attendance.Arrived', data: { participant, half } }, event];
    }
    if (event.type !== 'attendance.Left') return [event];
    const { participant } = event.data;
    if (floor.speaker?.participant === participant) return [event, ...turnEnded(floor, at, timezone)];
    return floor.queue.has(participant) ? [event, { type: 'floor.Withdrawn', data: { participant } }] : [event];
  });
}
