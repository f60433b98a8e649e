import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { languages } from '../../../server/domain/text.ts';
import { isText } from '../../../server/minutes/asked.ts';
import { minutesFormats } from '../../../server/minutes/formats.ts';
import { DATABASE_FILE } from '../../../server/store/sqlite-open.ts';
import { delegate, hall, kept, link, openHall } from '../../sockets/hall.ts';
import { holding } from '../../support/holding.ts';
import { cookieOfLink, enter, eventually, runServer, type SocketClient } from '../../support/running.ts';

openHall();

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

async function asking(): Promise<(query: string) => Promise<Answer>> {
  const cookie = await cookieOfLink(hall.server, 'reader');
  return async (query) => {
    const response = await fetch(`http://127.0.0.1:${hall.server.port}/api/minutes?${query}`, { headers: { cookie } });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body };
  };
}

/** Milliseconds between two texts of one person: as quick as a phone may be, and no quicker. */
const PACE = 150;

const codeOf = ({ body }: Answer): string => JSON.parse(body.toString()).rejection.code;
/** The process that makes files, or pages, of the server under test. */
const pidOf = (lane: 'texts' | 'files') => hall.server.minutes[lane].pid;
const say = (person: SocketClient, text: string) => person.send('discussion.Contribute', { activity: 'live', text });
const itemOf = (answer: unknown) => (answer as { items: string[] }).items[0]!;

