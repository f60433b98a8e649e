import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingDocument } from '../../server/domain/activities/briefing/state.ts';
import { TestApp } from './app.ts';

describe('long texts over HTTP', () => {
  let app: TestApp;
  let participant: string;
  beforeAll(async () => {
    app = await TestApp.open();
    participant = await app.cookie('participant');
  });
  afterAll(() => app.close());

  const get = (path: string, cookie = participant) => app.http.get(`/api/documents/${path}`).set('cookie', cookie);

  it.each([
    ['ar', ' (ar)'],
    ['fr', ' (fr)'],
    ['en', ''],
  ])('in %s, and in no other language', async (lang, mark) => {
    const { body, text, headers } = await get(`read/${lang}`).expect(200);
    const document = body as BriefingDocument;
    expect(headers['content-type']).toContain('application/json');
    expect(document.sections).toEqual([
      {
        id: 'first',
        heading: `Coordination${mark}`,
        passages: [{ id: 'centre', text: `A centre knows who does what.${mark}`, notes: ['source'] }],
        practices: [{ id: 'desk', city: 'lyon', place: null, text: `A desk at the town hall.${mark}`, notes: [] }],
      },
    ]);
    expect(document.notes).toEqual([{ id: 'source', text: `A report, 2019.${mark}` }]);
    expect(text.match(/\((ar|fr)\)/g) ?? []).toEqual(mark ? Array(4).fill(mark.trim()) : []);
  });

  it('are kept by the browser and asked about: what has not changed is not sent again', async () => {
    const first = await get('read/fr').expect(200);
    const tag = first.headers.etag as string;
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await get('read/fr').set('if-none-match', tag).expect(304);
    expect(again.text).toBe('');
    await get('read/ar').set('if-none-match', tag).expect(200);
  });

  it('come compressed to whoever takes that', async () => {
    const { headers, body } = await get('read/fr').set('accept-encoding', 'gzip').expect(200);
    expect(headers['content-encoding']).toBe('gzip');
    expect((body as BriefingDocument).sections).toHaveLength(1);
    const plain = await get('read/fr').set('accept-encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toEqual(body);
  });

  it('are not there where an activity has none, or where there is no such activity or language', async () => {
    for (const path of ['live/fr', 'table/fr', 'dots/fr', 'never/fr']) {
      const { body } = await get(path).expect(404);
      expect(body).toEqual({ rejection: { code: 'NOT_FOUND' } });
    }
    for (const path of ['read/de', 'read/FR', `${'x'.repeat(200)}/fr`, 'read/fr?surface=reader', 'read/fr?other=1'])
      await get(path).expect(400);
  });

  it('are of a meeting that the browser is in, whichever of its sessions asks', async () => {
    const other = await TestApp.open();
    await other.http.get('/api/documents/read/fr').set('cookie', participant).expect(401);
    await other.close();
    const screen = await app.cookie('screen');
    await get('read/fr?surface=screen', `${participant}; ${screen}`).expect(200);
    await get('read/fr?surface=facilitator', `${participant}; ${screen}`).expect(401);
    // A session that no longer holds does not hide one that does.
    await get('read/fr', `halqa_participant=${'A'.repeat(43)}; ${screen}`).expect(200);
  });
});
