import { type Audience, audiences } from '../domain/actors.ts';
import type { ParticipantId } from '../domain/ids.ts';
import type { Room, RoomSurroundings } from './room.ts';
import { AudienceStream, type Encoded } from './stream.ts';

/** Patches go out within this many milliseconds of each other at the most; an idle meeting sends at once. */
export const PATCH_INTERVAL = 50;
/** Numbers that change often go out at most this often. */
export const TALLY_INTERVAL = 100;

export interface Receiver {
  /** To everybody of an audience, alike. */
  broadcast(audience: Audience, encoded: Encoded): void;
  /** To these participants, each their own view. */
  selves(participants: ReadonlySet<ParticipantId>): void;
}

/** Turns a room's commits into what each audience is sent, at the pace that a room full of phones bears. */
export class Publisher {
  readonly streams: Readonly<Record<Audience, AudienceStream>>;
  private readonly dirtySelves = new Set<ParticipantId>();
  private lastPatch = Number.NEGATIVE_INFINITY;
  private lastTally = Number.NEGATIVE_INFINITY;
  private cancel: (() => void) | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly room: Room,
    epoch: string,
    private readonly surroundings: RoomSurroundings,
    private readonly receiver: Receiver,
  ) {
    const stream = (audience: Audience) => new AudienceStream(audience, epoch, room.state);
    this.streams = { desk: stream('desk'), room: stream('room'), screen: stream('screen') };
    this.unsubscribe = room.onCommit((touches) => {
      for (const touch of touches) {
        for (const audience of audiences) this.streams[audience].mark(touch);
        const selves = touch.everything ? room.state.participants.keys() : (touch.selves ?? []);
        for (const participant of selves) this.dirtySelves.add(participant);
      }
      this.schedule();
    });
  }

  /** Sends whatever waits, now; `settle` also the tallies that are not yet due. */
  flush(settle = false): void {
    this.cancel?.();
    this.cancel = null;
    // A batch in flight has touched the state: its own commit flushes again.
    if (!this.room.settled) return;
    const now = this.surroundings.now();
    const tallies = settle || now - this.lastTally >= TALLY_INTERVAL;
    let sent = false;
    for (const audience of audiences) {
      const encoded = this.streams[audience].flush(this.room.state, tallies);
      if (encoded) this.receiver.broadcast(audience, encoded);
      sent ||= encoded !== null;
    }
    if (this.dirtySelves.size > 0) {
      this.receiver.selves(new Set(this.dirtySelves));
      this.dirtySelves.clear();
      sent = true;
    }
    if (sent) this.lastPatch = now;
    if (sent && tallies) this.lastTally = now;
    this.schedule();
  }

  stop(): void {
    this.cancel?.();
    this.unsubscribe();
  }

  private schedule(): void {
    const waiting = audiences.map((audience) => this.streams[audience].waiting);
    const texts = waiting.includes('all') || this.dirtySelves.size > 0;
    if (!texts && !waiting.includes('tallies')) return;
    const now = this.surroundings.now();
    const due = texts
      ? this.lastPatch + PATCH_INTERVAL
      : Math.max(this.lastTally + TALLY_INTERVAL, this.lastPatch + PATCH_INTERVAL);
    if (due <= now) return this.flush();
    this.cancel?.();
    this.cancel = this.surroundings.after(due - now, () => this.flush());
  }
}