const types = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** The first bytes of each format that is no text. */
const begins: Record<string, string> = { pdf: '%PDF-1.', docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004' };

describe.each(minutesFormats)('the minutes as %s', (format) => {
  it('of a meeting in which nobody has written, whole, by item and by day, in each language', async () => {
    const ask = await asking();
    const scopes = { '': '', '&item=first': '-first', '&day=2019-06-26': '-2019-06-26' };
    for (const lang of languages)
      for (const [scope, name] of Object.entries(scopes)) {
        const { status, headers, body } = await ask(`format=${format}&lang=${lang}${scope}&download=1`);
        expect([status, headers.get('content-type')]).toEqual([200, types[format]]);
        expect(headers.get('content-disposition')).toBe(`attachment; filename=sample-minutes${name}-${lang}.${format}`);
        expect(headers.get('content-length')).toBe(String(body.length));
        expect(headers.get('etag')).toBeNull();
        if (!isText(format)) expect(body.toString('latin1')).toMatch(new RegExp(`^${begins[format]}`));
      }
    for (const scope of ['item=never', 'day=2019-06-24']) {
      const refused = await ask(`format=${format}&lang=fr&${scope}`);
      expect([refused.status, codeOf(refused)]).toEqual([404, 'NOT_FOUND']);
    }
  });
});

it.each(['pdf', 'docx'])('two languages stand side by side in %s', async (format) => {
  const ask = await asking();
  const { status, headers, body } = await ask(`format=${format}&lang=fr&beside=ar&item=first&download=1`);
  expect([status, headers.get('content-type')]).toEqual([200, types[format as 'pdf']]);
  expect(headers.get('content-disposition')).toContain(`sample-minutes-first-fr-ar.${format}`);
  expect(body.length).toBeGreaterThan((await ask(`format=${format}&lang=fr&item=first`)).body.length);
});

describe('while people write', () => {
  it('20 who ask for the same and 20 who ask for different ones are answered, and nothing of the room is lost', async () => {
    const desk = await link('facilitator');
    await desk.send('core.OpenActivity', { activity: 'live' });
    const people = await Promise.all([delegate(), delegate(), delegate()]);
    expect(await say(people[0]!, 'SAIDBEFORE')).toMatchObject({ ok: true });
    const ask = await asking();
    const different = languages.flatMap((lang) => minutesFormats.map((format) => `format=${format}&lang=${lang}`));
    const exports = Promise.all([
      ...Array.from({ length: 20 }, () => ask('format=pdf&lang=ar')),
      ...different.slice(0, 20).map(ask),
    ]);
    const said: string[] = [];
    let over = false;
    const writing = Promise.all(
      people.map(async (person, i) => {
        for (let n = 0; !over; n++) {
          const text = `SAID${i}x${n}.`;
          expect(await say(person, text)).toMatchObject({ ok: true });
          said.push(text);
          await pause(PACE);
        }
      }),
    );
    const answers = await exports;
    over = true;
    await writing;
    for (const { status, headers, body } of answers) {
      expect(status).toBe(200);
      const type = headers.get('content-type')!;
      if (/text|json/.test(type)) expect(body.toString()).toContain('SAIDBEFORE');
      else expect(body.length).toBeGreaterThan(2000);
    }
    expect(said.length).toBeGreaterThan(20);
    // One more, of the log as it stands now: whoever was told that their text is saved finds it.
    const { body } = await ask('format=json&lang=en');
    const written = new Set<string>();
    JSON.parse(body.toString(), (key, value) => {
      if (key === 'written') written.add(value.text);
      return value;
    });
    expect([...said, 'SAIDBEFORE'].filter((text) => !written.has(text))).toEqual([]);
    await eventually(() => expect(desk.texts()).toHaveLength(said.length + 1));
    expect([desk, ...people].map((client) => client.gaps)).toEqual([0, 0, 0, 0]);
  });

  it('[law 9] what is removed while exports run is in no file of the data folder, and in none that is asked for later', async () => {
    const [desk, person, ask] = [await link('facilitator'), await delegate(), await asking()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    for (let round = 0; round < 6; round++) {
      const word = `MARK${round}x`;
      const item = itemOf(await say(person, word));
      const running = ['html', 'pdf', 'xlsx'].map((format) => ask(`format=${format}&lang=${languages[round % 3]}`));
      // The first of them is at work.
      if (round > 0) await eventually(() => expect(pidOf('files')).toBeGreaterThan(0));
      expect(await desk.send('discussion.Remove', { activity: 'live', item, reason: 'endangers' })).toMatchObject({
        ok: true,
      });
      await eventually(() => expect(holding(hall.folder, word)).toEqual([]));
      const after = await ask('format=json&lang=en');
      expect(after.body.toString()).not.toContain(word);
      for (const answer of await Promise.all(running)) expect(answer.status).toBe(200);
      expect(holding(hall.folder, word)).toEqual([]);
    }
  });
});

describe('bad luck', () => {
  it('a process that is killed in the middle is a clear answer; the room and the next one do not notice', async () => {
    const [desk, person, ask] = [await link('facilitator'), await delegate(), await asking()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    const asked = ['pdf', 'docx'].map((format) => ask(`format=${format}&lang=ar`));
    await eventually(() => expect(pidOf('files')).toBeGreaterThan(0));
    process.kill(pidOf('files')!, 'SIGKILL');
    expect(await say(person, 'SAIDMEANWHILE')).toMatchObject({ ok: true });
    const [killed, next] = await Promise.all(asked);
    expect([killed!.status, codeOf(killed!)]).toEqual([500, 'EXPORT_FAILED']);
    expect(next!.status).toBe(200);
    expect((await ask('format=md&lang=fr')).body.toString()).toContain('SAIDMEANWHILE');
  });

  it('a log that this release cannot read is a clear answer, and other requests are answered', async () => {
    await hall.server.close();
    const db = new Database(join(hall.folder, DATABASE_FILE));
    db.exec("UPDATE events SET body = replace(body, 'core.MeetingCreated', 'later.MeetingCreated')");
    db.close();
    hall.server = await runServer(hall.folder);
    const ask = await asking();
    for (const format of ['html', 'pdf']) {
      const answer = await ask(`format=${format}&lang=ar`);
      expect([answer.status, codeOf(answer)]).toEqual([500, 'EXPORT_FAILED']);
    }
    expect((await fetch(`http://127.0.0.1:${hall.server.port}/healthz`)).status).toBe(200);
  });

  it('a server that closes ends them', async () => {
    const ask = await asking();
    await ask('format=pdf&lang=ar');
    await ask('format=md&lang=ar');
    const pids = [pidOf('files')!, pidOf('texts')!];
    await hall.server.close();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('whoever runs out of exports is told when to come back', async () => {
    const ask = await asking();
    const many = await Promise.all(Array.from({ length: 61 }, () => ask('format=md&lang=fr')));
    const refused = many.filter(({ status }) => status !== 200);
    expect(refused.map(codeOf)).toEqual(['RATE_LIMITED']);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    const screen = kept(await enter(hall.server.port, 'screen', await cookieOfLink(hall.server, 'screen')));
    expect(screen.seen.size).toBeGreaterThan(0);
  });
});
