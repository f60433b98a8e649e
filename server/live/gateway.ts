import { randomBytes } from 'node:crypto';
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Actor, type Audience, actorKey, audienceOf, roleOf } from '../domain/actors.ts';
import type { CommandId, MeetingId, ParticipantId } from '../domain/ids.ts';
import { halfOf } from '../domain/parts/half-day.ts';
import {
  type ByeFrame,
  CommandFrame,
  type HereFrame,
  JoinFrame,
  MAX_BUFFER,
  MAX_FRAME,
  PROTOCOL_VERSION,
  type Surface,
} from '../domain/protocol.ts';
import type { RejectionCode } from '../domain/rejection.ts';
import { selfView } from '../domain/view.ts';
import { FrameBudget } from './budget.ts';
import { sendShared } from './frame.ts';
import { Presence } from './presence.ts';
import { Publisher } from './publisher.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** What the gateway asks of identity: whose cookie this is, and to hear of sessions that no longer hold. */
export interface GatewayIdentity {
  actorFor(
    cookieHeader: string | undefined,
    surface: Surface,
  ): Promise<{ meeting: MeetingId; actor: Actor; session: string } | null>;
  onRevoked(listener: (session: string) => void): void;
}

/** Presence goes out at most once in so many milliseconds. */
const HERE_INTERVAL = 1000;
/** How often it is looked whether another half-day has begun, in milliseconds. */
const HALF_INTERVAL = 30_000;

/** Milliseconds in which a connection has to join. */
const JOIN_PATIENCE = 30_000;
/** Connections that one person or link may have at a time. A phone that lost its network leaves some behind: they go. */
const MAX_CONNECTIONS = 12;

/** A connection that has joined. */
interface Seat {
  readonly actor: Actor;
  readonly audience: Audience | null;
  readonly session: string;
  readonly hall: Hall;
}

type Answer = (answer: unknown) => void;

/** The Socket.IO side: parses every frame, knows who speaks, hands commands to rooms and patches to sockets. */
export class Gateway {
  private readonly io: Server;
  private readonly halls = new Map<MeetingId, Promise<Hall>>();
  private readonly seats = new Map<Socket, Seat>();

  constructor(
    http: HttpServer,
    private readonly rooms: Rooms,
    private readonly identity: GatewayIdentity,
    allowedOrigin: (request: IncomingMessage) => boolean,
  ) {
    this.io = new Server(http, {
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: MAX_BUFFER,
      // A page of another origin must not speak with this browser's cookies.
      allowRequest: (request, decide) => decide(null, allowedOrigin(request)),
    });
    this.io.on('connection', (socket) => this.connected(socket));
    identity.onRevoked((session) => {
      for (const [socket, seat] of this.seats) if (seat.session === session) bye(socket, 'revoked');
    });
  }

  /** Connections that have joined, of all meetings. */
  get size(): number {
    return this.seats.size;
  }

  /** A meeting is over: says so to everybody in it, and forgets it. */
  async end(meeting: MeetingId): Promise<void> {
    const hall = await this.halls.get(meeting)?.catch(() => null);
    this.halls.delete(meeting);
    if (!hall) return;
    for (const [socket, seat] of this.seats) if (seat.hall === hall) bye(socket, 'ended');
    hall.close();
  }

  async close(): Promise<void> {
    for (const socket of this.io.sockets.sockets.values())
      socket.emit('bye', { reason: 'stopping' } satisfies ByeFrame);
    await this.io.close();
    for (const hall of this.halls.values()) (await hall.catch(() => null))?.close();
  }

