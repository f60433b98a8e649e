import { type ReadonlySignal, signal } from '@preact/signals';
import type { ParticipantId } from '../../server/domain/ids.ts';
import { PROTOCOL_VERSION } from '../../server/domain/plain.ts';
import type {
  ByeFrame,
  CommandAnswer,
  HereFrame,
  JoinAnswer,
  PatchFrame,
  RejectionFrame,
  SnapshotFrame,
  Surface,
} from '../../server/domain/protocol.ts';
import type { MeetingView, SelfView } from '../../server/domain/view.ts';
import { type Connection, openConnection } from './connection.ts';
import { setPlace } from './formats.ts';
import { newCommandId } from './ids.ts';
import { Stream } from './stream.ts';
import { ViewStore } from './view-store.ts';

export type LiveState = 'connecting' | 'live' | 'offline' | 'refused';

const ANSWER_WITHIN = 15_000;
const UNAVAILABLE: CommandAnswer = { ok: false, rejection: { code: 'UNAVAILABLE' } };

/** After these the server does not want this page back: with why it is shown. */
const FINAL: Partial<Record<ByeFrame['reason'], RejectionFrame>> = {
  revoked: { code: 'SESSION_UNKNOWN' },
  too_old: { code: 'CLIENT_TOO_OLD' },
  ended: { code: 'SESSION_UNKNOWN' },
};

/** The page's one live connection: what the server shows this surface, as signals, and the way to send commands. */
export class Live {
  readonly state = signal<LiveState>('connecting');
  /** Why the server does not let this page in; null unless `state` is `refused`. */
  readonly refusal = signal<RejectionFrame | null>(null);
  /** The participant's own view; null on other surfaces and before the first join. */
  readonly self = signal<SelfView | null>(null);
  /** Who is connected, for desk and screen. */
  readonly here = signal<HereFrame | null>(null);
  /** The rehearsal that this page was in is over, and all that was in it is gone. */
  readonly ended = signal(false);

