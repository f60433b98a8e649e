import { z } from 'zod';
import type { Audience } from '../actors.ts';
import { type ListId, ParticipantId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { type MeetingState, ownWords, type Participant } from '../state.ts';
import { readVault } from '../vault.ts';
import { definePart } from './part.ts';

/** Who is next: in the order of asking, or whoever has spoken least: the person, then their organisation, then its kind. */
export const FloorOrder = z.enum(['arrival', 'least']);
export type FloorOrder = z.infer<typeof FloorOrder>;

interface Spoken {
  times: number;
  ms: number;
}

export interface FloorState {
  order: FloorOrder;
  /** The time for one speaker, in seconds. */
  seconds: number;
  /** Those who ask, by when they asked. */
  readonly queue: Map<ParticipantId, number>;
  /** `asked`: then they agreed to be called by name. */
  speaker: { readonly participant: ParticipantId; readonly since: number; readonly asked: boolean } | null;
  readonly spoken: Map<ParticipantId, Spoken>;
}

/**
 * A person at the floor. Whoever asks for it agrees to be called by name; one who only raised a hand has agreed to
 * nothing, and is named where they agreed to have their name beside their words.
 */
export interface AtFloor {
  readonly name: string | null;
  readonly organisation: ListId | null;
  readonly organisationText: string | null;
  readonly city: ListId | null;
  readonly kind: ListId;
}

/** The value of `floor`. Who waits is seen at the desk alone; who speaks, by everybody. Times as in `Envelope.at`. */
export interface FloorView {
  readonly order: FloorOrder;
  readonly seconds: number;
  readonly speaker: (AtFloor & { readonly since: number; readonly participant?: ParticipantId }) | null;
  readonly waiting: number;
  readonly queue?: readonly (AtFloor & {
    readonly participant: ParticipantId;
    readonly askedAt: number;
    readonly times: number;
    readonly ms: number;
  })[];
}

/** A participant's own place, in `self.parts.floor`. */
export interface OwnFloor {
  /** From 1; null where they do not ask. */
  readonly place: number | null;
  readonly speakingSince: number | null;
}

const none: Spoken = { times: 0, ms: 0 };

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
    (id: ParticipantId) => floor.queue.get(id) ?? 0,
  ];
  return asking.sort((a, b) => ranks.map((rank) => rank(a) - rank(b)).find((d) => d !== 0) ?? 0);
}

function atFloor(state: MeetingState, id: ParticipantId, asked: boolean): AtFloor | null {
  const p = state.participants.get(id);
  if (!p) return null;
  const profile = asked || p.consents.words ? readVault(state.vault, p.profile, 'profile') : undefined;
  return {
    name: profile?.name ?? null,
    organisation: p.organisation,
    organisationText: ownWords(p, profile).organisationText,
    city: p.city,
    kind: p.kind,
  };
}

/** The end of the turn that runs, if one does. However the clock jumps, nobody speaks for less than no time. */
export const turnEnded = ({ speaker }: FloorState, at: number) =>
  speaker
    ? [
        {
          type: 'floor.Ended' as const,
          data: { participant: speaker.participant, ms: Math.max(0, at - speaker.since) },
        },
      ]
    : [];

const of = { participant: ParticipantId };
const moved = (slice: FloorState) => ({ keys: ['floor'], selves: [...slice.queue.keys()] });

