import { describe, expect, it } from '@jest/globals';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { Surface } from '../../server/domain/protocol.ts';
import {
  cookieOfLink,
  cookieOfNewcomer,
  enter,
  eventually,
  newId,
  runServer,
  SocketClient,
} from '../support/running.ts';
import { delegate, hall, kept, link, openHall } from './hall.ts';

openHall();

const say = (client: SocketClient, text: string, activity = 'live') =>
  client.send('discussion.Contribute', { activity, text });
const itemOf = (answer: unknown) => (answer as { items: string[] }).items[0];

describe('over real sockets', () => {
  it('a contribution reaches the room, the desk and the screen, and its author when it is saved', async () => {
    const [desk, screen, amel, yannis] = [
      await link('facilitator'),
      await link('screen'),
      await delegate(),
      await delegate(),
    ];
    await desk.send('core.OpenActivity', { activity: 'live' });
    const answer = await say(amel, 'لقاءات مفتوحة في دار الجمعيات.');
    expect(answer).toMatchObject({ ok: true, ref: 'C1' });
    for (const client of [desk, screen, amel, yannis])
      await eventually(() => expect(client.texts()).toEqual(['لقاءات مفتوحة في دار الجمعيات.']));
    const seen = yannis.value<ContributionView>(`c/${itemOf(answer)}`);
    expect(seen).toMatchObject({ ref: 'C1', lang: 'ar', guessed: true, by: { as: 'participant' } });
    await eventually(() => expect(amel.self?.items).toHaveLength(1));
    expect(yannis.self?.items).toEqual([]);
  });

  it('law 2: a phone that was away sees the same as one that stayed', async () => {
    const [desk, stayed, left] = [await link('facilitator'), await delegate(), await delegate()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    await say(stayed, 'before');
    await eventually(() => expect(left.texts()).toEqual(['before']));
    left.socket.disconnect();
    const one = itemOf(await say(stayed, 'while it was away'));
    await say(stayed, 'and another');
    await desk.send('discussion.Pin', { activity: 'live', item: one });
    await eventually(() => expect(stayed.value<ContributionView>(`c/${one}`)?.pinned).toBe(true));
    left.received.length = 0;
    left.socket.connect();
    expect((await left.join()).ok).toBe(true);
    await eventually(() => expect([...left.seen].sort()).toEqual([...stayed.seen].sort()));
    expect(left.received.some((frame) => frame.startsWith('["patch"'))).toBe(true);
    expect(left.received.some((frame) => frame.startsWith('["snapshot"'))).toBe(false);
    expect(left.gaps).toBe(0);
  });

  it('law 2: nothing taken back is sent again to a phone that was away', async () => {
    const [desk, stayed, left] = [await link('facilitator'), await delegate(), await delegate()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    left.socket.disconnect();
    const item = itemOf(await say(stayed, 'MARKER-hidden'));
    await eventually(() => expect(stayed.texts()).toContain('MARKER-hidden'));
    await desk.send('discussion.Hide', { activity: 'live', item, reason: 'insult' });
    left.received.length = 0;
    left.socket.connect();
    await left.join();
    await eventually(() => expect([...left.seen].sort()).toEqual([...stayed.seen].sort()));
    expect(left.received.join()).not.toContain('MARKER-hidden');
  });

  it('a server that restarts: everybody is where they were, and a command sent again happens once', async () => {
    const [desk, amel] = [await link('facilitator'), await delegate()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    const id = newId();
    const before = await amel.send('discussion.Contribute', { activity: 'live', text: 'once' }, id);
    const cookie = (amel.socket.io.opts.extraHeaders as { cookie: string }).cookie;
    await hall.server.close();
    hall.server = await runServer(hall.folder);
    const again = kept(await enter(hall.server.port, 'participant', cookie));
    expect(await again.send('discussion.Contribute', { activity: 'live', text: 'once' }, id)).toEqual(before);
    expect(again.texts()).toEqual(['once']);
    expect(again.self?.items).toHaveLength(1);
  });

  it('who is here: by kind and city at the desk, a number on the screen, nothing for the room', async () => {
    const [desk, screen] = [await link('facilitator'), await link('screen')];
    const [amel] = [await delegate(), await delegate()];
    await eventually(() => expect(desk.here).toEqual({ here: 2, byKind: { city: 2 }, byCity: { sfax: 2 } }));
    await eventually(() => expect(screen.here).toEqual({ here: 2 }));
    amel.close();
    await eventually(() => expect(desk.here?.here).toBe(1));
    expect(amel.here).toBeNull();
  });

  it('a revoked link ends the connections that came by it', async () => {
    const screen = await link('screen');
    const session = await cookieOfLink(hall.server, 'screen');
    await hall.server.identity.revoke(hall.server.links.meeting, 'screen');
    await eventually(() => expect(screen.bye).toBe('revoked'));
    await eventually(() => expect(screen.socket.connected).toBe(false));
    const late = kept(new SocketClient(hall.server.port, 'screen', session));
    expect(await late.join()).toMatchObject({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
  });

  it('long polling serves a network without WebSocket', async () => {
    const desk = await link('facilitator');
    await desk.send('core.OpenActivity', { activity: 'live' });
    const polling = kept(
      new SocketClient(hall.server.port, 'participant', await cookieOfNewcomer(hall.server), {
        transports: ['polling'],
      }),
    );
    expect((await polling.join()).ok).toBe(true);
    expect(await say(polling, 'through a proxy')).toMatchObject({ ok: true });
    await eventually(() => expect(polling.texts()).toEqual(['through a proxy']));
  });

  it('an upgrade from polling to WebSocket loses and doubles nothing', async () => {
    const desk = await link('facilitator');
    await desk.send('core.OpenActivity', { activity: 'live' });
    const phone = kept(
      new SocketClient(hall.server.port, 'participant', await cookieOfNewcomer(hall.server), {
        transports: ['polling', 'websocket'],
      }),
    );
    await phone.join();
    const author = await delegate();
    for (let i = 0; i < 30; i++) await say(author, `text ${i}`);
    await eventually(() => expect(phone.texts()).toHaveLength(30));
    expect(phone.gaps).toBe(0);
  });
});

describe('bad frames over real sockets', () => {
  const refusal = async (client: SocketClient, event: string, frame: unknown) =>
    ((await client.socket.timeout(5000).emitWithAck(event, frame)) as { rejection?: { code: string } }).rejection?.code;

  it.each([
    ['no object', 'hello'],
    ['null', null],
    ['a missing id', { type: 'discussion.Contribute', data: {} }],
    ['a short id', { id: 'x', type: 'discussion.Contribute', data: {} }],
    ['a field too many', { id: 'a'.repeat(20), type: 'discussion.Contribute', data: {}, admin: true }],
    ['data of another shape', { id: 'a'.repeat(20), type: 'discussion.Contribute', data: { activity: 7 } }],
  ])('a command that is %s is malformed', async (_name, frame) => {
    expect(await refusal(await delegate(), 'command', frame)).toBe('MALFORMED');
  });

  it('an unknown command, an unknown event, an older client, a forged cookie: a code each', async () => {
    const amel = await delegate();
    expect(await refusal(amel, 'command', { id: newId(), type: 'core.Nothing', data: {} })).toBe('UNKNOWN_COMMAND');
    expect(await refusal(amel, 'shutdown', {})).toBe('MALFORMED');
    expect(await amel.join(0)).toMatchObject({ ok: false, rejection: { code: 'CLIENT_TOO_OLD' } });
    const forged = kept(new SocketClient(hall.server.port, 'facilitator', 'halqa_facilitator=forged'));
    expect(await forged.join()).toMatchObject({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
    expect(await refusal(forged, 'command', { id: newId(), type: 'core.BlankScreen', data: { blank: true } })).toBe(
      'SESSION_UNKNOWN',
    );
  });

  it('a phone with the cookie of a participant is no desk', async () => {
    const cookie = await cookieOfNewcomer(hall.server);
    const impostor = kept(new SocketClient(hall.server.port, 'facilitator', cookie));
    expect(await impostor.join()).toMatchObject({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
    const amel = await delegate();
    expect(await amel.send('core.OpenActivity', { activity: 'live' })).toMatchObject({
      ok: false,
      rejection: { code: 'NOT_ALLOWED' },
    });
  });

  it('what is too large is refused with a code, and the connection goes on', async () => {
    const amel = await delegate();
    const large = { id: newId(), type: 'discussion.Contribute', data: { activity: 'live', text: 'x'.repeat(200_000) } };
    expect(await refusal(amel, 'command', large)).toBe('TOO_LARGE');
    expect((await amel.join()).ok).toBe(true);
  });

  it('20,000 characters: refused with what would fit, and nothing is lost for the others', async () => {
    const [desk, amel] = [await link('facilitator'), await delegate()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    expect(await say(amel, 'ل'.repeat(20_000))).toEqual({
      ok: false,
      rejection: { code: 'TEXT_TOO_LONG', values: { max: 10_000 } },
    });
    expect(await say(amel, 'ل'.repeat(10_000))).toMatchObject({ ok: true });
  });

  it('a flood is answered, slowed, and ended when it goes on; others do not notice', async () => {
    const [desk, noisy, calm] = [await link('facilitator'), await delegate(), await delegate()];
    await desk.send('core.OpenActivity', { activity: 'live' });
    const codes = await Promise.all(
      Array.from({ length: 70 }, () => refusal(noisy, 'command', 'garbage').catch(() => 'gone')),
    );
    expect(codes).toContain('MALFORMED');
    await eventually(() => expect(noisy.bye).toBe('flooding'));
    expect(await say(calm, 'we go on')).toMatchObject({ ok: true });
  });

  it('many connections of one person are no more than one: bounded in number, and in what they send', async () => {
    const cookie = await cookieOfNewcomer(hall.server);
    const many = await Promise.all(Array.from({ length: 12 }, () => enter(hall.server.port, 'participant', cookie)));
    many.forEach(kept);
    // The thirteenth takes the place of the oldest.
    kept(await enter(hall.server.port, 'participant', cookie));
    await eventually(() => expect(many.filter((c) => c.bye === 'flooding')).toHaveLength(1));
    const left = many.filter((c) => c.bye === null);
    const consents = { present: false, words: false };
    const answers = await Promise.all(
      left.flatMap((c) => Array.from({ length: 8 }, () => c.send('core.SetConsents', consents))),
    );
    expect(answers.filter((a) => !a.ok && a.rejection.code === 'RATE_LIMITED').length).toBeGreaterThan(20);
    expect(answers.filter((a) => a.ok).length).toBeGreaterThanOrEqual(60);
  });

  it('a page of another origin is not let in', async () => {
    const cookie = await cookieOfNewcomer(hall.server);
    const foreign = kept(new SocketClient(hall.server.port, 'participant', cookie));
    foreign.socket.disconnect();
    const response = await fetch(`http://127.0.0.1:${hall.server.port}/socket.io/?EIO=4&transport=polling`, {
      headers: { cookie, origin: 'http://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});

describe('law 4 over real sockets: marker words', () => {
  it('hidden, removed, pending and late texts and names without consent are in nobody’s bytes who may not see them', async () => {
    const surfaces: [Surface, SocketClient][] = [];
    const [desk, screen] = [await link('facilitator'), await link('screen')];
    const author = await delegate({ name: 'MARKERname', consents: { present: false, words: false } });
    const other = await delegate({ name: 'Consenting', consents: { present: true, words: true } });
    surfaces.push(['facilitator', desk], ['screen', screen], ['participant', other]);
    await desk.send('core.OpenActivity', { activity: 'live' });
    await desk.send('core.OpenActivity', { activity: 'collect' });
    await say(author, 'MARKERpending', 'collect');
    const hidden = itemOf(await say(author, 'MARKERhidden'));
    await desk.send('discussion.Hide', { activity: 'live', item: hidden, reason: 'insult', note: 'MARKERnote' });
    const removed = itemOf(await say(author, 'MARKERremoved'));
    await desk.send('core.Translate', { item: removed, lang: 'fr', text: 'MARKERtranslation' });
    await desk.send('discussion.Remove', { activity: 'live', item: removed, reason: 'endangers' });
    await say(other, 'plain words');
    // Newcomers, and one that comes back, take what stands now.
    const fresh = [
      kept(await enter(hall.server.port, 'participant', await cookieOfNewcomer(hall.server))),
      kept(await enter(hall.server.port, 'screen', await cookieOfLink(hall.server, 'screen'))),
      kept(await enter(hall.server.port, 'facilitator', await cookieOfLink(hall.server, 'facilitator'))),
    ];
    await eventually(() => {
      for (const client of [...surfaces.map(([, c]) => c), ...fresh]) expect(client.texts()).toContain('plain words');
    });
    const bytes = (client: SocketClient) => client.received.join('\n');
    for (const client of [desk, screen, other, ...fresh]) {
      expect(bytes(client)).not.toContain('MARKERname');
      expect(bytes(client)).not.toContain('MARKERpending');
    }
    for (const client of fresh) {
      expect(bytes(client)).not.toContain('MARKERremoved');
      expect(bytes(client)).not.toContain('MARKERtranslation');
    }
    for (const client of fresh.slice(0, 2)) expect(bytes(client)).not.toContain('MARKERhidden');
    for (const client of [screen, other, ...fresh.slice(0, 2)]) expect(bytes(client)).not.toContain('MARKERnote');
    // The desk may see what it hid, the author what is theirs.
    expect(bytes(fresh[2]!)).toContain('MARKERhidden');
    await eventually(() => expect(JSON.stringify(author.self)).toContain('MARKERnote'));
    expect(JSON.stringify(author.self)).toContain('MARKERpending');
    expect(bytes(other)).toContain('Consenting');
  });
});
