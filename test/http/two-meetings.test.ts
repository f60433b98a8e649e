import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import QRCode from 'qrcode';
import type { CapabilityRole } from '../../server/domain/actors.ts';
import type { MeetingId } from '../../server/domain/ids.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { TestApp } from './app.ts';

describe('a browser that is in two meetings', () => {
  let app: TestApp;
  let other: { meeting: MeetingId; code: string };
  /** Screen and reader of the one, desk of the other: as after a rehearsal has begun at a desk. */
  let cookies: string;

  const sessionIn = async (meeting: MeetingId, role: CapabilityRole): Promise<string> => {
    const secret = (await app.deps.identity.links(meeting)).find((link) => link.role === role)?.secret;
    return `halqa_${role}=${(await app.deps.identity.enter(secret as string))?.token}`;
  };
  const qrOf = (origin: string, code: string) =>
    QRCode.toString(`${origin}/j/${code}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });

  beforeAll(async () => {
    app = await TestApp.open({ publicUrl: 'https://halqa.example' });
    other = await app.deps.rooms.create({ ...sampleMeeting(), place: { ar: 'هناك', fr: 'Ailleurs', en: 'Elsewhere' } });
    cookies = [
      await sessionIn(app.meeting, 'screen'),
      await sessionIn(app.meeting, 'reader'),
      await sessionIn(other.meeting, 'facilitator'),
    ].join('; ');
  });
  afterAll(() => app.close());

  it('is given the code to scan of the one that it asks for, and of no other', async () => {
    const qr = (query: string) => app.http.get(`/api/qr.svg${query}`).set('cookie', cookies);
    for (const code of [app.code, other.code])
      expect((await qr(`?code=${code}`).expect(200)).body.toString()).toBe(await qrOf('https://halqa.example', code));
    expect((await qr('').expect(200)).body.toString()).toBe(await qrOf('https://halqa.example', app.code));
    const neither = ['000000', '000001', '000002'].find((code) => code !== app.code && code !== other.code);
    await qr(`?code=${neither}`).expect(404);
  });

  it('is given the minutes of the one whose desk it is at, where the desk asks', async () => {
    const minutes = async (query: string) =>
      (await app.http.get(`/api/minutes?format=md&lang=fr${query}`).set('cookie', cookies).expect(200)).text;
    expect(await minutes('&surface=facilitator')).toContain('Ailleurs');
    expect(await minutes('&surface=reader')).not.toContain('Ailleurs');
    expect(await minutes('')).not.toContain('Ailleurs');
    await app.http.get('/api/minutes?lang=fr&surface=screen').set('cookie', cookies).expect(400);
  });
});