  readonly #store = new ViewStore();
  readonly #stream = new Stream(this.#store);
  readonly #surface: Surface;
  readonly #open: () => Connection;
  #connection: Connection | null = null;
  readonly #offset = signal(0);
  #joining = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(surface: Surface, open: () => Connection = openConnection) {
    this.#surface = surface;
    this.#open = open;
  }

  /** The value of a key of the view (`meeting`, `agenda`, `a/<activity>`, …); undefined while there is none. */
  value<T>(key: string): ReadonlySignal<T | undefined> {
    return this.#store.value<T>(key);
  }

  /** The keys of the view that start so, in the order in which they came. */
  keys(prefix: string): ReadonlySignal<readonly string[]> {
    return this.#store.keys(prefix);
  }

  /** The server's clock, in milliseconds since 1970, UTC. Whoever reads it reads again once the difference is known. */
  now(): number {
    return Date.now() + this.#offset.value;
  }

  /** Connects, and stays connected until `stop`. After a refusal, tries anew. */
  start(): void {
    this.refusal.value = null;
    this.state.value = 'connecting';
    if (!this.#connection) {
      this.#connection = this.#listen(this.#open());
      if (typeof window !== 'undefined') {
        window.addEventListener('online', this.#wake);
        window.addEventListener('offline', this.#lost);
        document.addEventListener('visibilitychange', this.#wake);
      }
    }
    this.#connection.connect();
  }

  stop(): void {
    clearTimeout(this.#again);
    if (typeof window !== 'undefined') {
      window.removeEventListener('online', this.#wake);
      window.removeEventListener('offline', this.#lost);
      document.removeEventListener('visibilitychange', this.#wake);
    }
    this.#connection?.disconnect();
    this.#connection = null;
    this.#joining = false;
    this.self.value = null;
  }

  /**
   * Sends a command and gives the server's answer. Never rejects: without a connection, or without an answer in time,
   * it is UNAVAILABLE, and the same command may be sent again with the same id. `onBehalf` as `for` in CommandEnvelope.
   */
  async send(
    type: string,
    data: unknown,
    id: string = newCommandId(),
    onBehalf?: ParticipantId,
  ): Promise<CommandAnswer> {
    if (this.state.value !== 'live' || !this.#connection) return UNAVAILABLE;
    try {
      return (await this.#connection
        .timeout(ANSWER_WITHIN)
        .emitWithAck('command', { id, type, data, ...(onBehalf ? { for: onBehalf } : {}) })) as CommandAnswer;
    } catch {
      return UNAVAILABLE;
    }
  }

  #listen(connection: Connection): Connection {
    connection.on('connect', () => void this.#join());
    connection.on('connect_error', () => this.#lost());
    connection.on('disconnect', (reason: string) => {
      this.#joining = false;
      this.#lost();
      // A connection that the server closed does not come back by itself.
      if (reason === 'io server disconnect' && this.state.value !== 'refused') this.#later(() => connection.connect());
    });
    connection.on('snapshot', (frame: SnapshotFrame) => {
      this.#stream.snapshot(frame);
      this.#placed();
    });
    connection.on('patch', (frame: PatchFrame) => {
      if (!this.#stream.patch(frame)) void this.#join();
      else if (frame.entries.some(([key]) => key === 'meeting')) this.#placed();
    });
    connection.on('self', (frame: SelfView | null) => {
      this.self.value = frame;
    });
    connection.on('here', (frame: HereFrame) => {
      this.here.value = frame;
    });
    connection.on('bye', ({ reason }: ByeFrame) => {
      const refusal = FINAL[reason];
      if (refusal) this.#refuse(refusal, reason === 'ended');
    });
    return connection;
  }

  async #join(): Promise<void> {
    const connection = this.#connection;
    if (!connection || this.#joining) return;
    this.#joining = true;
    const asked = Date.now();
    try {
      const frame = { version: PROTOCOL_VERSION, surface: this.#surface, ...this.#stream.place };
      const answer = (await connection.timeout(ANSWER_WITHIN).emitWithAck('join', frame)) as JoinAnswer;
      this.#joining = false;
      if (!answer.ok) return this.#refused(answer.rejection);
      this.#failures = 0;
      this.#offset.value = Math.round(answer.now - (asked + Date.now()) / 2);
      if (!this.#stream.agrees(answer)) {
        this.#stream.restart();
        return this.#later(() => void this.#join());
      }
      this.self.value = answer.self as SelfView | null;
      this.refusal.value = null;
      this.state.value = 'live';
    } catch {
      this.#joining = false;
      if (connection.connected) this.#later(() => void this.#join());
    }
  }

  /** Some refusals pass: then it is as if the network were away. */
  #refused(rejection: RejectionFrame): void {
    if (['NOT_SAVED', 'UNAVAILABLE', 'RATE_LIMITED'].includes(rejection.code)) {
      this.#lost();
      const seconds = Number(rejection.values?.seconds ?? 0);
      return this.#later(() => void this.#join(), seconds * 1000);
    }
    // A page that was away when the rehearsal ended is told no more than that nobody knows it.
    this.#refuse(rejection, rejection.code === 'SESSION_UNKNOWN');
  }

  #refuse(rejection: RejectionFrame, gone: boolean): void {
    this.refusal.value = rejection;
    if (gone && this.#store.value<MeetingView>('meeting').peek()?.rehearsal) this.ended.value = true;
    this.self.value = null;
    this.state.value = 'refused';
    this.#connection?.disconnect();
  }

  readonly #lost = (): void => {
    if (this.state.value !== 'refused') this.state.value = 'offline';
  };

  /** The network is back, or somebody looks at the page again: no waiting for the next turn. */
  readonly #wake = (): void => {
    const connection = this.#connection;
    if (!connection || connection.connected || this.state.value === 'refused') return;
    if (document.visibilityState !== 'visible') return;
    // Between two tries `connect` alone would wait for the next.
    connection.disconnect();
    connection.connect();
  };

  /** Half a second, doubled with each failure up to 16 s, spread by chance. */
  #later(action: () => void, atLeast = 0): void {
    clearTimeout(this.#again);
    const delay = Math.min(16_000, 500 * 2 ** this.#failures++) * (0.5 + Math.random());
    this.#again = setTimeout(action, Math.max(atLeast, delay));
  }

  #placed(): void {
    const meeting = this.#store.value<MeetingView>('meeting').peek();
    if (meeting) setPlace(meeting.timezone, meeting.region);
  }
}
