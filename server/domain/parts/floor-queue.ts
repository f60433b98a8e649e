import { z } from 'zod';
import type { ParticipantId } from '../ids.ts';
import type { MeetingState, Participant } from '../state.ts';
import type { Speaker, Spoken } from './floor-turn.ts';

/* Those who ask for the floor, and their order. */

/** Who is next: in the order of asking, or whoever has spoken least: the person, then their organisation, then its kind. */
export const FloorOrder = z.enum(['arrival', 'least']);
export type FloorOrder = z.infer<typeof FloorOrder>;

/** When somebody asked, and the number of the event: their place among those who ask, however the clock jumps. */
export const Asked = z.strictObject({ at: z.int(), seq: z.int() });
export type Asked = z.infer<typeof Asked>;

export interface FloorState {
  order: FloorOrder;
  /** The time for one speaker, in seconds. */
  seconds: number;
  /** Those who ask, in the order of asking. */
  readonly queue: Map<ParticipantId, Asked>;
  /** Where those stood who were taken off the list, or took themselves off it, and have not asked again. */
  readonly off: Map<ParticipantId, Asked>;
  speaker: Speaker | null;
  readonly spoken: Map<ParticipantId, Spoken>;
}

/** The queue in its order. */
export function queueOf(floor: FloorState, state: MeetingState): ParticipantId[] {
  const asking = [...floor.queue.keys()];
  if (floor.order === 'arrival') return asking;
  const by = (group: (p: Participant) => string): ((id: ParticipantId) => number) => {
    const sums = new Map<string, number>();
    for (const [id, { ms }] of floor.spoken) {
      const p = state.participants.get(id);
      if (p) sums.set(group(p), (sums.get(group(p)) ?? 0) + ms);
    }
    return (id) => {
      const p = state.participants.get(id);
      return p ? (sums.get(group(p)) ?? 0) : 0;
    };
  };
  const ranks = [
    (id: ParticipantId) => floor.spoken.get(id)?.ms ?? 0,
    by((p) => p.organisation ?? p.id),
    by((p) => p.kind),
    (id: ParticipantId) => floor.queue.get(id)?.seq ?? 0,
  ];
  return asking.sort((a, b) => ranks.map((rank) => rank(a) - rank(b)).find((d) => d !== 0) ?? 0);
}

/** Puts somebody among those who ask, where they stood. */
export function putInQueue({ queue }: FloorState, participant: ParticipantId, asked: Asked): void {
  queue.delete(participant);
  const behind = [...queue].filter(([, other]) => other.seq > asked.seq);
  queue.set(participant, asked);
  for (const [id, other] of behind) {
    queue.delete(id);
    queue.set(id, other);
  }
}
