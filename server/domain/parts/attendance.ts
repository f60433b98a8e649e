import { z } from 'zod';
import { everyHeard } from '../heard.ts';
import { ParticipantId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState } from '../state.ts';
import { Half, halfOf } from './half-day.ts';
import { definePart, type PartContext } from './part.ts';

export interface AttendanceState {
  /** The half-day that it now is: that of the last arrival or leaving. */
  half: Half | null;
  /** The half-days in which each person was there. */
  readonly halves: Map<ParticipantId, Set<Half>>;
  /** Those who left and have not come back, with the half-day in which they left. */
  readonly away: Map<ParticipantId, Half>;
}

/** The value of `attendance`, at the desk: who is there now, and by half-day how many were. */
export interface AttendanceView {
  readonly half: Half | null;
  /** How many are there now; who it is stands with each of `person/<participant>`. */
  readonly present: number;
  readonly halves: Readonly<Record<Half, number>>;
  /** People without a phone who were there in the half-day before, have not left since, and are not noted in this one. */
  readonly again: readonly ParticipantId[];
}

const of = { participant: ParticipantId };

/** Whether somebody is there now: seen in this half-day, and not left. */
export const isPresent = ({ half, halves, away }: AttendanceState, id: ParticipantId): boolean =>
  half !== null && halves.get(id)?.has(half) === true && !away.has(id);

/** Whether nothing has to be noted for somebody to be there in a half-day. */
export const isNoted = ({ halves, away }: AttendanceState, id: ParticipantId, half: Half): boolean =>
  halves.get(id)?.has(half) === true && !away.has(id);

/** The key of `person/<participant>`. */
export const personKey = (id: ParticipantId) => `person/${id}`;

/** With the first arrival of another half-day everybody else is not there any more. */
const moved = (
  { participant, half }: { participant: ParticipantId; half: Half },
  slice: AttendanceState,
  state: MeetingState,
) => ({
  keys: half === slice.half ? [personKey(participant)] : [...state.participants.keys()].map(personKey),
  tallies: ['attendance', ...everyHeard(state)],
  selves: [participant],
});

/** Whom a command is about: a participant may speak for themselves alone. */
function subject(participant: ParticipantId | undefined, ctx: PartContext): ParticipantId {
  const own = ctx.actor.kind === 'participant' ? ctx.actor.id : null;
  const id = participant ?? own;
  if (id === null || !ctx.state.participants.has(id)) throw new Rejection('NOT_FOUND');
  if (own !== null && id !== own) throw new Rejection('NOT_ALLOWED');
  return id;
}

const atFloor = ({ parts: { floor } }: MeetingState, id: ParticipantId): boolean =>
  floor.queue.has(id) || floor.speaker?.participant === id;

/** Those whom nobody but the desk can note, and who were there in the last half-day before the present one. */
function unnoted({ half, halves, away }: AttendanceState, { participants }: MeetingState): ParticipantId[] {
  if (half === null) return [];
  const earlier = [...halves.values()].flatMap((seen) => [...seen].filter((other) => other < half));
  const last = earlier.sort().at(-1);
  return [...participants.values()].flatMap(({ id, phone }) => {
    const seen = halves.get(id);
    const there = last !== undefined && seen?.has(last) && !seen.has(half);
    return !phone && there && !away.has(id) ? [id] : [];
  });
}

/** Who was there in which half-day. A phone that is connected counts as its owner being there. */
export const attendance = definePart({
  name: 'attendance',
  commands: {
    'attendance.Arrive': z.strictObject({ participant: ParticipantId.optional() }),
    'attendance.Leave': z.strictObject({ participant: ParticipantId.optional() }),
    /** Through undo alone: of a leaving, in the half-day in which it was noted. */
    'attendance.BringBack': z.strictObject({ ...of, half: Half }),
  },
  events: {
    'attendance.Arrived': z.strictObject({ ...of, half: Half }),
    'attendance.Left': z.strictObject({ ...of, half: Half }),
  },
  allowed: {
    'attendance.Arrive': ['participant', 'facilitator', 'system'],
    'attendance.Leave': ['participant', 'facilitator'],
    'attendance.BringBack': [],
  },
  initial: (): AttendanceState => ({ half: null, halves: new Map(), away: new Map() }),
  decide: (slice, command, ctx) => {
    const participant = subject(command.data.participant, ctx);
    const half = halfOf(ctx.at, ctx.file.timezone);
    if (command.type === 'attendance.BringBack') {
      // In another half-day it would say that somebody has been seen in it.
      if (command.data.half !== half) throw new Rejection('UNDO_OUTDATED');
      return isNoted(slice, participant, half) ? [] : [{ type: 'attendance.Arrived', data: { participant, half } }];
    }
    if (command.type === 'attendance.Arrive') {
      if (isNoted(slice, participant, half)) return [];
      // A phone may stay connected in a pocket: in that half-day only its owner's word or the desk's brings one back.
      if (ctx.actor.kind === 'system' && slice.away.get(participant) === half) return [];
      return [{ type: 'attendance.Arrived', data: { participant, half } }];
    }
    if (slice.away.has(participant)) return [];
    // Coming back brings neither a place at the floor, nor a half-day in which nobody had been seen, back to what it was.
    if (ctx.actor.kind === 'capability' && isNoted(slice, participant, half) && !atFloor(ctx.state, participant))
      ctx.undo(`attendance/${participant}`, [{ type: 'attendance.BringBack', data: { participant, half } }]);
    return [{ type: 'attendance.Left', data: { participant, half } }];
  },
  evolve: (slice, { type, data: { participant, half } }) => {
    slice.half = half;
    if (type === 'attendance.Left') {
      slice.away.set(participant, half);
      return;
    }
    slice.away.delete(participant);
    const halves = slice.halves.get(participant) ?? new Set<Half>();
    slice.halves.set(participant, halves.add(half));
  },
  touches: {
    'attendance.Arrived': moved,
    'attendance.Left': moved,
  },
  keyNames: ['attendance'],
  keys: () => ['attendance'],
  show: (slice, _key, audience, state): AttendanceView | undefined => {
    if (audience !== 'desk') return undefined;
    const halves: Record<Half, number> = {};
    for (const seen of slice.halves.values()) for (const half of seen) halves[half] = (halves[half] ?? 0) + 1;
    return {
      half: slice.half,
      present: [...state.participants.keys()].filter((id) => isPresent(slice, id)).length,
      halves,
      again: unnoted(slice, state),
    };
  },
  self: (slice, participant) => ({ left: slice.away.has(participant) }),
  randomCommand: (slice, { state, pick, below }) => {
    const participant = pick([...state.participants.keys()]);
    if (!participant) return null;
    const away = below(3) === 0;
    const by = below(2) === 0 ? 'desk' : away ? participant : ('system' as const);
    return {
      type: isPresent(slice, participant) ? 'attendance.Leave' : 'attendance.Arrive',
      data: { participant },
      by,
    };
  },
});
