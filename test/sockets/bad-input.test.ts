import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { WebSocket } from 'ws';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { DATABASE_FILE } from '../../server/store/sqlite-open.ts';
import {
  cookieOfLink,
  cookieOfNewcomer,
  enter,
  eventually,
  newId,
  runServer,
  SocketClient,
} from '../support/running.ts';
import { delegate, hall, kept, link, openHall } from './hall.ts';

openHall();

const opened = async (activity = 'live') => {
  const desk = await link('facilitator');
  await desk.send('core.OpenActivity', { activity });
  return desk;
};
const say = (client: SocketClient, text: string, id = newId()) =>
  client.send('discussion.Contribute', { activity: 'live', text }, id);
const itemOf = (answer: CommandAnswer) => (answer as { items: string[] }).items[0]!;
const codeOf = (answer: CommandAnswer) => (answer.ok ? 'ok' : answer.rejection.code);
const healthy = async () => expect((await fetch(`http://127.0.0.1:${hall.server.port}/healthz`)).status).toBe(200);

/** The server's own database: what it may not write, or where it finds no room, is steered here. */
const database = () =>
  (hall.server.store as unknown as { routes: { lasting: { events: { db: Database.Database } } } }).routes.lasting.events
    .db;

describe('what is no frame of the protocol', () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000);
  const garbage: [string, string | Buffer][] = [
    ['no packet at all', 'hello'],
    ['a packet of an unknown type', '9{}'],
    ['an event that is no JSON', '42["command",{'],
    ['an event without a name', '42[]'],
    ['an event whose name is an object', '42[{"a":1}]'],
    ['an event with a name that the library keeps for itself', '42["disconnect",{}]'],
    ['a prototype in its data', '420["command",{"__proto__":{"ok":true}}]'],
    ['an acknowledgement that nobody waits for', '4399["x"]'],
    ['binary parts that never come', '4510-["command",{"_placeholder":true,"num":0}]'],
    ['bytes', Buffer.from([0xff, 0x00, 0xfe])],
    ['data nested sixty thousand times', `421["command",${deep}]`],
    ['more than a buffer holds', `422["command","${'x'.repeat(1_100_000)}"]`],
  ];

  it.each(garbage)('%s costs its sender the connection at most', async (_name, frame) => {
    await opened();
    const calm = await delegate();
    const cookie = await cookieOfNewcomer(hall.server);
    const raw = new WebSocket(`ws://127.0.0.1:${hall.server.port}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie },
    });
    raw.on('error', () => undefined);
    await once(raw, 'open');
    raw.send('40');
    raw.send(frame);
    raw.send(frame);
    // Frames are read in their order: what answers a ping has read them.
    raw.ping();
    await Promise.race([once(raw, 'pong'), once(raw, 'close')]);
    expect(await say(calm, 'we go on')).toMatchObject({ ok: true });
    await healthy();
    raw.terminate();
    // And the sender is let in again, as if nothing had been.
    const again = kept(await enter(hall.server.port, 'participant', cookie));
    expect(await say(again, 'so do I')).toMatchObject({ ok: true });
  });
});

describe('tokens', () => {
  it('forged, of another surface, too long, twice, empty: nobody is let in, and nothing is told', async () => {
    const cookie = await cookieOfNewcomer(hall.server);
    const token = cookie.split('=')[1]!;
    const forged = [
      '',
      'halqa_participant=',
      `halqa_participant=${'A'.repeat(43)}`,
      `halqa_participant=${token.slice(0, -1)}`,
      `halqa_participant=${token}x`,
      `halqa_facilitator=${token}`,
      `halqa_participant=${'A'.repeat(5000)}`,
      `halqa_participant=${'A'.repeat(43)}; halqa_participant=${token}`,
      'halqa_participant=%00; halqa_participant[]=1',
    ];
    for (const header of forged) {
      const client = kept(new SocketClient(hall.server.port, 'participant', header));
      expect(await client.join()).toEqual({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
      expect(codeOf(await say(client, 'from nobody'))).toBe('SESSION_UNKNOWN');
      expect(client.received.filter((frame) => frame.startsWith('["'))).toEqual([]);
    }
    await healthy();
  });

  it('expired: the page is told, and nothing it sends is taken, over the socket or HTTP', async () => {
    const desk = await opened();
    const cookies = [await cookieOfNewcomer(hall.server), await cookieOfLink(hall.server, 'facilitator')] as const;
    database()
      .prepare('UPDATE sessions SET expires = ?')
      .run(Date.now() - 1);
    for (const [surface, cookie] of [
      ['participant', cookies[0]],
      ['facilitator', cookies[1]],
    ] as const) {
      const client = kept(new SocketClient(hall.server.port, surface, cookie));
      expect(await client.join()).toEqual({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
      expect(codeOf(await say(client, 'too late'))).toBe('SESSION_UNKNOWN');
    }
    const links = await fetch(`http://127.0.0.1:${hall.server.port}/api/links`, { headers: { cookie: cookies[1] } });
    expect([links.status, await links.json()]).toEqual([401, { rejection: { code: 'SESSION_UNKNOWN' } }]);
    expect(desk.texts()).toEqual([]);
    await healthy();
  });
});