/** Who speaks, and who asks to. */
export const floor = definePart({
  name: 'floor',
  commands: {
    'floor.Ask': z.strictObject({}),
    'floor.Withdraw': z.strictObject({}),
    /** The speaker has finished. */
    'floor.Yield': z.strictObject({}),
    'floor.Give': z.strictObject(of),
    /** `participant`: the turn that is meant, where another desk may have given the floor on. */
    'floor.End': z.strictObject({ participant: ParticipantId.optional() }),
    'floor.Dismiss': z.strictObject(of),
    'floor.Set': z.strictObject({ order: FloorOrder.optional(), seconds: z.int().min(15).max(3600).optional() }),
  },
  events: {
    'floor.Asked': z.strictObject(of),
    'floor.Withdrawn': z.strictObject(of),
    'floor.Given': z.strictObject(of),
    /** How long they spoke, in milliseconds. */
    'floor.Ended': z.strictObject({ ...of, ms: z.int().min(0) }),
    'floor.WasSet': z.strictObject({ order: FloorOrder, seconds: z.int() }),
  },
  allowed: {
    'floor.Ask': ['participant'],
    'floor.Withdraw': ['participant'],
    'floor.Yield': ['participant'],
    'floor.Give': ['facilitator'],
    'floor.End': ['facilitator'],
    'floor.Dismiss': ['facilitator'],
    'floor.Set': ['facilitator'],
  },
  initial: (): FloorState => ({ order: 'arrival', seconds: 120, queue: new Map(), speaker: null, spoken: new Map() }),
  decide: (slice, command, ctx) => {
    const own = ctx.actor.kind === 'participant' ? ctx.actor.id : null;
    const ended = () => turnEnded(slice, ctx.at);
    switch (command.type) {
      case 'floor.Ask':
        if (own === null) throw new Rejection('NOT_ALLOWED');
        return slice.queue.has(own) || slice.speaker?.participant === own
          ? []
          : [{ type: 'floor.Asked', data: { participant: own } }];
      case 'floor.Withdraw':
        return own !== null && slice.queue.has(own) ? [{ type: 'floor.Withdrawn', data: { participant: own } }] : [];
      case 'floor.Yield':
        return slice.speaker?.participant === own ? ended() : [];
      case 'floor.Give': {
        const { participant } = command.data;
        if (!ctx.state.participants.has(participant)) throw new Rejection('NOT_FOUND');
        if (slice.speaker?.participant === participant) return [];
        return [...ended(), { type: 'floor.Given', data: { participant } }];
      }
      case 'floor.End': {
        if (!slice.speaker) throw new Rejection('NOBODY_SPEAKS');
        const { participant = slice.speaker.participant } = command.data;
        return slice.speaker.participant === participant ? ended() : [];
      }
      case 'floor.Dismiss': {
        const { participant } = command.data;
        if (!slice.queue.has(participant)) throw new Rejection('NOT_IN_QUEUE');
        return [{ type: 'floor.Withdrawn', data: { participant } }];
      }
      case 'floor.Set': {
        const { order = slice.order, seconds = slice.seconds } = command.data;
        if (order === slice.order && seconds === slice.seconds) return [];
        ctx.undo('floor', [{ type: 'floor.Set', data: { order: slice.order, seconds: slice.seconds } }]);
        return [{ type: 'floor.WasSet', data: { order, seconds } }];
      }
    }
  },
  evolve: (slice, event) => {
    switch (event.type) {
      case 'floor.Asked':
        slice.queue.set(event.data.participant, event.at);
        return;
      case 'floor.Withdrawn':
        slice.queue.delete(event.data.participant);
        return;
      case 'floor.Given':
        slice.speaker = {
          participant: event.data.participant,
          since: event.at,
          asked: slice.queue.delete(event.data.participant),
        };
        return;
      case 'floor.Ended': {
        const { participant, ms } = event.data;
        const before = slice.spoken.get(participant) ?? none;
        slice.spoken.set(participant, { times: before.times + 1, ms: before.ms + ms });
        slice.speaker = null;
        return;
      }
      case 'floor.WasSet':
        slice.order = event.data.order;
        slice.seconds = event.data.seconds;
        return;
    }
  },
  touches: {
    'floor.Asked': ({ participant }, slice) => {
      const touch = moved(slice);
      return { ...touch, selves: [...touch.selves, participant] };
    },
    // A name that was seen because its owner asked is not sent again once they no longer do.
    'floor.Withdrawn': (_data, slice) => ({ ...moved(slice), retracts: true }),
    'floor.Given': ({ participant }, slice) => {
      const touch = moved(slice);
      return { ...touch, selves: [...touch.selves, participant] };
    },
    'floor.Ended': ({ participant }, slice) => {
      const touch = moved(slice);
      return { ...touch, tallies: ['heard'], selves: [...touch.selves, participant], retracts: true };
    },
    'floor.WasSet': (_data, slice) => moved(slice),
  },
  keyNames: ['floor'],
  keys: () => ['floor'],
  show: (slice, _key, audience: Audience, state): FloorView => {
    const { order, seconds, speaker } = slice;
    const desk = audience === 'desk';
    const who = speaker && atFloor(state, speaker.participant, speaker.asked);
    return {
      order,
      seconds,
      speaker:
        speaker && who ? { ...who, since: speaker.since, ...(desk ? { participant: speaker.participant } : {}) } : null,
      waiting: slice.queue.size,
      ...(desk
        ? {
            queue: queueOf(slice, state).flatMap((participant) => {
              const person = atFloor(state, participant, true);
              const askedAt = slice.queue.get(participant) ?? 0;
              return person ? [{ participant, askedAt, ...(slice.spoken.get(participant) ?? none), ...person }] : [];
            }),
          }
        : {}),
    };
  },
  keysOfParticipant: (slice, id) => (slice.queue.has(id) || slice.speaker?.participant === id ? ['floor'] : []),
  self: (slice, participant, state): OwnFloor => {
    const index = slice.queue.has(participant) ? queueOf(slice, state).indexOf(participant) : -1;
    return {
      place: index < 0 ? null : index + 1,
      speakingSince: slice.speaker?.participant === participant ? slice.speaker.since : null,
    };
  },
  randomCommand: (slice, { state, below, pick }) => {
    const participant = pick([...state.participants.keys()]);
    if (!participant) return null;
    const dice = below(12);
    if (dice < 4) return { type: 'floor.Ask', data: {}, by: participant };
    if (dice < 5) return { type: 'floor.Withdraw', data: {}, by: pick([...slice.queue.keys()]) ?? participant };
    if (dice < 6) return { type: 'floor.Yield', data: {}, by: slice.speaker?.participant ?? participant };
    if (dice < 9)
      return { type: 'floor.Give', data: { participant: pick([...slice.queue.keys()]) ?? participant }, by: 'desk' };
    if (dice < 10) return { type: 'floor.End', data: {}, by: 'desk' };
    if (dice < 11)
      return { type: 'floor.Dismiss', data: { participant: pick([...slice.queue.keys()]) ?? participant }, by: 'desk' };
    return {
      type: 'floor.Set',
      data: { order: pick(['arrival', 'least'] as const), seconds: 60 + below(3) * 60 },
      by: 'desk',
    };
  },
});