  private connected(socket: Socket): void {
    const budget = new FrameBudget(Date.now());
    /** Counts a frame, refuses what is too much, and drops who keeps at it. */
    const refusal = (frame: unknown, now: number): RejectionCode | null => {
      if (!budget.take(now)) return 'RATE_LIMITED';
      return sizeOf(frame) > MAX_FRAME ? 'TOO_LARGE' : null;
    };
    const refuse = (answer: Answer, code: RejectionCode): void => {
      answer({ ok: false, rejection: { code, ...(code === 'RATE_LIMITED' ? { values: { seconds: 2 } } : {}) } });
      if (budget.fault(Date.now())) bye(socket, 'flooding');
    };
    socket.on('join', (frame: unknown, ack: unknown) => {
      const answer = answerer(ack);
      const code = refusal(frame, Date.now());
      if (code) return refuse(answer, code);
      const parsed = JoinFrame.safeParse(frame);
      if (!parsed.success) return refuse(answer, 'MALFORMED');
      void this.join(socket, parsed.data, answer);
    });
    socket.on('command', (frame: unknown, ack: unknown) => {
      const answer = answerer(ack);
      const code = refusal(frame, Date.now());
      if (code) return refuse(answer, code);
      const parsed = CommandFrame.safeParse(frame);
      if (!parsed.success) return refuse(answer, 'MALFORMED');
      const seat = this.seats.get(socket);
      if (!seat) return refuse(answer, 'SESSION_UNKNOWN');
      // Many connections of one person send no more than one.
      if (!seat.hall.budgetOf(seat.actor).take(Date.now())) return refuse(answer, 'RATE_LIMITED');
      void seat.hall.room.submit(seat.actor, parsed.data).then((outcome) => {
        answer(outcome);
        const lost = !outcome.ok && ['MALFORMED', 'UNKNOWN_COMMAND', 'NOT_ALLOWED'].includes(outcome.rejection.code);
        if (lost && budget.fault(Date.now())) bye(socket, 'flooding');
      });
    });
    socket.onAny((event: string, ...args: unknown[]) => {
      if (event === 'join' || event === 'command') return;
      refuse(answerer(args.at(-1)), 'MALFORMED');
    });
    socket.on('disconnect', () => this.leave(socket));
    setTimeout(() => {
      if (!this.seats.has(socket)) socket.disconnect(true);
    }, JOIN_PATIENCE).unref();
  }

