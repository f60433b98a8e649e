import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type Who } from './app.ts';

const everybody: Who[] = ['nobody', 'participant', 'facilitator', 'screen', 'reader'];

/** Each route that asks who is there, with those whom it lets in. */
const guarded: { method: 'get' | 'post'; path: string; body?: object; lets: Who[] }[] = [
  { method: 'get', path: '/api/qr.svg', lets: ['participant', 'facilitator', 'screen', 'reader'] },
  { method: 'get', path: '/api/links', lets: ['facilitator'] },
  { method: 'post', path: '/api/links/revoke', body: { role: 'screen' }, lets: ['facilitator'] },
  { method: 'get', path: '/api/minutes?lang=fr&format=md', lets: ['facilitator', 'reader'] },
  { method: 'get', path: '/api/suggestions', lets: ['facilitator'] },
  { method: 'get', path: '/api/rehearsals', lets: ['facilitator'] },
  {
    method: 'post',
    path: '/api/rehearsals',
    body: { delegates: 1, minutes: 1, lead: false },
    lets: ['facilitator'],
  },
  { method: 'post', path: '/api/rehearsals/end', body: {}, lets: ['facilitator'] },
  { method: 'get', path: '/api/documents/read/fr', lets: ['participant', 'facilitator', 'screen'] },
];

describe('every route, for every actor', () => {
  let app: TestApp;
  const cookies = {} as Record<Who, string>;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  describe.each(guarded)('$method $path', ({ method, path, body, lets }) => {
    beforeAll(async () => {
      for (const who of everybody) cookies[who] = await app.cookie(who);
    });

    it.each(everybody)('%s', async (who) => {
      const response = await app.http[method](path).set('cookie', cookies[who]).send(body);
      if (lets.includes(who)) expect(response.status).toBe(200);
      else {
        expect(response.status).toBe(401);
        expect(response.body).toEqual({ rejection: { code: 'SESSION_UNKNOWN' } });
      }
    });

    it('a forged session', async () => {
      const forged = everybody.slice(1).map((who) => `halqa_${who}=${'A'.repeat(43)}`);
      const response = await app.http[method](path).set('cookie', forged.join('; ')).send(body);
      expect(response.status).toBe(401);
    });

    it('a session under another surface’s name', async () => {
      const token = cookies.participant.split('=')[1];
      const response = await app.http[method](path)
        .set('cookie', `halqa_facilitator=${token}; halqa_reader=${token}; halqa_screen=${token}`)
        .send(body);
      expect(response.status).toBe(401);
    });
  });

  it.each(everybody)('the pages and the health check are for %s', async (who) => {
    for (const path of ['/', '/j/123456', '/desk', '/screen', '/minutes', '/healthz', '/favicon.svg', '/robots.txt'])
      await app.http.get(path).set('cookie', cookies[who]).expect(200);
  });

  it('an expired session is none', async () => {
    const later = await TestApp.open();
    const cookie = await later.cookie('facilitator');
    await later.http.get('/api/links').set('cookie', cookie).expect(200);
    // The same database, looked at when the session is over.
    (later.deps.identity as unknown as { now: () => number }).now = () => Date.now() + 31 * 24 * 60 * 60 * 1000;
    await later.http.get('/api/links').set('cookie', cookie).expect(401);
    await later.close();
  });

  it('what is not there is said in JSON below /api', async () => {
    const response = await app.http.get('/api/nothing').expect(404);
    expect(response.body).toEqual({ rejection: { code: 'NOT_FOUND' } });
    await app.post('/api/nothing', {}).expect(404);
  });
});