describe('an activity that takes nothing', () => {
  it.each([
    ['planned', [], 'ACTIVITY_NOT_OPEN'],
    ['paused', [['core.OpenActivity'], ['core.PauseActivity']], 'ACTIVITY_PAUSED'],
    ['closed', [['core.OpenActivity'], ['core.CloseActivity', { graceSeconds: 0 }]], 'ACTIVITY_CLOSED'],
  ] as [string, ['core.OpenActivity', object?][], string][])(
    '%s: the code, nothing recorded, and the same command goes in once it is open',
    async (_name, steps, code) => {
      const [desk, amel] = [await link('facilitator'), await delegate()];
      for (const [type, more] of steps) await desk.send(type, { activity: 'live', ...more });
      const id = newId();
      // What comes in the very millisecond of the close still counts as in time (DIS3).
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(codeOf(await say(amel, 'too early, or too late', id))).toBe(code);
      expect(desk.texts()).toEqual([]);
      expect(amel.self?.items).toEqual([]);
      await desk.send('core.OpenActivity', { activity: 'live' });
      expect(codeOf(await say(amel, 'too early, or too late', id))).toBe('ok');
      expect(codeOf(await say(amel, 'too early, or too late', id))).toBe('ok');
      await eventually(() => expect(desk.texts()).toEqual(['too early, or too late']));
    },
  );
});

describe('a contribution that was withdrawn', () => {
  it('is neither answered, endorsed, edited, hidden, pinned, merged nor translated; each is told why', async () => {
    const [desk, amel, yannis] = [await opened(), await delegate(), await delegate()];
    const item = itemOf(await say(amel, 'I take this back'));
    const other = itemOf(await say(amel, 'This one stays'));
    expect(codeOf(await amel.send('discussion.Withdraw', { activity: 'live', item }))).toBe('ok');
    const of = { activity: 'live', item };
    const tried = [
      await yannis.send('discussion.Contribute', { activity: 'live', text: 'a reply', parent: item }),
      await yannis.send('discussion.Endorse', of),
      await amel.send('discussion.Edit', { ...of, text: 'again' }),
      await amel.send('discussion.Withdraw', of),
      await amel.send('discussion.CorrectLanguage', { ...of, lang: 'en' }),
      await desk.send('discussion.Hide', { ...of, reason: 'insult' }),
      await desk.send('discussion.Pin', of),
      await desk.send('discussion.Merge', { activity: 'live', into: other, from: [item] }),
    ];
    expect(tried.map(codeOf)).toEqual(tried.map(() => 'ITEM_WITHDRAWN'));
    expect(codeOf(await desk.send('core.Translate', { item, lang: 'fr', text: 'nothing' }))).toBe('NOT_FOUND');
    expect(codeOf(await desk.send('core.ShowOnScreen', { mode: 'item', item }))).toBe('NOT_FOUND');
    await eventually(() => expect(yannis.texts()).toEqual(['This one stays']));
  });
});

