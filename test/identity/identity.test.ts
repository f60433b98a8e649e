import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '../../server/domain/ids.ts';
import { Identity } from '../../server/identity/identity.ts';
import { KEY_FILE, readKey } from '../../server/identity/key.ts';
import { Secrets } from '../../server/identity/secrets.ts';
import { openStores, openStoresBeside, type Stores } from '../../server/store/sqlite.ts';
import { batch, meeting } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('identity', () => {
  let folder: string;
  let stores: Stores;
  let now: number;
  let identity: Identity;
  const over = (opened: Stores, key = readKey(folder)) => new Identity(opened.identity, new Secrets(key), () => now);
  beforeEach(async () => {
    folder = dataFolder();
    stores = openStores(folder);
    now = Date.UTC(2019, 5, 25);
    identity = over(stores);
    await stores.events.append(batch(0));
  });
  afterEach(() => stores.close());
  cleanUpAfterEach();

  const secretOf = async (role: string) => (await identity.links(meeting)).find((link) => link.role === role)!.secret;
  const cookie = (surface: string, token: string) => `other=1; halqa_${surface}=${token}`;

  it('gives the same links again, also after a restart', async () => {
    const links = await identity.links(meeting);
    expect(links.map(({ role }) => role).sort()).toEqual(['facilitator', 'reader', 'screen']);
    expect(new Set(links.map(({ secret }) => secret)).size).toBe(3);
    await stores.close();
    stores = openStores(folder);
    expect(await over(stores).links(meeting)).toEqual(links);
  });

  it('exchanges a link for a session of its surface, and of no other', async () => {
    const entered = await identity.enter(await secretOf('facilitator'));
    expect(entered).toMatchObject({ role: 'facilitator', meeting });
    const known = await identity.actorFor(cookie('facilitator', entered!.token), 'facilitator');
    expect(known?.actor).toMatchObject({ kind: 'capability', role: 'facilitator' });
    expect(await identity.actorFor(cookie('screen', entered!.token), 'screen')).toBeNull();
    expect(await identity.actorFor(cookie('participant', entered!.token), 'participant')).toBeNull();
    expect(await identity.actorFor(cookie('facilitator', entered!.token), 'screen')).toBeNull();
  });

  it('knows no forged, empty or missing token', async () => {
    const entered = await identity.enter(await secretOf('reader'));
    const forged = `${entered!.token.slice(0, -2)}AA`;
    for (const header of [undefined, '', 'halqa_reader=', cookie('reader', forged), cookie('reader', 'x'.repeat(5000))])
      expect(await identity.actorFor(header, 'reader')).toBeNull();
    expect(await identity.enter('x'.repeat(43))).toBeNull();
  });

  it('ends a link’s session after thirty days, a participant’s some time after the meeting', async () => {
    const link = (await identity.enter(await secretOf('screen')))!;
    const lastDay = now + 60 * DAY;
    const person = await identity.enterParticipant(meeting, 'p1' as ParticipantId, lastDay);
    now += 31 * DAY;
    expect(await identity.actorFor(cookie('screen', link.token), 'screen')).toBeNull();
    expect(await identity.actorFor(cookie('participant', person.token), 'participant')).not.toBeNull();
    now = lastDay + 31 * DAY;
    expect(await identity.actorFor(cookie('participant', person.token), 'participant')).toBeNull();
    await identity.sweep();
    now = 0;
    expect(await identity.actorFor(cookie('participant', person.token), 'participant')).toBeNull();
  });

  it('revokes a link: its sessions end and are told of, the old secret is no longer any, others stay', async () => {
    const ended: string[] = [];
    identity.onRevoked((session) => ended.push(session));
    const old = await secretOf('facilitator');
    const first = (await identity.enter(old))!;
    const screen = (await identity.enter(await secretOf('screen')))!;
    const { session } = (await identity.actorFor(cookie('facilitator', first.token), 'facilitator'))!;
    const next = await identity.revoke(meeting, 'facilitator');
    expect(ended).toEqual([session]);
    expect(next.secret).not.toBe(old);
    expect(await identity.enter(old)).toBeNull();
    expect(await identity.actorFor(cookie('facilitator', first.token), 'facilitator')).toBeNull();
    expect(await identity.actorFor(cookie('screen', screen.token), 'screen')).not.toBeNull();
    expect(await identity.enter(next.secret)).toMatchObject({ role: 'facilitator' });
    expect(await secretOf('facilitator')).toBe(next.secret);
  });

  it('hears of what another process has revoked', async () => {
    const first = (await identity.enter(await secretOf('screen')))!;
    const { session } = (await identity.actorFor(cookie('screen', first.token), 'screen'))!;
    const ended: string[] = [];
    identity.onRevoked((s) => ended.push(s));
    await identity.look();
    expect(ended).toEqual([]);
    const beside = openStoresBeside(folder, 'write');
    await over(beside).revoke(meeting, 'screen', { endSessions: false });
    await beside.close();
    expect(await identity.actorFor(cookie('screen', first.token), 'screen')).toBeNull();
    await identity.look();
    expect(ended).toEqual([session]);
  });

  it('forgets a browser that asks for it', async () => {
    const person = await identity.enterParticipant(meeting, 'p1' as ParticipantId, now);
    await identity.forget(cookie('participant', person.token), 'participant');
    expect(await identity.actorFor(cookie('participant', person.token), 'participant')).toBeNull();
  });

  it('gives a person one code, and finds them by it', async () => {
    const one = identity.participantFor(meeting, 'a-request-of-sixteen');
    expect(identity.participantFor(meeting, 'a-request-of-sixteen')).toBe(one);
    expect(identity.participantFor(meeting, 'another-request-of-it')).not.toBe(one);
    const code = await identity.personalCode(meeting, one);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await identity.personalCode(meeting, one)).toBe(code);
    expect(await identity.participantWith(meeting, code)).toBe(one);
    expect(await identity.participantWith(meeting, 'AAAAAAAA')).toBeNull();
  });

  it('never gives one code to two', async () => {
    class OneCode extends Secrets {
      override personalCode(_meeting: string, _participant: string, attempt: number) {
        return `AAAAAAA${attempt}`;
      }
    }
    const same = new Identity(stores.identity, new OneCode(readKey(folder)), () => now);
    const codes = [];
    for (const id of ['p1', 'p2', 'p3', 'p1']) codes.push(await same.personalCode(meeting, id as ParticipantId));
    expect(codes).toEqual(['AAAAAAA0', 'AAAAAAA1', 'AAAAAAA2', 'AAAAAAA0']);
  });

  it('keeps no secret in the database: not of a link, a session or a person', async () => {
    const secrets = (await identity.links(meeting)).map(({ secret }) => secret);
    const { token } = (await identity.enter(secrets[0] as string))!;
    const person = await identity.enterParticipant(meeting, 'p1' as ParticipantId, now);
    const code = await identity.personalCode(meeting, 'p1' as ParticipantId);
    const files = readdirSync(folder).filter((name) => name !== KEY_FILE);
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
    for (const secret of [...secrets, token, person.token, code]) expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes(readKey(folder))).toBe(false);
  });

  it('makes new links where the database came without its key', async () => {
    const old = await identity.links(meeting);
    const entered = (await identity.enter(old[0]!.secret))!;
    const restored = over(stores, Buffer.alloc(32, 7));
    const links = await restored.links(meeting);
    for (const [i, { role, secret }] of links.entries()) {
      expect(secret).not.toBe(old[i]!.secret);
      expect(await restored.enter(secret)).toMatchObject({ role });
      expect(await restored.enter(old[i]!.secret)).toBeNull();
    }
    expect(await restored.actorFor(cookie(old[0]!.role, entered.token), old[0]!.role)).toBeNull();
  });
});

describe('the key file', () => {
  cleanUpAfterEach();

  it('is made once, for its owner alone', () => {
    const folder = dataFolder();
    const key = readKey(folder);
    expect(key).toHaveLength(32);
    expect(readKey(folder).equals(key)).toBe(true);
    expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readKey(dataFolder()).equals(key)).toBe(false);
  });

  it('is refused where it is none, and left as it is', () => {
    const folder = dataFolder();
    writeFileSync(join(folder, KEY_FILE), 'short');
    expect(() => readKey(folder)).toThrow(expect.objectContaining({ name: 'KeyError' }));
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe('short');
    expect(() => readKey(join(folder, 'nowhere'))).toThrow(expect.objectContaining({ name: 'KeyError' }));
  });
});
