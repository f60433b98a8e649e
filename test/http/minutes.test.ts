import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from './app.ts';

describe('the minutes over HTTP', () => {
  let app: TestApp;
  let reader: string;
  beforeEach(async () => {
    app = await TestApp.open();
    reader = await app.cookie('reader');
  });
  afterEach(() => app.close());

  const types = { html: 'text/html', md: 'text/markdown', csv: 'text/csv', json: 'application/json' };
  const cases = Object.entries(types).flatMap(([format, type]) =>
    ['ar', 'fr', 'en'].map((lang) => ({ format, lang, type })),
  );

  it.each(cases)('$format in $lang', async ({ format, lang, type }) => {
    const path = `/api/minutes?format=${format}&lang=${lang}`;
    const shown = await app.http.get(path).set('cookie', reader).expect(200);
    expect(shown.headers['content-type']).toContain(type);
    expect(shown.headers['content-disposition']).toBeUndefined();
    expect(shown.headers['cache-control']).toBe('no-store');
    const kept = await app.http.get(`${path}&download=1`).set('cookie', reader).expect(200);
    expect(kept.headers['content-type']).toContain(type);
    expect(kept.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="?[\\w-]+\\.${format}"?$`));
  });

  it('let the document’s own style through, and nothing else', async () => {
    const { headers, text } = await app.http.get('/api/minutes?lang=fr').set('cookie', reader).expect(200);
    const policy = headers['content-security-policy'] as string;
    const styles = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] as string);
    expect(styles.length).toBeGreaterThan(0);
    for (const style of styles)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(policy).toContain("frame-ancestors 'self'");
  });

  it('of one item of the agenda, where there is one', async () => {
    await app.http.get('/api/minutes?lang=fr&item=first').set('cookie', reader).expect(200);
    const response = await app.http.get('/api/minutes?lang=fr&item=never').set('cookie', reader).expect(404);
    expect(response.body).toEqual({ rejection: { code: 'NOT_FOUND' } });
  });

  it('hold no other meeting’s texts: a session is of one meeting', async () => {
    const other = await TestApp.open();
    await other.http.get('/api/minutes?lang=fr').set('cookie', reader).expect(401);
    await other.close();
  });

  it('the QR is of the address where people join', async () => {
    const response = await app.http.get('/api/qr.svg').set('cookie', reader).expect(200);
    expect(response.headers['content-type']).toContain('image/svg+xml');
    expect(response.body.toString()).toMatch(/^<svg[^>]*>.*<path/s);
  });
});
