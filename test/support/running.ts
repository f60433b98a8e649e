import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Config } from '../../server/config.ts';
import type { Command } from '../../server/domain/commands.ts';
import { applyPatch, type Entries, PROTOCOL_VERSION } from '../../server/domain/plain.ts';
import type { CommandAnswer, HereFrame, JoinAnswer, Surface } from '../../server/domain/protocol.ts';
import type { SelfView } from '../../server/domain/view.ts';
import { type RunningServer, startServer } from '../../server/server.ts';
import { sampleMeeting } from './sample-meeting.ts';
import { dataFolder } from './stores.ts';

/** A real server on a free port of this machine alone, over a real database. */
export function runServer(data = dataFolder(), file = sampleMeeting()): Promise<RunningServer> {
  const config: Config = { port: 0, host: '127.0.0.1', data, publicUrl: null, tls: null, log: null };
  return startServer(config, { firstMeeting: () => file });
}

export const newId = (): string => randomBytes(16).toString('base64url');

/** Asks again until it holds; says what was seen last when it never does. */
export async function eventually(check: () => void | Promise<void>, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

const post = async (url: string, body: unknown): Promise<{ cookie: string; answer: unknown }> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { cookie, answer: await response.json() };
};

/** The ways into a server, of this process or another. */
interface Entrance {
  readonly port: number;
  readonly code: string;
  readonly links: { readonly facilitator: string; readonly screen: string; readonly reader: string };
}

const entrance = (server: RunningServer): Entrance => ({ port: server.port, ...server.links });

/** The cookie that a capability link is exchanged for. */
export const cookieOfLink = (server: RunningServer, role: 'facilitator' | 'screen' | 'reader'): Promise<string> =>
  cookieOfChild(entrance(server), role);

/** A newcomer's cookie, or that of a link. */
export async function cookieOfChild(
  { port, code, links }: Entrance,
  surface: 'participant' | 'facilitator' | 'screen' | 'reader',
  who: Newcomer = {},
): Promise<string> {
  if (surface === 'participant') return joinAt(port, code, who);
  return (await post(`http://127.0.0.1:${port}/api/link`, { secret: new URL(links[surface]).hash.slice(1) })).cookie;
}

export interface Newcomer {
  readonly name?: string;
  /** An id of the meeting's list; without one, the first. */
  readonly organisation?: string;
  readonly consents?: { present: boolean; words: boolean };
  readonly lang?: string;
}

export const cookieOfNewcomer = (server: RunningServer, who: Newcomer = {}): Promise<string> =>
  cookieOfChild(entrance(server), 'participant', who);

async function joinAt(port: number, code: string, who: Newcomer): Promise<string> {
  const { answer } = await post(`http://127.0.0.1:${port}/api/lookup`, { code });
  const [organisation] = (answer as { organisations: { id: string }[] }).organisations;
  const { cookie } = await post(`http://127.0.0.1:${port}/api/join`, {
    id: newId(),
    code,
    profile: {
      name: who.name ?? 'Samir',
      organisation: who.organisation ?? organisation?.id ?? null,
      city: null,
      kind: null,
    },
    consents: who.consents ?? { present: false, words: false },
    lang: who.lang ?? 'fr',
  });
  return cookie;
}

/** A client over a real socket: applies what it is sent, and keeps every byte for inspection. */
export class SocketClient {
  readonly socket: Socket;
  seen = new Map<string, unknown>();
  seq = 0;
  epoch: string | null = null;
  self: SelfView | null = null;
  here: HereFrame | null = null;
  bye: string | null = null;
  /** The frames received, as text. */
  readonly received: string[] = [];
  /** Patches that did not follow the one before. */
  gaps = 0;

  constructor(
    port: number,
    readonly surface: Surface,
    cookie: string,
    options: { transports?: ('websocket' | 'polling')[] } = {},
  ) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      extraHeaders: { cookie },
      transports: options.transports ?? ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    this.socket.onAny((event: string, data: unknown) => this.received.push(JSON.stringify([event, data])));
    this.socket.on('snapshot', (frame: { epoch: string; seq: number; entries: [string, unknown][] }) => {
      this.seen = new Map(frame.entries);
      this.seq = frame.seq;
      this.epoch = frame.epoch;
    });
    this.socket.on('patch', (frame: { from: number; to: number; entries: Entries }) => {
      if (frame.from !== this.seq) this.gaps++;
      applyPatch(this.seen, frame.entries);
      this.seq = frame.to;
    });
    this.socket.on('self', (self: SelfView) => {
      this.self = self;
    });
    this.socket.on('here', (here: HereFrame) => {
      this.here = here;
    });
    this.socket.on('bye', ({ reason }: { reason: string }) => {
      this.bye = reason;
    });
  }

  async join(version = PROTOCOL_VERSION): Promise<JoinAnswer> {
    const frame = { version, surface: this.surface, last: this.seq, epoch: this.epoch };
    const answer = (await this.socket.timeout(5000).emitWithAck('join', frame)) as JoinAnswer;
    this.received.push(JSON.stringify(answer));
    if (answer.ok) this.self = answer.self as SelfView | null;
    return answer;
  }

  async send(type: Command['type'], data: unknown, id = newId()): Promise<CommandAnswer> {
    const answer = (await this.socket.timeout(5000).emitWithAck('command', { id, type, data })) as CommandAnswer;
    this.received.push(JSON.stringify(answer));
    return answer;
  }

  value<T>(key: string): T | undefined {
    return this.seen.get(key) as T | undefined;
  }

  /** The texts of the room that this client sees, in order. */
  texts(): string[] {
    const shown = [...this.seen]
      .filter(([key]) => key.startsWith('c/'))
      .map(([, value]) => value as { order: number; text: string });
    return shown.sort((a, b) => a.order - b.order).map((c) => c.text);
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A client that has connected and joined. */
export async function enter(port: number, surface: Surface, cookie: string): Promise<SocketClient> {
  const client = new SocketClient(port, surface, cookie);
  const answer = await client.join();
  if (!answer.ok) throw new Error(`not let in: ${answer.rejection.code}`);
  return client;
}
