import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import path, { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import QRCode from 'qrcode';
import { DATABASE_FILE } from '../../server/store/sqlite-open.ts';
import { freePort, type Program, program } from '../support/process.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

const started: Program[] = [];
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map((p) => p.end()));
});
cleanUpAfterEach();

async function start(env: Record<string, string> = {}): Promise<{ server: Program; port: number; data: string }> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const data = env.HALQA_DATA ?? dataFolder();
  const server = program('main', { ...env, PORT: String(port), HALQA_DATA: data });
  started.push(server);
  return { server, port, data };
}

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

describe('starting the server', () => {
  it('prints how to get in, a line each, and serves', async () => {
    const { server, port } = await start();
    await server.says(/Only this computer.*\n/);
    const lines = server.out.trimEnd().split('\n');
    const code = /^Join code: ([0-9]{6})$/.exec(lines[0] as string)?.[1];
    const origin = `http://127.0.0.1:${port}`;
    const [facilitator, screen, minutes, note] = lines.slice(-4);
    expect(facilitator).toMatch(new RegExp(`^Facilitator: ${origin}/desk#[\\w-]{43}$`));
    expect(screen).toMatch(new RegExp(`^Screen: ${origin}/screen#[\\w-]{43}$`));
    expect(minutes).toMatch(new RegExp(`^Minutes: ${origin}/minutes#[\\w-]{43}$`));
    for (const name of ['HOST', 'HALQA_PUBLIC_URL', 'HALQA_TLS_CERT', 'HALQA_TLS_KEY']) expect(note).toContain(name);
    const qr = await QRCode.toString(`${origin}/j/${code}`, { type: 'utf8', small: true } as { type: 'utf8' });
    expect(server.out).toContain(qr.trimEnd());
    expect(server.err).toBe('');
    const health = await fetch(`${origin}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    for (const page of ['/', '/desk', '/screen', '/minutes']) {
      const html = await (await fetch(origin + page, { headers: { 'accept-language': 'fr' } })).text();
      for (const [, asset] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g))
        expect((await fetch(origin + asset)).status).toBe(200);
    }
  });

  it('ends cleanly when told to, and starts again with the same code and links, and the same data', async () => {
    const { server, port, data } = await start();
    await server.says(/Only this computer/);
    server.child.kill('SIGTERM');
    const first = await server.end();
    expect(first).toMatchObject({ status: 0, err: '' });
    const before = contents(data);
    expect(Object.keys(before).filter((name) => name.endsWith('-wal'))).toEqual([]);
    for (const name of [DATABASE_FILE, 'key']) expect(statSync(join(data, name)).mode & 0o077).toBe(0);

    const again = await start({ PORT: String(port), HALQA_DATA: data });
    await again.server.says(/Only this computer/);
    again.server.child.kill('SIGINT');
    expect(await again.server.end()).toEqual({ status: 0, out: first.out, err: '' });
    expect(contents(data)).toEqual(before);
  });

  it('keeps what it acknowledged while it was being stopped', async () => {
    const { server, port, data } = await start();
    const [, code] = await server.says(/Join code: ([0-9]{6})[\s\S]*Only this/);
    const join = async (n: number) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          id: `a-request-of-${n}`.padEnd(20, '-'),
          code,
          profile: { name: `P${n}`, organisation: null, organisationText: 'Elsewhere', city: null, kind: 'other' },
          consents: { present: false, words: false },
          lang: 'fr',
        }),
      });
      return response.ok ? ((await response.json()) as { participant: string }).participant : null;
    };
    const kind = await fetch(`http://127.0.0.1:${port}/api/lookup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(kind.status).toBe(200);
    const joining = Array.from({ length: 20 }, (_, n) => join(n).catch(() => null));
    await Promise.race(joining);
    server.child.kill('SIGTERM');
    const acknowledged = (await Promise.all(joining)).filter((id) => id !== null);
    expect((await server.end()).status).toBe(0);
    const db = new Database(path.join(data, DATABASE_FILE), { readonly: true });
    const log = db.prepare('SELECT body FROM events').pluck().all().join('\n');
    db.close();
    for (const id of acknowledged) expect(log).toContain(id);
  });

  it('serves over TLS where it is given a certificate', async () => {
    const tls = (name: string) => path.join(import.meta.dirname, name);
    const { server, port } = await start({ HALQA_TLS_CERT: tls('localhost.crt'), HALQA_TLS_KEY: tls('localhost.key') });
    await server.says(new RegExp(`Facilitator: https://127\\.0\\.0\\.1:${port}/desk#`));
    const request = get(`https://127.0.0.1:${port}/healthz`, { rejectUnauthorized: false });
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(200);
    response.destroy();
  });

  it('says nothing of phones where others can reach it', async () => {
    const { server } = await start({ HALQA_PUBLIC_URL: 'https://halqa.example.org' });
    await server.says(/Minutes: https:\/\/halqa\.example\.org\/minutes#.*\n/);
    server.child.kill('SIGTERM');
    expect((await server.end()).out).not.toContain('HOST');
  });
});

describe('what stops a start is one clear line, and exit code 1', () => {
  const refused = async (env: Record<string, string>, line: RegExp) => {
    const { server } = await start(env);
    const ended = await server.end();
    expect(ended.status).toBe(1);
    expect(ended.out).toBe('');
    expect(ended.err).toMatch(/^[^\n]+\n$/);
    expect(ended.err).toMatch(line);
    return ended;
  };

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a number.*eighty/],
    [{ HOST: 'no host' }, /^HOST must be/],
    [{ HALQA_PUBLIC_URL: 'nowhere' }, /^HALQA_PUBLIC_URL must be/],
    [{ HALQA_TLS_CERT: '/cert' }, /together/],
    [{ HALQA_TLS_CERT: '/nowhere/cert', HALQA_TLS_KEY: '/nowhere/key' }, /HALQA_TLS_CERT.*\/nowhere\/cert/],
    [{ HALQA_LOG: '/nowhere/at/all' }, /HALQA_LOG.*\/nowhere\/at\/all/],
    [{ HOST: '203.0.113.1' }, /203\.0\.113\.1.*HOST/],
    [{ PORT: 'x', HALQA_LANG: 'fr' }, /^PORT doit être un nombre/],
    [{ PORT: 'x', LANG: 'ar_TN.UTF-8' }, /^قيمة PORT/],
  ] as [Record<string, string>, RegExp][])('%j', async (env, line) => {
    if (env.PORT) {
      const server = program('main', { HALQA_DATA: dataFolder(), ...env });
      started.push(server);
      const ended = await server.end();
      expect(ended).toMatchObject({ status: 1, out: '' });
      expect(ended.err).toMatch(/^[^\n]+\n$/);
      expect(ended.err).toMatch(line);
    } else await refused(env, line);
  });

  it('a certificate that is none', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'c'), 'no certificate');
    await refused({ HALQA_TLS_CERT: join(folder, 'c'), HALQA_TLS_KEY: join(folder, 'c') }, /do not hold a certificate/);
  });

  it('a taken port; the data is not even made', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const data = join(dataFolder(), 'not-made');
    await refused({ PORT: String(port), HALQA_DATA: data }, new RegExp(`${port}.*in use`));
    expect(existsSync(data)).toBe(false);
    taken.close();
  });

  it('a folder that cannot be', async () => {
    const file = join(dataFolder(), 'a-file');
    writeFileSync(file, 'kept');
    await refused({ HALQA_DATA: join(file, 'data') }, /cannot be used/);
    await refused({ HALQA_DATA: file }, /cannot be used/);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it.each([
    ['of another program', 'CREATE TABLE recipes (name TEXT)', /another program/],
    [
      'of a later release',
      'PRAGMA application_id = 1215066465; PRAGMA user_version = 99; CREATE TABLE t (a)',
      /later release/,
    ],
  ])('a database %s', async (_which, sql, line) => {
    const data = dataFolder();
    const db = new Database(join(data, DATABASE_FILE));
    db.exec(sql);
    db.close();
    const before = contents(data);
    await refused({ HALQA_DATA: data }, line);
    expect(contents(data)).toEqual(before);
  });

  it('a key that is none', async () => {
    const data = dataFolder();
    writeFileSync(join(data, 'key'), 'short');
    await refused({ HALQA_DATA: data }, /key file/);
  });

  it('a folder that another server works in; that one goes on', async () => {
    const first = await start();
    await first.server.says(/Only this/);
    await refused({ HALQA_DATA: first.data }, /in use by another process/);
    expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200);
  });
});
