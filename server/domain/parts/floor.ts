import { z } from 'zod';
import type { Audience } from '../actors.ts';
import { AgendaItemId, type ListId, ParticipantId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { type MeetingState, ownWords } from '../state.ts';
import { readVault } from '../vault.ts';
import { Asked, FloorOrder, type FloorState, putInQueue, queueOf } from './floor-queue.ts';
import { EndedTurn, turnEnded, turnOfSpeaker, turnResumed, unspoken } from './floor-turn.ts';
import { definePart } from './part.ts';

export type { FloorOrder, FloorState };

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

const of = { participant: ParticipantId };
const moved = (slice: FloorState, ...more: ParticipantId[]) => ({
  keys: ['floor'],
  selves: [...slice.queue.keys(), ...more],
});
/** The target of the acts that give the floor and end a turn: they are taken back one by one. */
const TURN = 'floor/turn';

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
    /** Through undo alone: of giving the floor. `asked`: where they waited, null where they did not. */
    'floor.TakeBack': z.strictObject({ ...of, asked: Asked.nullable() }),
    /** Through undo alone: of taking somebody off the list. */
    'floor.PutBack': z.strictObject({ ...of, asked: Asked }),
    /** Through undo alone: of ending a turn. `item`: the agenda item in which it was. */
    'floor.Resume': z.strictObject({ turn: EndedTurn, item: AgendaItemId.nullable() }),
  },
  events: {
    'floor.Asked': z.strictObject(of),
    'floor.Withdrawn': z.strictObject(of),
    'floor.Given': z.strictObject(of),
    /** How long they spoke, in milliseconds. */
    'floor.Ended': z.strictObject({ ...of, ms: z.int().min(0) }),
    'floor.WasSet': z.strictObject({ order: FloorOrder, seconds: z.int() }),
    /** A giving was taken back: nothing is counted for it, and whoever had asked waits as before. */
    'floor.TakenBack': z.strictObject({ ...of, asked: Asked.nullable() }),
    'floor.PutBack': z.strictObject({ ...of, asked: Asked }),
    'floor.Resumed': EndedTurn,
  },
  allowed: {
    'floor.Ask': ['participant'],
    'floor.Withdraw': ['participant'],
    'floor.Yield': ['participant'],
    'floor.Give': ['facilitator'],
    'floor.End': ['facilitator'],
    'floor.Dismiss': ['facilitator'],
    'floor.Set': ['facilitator'],
    'floor.TakeBack': [],
    'floor.PutBack': [],
    'floor.Resume': [],
  },
  initial: (): FloorState => ({
    order: 'arrival',
    seconds: 120,
    queue: new Map(),
    off: new Map(),
    speaker: null,
    spoken: new Map(),
  }),
  decide: (slice, command, ctx) => {
    const own = ctx.actor.kind === 'participant' ? ctx.actor.id : null;
    const zone = ctx.file.timezone;
    const ended = () => turnEnded(slice, ctx.at, zone);
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
        const asked = slice.queue.get(participant) ?? null;
        ctx.undo(TURN, [{ type: 'floor.TakeBack', data: { participant, asked } }]);
        return [...ended(), { type: 'floor.Given', data: { participant } }];
      }
      case 'floor.End': {
        if (!slice.speaker) throw new Rejection('NOBODY_SPEAKS');
        const { participant = slice.speaker.participant } = command.data;
        if (slice.speaker.participant !== participant) return [];
        const data = { turn: turnOfSpeaker(slice, ctx.at, zone), item: ctx.state.currentItem };
        ctx.undo(TURN, [{ type: 'floor.Resume', data }]);
        return ended();
      }
      case 'floor.Dismiss': {
        const { participant } = command.data;
        const asked = slice.queue.get(participant);
        if (!asked) throw new Rejection('NOT_IN_QUEUE');
        ctx.undo(`floor/${participant}`, [{ type: 'floor.PutBack', data: { participant, asked } }]);
        return [{ type: 'floor.Withdrawn', data: { participant } }];
      }
      case 'floor.Set': {
        const { order = slice.order, seconds = slice.seconds } = command.data;
        if (order === slice.order && seconds === slice.seconds) return [];
        ctx.undo('floor', [{ type: 'floor.Set', data: { order: slice.order, seconds: slice.seconds } }]);
        return [{ type: 'floor.WasSet', data: { order, seconds } }];
      }
      case 'floor.TakeBack':
        if (slice.speaker?.participant !== command.data.participant) throw new Rejection('NOBODY_SPEAKS');
        return [{ type: 'floor.TakenBack', data: command.data }];
      case 'floor.PutBack': {
        const { participant, asked } = command.data;
        // Who has asked again goes forward to where they stood; who took that back themselves stays off the list.
        const waits = slice.queue.has(participant) || slice.off.get(participant)?.seq === asked.seq;
        if (!waits || ctx.state.parts.attendance.away.has(participant)) throw new Rejection('NOT_IN_QUEUE');
        return [{ type: 'floor.PutBack', data: { participant, asked } }];
      }
      case 'floor.Resume': {
        const { turn, item } = command.data;
        const resumed = item === ctx.state.currentItem ? turnResumed(ctx.state, turn, ctx.at, zone) : [];
        if (resumed.length === 0) throw new Rejection('NOBODY_SPEAKS');
        return resumed;
      }
    }
  },
  evolve: (slice, event) => {
    switch (event.type) {
      case 'floor.Asked':
        slice.queue.set(event.data.participant, { at: event.at, seq: event.seq });
        slice.off.delete(event.data.participant);
        return;
      case 'floor.Withdrawn': {
        const { participant } = event.data;
        const asked = slice.queue.get(participant);
        if (asked) slice.off.set(participant, asked);
        slice.queue.delete(participant);
        return;
      }
      case 'floor.Given': {
        const { participant } = event.data;
        slice.speaker = { participant, since: event.at, asked: slice.queue.delete(participant) };
        slice.off.delete(participant);
        return;
      }
      case 'floor.Ended': {
        const { participant, ms } = event.data;
        const before = slice.spoken.get(participant) ?? unspoken;
        slice.spoken.set(participant, { times: before.times + 1, ms: before.ms + ms });
        slice.speaker = null;
        return;
      }
      case 'floor.TakenBack': {
        const { participant, asked } = event.data;
        slice.speaker = null;
        if (asked) putInQueue(slice, participant, asked);
        return;
      }
      case 'floor.PutBack':
        putInQueue(slice, event.data.participant, event.data.asked);
        slice.off.delete(event.data.participant);
        return;
      case 'floor.Resumed': {
        const { participant, since, asked, ms } = event.data;
        const { times, ms: all } = slice.spoken.get(participant) ?? unspoken;
        if (times > 1) slice.spoken.set(participant, { times: times - 1, ms: all - ms });
        else slice.spoken.delete(participant);
        slice.queue.delete(participant);
        slice.speaker = { participant, since, asked };
        return;
      }
      case 'floor.WasSet':
        slice.order = event.data.order;
        slice.seconds = event.data.seconds;
        return;
    }
  },
  touches: {
    'floor.Asked': ({ participant }, slice) => moved(slice, participant),
    // A name that was seen because its owner asked is not sent again once they no longer do.
    'floor.Withdrawn': (_data, slice) => ({ ...moved(slice), retracts: true }),
    'floor.Given': ({ participant }, slice) => moved(slice, participant),
    'floor.Ended': ({ participant }, slice) => ({ ...moved(slice, participant), tallies: ['heard'], retracts: true }),
    'floor.TakenBack': ({ participant }, slice) => ({ ...moved(slice, participant), retracts: true }),
    'floor.PutBack': ({ participant }, slice) => moved(slice, participant),
    'floor.Resumed': ({ participant }, slice) => ({ ...moved(slice, participant), tallies: ['heard'] }),
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
              const askedAt = slice.queue.get(participant)?.at ?? 0;
              return person
                ? [{ participant, askedAt, ...(slice.spoken.get(participant) ?? unspoken), ...person }]
                : [];
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
