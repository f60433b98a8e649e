import { randomBytes } from 'node:crypto';
import type { Agent } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { applyPatch, PROTOCOL_VERSION } from '../domain/plain.ts';
import type { ByeFrame, CommandAnswer, JoinAnswer, PatchFrame, SnapshotFrame } from '../domain/protocol.ts';
import type { RejectionCode } from '../domain/rejection.ts';
import type { SelfView } from '../domain/view.ts';
import type { Act } from './behaviour.ts';

/** Refusals that mean: the same again, later. */
const AGAIN: readonly RejectionCode[] = ['NOT_SAVED', 'UNAVAILABLE', 'RATE_LIMITED'];
/** Milliseconds to wait for an answer, and until the next try. */
const ANSWER_PATIENCE = 10_000;
const AGAIN_AFTER = 500;

/** Told what becomes of it all. */
export interface PhoneOwner {
  /** The connection stands, or no longer. */
  here(is: boolean): void;
  /** A command has its answer. */
  answered(answer: CommandAnswer): void;
}

/** A command that is kept until it is answered. */
interface Kept {
  readonly id: string;
  readonly act: Act;
}

/** A phone of a delegate: a real socket, the room's view, and an outbox that survives lost connections. */
export class Phone {
  readonly seen = new Map<string, unknown>();
  self: SelfView | null = null;
  /** The meeting is over, or the session no longer holds: nothing more can be sent. */
  over = false;
  private readonly outbox: Kept[] = [];
  private socket: Socket | null = null;
  private seq = 0;
  private epoch: string | null = null;
  private joined = false;
  /** The connection over which the outbox is being sent. */
  private sendingOver: Socket | null = null;
  /** The server's clock against ours, in milliseconds. */
  private ahead = 0;

  constructor(
    private readonly origin: string,
    private readonly agent: Agent,
    private readonly cookie: string,
    private readonly owner: PhoneOwner,
  ) {}

  get connected(): boolean {
    return this.joined;
  }

  /** Commands that nobody has answered yet. */
  get unsent(): number {
    return this.outbox.length;
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  connect(): void {
    if (this.socket || this.over) return;
    const socket = io(this.origin, {
      // Socket.IO's types are of the browser's agent.
      agent: this.agent as unknown as string,
      extraHeaders: { cookie: this.cookie },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    this.socket = socket;
    socket.on('snapshot', (frame: SnapshotFrame) => {
      if (this.socket !== socket) return;
      this.seen.clear();
      for (const [key, value] of frame.entries) this.seen.set(key, value);
      this.epoch = frame.epoch;
      this.seq = frame.seq;
    });
    socket.on('patch', (frame: PatchFrame) => {
      if (this.socket !== socket) return;
      // A patch is missing: from where it stands it asks again.
      if (frame.from !== this.seq) return void this.join(socket);
      applyPatch(this.seen, frame.entries);
      this.seq = frame.to;
    });
    socket.on('self', (self: SelfView) => {
      this.self = self;
    });
    socket.on('bye', ({ reason }: ByeFrame) => {
      if (reason === 'ended' || reason === 'revoked' || reason === 'stopping') this.over = true;
    });
    socket.on('connect', () => void this.join(socket));
    socket.on('connect_error', () => this.lost(socket));
    socket.on('disconnect', () => this.lost(socket));
  }

  /** The network is gone, without a word. What was under way has gone unanswered. */
  drop(): void {
    const { socket } = this;
    if (!socket) return;
    this.lost(socket);
    socket.io.engine.close();
  }

  leave(): void {
    const { socket } = this;
    if (!socket) return;
    this.lost(socket);
    socket.disconnect();
  }

  /** Keeps a command and sends it as soon as it can. */
  post(act: Act): void {
    this.outbox.push({ id: randomBytes(16).toString('base64url'), act });
    void this.send();
  }

  private async join(socket: Socket): Promise<void> {
    try {
      const frame = { version: PROTOCOL_VERSION, surface: 'participant', last: this.seq, epoch: this.epoch };
      const answer = (await socket.timeout(ANSWER_PATIENCE).emitWithAck('join', frame)) as JoinAnswer;
      if (this.socket !== socket) return;
      if (!answer.ok) {
        this.over ||= answer.rejection.code === 'SESSION_UNKNOWN';
        this.lost(socket);
        socket.disconnect();
        return;
      }
      this.self = answer.self as SelfView | null;
      this.ahead = answer.now - Date.now();
      if (!this.joined) this.owner.here(true);
      this.joined = true;
      void this.send();
    } catch {
      // The connection went meanwhile, or nobody answered.
      socket.disconnect();
    }
  }

  private lost(socket: Socket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    if (this.joined) this.owner.here(false);
    this.joined = false;
  }

  /** One after the other, in their order. What goes unanswered is sent again over the next connection, with its id. */
  private async send(): Promise<void> {
    const { socket } = this;
    if (!socket || this.sendingOver === socket) return;
    this.sendingOver = socket;
    try {
      for (let first = this.outbox[0]; first && this.joined && this.socket === socket; first = this.outbox[0]) {
        const { id, act } = first;
        const command = { id, type: act.type, data: act.data };
        const answer = (await socket.timeout(ANSWER_PATIENCE).emitWithAck('command', command)) as CommandAnswer;
        // An answer that comes when the connection is gone already: the next one has asked again.
        if (this.outbox[0] !== first) return;
        if (!answer.ok && AGAIN.includes(answer.rejection.code)) {
          const seconds = Number(answer.rejection.values?.seconds ?? 0);
          await new Promise((resolve) => setTimeout(resolve, seconds * 1000 || AGAIN_AFTER).unref());
          continue;
        }
        this.outbox.shift();
        this.owner.answered(answer);
      }
    } catch {
      // Nobody answered: it stays in the outbox.
    } finally {
      if (this.sendingOver === socket) this.sendingOver = null;
    }
  }
}
