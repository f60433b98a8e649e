import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cookieOf, TestApp } from './app.ts';

describe('joining', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
  });
  afterEach(() => app.close());

  const people = async () => (await app.deps.rooms.get(app.meeting)).read((state) => state.participants.size);

  it('shows what a meeting is before anybody joins it, and nothing of who is in it', async () => {
    await app.post(
      '/api/join',
      app.joining({ profile: { name: 'Marker-Name', organisation: 'sfax-city', city: null, kind: null } }),
    );
    const { body } = await app
      .post('/api/lookup', { code: ` ${app.code.slice(0, 3)}-${app.code.slice(3)} ` })
      .expect(200);
    expect(Object.keys(body).sort()).toEqual([
      'cities',
      'code',
      'dates',
      'holder',
      'kinds',
      'languages',
      'organisations',
      'place',
      'region',
      'subtitle',
      'timezone',
      'title',
    ]);
    expect(JSON.stringify(body)).not.toContain('Marker');
  });

  it('takes the code in digits of any script', async () => {
    const arabic = app.code.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)));
    await app.post('/api/lookup', { code: arabic }).expect(200);
    await app.post('/api/join', app.joining({ code: arabic })).expect(200);
  });

  it('gives a person, a code and a cookie that scripts and other sites cannot have', async () => {
    const response = await app.post('/api/join', app.joining()).expect(200);
    expect(response.body).toEqual({
      participant: expect.stringMatching(/^[\w-]{22}$/),
      personalCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
    });
    const [cookie] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^halqa_participant=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(await people()).toBe(1);
  });

  it('marks the cookie Secure where phones come over TLS', async () => {
    const behind = await TestApp.open({ publicUrl: 'https://halqa.example.org' });
    const response = await behind.post('/api/join', behind.joining()).expect(200);
    expect((response.headers['set-cookie'] as unknown as string[])[0]).toContain('Secure');
    await behind.close();
  });

  it('[law 6] a repeated request is the same person with the same code', async () => {
    const body = app.joining();
    const first = await app.post('/api/join', body).expect(200);
    const again = await Promise.all([1, 2, 3].map(() => app.post('/api/join', body)));
    for (const response of again) expect(response.body).toEqual(first.body);
    expect(await people()).toBe(1);
    await app.post('/api/join', app.joining()).expect(200);
    expect(await people()).toBe(2);
  });

  it('a browser cannot take the ids that the server gives its own commands', async () => {
    await app.post('/api/join', app.joining({ id: 'grace-live-1561449600000' })).expect(200);
    const room = await app.deps.rooms.get(app.meeting);
    const command = { id: 'grace-live-1561449600000', type: 'core.EndGrace', data: { activity: 'live' } };
    const answer = await room.submit({ kind: 'system' }, command as Parameters<typeof room.submit>[1]);
    const receipt = await app.deps.events.receipt(app.meeting, 'system', 'grace-live-1561449600000');
    expect(answer.ok && answer.items).toBeFalsy();
    expect(receipt).toEqual(answer);
  });

  it('brings a person back by their code', async () => {
    const first = await app.post('/api/join', app.joining()).expect(200);
    const typed = first.body.personalCode.toLowerCase().replace(/^(.{4})/, '$1 ');
    const back = await app.post('/api/return', { code: app.code, personalCode: typed }).expect(200);
    expect(back.body).toEqual(first.body);
    expect(cookieOf(back)).not.toBe(cookieOf(first));
    const known = await app.deps.identity.actorFor(cookieOf(back), 'participant');
    expect(known?.actor).toEqual({ kind: 'participant', id: first.body.participant });
    expect(await people()).toBe(1);
  });

  it.each([
    ['the meeting’s code', { code: '000000x' }, 404, 'CODE_UNKNOWN'],
    ['a personal code', { personalCode: 'ZZZZ-ZZZZ' }, 404, 'PERSONAL_CODE_UNKNOWN'],
    ['a personal code that can be none', { personalCode: '?' }, 404, 'PERSONAL_CODE_UNKNOWN'],
    ['the form of it', { personalCode: 5 }, 400, 'MALFORMED'],
  ])('does not where %s is wrong', async (_what, wrong, status, code) => {
    const body = { code: app.code, personalCode: 'ABCD2345', ...wrong };
    const response = await app.post('/api/return', body).expect(status);
    expect(response.body).toEqual({ rejection: { code } });
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    [
      'no name',
      { profile: { name: ' \u200f ', organisation: 'sfax-city', city: null, kind: null } },
      422,
      'NAME_MISSING',
    ],
    [
      'no organisation',
      { profile: { name: 'Amel', organisation: null, city: null, kind: null } },
      422,
      'ORGANISATION_MISSING',
    ],
    [
      'a long name',
      { profile: { name: 'n'.repeat(300), organisation: 'sfax-city', city: null, kind: null } },
      422,
      'NAME_TOO_LONG',
    ],
    ['a wrong code', { code: 'abc' }, 404, 'CODE_UNKNOWN'],
    ['a short id', { id: 'x' }, 400, 'MALFORMED'],
    ['a language that is none of ours', { lang: 'de' }, 400, 'MALFORMED'],
    ['a field too many', { admin: true }, 400, 'MALFORMED'],
    ['a participant’s id of one’s own', { participant: 'somebody-else' }, 400, 'MALFORMED'],
  ])('refuses %s, and nobody has joined', async (_what, wrong, status, code) => {
    const response = await app.post('/api/join', app.joining(wrong)).expect(status);
    expect(response.body.rejection.code).toBe(code);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(await people()).toBe(0);
  });

  it('forgets this browser', async () => {
    const cookie = await app.cookie('participant');
    const response = await app.post('/api/forget', { surface: 'participant' }).set('cookie', cookie).expect(204);
    expect((response.headers['set-cookie'] as unknown as string[])[0]).toMatch(/^halqa_participant=; .*1970/);
    await app.http.get('/api/qr.svg').set('cookie', cookie).expect(401);
    await app.post('/api/forget', { surface: 'participant' }).expect(204);
  });

  it('exchanges a link once and again, until it is revoked', async () => {
    const secret = await app.secret('screen');
    const first = await app.post('/api/link', { secret }).expect(200);
    expect(first.body).toEqual({ role: 'screen' });
    expect(cookieOf(first)).toMatch(/^halqa_screen=/);
    await app.post('/api/link', { secret }).expect(200);
    const desk = await app.cookie('facilitator');
    const revoked = await app.post('/api/links/revoke', { role: 'screen' }).set('cookie', desk).expect(200);
    expect((await app.post('/api/link', { secret }).expect(404)).body.rejection.code).toBe('LINK_UNKNOWN');
    await app.http.get('/api/qr.svg').set('cookie', cookieOf(first)).expect(401);
    const url = new URL(revoked.body.url);
    expect(url.pathname).toBe('/screen');
    await app.post('/api/link', { secret: url.hash.slice(1) }).expect(200);
  });

  it('who revokes the desk’s link stays at the desk', async () => {
    const desk = await app.cookie('facilitator');
    const other = await app.cookie('facilitator');
    const response = await app.post('/api/links/revoke', { role: 'facilitator' }).set('cookie', desk).expect(200);
    await app.http.get('/api/links').set('cookie', desk).expect(401);
    await app.http.get('/api/links').set('cookie', other).expect(401);
    const { body } = await app.http.get('/api/links').set('cookie', cookieOf(response)).expect(200);
    const links = body.links as { role: string; revoked: number | null; url?: string }[];
    expect(links).toHaveLength(4);
    for (const link of links) expect(link.url !== undefined).toBe(link.revoked === null);
  });
});
