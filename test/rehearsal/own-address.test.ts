import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RehearsalAnswer } from '../../server/domain/protocol.ts';
import { ask } from '../../server/rehearsal/ask.ts';
import { agentFor, ownAddress } from '../../server/rehearsal/own-address.ts';
import { eventually } from '../support/running.ts';
import { stage } from './rehearsing.ts';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, '../config', name));
const tls = () => ({ cert: read('localhost.crt'), key: read('localhost.key') });

describe('the server’s own address', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['::1', 'http://[::1]:80'],
    ['192.168.1.5', 'http://192.168.1.5:80'],
    ['localhost', 'http://localhost:80'],
  ])('of %s is %s', (host, origin) => {
    expect(ownAddress({ host, tls: null }, 80)).toEqual({ origin, certificate: null });
  });

  it('is known by its certificate, whoever signed it; another is refused', async () => {
    const { server } = await stage({ tls: tls() });
    const { origin, certificate } = ownAddress({ host: '127.0.0.1', tls: tls() }, server.port);
    expect(certificate).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    const own = agentFor({ certificate });
    expect((await ask(`${origin}/healthz`, { agent: own })).body).toEqual({ ok: true });
    const foreign = agentFor({ certificate: certificate!.replace(/^../, (two) => (two === '00' ? '01' : '00')) });
    await expect(ask(`${origin}/healthz`, { agent: foreign })).rejects.toThrow('another server');
    own.destroy();
    foreign.destroy();
  });

  it('is where the delegates of a rehearsal come in over TLS, with their sockets', async () => {
    const { server } = await stage({ tls: tls() });
    const { origin, certificate } = ownAddress({ host: '127.0.0.1', tls: tls() }, server.port);
    const agent = agentFor({ certificate });
    const secret = new URL(server.links.links.facilitator).hash.slice(1);
    const { cookies } = await ask(`${origin}/api/link`, { agent, body: { secret } });
    const headers = { cookie: cookies[0]! };
    const body = { delegates: 5, minutes: 5, lead: false };
    const begun = await ask(`${origin}/api/rehearsals`, { agent, headers, body });
    expect(RehearsalAnswer.parse(begun.body).rehearsal?.links.screen).toMatch(/^https:/);
    await eventually(async () => {
      const { rehearsal } = RehearsalAnswer.parse((await ask(`${origin}/api/rehearsals`, { agent, headers })).body);
      expect(rehearsal?.here).toBeGreaterThan(2);
      expect(rehearsal?.written).toBeGreaterThan(2);
    }, 15_000);
    agent.destroy();
  }, 30_000);
});
