import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from './app.ts';

/* Over real sockets of one address, 127.0.0.1, as behind a hotel's router. */
describe('one address', () => {
  let app: TestApp;
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    app = await TestApp.open();
    server = createServer(app.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await app.close();
  });

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const wrongCode = (n: number) => {
    const code = String((Number(app.code) + 1 + n) % 1_000_000);
    return code.padStart(6, '0');
  };

  it('lets 300 people join, a fifth of them after a wrong code', async () => {
    const join = async (n: number) => {
      if (n % 5 === 0) expect((await post('/api/lookup', { code: wrongCode(n) })).status).toBe(404);
      expect((await post('/api/lookup', { code: app.code })).status).toBe(200);
      return (await post('/api/join', app.joining())).status;
    };
    const statuses: number[] = [];
    for (let n = 0; n < 300; n += 50)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => join(n + i)))));
    expect(statuses).toEqual(Array(300).fill(200));
    const joined = await (await app.deps.rooms.get(app.meeting)).read((state) => state.participants.size);
    expect(joined).toBe(300);
  });

  it('lets them all in where the sixty wrong codes come first, and at once', async () => {
    const wrong = await Promise.all(
      Array.from({ length: 60 }, (_, n) => post('/api/join', app.joining({ code: wrongCode(n) }))),
    );
    expect(wrong.map(({ status }) => status)).toEqual(Array(60).fill(404));
    const right = await Promise.all(Array.from({ length: 300 }, () => post('/api/join', app.joining())));
    expect(right.map(({ status }) => status)).toEqual(Array(300).fill(200));
  });

  it.each([
    ['one after the other', 1],
    ['a hundred at a time', 100],
  ])('stops a guesser, %s: the code itself is no longer told from a wrong one', async (_how, width) => {
    const answers: { status: number; body: Record<string, unknown> }[] = [];
    for (let n = 0; n < 300; n += width)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: width }, (_, i) => post('/api/lookup', { code: wrongCode(n + i) })),
        )),
      );
    expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(80);
    const found = await post('/api/lookup', { code: app.code });
    expect(found.status).toBe(429);
    expect(found.body).toEqual({ rejection: { code: 'RATE_LIMITED', values: { seconds: expect.any(Number) } } });
    expect((await post('/api/join', app.joining())).status).toBe(429);
    expect((await post('/api/return', { code: app.code, personalCode: 'ABCD2345' })).status).toBe(429);
  });

  it('stops a guesser of personal codes, too', async () => {
    const { body } = await post('/api/join', app.joining());
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const statuses: number[] = [];
    for (let n = 0; n < 120; n++) {
      const guess = `AAAAAA${alphabet[n >> 5]}${alphabet[n & 31]}`;
      statuses.push((await post('/api/return', { code: app.code, personalCode: guess })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect((await post('/api/return', { code: app.code, personalCode: body.personalCode })).status).toBe(429);
  });

  it('does not let a guesser earn tries with a code that they know', async () => {
    const tries = async () => (await post('/api/lookup', { code: wrongCode(7) })).status;
    const person = app.joining();
    let answered = 0;
    for (let n = 0; n < 200; n++) {
      if ((await tries()) === 404) answered += 1;
      await post('/api/lookup', { code: app.code });
      // The same request again and again is one person, and earns once.
      await post('/api/join', person);
    }
    expect(answered).toBeLessThanOrEqual(81);
  });

  it('takes a proxy’s word for an address, and keeps addresses apart', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let n = 0; n < 100; n++) await post('/api/lookup', { code: wrongCode(n) }, from('2001:db8::1'));
    expect((await post('/api/lookup', { code: app.code }, from('2001:db8::ffff:2'))).status).toBe(429);
    expect((await post('/api/lookup', { code: app.code }, from('2001:db8:0:1::1'))).status).toBe(200);
    expect((await post('/api/lookup', { code: app.code }, from('203.0.113.9'))).status).toBe(200);
  });
});
