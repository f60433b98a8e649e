import { z } from 'zod';
import { ParticipantId } from '../ids.ts';
import type { MeetingState } from '../state.ts';
import { halfEnd, halfOf } from './half-day.ts';

/* A turn at the floor: how long it is counted, how it ends, and how one that was ended goes on. */

/** How often somebody has had the floor, and for how long altogether, in milliseconds. */
export interface Spoken {
  times: number;
  ms: number;
}

export const unspoken: Spoken = { times: 0, ms: 0 };

/** Whoever has the floor. `asked`: then they agreed to be called by name. */
export interface Speaker {
  readonly participant: ParticipantId;
  readonly since: number;
  readonly asked: boolean;
}

interface WithSpeaker {
  readonly speaker: Speaker | null;
}

/** A turn that was ended, so that it can go on: from when to when, whether it was asked for, what was counted for it. */
export const EndedTurn = z.strictObject({
  participant: ParticipantId,
  since: z.int(),
  until: z.int(),
  asked: z.boolean(),
  ms: z.int().min(0),
});
export type EndedTurn = z.infer<typeof EndedTurn>;

/**
 * How long a turn is counted, in milliseconds: until the end of the half-day in which it began at the latest, since one
 * that is still running then was forgotten; and never less than nothing, however the clock jumps.
 */
export const turnLength = (since: number, at: number, timezone: string): number =>
  Math.max(0, Math.min(at, halfEnd(since, timezone)) - since);

/** The end of the turn that runs, if one does. */
export const turnEnded = ({ speaker }: WithSpeaker, at: number, timezone: string) =>
  speaker
    ? [
        {
          type: 'floor.Ended' as const,
          data: { participant: speaker.participant, ms: turnLength(speaker.since, at, timezone) },
        },
      ]
    : [];

/** The turn that runs, as it would be ended now. */
export const turnOfSpeaker = ({ speaker }: WithSpeaker, at: number, timezone: string): EndedTurn | null =>
  speaker && {
    participant: speaker.participant,
    since: speaker.since,
    until: at,
    asked: speaker.asked,
    ms: turnLength(speaker.since, at, timezone),
  };

/**
 * An ended turn goes on as though it had not been ended; nothing where it cannot any more: somebody else has the floor,
 * its speaker has left, or the half-day of its end is over.
 */
export function turnResumed({ parts: { floor, attendance } }: MeetingState, turn: EndedTurn, at: number, zone: string) {
  const over = floor.speaker !== null || attendance.away.has(turn.participant);
  if (over || halfOf(turn.until, zone) !== halfOf(at, zone)) return [];
  return [{ type: 'floor.Resumed' as const, data: turn }];
}

/** Who has spoken, how often and how long, with the turn that runs at a moment: for what is told of the floor then. */
export function spokenAt({ parts: { floor }, file }: MeetingState, at: number): ReadonlyMap<ParticipantId, Spoken> {
  if (!floor.speaker || !file) return floor.spoken;
  const { participant, since } = floor.speaker;
  const { times, ms } = floor.spoken.get(participant) ?? unspoken;
  const now = { times: times + 1, ms: ms + turnLength(since, at, file.timezone) };
  return new Map([...floor.spoken, [participant, now]]);
}
