import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Config } from '../../server/config.ts';
import type { MeetingFile } from '../../server/domain/meeting-file.ts';
import type { RehearsalAnswer, RehearsalView } from '../../server/domain/protocol.ts';
import type { RehearsalOptions } from '../../server/rehearsal/rehearsals.ts';
import { inProcess } from '../../server/rehearsal/send.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../server/server.ts';
import { cookieOfLink, SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { sfax } from './simulated-room.ts';

/** A day's rehearsal in seconds. */
export const SPEED = 20;

const servers: RunningServer[] = [];
const clients: SocketClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.close();
  removeFolders();
});

/** A server whose rehearsals are twenty times as fast, with their delegates in this process. */
export async function stage({
  data = dataFolder(),
  file = sfax(),
  rehearsal = {},
  ...more
}: { data?: string; file?: MeetingFile; rehearsal?: RehearsalOptions } & Partial<Omit<ServerOptions, 'rehearsal'>> &
  Partial<Pick<Config, 'tls'>> = {}) {
  const { tls = null, ...options } = more;
  const config: Config = { port: 0, host: '127.0.0.1', data, publicUrl: null, tls, log: null };
  const server = await startServer(config, {
    firstMeeting: () => file,
    rehearsal: { send: inProcess, speed: SPEED, seed: 7, ...rehearsal },
    ...options,
  });
  servers.push(server);
  return { server, data, meeting: server.links.meeting };
}

/** A browser in small: keeps its cookies, and takes new ones from each answer. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(readonly origin: string) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.jar.size > 0 ? { cookie: this.cookie } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      const [name = '', value = ''] = pair.split('=');
      if (/expires=Thu, 01 Jan 1970/i.test(set)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  /** Comes in by a link with its secret. */
  async enter(link: string): Promise<void> {
    const { status, body } = await this.send('POST', '/api/link', { secret: new URL(link).hash.slice(1) });
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  async rehearse(more: object = {}): Promise<RehearsalView> {
    const { status, body } = await this.send('POST', '/api/rehearsals', {
      delegates: 6,
      minutes: 1,
      lead: false,
      ...more,
    });
    const { rehearsal } = body as RehearsalAnswer;
    if (status !== 200 || !rehearsal) throw new Error(`${status} ${JSON.stringify(body)}`);
    return rehearsal;
  }

  async look(): Promise<RehearsalView | null> {
    return ((await this.send('GET', '/api/rehearsals')).body as RehearsalAnswer).rehearsal;
  }

  async end(): Promise<RehearsalView | null> {
    return ((await this.send('POST', '/api/rehearsals/end')).body as RehearsalAnswer).rehearsal;
  }

  /** A live connection of one of its surfaces. */
  async live(surface: 'participant' | 'facilitator' | 'screen'): Promise<SocketClient> {
    const client = new SocketClient(Number(new URL(this.origin).port), surface, this.cookie);
    clients.push(client);
    const answer = await client.join();
    if (!answer.ok) throw new Error(answer.rejection.code);
    return client;
  }
}

/** The browser of a facilitator at the desk of the server's meeting. */
export async function atDesk(server: RunningServer): Promise<Browser> {
  const browser = new Browser(`http://127.0.0.1:${server.port}`);
  const [name = '', value = ''] = (await cookieOfLink(server, 'facilitator')).split('=');
  browser.jar.set(name, value);
  return browser;
}

/** Every byte of a folder, as Latin 1. */
export const bytesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

/** A text as it stands in such bytes. */
export const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
