import { randomBytes, randomInt } from 'node:crypto';
import type { CommandEnvelope } from '../domain/commands.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import type { EventStore } from '../store/store.ts';
import { Room, type RoomSurroundings } from './room.ts';

/** Tries for a join code that no other meeting has. */
const MAX_TRIES = 20;

/** How a meeting begins, if not like any other. */
export interface Beginning {
  /** It is a copy of a meeting, to try things out in. */
  readonly rehearsal?: true;
  /** Told its id before anything of it is written. */
  begin?(meeting: MeetingId): void;
}

/** The open meetings of this server: each has one room, opened when it is first asked for. */
export class Rooms {
  private readonly open = new Map<MeetingId, Promise<Room>>();
  private readonly listeners = new Set<(room: Room) => void>();

  constructor(
    private readonly store: EventStore,
    readonly surroundings: RoomSurroundings,
  ) {}

  /** @throws StoreError, UnreadableEvent where the log cannot be read; asked again, it is tried again. */
  get(meeting: MeetingId): Promise<Room> {
    const found = this.open.get(meeting);
    if (found) return found;
    const opening = Room.open(meeting, this.store, this.surroundings).then((room) => {
      for (const listener of this.listeners) listener(room);
      return room;
    });
    this.open.set(meeting, opening);
    opening.catch(() => this.open.delete(meeting));
    return opening;
  }

  /** Told of each room that opens. */
  onOpen(listener: (room: Room) => void): void {
    this.listeners.add(listener);
  }

  /**
   * Begins a meeting from its file, with a join code of its own and an id that no other has.
   * @throws Error where it cannot be saved.
   */
  async create(file: MeetingFile, { rehearsal, begin }: Beginning = {}): Promise<{ meeting: MeetingId; code: string }> {
    const taken = new Set((await this.store.meetings()).flatMap((row) => [row.id as string, row.code]));
    const another = rehearsal || taken.has(file.id);
    const meeting = (another ? `${file.id}-${randomBytes(4).toString('hex')}` : file.id) as MeetingId;
    begin?.(meeting);
    for (let i = 0; i < MAX_TRIES; i++) {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      if (taken.has(code)) continue;
      const room = await this.get(meeting);
      const answer = await room.submit(
        { kind: 'system' },
        {
          id: `create-${randomBytes(12).toString('base64url')}` as CommandEnvelope['id'],
          type: 'core.Create',
          data: { file, code, ...(rehearsal ? { rehearsal } : {}) },
        },
      );
      if (answer.ok) return { meeting, code };
    }
    throw new Error('the meeting could not be saved');
  }

  /** Closes the room of a meeting that is over; whoever asks for it again has its log read anew. */
  async end(meeting: MeetingId): Promise<void> {
    const opening = this.open.get(meeting);
    this.open.delete(meeting);
    await (await opening?.catch(() => null))?.close();
  }

  async close(): Promise<void> {
    for (const opening of this.open.values()) await (await opening.catch(() => null))?.close();
  }
}
