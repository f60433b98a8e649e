import { randomBytes, randomInt } from 'node:crypto';
import type { MeetingId } from '../domain/ids.ts';
import { fileOf } from '../domain/meeting-copy.ts';
import type { RehearsalRequest } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Identity } from '../identity/identity.ts';
import { hashOf } from '../identity/secrets.ts';
import type { Rooms } from '../live/rooms.ts';
import type { RoutedStores } from '../store/routed.ts';
import type { OwnAddress } from './own-address.ts';
import { Rehearsal } from './rehearsal.ts';
import type { SendDelegates } from './task.ts';

/** The most at a time, of all meetings of a server. */
const MOST = 3;
/** An hour. */
const STAYS = 60 * 60_000;

export interface RehearsalOptions {
  /** Sends the delegates; without it, in a thread of their own. */
  readonly send?: SendDelegates;
  /** How many times faster than people everything goes. */
  readonly speed?: number;
  readonly seed?: number;
  /** Milliseconds that a copy stays after its delegates have left. */
  readonly stays?: number;
}

/** What rehearsals are made with. */
export interface RehearsalSurroundings extends RehearsalOptions {
  readonly rooms: Rooms;
  readonly stores: RoutedStores;
  readonly identity: Identity;
  readonly address: OwnAddress;
  readonly send: SendDelegates;
  /** Sends everybody out of a meeting that is over. */
  endHall(meeting: MeetingId): Promise<void>;
  report(error: unknown): void;
}

interface Place {
  readonly rehearsal: Rehearsal;
  /** SHA-256 of what its delegates show at the door. */
  readonly key: string;
  leave: NodeJS.Timeout | undefined;
  ended: Promise<void> | null;
}

/**
 * The rehearsals of a server: each is a copy of a meeting in stores that are on no disk, with delegates over real
 * sockets. One at a time of a meeting; when one ends, it is gone with all that was in it.
 */
export class Rehearsals {
  private readonly places = new Map<MeetingId, Place>();
  /** Meetings of which one is being made. */
  private readonly beginning = new Set<MeetingId>();
  private closed = false;

  constructor(private readonly around: RehearsalSurroundings) {}

  /** The rehearsal of a meeting, or the one that the meeting itself is. */
  find(meeting: MeetingId): Rehearsal | null {
    return this.placeOf(meeting)?.rehearsal ?? null;
  }

  /** Whether a meeting is a copy to rehearse in. */
  has(meeting: MeetingId): boolean {
    return this.placeOf(meeting)?.rehearsal.meeting === meeting;
  }

  /** Whether a request comes from one of the delegates, by what it shows. */
  isGuest(shown: unknown): boolean {
    if (typeof shown !== 'string' || shown.length > 100) return false;
    const key = hashOf(shown);
    return [...this.places.values()].some((place) => place.key === key);
  }

  /**
   * Begins one of a meeting, as that is set up now.
   * @throws Rejection REHEARSAL_RUNNING, TOO_MANY_REHEARSALS
   */
  async begin(of: MeetingId, request: RehearsalRequest): Promise<Rehearsal> {
    if (this.closed) throw new Rejection('UNAVAILABLE');
    if (this.placeOf(of) || this.beginning.has(of)) throw new Rejection('REHEARSAL_RUNNING');
    if (this.places.size + this.beginning.size >= MOST) throw new Rejection('TOO_MANY_REHEARSALS', { max: MOST });
    this.beginning.add(of);
    let made: MeetingId | null = null;
    try {
      const { rooms, stores } = this.around;
      const file = await (await rooms.get(of)).read(fileOf);
      const { meeting, code } = await rooms.create(file, {
        rehearsal: true,
        begin: (id) => {
          stores.setApart(id);
          made = id;
        },
      });
      return await this.open(of, meeting, code, file.id, request);
    } catch (error) {
      if (made) await this.forget(made);
      throw error;
    } finally {
      this.beginning.delete(of);
    }
  }

  /** Ends a rehearsal; resolves when nothing of it is left. */
  end(rehearsal: Rehearsal): Promise<void> {
    const place = this.placeOf(rehearsal.meeting);
    if (!place) return Promise.resolve();
    place.ended ??= this.finish(place);
    return place.ended;
  }

  /** Ends them all at once, and begins no more: the server is closing, and their stores with it. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { rehearsal, leave } of this.places.values()) {
      clearTimeout(leave);
      await rehearsal.dismiss().catch(this.around.report);
    }
  }

  private placeOf(meeting: MeetingId): Place | undefined {
    return [...this.places.values()].find(({ rehearsal }) => rehearsal.of === meeting || rehearsal.meeting === meeting);
  }

  private async open(
    of: MeetingId,
    meeting: MeetingId,
    code: string,
    corpus: string,
    request: RehearsalRequest,
  ): Promise<Rehearsal> {
    const { rooms, stores, identity, address, send, speed = 1, seed, stays = STAYS } = this.around;
    const links = await identity.links(meeting);
    const link = (await identity.linkRows(meeting)).find(({ role }) => role === 'facilitator')?.id ?? '';
    const rehearsal = new Rehearsal({
      of,
      meeting,
      code,
      links,
      request,
      room: await rooms.get(meeting),
      events: stores.events,
      desk: { kind: 'capability', role: 'facilitator', link },
      speed,
      startedAt: Date.now(),
    });
    await rehearsal.lead();
    if (this.closed) throw new Rejection('UNAVAILABLE');
    const key = randomBytes(32).toString('base64url');
    const place: Place = { rehearsal, key: hashOf(key), leave: undefined, ended: null };
    this.places.set(meeting, place);
    const { delegates } = request;
    try {
      rehearsal.sent(
        send(
          {
            ...address,
            code,
            key,
            meeting: corpus,
            delegates,
            ms: rehearsal.ms,
            seed: seed ?? randomInt(2 ** 31),
            speed,
          },
          (news) => rehearsal.hear(news),
        ),
      );
    } catch (error) {
      this.places.delete(meeting);
      throw error;
    }
    place.leave = setTimeout(() => void this.end(rehearsal).catch(this.around.report), rehearsal.ms + stays).unref();
    return rehearsal;
  }

  private async finish(place: Place): Promise<void> {
    const { rehearsal } = place;
    clearTimeout(place.leave);
    try {
      await rehearsal.callBack();
    } catch (error) {
      this.around.report(error);
    }
    await this.forget(rehearsal.meeting);
    this.places.delete(rehearsal.meeting);
  }

  /** First the stores, so that whoever is sent out and comes straight back finds nothing. */
  private async forget(meeting: MeetingId): Promise<void> {
    const { rooms, stores, endHall } = this.around;
    await rooms.end(meeting);
    await stores.drop(meeting);
    await endHall(meeting);
  }
}
