import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../server/http/log.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';
import { SCRIPT, TestApp } from './app.ts';

describe('pages', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
  });
  afterEach(() => app.close());
  cleanUpAfterEach();

  it.each([
    ['fr', {}, 'en'],
    ['fr', { 'accept-language': 'de, fr-TN;q=0.8, ar;q=0.9' }, 'ar'],
    ['a tie', { 'accept-language': 'fr,ar' }, 'fr'],
    ['a refused one', { 'accept-language': 'fr;q=0, en;q=0.1' }, 'en'],
    ['none of ours', { 'accept-language': 'de, ja' }, 'en'],
    ['a chosen one', { cookie: 'halqa_lang=ar', 'accept-language': 'fr' }, 'ar'],
    ['a forged one', { cookie: 'halqa_lang="><script>', 'accept-language': 'fr' }, 'fr'],
  ])('come in the language that is asked for: %s', async (_name, headers, lang) => {
    const { text } = await app.http.get('/desk').set(headers).expect(200);
    expect(text).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  it('link to the built client alone, and carry no code of their own', async () => {
    const { text } = await app.http.get('/desk').set('accept-language', 'fr').expect(200);
    expect(text).toContain('<script type="module" src="/assets/desk-1.js"></script>');
    expect(text).toContain('<link rel="modulepreload" href="/assets/shared-1.js">');
    expect(text).toContain('<link rel="modulepreload" href="/assets/fr-1.js">');
    expect(text).not.toContain('/assets/ar-1.js');
    expect(text.indexOf('shared-1.css')).toBeLessThan(text.indexOf('desk-1.css'));
    expect(text).not.toMatch(/<style|<script(?![^>]* src="\/assets\/)|\son\w+=|style=/);
    expect(text).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
  });

  it('name what joining needs for those alone who bring no session', async () => {
    for (const path of ['/', '/j/123456']) {
      const { text } = await app.http.get(path).set('cookie', 'halqa_screen=something').expect(200);
      expect(text).toContain('<link rel="modulepreload" href="/assets/join-1.js">');
      expect(text).toContain('/assets/join-1.css');
      const known = await app.http
        .get(path)
        .set('cookie', await app.cookie('participant'))
        .expect(200);
      expect(known.text).not.toContain('join-1');
    }
    expect((await app.http.get('/desk').expect(200)).text).not.toContain('join-1');
  });

  it('escape what a request says of its host', async () => {
    const { text } = await app.http.get('/').set('host', 'a"><script>alert(1)</script>').expect(200);
    expect(text).not.toContain('<script>alert');
  });

  it('forbid what they do not need, and do not force HTTPS on a LAN', async () => {
    const { headers } = await app.http.get('/').set('host', '192.168.1.20:8080');
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain('ws://192.168.1.20:8080');
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*/);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    const odd = await app.http.get('/').set('host', "x; script-src 'unsafe-inline'");
    expect(odd.headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it.each(['ar', 'fr', 'en'])('say in %s that there is nothing at an address', async (lang) => {
    for (const path of ['/nothing', '/j', '/desk/deeper', '/%e0%a4%a', '/../../etc/passwd']) {
      const { status, text } = await app.http.get(path).set('accept-language', lang);
      expect([400, 404]).toContain(status);
      expect(text).toContain(`<html lang="${lang}"`);
      expect(text).not.toContain('pages.');
    }
  });

  it('serve assets as they were compressed, to be kept for good', async () => {
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const response = await app.http.get('/assets/desk-1.js').set('accept-encoding', accepted).expect(200);
      expect(response.headers['content-encoding']).toBe(encoding);
      expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(response.headers.vary).toContain('Accept-Encoding');
      // superagent undoes gzip alone.
      if (encoding !== 'br') expect(response.text).toBe(SCRIPT);
    }
    await app.http.get('/assets/font-1.woff2').expect(200);
    for (const path of ['/assets/none.js', '/assets/..%2f.vite%2fmanifest.json', '/assets/', '/assets/desk-1.js/x'])
      expect((await app.http.get(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('log neither who asked nor for what', async () => {
    const file = join(dataFolder(), 'access.log');
    const logged = await TestApp.open({ log: createLog(file) });
    const joining = logged.joining({
      profile: { name: 'Marker-Name', organisation: 'sfax-city', city: null, kind: null },
    });
    const joined = await logged.post('/api/join', joining).set('x-forwarded-for', '203.0.113.77').expect(200);
    await logged.http.get(`/j/${logged.code}`).expect(200);
    await logged.http.get(`/${logged.code}?name=Marker-Name`).expect(404);
    await logged.post('/api/link', { secret: await logged.secret('facilitator') }).expect(200);
    await logged.post('/api/lookup', '{"code": "Marker-Name').expect(400);
    const lines = readFileSync(file, 'utf8');
    expect(lines.trim().split('\n')).toHaveLength(5);
    expect(lines).toContain('"route":"/api/join"');
    expect(lines).toContain('/j/:code');
    const secrets = [
      'Marker',
      '203.0.113',
      '127.0.0.1',
      logged.code,
      joined.body.personalCode,
      joined.body.participant,
    ];
    for (const secret of [...secrets, await logged.secret('facilitator')]) expect(lines).not.toContain(secret);
    await logged.close();
  });
});
