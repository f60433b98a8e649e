import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Database from 'better-sqlite3';
import { MAX_FRAME } from '../../server/domain/protocol.ts';
import type { Routes } from '../../server/store/routed-events.ts';
import { TestApp } from './app.ts';

describe('what arrives over HTTP', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
  });
  afterEach(() => app.close());

  const posts = ['/api/lookup', '/api/join', '/api/return', '/api/link', '/api/forget'];

  it.each(posts)('%s refuses what is no JSON, not its own, or not of its form', async (path) => {
    for (const body of ['', '{', 'null', '[]', '"text"', '{"__proto__": {"code": "1"}}', '{"code": {"$gt": ""}}']) {
      const response = await app.post(path, body).expect(400);
      expect(response.body).toEqual({ rejection: { code: 'MALFORMED' } });
    }
    await app.http.post(path).set('content-type', 'application/x-www-form-urlencoded').send('code=123456').expect(400);
    await app.http.post(path).expect(400);
  });

  it.each(posts)('%s refuses what is too large', async (path) => {
    const response = await app.post(path, { code: 'x'.repeat(MAX_FRAME) }).expect(413);
    expect(response.body).toEqual({ rejection: { code: 'TOO_LARGE' } });
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin at all, as a sandboxed page has', { origin: 'null' }],
    ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour, by the browser’s word', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a POST from a page of %s, whatever its cookie', async (_where, headers) => {
    const desk = await app.cookie('facilitator');
    const response = await app.post('/api/links/revoke', { role: 'screen' }).set('cookie', desk).set(headers);
    expect(response.status).toBe(403);
    expect(response.body).toEqual({ rejection: { code: 'NOT_ALLOWED' } });
    expect(await app.deps.identity.linkRows(app.meeting)).toHaveLength(3);
  });

  it('takes a POST from a page of its own', async () => {
    const own = { host: '192.168.1.20:8080', origin: 'http://192.168.1.20:8080', 'sec-fetch-site': 'same-origin' };
    await app.post('/api/lookup', { code: app.code }).set(own).expect(200);
    const behind = await TestApp.open({ publicUrl: 'https://halqa.example.org' });
    await behind.post('/api/lookup', { code: behind.code }).set({ origin: 'https://halqa.example.org' }).expect(200);
    await behind.close();
  });

  it('refuses a query that is not of its form', async () => {
    const cookie = await app.cookie('reader');
    for (const query of [
      '',
      'lang=de',
      'lang=fr&format=odt',
      'lang=fr&x=1',
      'lang=fr&item=../etc',
      'lang=fr&day=tomorrow',
      'lang=fr&day=2019-02-30',
      'lang=fr&item=first&day=2019-06-25',
      'lang=fr&beside=ar',
      'lang=fr&format=csv&beside=ar',
      'lang=fr&format=xlsx&beside=ar',
      'lang=fr&format=pdf&beside=fr',
      'lang=fr&format=pdf&beside=de',
      'lang=fr&lang=ar',
    ]) {
      const response = await app.http.get(`/api/minutes?${query}`).set('cookie', cookie).expect(400);
      expect(response.body).toEqual({ rejection: { code: 'MALFORMED' } });
    }
  });

  it('on a full disk nobody is told that they joined, and whoever tries again later has', async () => {
    // SQLite's own limit fails as a full disk does.
    const { routes } = app.deps.events as unknown as { routes: Routes };
    const { db } = routes.of(app.meeting).events as unknown as { db: Database.Database };
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 4}`);
    const tried: { body: object; status: number; code: unknown }[] = [];
    while (tried.length < 300 && tried.at(-1)?.status !== 503) {
      const body = app.joining();
      const response = await app.post('/api/join', body);
      tried.push({ body, status: response.status, code: response.body.rejection?.code });
    }
    expect(tried.at(-1)).toMatchObject({ status: 503, code: 'NOT_SAVED' });
    db.pragma('max_page_count = 1000000');
    await app.post('/api/join', tried.at(-1)!.body).expect(200);
    const room = await app.deps.rooms.get(app.meeting);
    expect(await room.read((state) => state.participants.size)).toBe(tried.length);
    await app.http.get('/healthz').expect(200);
  });

  it('a fault of ours is a coded answer, and the server goes on', async () => {
    const broken = await TestApp.open({
      exportMinutes: () => {
        throw new Error('a fault');
      },
    });
    const cookie = await broken.cookie('reader');
    const response = await broken.http.get('/api/minutes?lang=fr').set('cookie', cookie).expect(503);
    expect(response.body).toEqual({ rejection: { code: 'UNAVAILABLE' } });
    await broken.http.get('/healthz').expect(200);
    await broken.close();
  });
});