describe('characters that hide, turn or end a text', () => {
  const BAD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]/;
  const dirty = 'a\u0000b\u0007c\u200bd\u202ee\u2066f\u2028g\ufeffh\u{e0041}i\ud800j';
  const clean = 'abcdef\nghij';

  it('are gone from texts, replies, names, translations and reasons, for everybody', async () => {
    const desk = await opened();
    const consents = { present: true, words: true };
    const amel = await delegate({ name: `\u202eA\u200bmel\u2067`, consents });
    const item = itemOf(await say(amel, dirty));
    await amel.send('discussion.Contribute', { activity: 'live', text: dirty, parent: item });
    await desk.send('core.Translate', { item, lang: 'fr', text: dirty, by: dirty });
    await desk.send('discussion.Hide', { activity: 'live', item, reason: 'other', note: dirty });
    const fresh = kept(await enter(hall.server.port, 'facilitator', await cookieOfLink(hall.server, 'facilitator')));
    const seen = fresh.value<ContributionView>(`c/${item}`)!;
    expect(seen).toMatchObject({ text: clean, hidden: { note: clean }, by: { name: 'Amel' } });
    expect(seen.translations.fr).toMatchObject({ text: clean, by: 'abcdef ghij' });
    const strings: string[] = [];
    JSON.stringify([...fresh.seen], (_key, value) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    expect(strings.filter((text) => BAD.test(text))).toEqual([]);
  });

  it.each([
    ['controls', '\u0000\u0001\u0007'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['overrides and isolates', '\u202e\u202d\u2066\u2069'],
    ['fillers', '\u115f\u3164\uffa0'],
    ['tags', '\u{e0001}\u{e0041}'],
    ['blanks', ' \n\t\u00a0\u3000 '],
  ])('%s alone are no text', async (_name, text) => {
    const desk = await opened();
    const amel = await delegate();
    expect(codeOf(await say(amel, text))).toBe('TEXT_EMPTY');
    expect(desk.texts()).toEqual([]);
  });
});

describe('script and formula', () => {
  const script = '<img src=x onerror=alert(1)></title><script>alert(1)</script>{{constructor}}"\'`';
  const formula = '=HYPERLINK("http://evil.example","click")';

  it('stay text in what is sent, and are inert in each format of the minutes', async () => {
    await opened();
    const amel = await delegate({ name: formula, consents: { present: true, words: true } });
    const item = itemOf(await say(amel, script));
    await say(amel, formula);
    await eventually(() => expect(amel.value<ContributionView>(`c/${item}`)?.text).toBe(script));
    const cookie = await cookieOfLink(hall.server, 'reader');
    const minutes = async (format: string, lang: string) => {
      const url = `http://127.0.0.1:${hall.server.port}/api/minutes?format=${format}&lang=${lang}`;
      const response = await fetch(url, { headers: { cookie } });
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      return response.text();
    };
    for (const lang of ['ar', 'fr', 'en']) {
      const html = await minutes('html', lang);
      expect(html).not.toMatch(/<script|<img src=x/);
      expect(html).toContain('&lt;script&gt;');
      expect(await minutes('md', lang)).not.toMatch(/(^|[^\\])<(img|script)/);
      const cells = (await minutes('csv', lang)).split(/[,;\t\r\n]/);
      expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
      expect(await minutes('json', lang)).toContain(JSON.stringify(script));
    }
  });
});

describe('a machine that cannot write', () => {
  /** Sends until one is refused, with its id; what was acknowledged before it. */
  async function untilRefused(client: SocketClient) {
    const saved: string[] = [];
    for (let i = 0; i < 50; i++) {
      const text = `${i} ${'x'.repeat(9000)}`;
      const id = newId();
      const answer = await say(client, text, id);
      if (!answer.ok) return { saved, text, id, code: answer.rejection.code };
      saved.push(text);
    }
    throw new Error('the disk was never full');
  }

  it('full disk: NOT_SAVED, nobody sees it, the room goes on, and the same command succeeds with room again', async () => {
    const [desk, amel, yannis] = [await opened(), await delegate(), await delegate()];
    // SQLite's own limit fails as a full disk does: in the middle of a transaction.
    database().pragma(`max_page_count = ${(database().pragma('page_count', { simple: true }) as number) + 30}`);
    const { saved, text, id, code } = await untilRefused(amel);
    expect(code).toBe('NOT_SAVED');
    expect(saved.length).toBeGreaterThan(2);
    // The room can still be entered and read.
    const late = kept(await enter(hall.server.port, 'screen', await cookieOfLink(hall.server, 'screen')));
    for (const client of [desk, yannis, late]) await eventually(() => expect(client.texts()).toEqual(saved));
    expect(amel.self?.items).toHaveLength(saved.length);
    expect(codeOf(await say(amel, text, id))).toBe('NOT_SAVED');
    await healthy();
    database().pragma('max_page_count = 1000000');
    const answer = await say(amel, text, id);
    expect(codeOf(answer)).toBe('ok');
    expect(await say(amel, text, id)).toEqual(answer);
    for (const client of [desk, yannis, late]) await eventually(() => expect(client.texts()).toEqual([...saved, text]));
    expect([desk.gaps, yannis.gaps]).toEqual([0, 0]);
    expect(await hall.server.store.verify(hall.server.links.meeting)).toMatchObject({ ok: true });
    await hall.server.close();
    hall.server = await runServer(hall.folder);
    const again = kept(await enter(hall.server.port, 'screen', await cookieOfLink(hall.server, 'screen')));
    expect(again.texts()).toEqual([...saved, text]);
  });

  it('a database that another program holds: NOT_SAVED, and the same command succeeds when it lets go', async () => {
    const [desk, amel] = [await opened(), await delegate()];
    database().pragma('busy_timeout = 50');
    const other = new Database(join(hall.folder, DATABASE_FILE));
    other.exec('BEGIN IMMEDIATE');
    const id = newId();
    expect(codeOf(await say(amel, 'held up', id))).toBe('NOT_SAVED');
    const response = await fetch(`http://127.0.0.1:${hall.server.port}/api/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: new URL(hall.server.links.links.screen).hash.slice(1) }),
    });
    expect([response.status, await response.json()]).toEqual([503, { rejection: { code: 'NOT_SAVED' } }]);
    await healthy();
    expect(desk.texts()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect(codeOf(await say(amel, 'held up', id))).toBe('ok');
    await eventually(() => expect(desk.texts()).toEqual(['held up']));
  });
});
