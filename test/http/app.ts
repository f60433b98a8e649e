import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import type { CapabilityRole } from '../../server/domain/actors.ts';
import type { MeetingId } from '../../server/domain/ids.ts';
import { createApp } from '../../server/http/app.ts';
import type { HttpDeps } from '../../server/http/deps.ts';
import { silentLog } from '../../server/http/log.ts';
import { Identity } from '../../server/identity/identity.ts';
import { readKey } from '../../server/identity/key.ts';
import { Limits } from '../../server/identity/limits.ts';
import { Secrets } from '../../server/identity/secrets.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { realSurroundings } from '../../server/live/surroundings.ts';
import { makeMinutes } from '../../server/minutes/worker/make.ts';
import { Rehearsals } from '../../server/rehearsal/rehearsals.ts';
import { RoutedStores } from '../../server/store/routed.ts';
import { openPassingStores, openStores } from '../../server/store/sqlite.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

export const SCRIPT = `export const long = '${'words '.repeat(400)}';\n`;

/** A client build in small: a script that is compressed, a style, the words of two languages. */
function clientBuild(parent: string): string {
  const folder = join(parent, 'client');
  mkdirSync(join(folder, '.vite'), { recursive: true });
  mkdirSync(join(folder, 'assets'));
  const manifest: Record<string, object> = {
    '_shared.js': { file: 'assets/shared-1.js', css: ['assets/shared-1.css'] },
    'client/delegate/join/join.tsx': {
      file: 'assets/join-1.js',
      css: ['assets/join-1.css'],
      imports: ['client/delegate/main.tsx'],
    },
    'virtual:words/desk/fr': { file: 'assets/fr-1.js' },
    'virtual:words/desk/ar': { file: 'assets/ar-1.js' },
  };
  for (const surface of ['delegate', 'desk', 'screen', 'reader'])
    manifest[`client/${surface}/main.tsx`] = {
      file: `assets/${surface}-1.js`,
      css: [`assets/${surface}-1.css`],
      imports: ['_shared.js'],
    };
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'assets/desk-1.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/desk-1.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'assets/desk-1.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'assets/font-1.woff2'), 'a font');
  return folder;
}

export type Who = 'nobody' | 'participant' | CapabilityRole;

/** The real app over a real database, with one meeting in it; supertest gives it a port. */
export class TestApp {
  private constructor(
    readonly app: ReturnType<typeof createApp>,
    readonly deps: HttpDeps,
    readonly meeting: MeetingId,
    readonly code: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(more: Partial<HttpDeps> = {}): Promise<TestApp> {
    const parent = mkdtempSync(join(tmpdir(), 'halqa-test-'));
    const folder = join(parent, 'data');
    const stores = new RoutedStores(openStores(folder), openPassingStores);
    const rooms = new Rooms(stores.events, await realSurroundings(() => {}));
    const { meeting, code } = await rooms.create(sampleMeeting());
    const identity = new Identity(stores.identity, new Secrets(readKey(folder)));
    // Rehearsals to which nobody comes.
    const nobody = { leave: async () => {}, end: async () => {} };
    const rehearsals = new Rehearsals({
      rooms,
      stores,
      identity,
      address: { origin: 'http://127.0.0.1:1', certificate: null },
      send: () => nobody,
      endHall: async () => {},
      report: () => {},
    });
    const deps: HttpDeps = {
      rehearsals,
      rooms,
      events: stores.events,
      identity,
      limits: new Limits(),
      // What the process beside the server does, here and now.
      exportMinutes: async ({ meeting: id, signal: _, ...asked }) =>
        makeMinutes({ ...asked, meeting: id, source: await stores.events.source(id), now: Date.now() }),
      log: silentLog(),
      publicUrl: null,
      client: clientBuild(parent),
      ...more,
    };
    return new TestApp(createApp(deps), deps, meeting, code, async () => {
      await rehearsals.close();
      await rooms.close();
      await stores.close();
      rmSync(parent, { recursive: true, force: true });
    });
  }

  get http() {
    return request(this.app);
  }

  post(path: string, body: object | string) {
    return this.http.post(path).set('content-type', 'application/json').send(body);
  }

  /** The body of a request to join. */
  joining(more: object = {}): Record<string, unknown> {
    return {
      id: randomBytes(16).toString('base64url'),
      code: this.code,
      profile: { name: 'Amel', organisation: 'sfax-city', city: null, kind: null },
      consents: { present: true, words: false },
      lang: 'ar',
      ...more,
    };
  }

  async secret(role: CapabilityRole): Promise<string> {
    const link = (await this.deps.identity.links(this.meeting)).find((l) => l.role === role);
    return link?.secret as string;
  }

  /** The Cookie header of somebody who has come in by the front door. */
  async cookie(who: Who): Promise<string> {
    if (who === 'nobody') return '';
    const response =
      who === 'participant'
        ? await this.post('/api/join', this.joining()).expect(200)
        : await this.post('/api/link', { secret: await this.secret(who) }).expect(200);
    return cookieOf(response);
  }
}

/** The Set-Cookie of an answer, as a browser sends it back. */
export const cookieOf = (response: request.Response): string =>
  ((response.headers['set-cookie'] as unknown as string[] | undefined) ?? []).map((c) => c.split(';')[0]).join('; ');