  private async join(socket: Socket, frame: JoinFrame, answer: Answer): Promise<void> {
    try {
      if (frame.version !== PROTOCOL_VERSION) {
        answer({ ok: false, rejection: { code: 'CLIENT_TOO_OLD' } });
        return;
      }
      const known = await this.identity.actorFor(socket.handshake.headers.cookie, frame.surface);
      if (!known) {
        answer({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
        return;
      }
      const hall = await this.hall(known.meeting);
      const self = await hall.room.read((state) =>
        known.actor.kind === 'participant' ? selfView(state, known.actor.id) : null,
      );
      // A person whose session outlived them in the log (restored from a backup, erased) has to join again.
      if (known.actor.kind === 'participant' && !self) {
        answer({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
        return;
      }
      if (!socket.connected) return;
      // It ended while this one was on the way in.
      if (hall.closed) return bye(socket, 'ended');
      this.leave(socket);
      const audience = audienceOf[roleOf(known.actor)];
      this.seats.set(socket, { actor: known.actor, audience, session: known.session, hall });
      const seq = hall.enter(socket, known.actor, audience, frame);
      answer({ ok: true, epoch: hall.epoch, seq, now: Date.now(), self });
    } catch {
      answer({ ok: false, rejection: { code: 'UNAVAILABLE' } });
    }
  }

  private leave(socket: Socket): void {
    const seat = this.seats.get(socket);
    if (!seat) return;
    this.seats.delete(socket);
    seat.hall.leave(socket, seat.actor, seat.audience);
  }

  private hall(meeting: MeetingId): Promise<Hall> {
    const found = this.halls.get(meeting);
    if (found) return found;
    const opening = this.rooms.get(meeting).then((room) => new Hall(room, this.rooms));
    this.halls.set(meeting, opening);
    opening.catch(() => this.halls.delete(meeting));
    return opening;
  }
}

/** A meeting with the sockets in it: what its room commits goes out to them from here. */
class Hall {
  /** The life of the streams: after a restart the numbers start from another place, and clients take a snapshot. */
  readonly epoch = randomBytes(9).toString('base64url');
  private readonly sockets: Readonly<Record<Audience, Set<Socket>>> = {
    desk: new Set(),
    room: new Set(),
    screen: new Set(),
  };
  private readonly persons = new Map<ParticipantId, Set<Socket>>();
  private readonly presence = new Presence();
  private readonly publisher: Publisher;
  private hereTimer: (() => void) | null = null;
  private halfTimer: (() => void) | null = null;
  /** The half-day in which each person was last noted as there. */
  private readonly noted = new Map<ParticipantId, string>();
  private readonly budgets = new Map<string, FrameBudget>();
  private readonly connections = new Map<string, Set<Socket>>();
  closed = false;

  constructor(
    readonly room: Room,
    private readonly rooms: Rooms,
  ) {
    this.publisher = new Publisher(room, this.epoch, rooms.surroundings, {
      broadcast: (audience, encoded) => {
        for (const socket of this.sockets[audience]) if (!sendShared(socket, encoded)) bye(socket, 'too_slow');
      },
      selves: (participants) => {
        for (const id of participants) {
          const sockets = this.persons.get(id);
          if (!sockets) continue;
          const self = selfView(room.state, id);
          for (const socket of sockets) socket.emit('self', self);
        }
      },
    });
    this.watchHalves();
  }

  /** What one person or link may send, over all its connections. */
  budgetOf(actor: Actor): FrameBudget {
    const key = actorKey(actor);
    const budget = this.budgets.get(key) ?? new FrameBudget(Date.now());
    this.budgets.set(key, budget);
    return budget;
  }

  /** Sends what the newcomer lacks and counts it in; the number that it then stands at. */
  enter(socket: Socket, actor: Actor, audience: Audience | null, frame: JoinFrame): number {
    const own = this.connections.get(actorKey(actor)) ?? new Set();
    const [oldest] = own;
    if (oldest && own.size >= MAX_CONNECTIONS) bye(oldest, 'flooding');
    this.connections.set(actorKey(actor), own.add(socket));
    if (actor.kind === 'participant') {
      const sockets = this.persons.get(actor.id) ?? new Set();
      this.persons.set(actor.id, sockets.add(socket));
      this.presence.arrive(actor.id);
      this.noteArrival(actor.id);
    }
    this.announce();
    if (!audience) return 0;
    const stream = this.publisher.streams[audience];
    for (const encoded of stream.catchUp(this.room.state, frame.last, frame.epoch)) sendShared(socket, encoded);
    this.sockets[audience].add(socket);
    return stream.seq;
  }

  leave(socket: Socket, actor: Actor, audience: Audience | null): void {
    this.connections.get(actorKey(actor))?.delete(socket);
    if (audience) this.sockets[audience].delete(socket);
    if (actor.kind === 'participant') {
      const sockets = this.persons.get(actor.id);
      sockets?.delete(socket);
      if (sockets?.size === 0) this.persons.delete(actor.id);
      this.presence.leave(actor.id);
    }
    this.announce();
  }

  /** A phone that is connected says that its owner is there, once in a half-day. */
  private noteArrival(participant: ParticipantId): void {
    const { timezone } = this.room.state.file ?? {};
    if (!timezone) return;
    const half = halfOf(this.rooms.surroundings.now(), timezone);
    if (this.noted.get(participant) === half) return;
    this.noted.set(participant, half);
    const id = `arrive-${randomBytes(12).toString('base64url')}` as CommandId;
    void this.room
      .submit({ kind: 'system' }, { id, type: 'attendance.Arrive', data: { participant } })
      // One that could not be saved is tried again with the next look.
      .then((answer) => void (answer.ok || this.noted.delete(participant)));
  }

  /** Those who stay connected over noon or over night are there in the next half-day too. */
  private watchHalves(): void {
    this.halfTimer = this.rooms.surroundings.after(HALF_INTERVAL, () => {
      for (const participant of this.persons.keys()) this.noteArrival(participant);
      this.watchHalves();
    });
  }

  close(): void {
    this.closed = true;
    this.halfTimer?.();
    this.hereTimer?.();
    this.publisher.stop();
  }

  private announce(): void {
    if (this.hereTimer || this.closed) return;
    this.hereTimer = this.rooms.surroundings.after(HERE_INTERVAL, () => {
      this.hereTimer = null;
      void this.room.read((state) => {
        const send = (audience: Audience, frame: HereFrame) => {
          for (const socket of this.sockets[audience]) socket.emit('here', frame);
        };
        send('desk', this.presence.frame(state, true));
        send('screen', this.presence.frame(state, false));
      });
    });
  }
}

function bye(socket: Socket, reason: ByeFrame['reason']): void {
  socket.emit('bye', { reason } satisfies ByeFrame);
  socket.disconnect(true);
}

/** What a client gave to answer with; one that gave nothing hears nothing. */
const answerer = (ack: unknown): Answer => (typeof ack === 'function' ? (ack as Answer) : () => {});

function sizeOf(frame: unknown): number {
  try {
    return JSON.stringify(frame)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
