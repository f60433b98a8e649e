import { describe, expect, it } from '@jest/globals';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ParticipantId } from '../../server/domain/ids.ts';
import type { RehearsalView } from '../../server/domain/protocol.ts';
import type { ActivityView, MeetingView, PeopleView } from '../../server/domain/view.ts';
import { Limits } from '../../server/identity/limits.ts';
import { ask } from '../../server/rehearsal/ask.ts';
import { agentFor } from '../../server/rehearsal/own-address.ts';
import type { DelegatesTask, SendDelegates } from '../../server/rehearsal/task.ts';
import { cookieOfNewcomer, enter, eventually } from '../support/running.ts';
import { atDesk, Browser, bytesOf, latin, stage } from './rehearsing.ts';

/** Until the delegates have left. */
async function over(desk: Browser): Promise<RehearsalView> {
  let last: RehearsalView | null = null;
  await eventually(async () => {
    last = await desk.look();
    expect(last?.running).toBe(false);
  }, 30_000);
  return last!;
}

const open = (view: ReadonlyMap<string, unknown>) =>
  [...view].flatMap(([key, value]) => (key.startsWith('a/') && (value as ActivityView).status === 'open' ? [key] : []));

describe('a rehearsal', () => {
  it('fills a copy with sixty delegates; nothing of it is kept, and the real meeting knows nothing of it', async () => {
    const { server, data, meeting } = await stage();
    const before = await server.store.head(meeting);
    const desk = await atDesk(server);
    const rehearsal = await desk.rehearse({ delegates: 60, minutes: 20, lead: true });
    expect(rehearsal).toMatchObject({ delegates: 60, lead: true, running: true, lost: 0 });
    expect(rehearsal.id).not.toBe(meeting);
    expect(rehearsal.code).toMatch(/^\d{6}$/);
    expect(rehearsal.code).not.toBe(server.links.code);

    // The browser that asked is at the desk of the copy, without another step.
    const live = await desk.live('facilitator');
    const shown = live.value<MeetingView>('meeting');
    expect(shown).toMatchObject({ rehearsal: true, code: rehearsal.code });
    // Meanwhile somebody is in the real meeting.
    const real = await enter(
      server.port,
      'participant',
      await cookieOfNewcomer(server, { organisation: firstOf(shown) }),
    );
    expect(real.value<MeetingView>('meeting')).not.toHaveProperty('rehearsal');
    const asked = await real.send('floor.Ask', {});
    expect(asked.ok).toBe(true);

    // People come, one activity after the other is opened by itself, and texts of three languages stand in the copy,
    // however long this machine takes for it.
    const texts = () =>
      [...live.seen]
        .flatMap(([key, value]) => (key.startsWith('c/') ? [value as ContributionView] : []))
        .filter(({ by }) => by.as !== 'document');
    let most = 0;
    await eventually(async () => {
      const now = await desk.look();
      most = Math.max(most, now?.here ?? 0);
      expect(most).toBeGreaterThan(45);
      expect(now?.written).toBeGreaterThan(100);
      expect(live.value<PeopleView>('people')?.joined).toBeGreaterThan(45);
      expect(texts().length).toBeGreaterThan(10);
      expect(new Set(texts().map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(3);
      const begun = [...live.seen].filter(([key, v]) => key.startsWith('a/') && (v as ActivityView).openedAt !== null);
      expect(begun.length).toBeGreaterThan(2);
    }, 50_000);

    const look = bytesOf(data);
    for (const { text } of texts()) expect(look.includes(latin(text))).toBe(false);
    expect(look).not.toContain(rehearsal.id);
    // What the real one got is what its own guest did, and no more.
    expect((await server.store.head(meeting)).seq).toBe(before.seq + 3);
    expect([...real.seen.keys()].some((key) => key.startsWith('c/'))).toBe(false);
    real.close();

    const last = (await desk.end())!;
    expect(last).toMatchObject({ id: rehearsal.id, running: false, here: 0, lost: 0 });
    const refused = Object.values(last.refused).reduce((sum, n) => sum + n, 0);
    expect(refused).toBeLessThan(last.written * 0.1);
    await eventually(() => expect(live.bye).toBe('ended'));
    expect((await server.store.meetings()).map(({ id }) => id)).toEqual([meeting]);
    const after = bytesOf(data);
    for (const { text } of texts()) expect(after.includes(latin(text))).toBe(false);
    expect(after).not.toContain(rehearsal.id);
    // The same browser is at the real desk again.
    expect((await desk.live('facilitator')).value<MeetingView>('meeting')?.code).toBe(server.links.code);
  }, 90_000);

  it('has the item of the first question open where it is not led, and leaves the rest to the desk', async () => {
    const { server } = await stage({ rehearsal: { speed: 60 } });
    const desk = await atDesk(server);
    await desk.rehearse({ delegates: 12 });
    const live = await desk.live('facilitator');
    const first = ['a/briefing-contributions', 'a/practices'];
    expect(open(live.seen)).toEqual(first);
    await over(desk);
    expect(open(live.seen)).toEqual(first);
    expect(live.texts().length).toBeGreaterThan(0);
    // The copy stays, to be looked at and worked with.
    expect((await live.send('core.OpenActivity', { activity: 'q1' })).ok).toBe(true);
    expect((await desk.send('GET', '/api/suggestions')).status).toBe(200);
  }, 30_000);

  it('is a copy of the meeting as it is set up now, without anything that was said in it', async () => {
    const { server } = await stage({ rehearsal: { speed: 60 } });
    const desk = await atDesk(server);
    const real = await desk.live('facilitator');
    await real.send('core.OpenActivity', { activity: 'q1' });
    const guest = await enter(server.port, 'participant', await cookieOfNewcomer(server, { name: 'Amel Réelle' }));
    await guest.send('discussion.Contribute', { activity: 'q1', text: 'Dit pour de vrai.' });
    await real.send('agenda.Resize', { item: 'opening', minutes: 35 });
    await real.send('core.Configure', { activity: 'q2', minutes: 7 });
    guest.close();
    await desk.rehearse({ delegates: 1 });
    const copy = await desk.live('facilitator');
    expect(copy.texts()).not.toContain('Dit pour de vrai.');
    expect(JSON.stringify([...copy.seen])).not.toContain('Réelle');
    expect(copy.value<ActivityView>('a/q2')?.minutes).toBe(7);
    expect(copy.value<ActivityView>('a/q1')?.status).toBe('planned');
    expect(JSON.stringify(copy.value('agenda'))).toMatch(
      /"id":"opening","date":"2019-06-25","start":"09:00","minutes":35/,
    );
  }, 30_000);

  it('counts what was acknowledged and is not in the log', async () => {
    const liar: SendDelegates = (_task, tell) => {
      setTimeout(() => tell({ here: 0, written: 2, refused: { OWN_ITEM: 1 }, saved: ['nowhere'], over: true }), 20);
      return { leave: async () => {}, end: async () => {} };
    };
    const { server } = await stage({ rehearsal: { send: liar } });
    const desk = await atDesk(server);
    await desk.rehearse();
    expect(await over(desk)).toMatchObject({ lost: 1, written: 2, refused: { OWN_ITEM: 1 } });
  });

  it('ends by itself a while after its delegates have left, and says so', async () => {
    const { server } = await stage({ rehearsal: { speed: 600, stays: 300 } });
    const desk = await atDesk(server);
    await desk.rehearse({ delegates: 2 });
    const live = await desk.live('facilitator');
    await eventually(() => expect(live.bye).toBe('ended'), 10_000);
    expect(await desk.look()).toBeNull();
  });
});

const firstOf = (meeting: MeetingView | undefined): string => meeting?.organisations[0]?.id ?? '';

describe('the server of a rehearsal', () => {
  const idle: SendDelegates = () => ({ leave: async () => {}, end: async () => {} });

  it('has one of a meeting at a time, and none of a copy', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const desk = await atDesk(server);
    const other = await atDesk(server);
    const { id } = await desk.rehearse();
    const running = { status: 422, body: { rejection: { code: 'REHEARSAL_RUNNING' } } };
    const body = { delegates: 1, minutes: 1, lead: false };
    expect(await desk.send('POST', '/api/rehearsals', body)).toEqual(running);
    expect(await other.send('POST', '/api/rehearsals', body)).toEqual(running);
    // Another desk of the meeting sees it, comes in, and may end it.
    const seen = await other.look();
    expect(seen?.id).toBe(id);
    await other.enter(seen!.links.facilitator);
    expect((await other.live('facilitator')).value<MeetingView>('meeting')?.rehearsal).toBe(true);
    await other.end();
    expect((await other.live('facilitator')).value<MeetingView>('meeting')).not.toHaveProperty('rehearsal');
    expect(await desk.look()).toBeNull();
    expect((await desk.rehearse()).id).not.toBe(id);
  });

  it('has one of two that are asked for at once', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const browsers = await Promise.all([1, 2, 3].map(() => atDesk(server)));
    const answers = await Promise.all(
      browsers.map((b) => b.send('POST', '/api/rehearsals', { delegates: 1, minutes: 1, lead: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect(await server.store.meetings()).toHaveLength(2);
  });

  it('has three at the most, of all meetings', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const browsers: Browser[] = [];
    for (let i = 0; i < 4; i++) {
      const { meeting } = await server.rooms.create((await import('./simulated-room.ts')).sfax());
      const secret = (await server.identity.links(meeting)).find(({ role }) => role === 'facilitator')!.secret;
      const browser = new Browser(`http://127.0.0.1:${server.port}`);
      await browser.enter(`http://x/desk#${secret}`);
      browsers.push(browser);
    }
    for (const browser of browsers.slice(0, 3)) await browser.rehearse();
    const full = { status: 422, body: { rejection: { code: 'TOO_MANY_REHEARSALS', values: { max: 3 } } } };
    const body = { delegates: 1, minutes: 1, lead: false };
    expect(await browsers[3]!.send('POST', '/api/rehearsals', body)).toEqual(full);
    await browsers[0]!.end();
    expect((await browsers[3]!.rehearse()).running).toBe(true);
  });

  it('leaves nothing behind where it cannot be begun', async () => {
    const failing: SendDelegates = () => {
      throw new Error('nobody to send');
    };
    const { server } = await stage({ rehearsal: { send: failing } });
    const desk = await atDesk(server);
    for (let i = 0; i < 5; i++) {
      const { status } = await desk.send('POST', '/api/rehearsals', { delegates: 1, minutes: 1, lead: false });
      expect(status).toBe(503);
    }
    expect(await server.store.meetings()).toHaveLength(1);
    expect(await desk.look()).toBeNull();
    expect((await desk.live('facilitator')).value<MeetingView>('meeting')?.code).toBe(server.links.code);
  });

  it('neither limits delegates by their one address nor uses up what others there have', async () => {
    class Counting extends Limits {
      readonly spent: string[] = [];
      override request(address: string | undefined) {
        this.spent.push('request');
        return super.request(address);
      }
      override async join() {
        this.spent.push('join');
      }
      override async rightCode() {
        this.spent.push('code');
      }
    }
    const limits = new Counting();
    let sent: DelegatesTask | null = null;
    const { server } = await stage({
      limits,
      rehearsal: {
        speed: 60,
        send: (task, tell) => {
          sent = task;
          return idle(task, tell);
        },
      },
    });
    const desk = await atDesk(server);
    await desk.rehearse();
    const { origin, code, key } = sent!;
    const agent = agentFor({ certificate: null });
    const lookup = (shown: string) =>
      ask(`${origin}/api/lookup`, { agent, headers: { 'x-halqa-rehearsal': shown }, body: { code } });
    limits.spent.length = 0;
    expect((await lookup(key)).status).toBe(200);
    expect(limits.spent).toEqual([]);
    for (const wrong of ['', 'x', `${key}x`, key.slice(1), 'a'.repeat(5000)]) {
      limits.spent.length = 0;
      expect((await lookup(wrong)).status).toBe(200);
      expect(limits.spent).toEqual(['request', 'code']);
    }
    await desk.end();
    limits.spent.length = 0;
    // The copy is gone, and so is what its delegates showed.
    expect((await lookup(key)).status).toBe(404);
    expect(limits.spent[0]).toBe('request');
    agent.destroy();
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '[]'],
    ['nothing in it', '{}'],
    ['too many', { delegates: 301, minutes: 1, lead: true }],
    ['none', { delegates: 0, minutes: 1, lead: true }],
    ['too long', { delegates: 1, minutes: 61, lead: true }],
    ['no time', { delegates: 1, minutes: 0, lead: true }],
    ['a part of a person', { delegates: 1.5, minutes: 1, lead: true }],
    ['words for numbers', { delegates: '6', minutes: '1', lead: true }],
    ['no yes or no', { delegates: 6, minutes: 1, lead: 'yes' }],
    ['something more', { delegates: 6, minutes: 1, lead: true, seed: 1 }],
    ['no number', { delegates: null, minutes: Number.NaN, lead: true }],
  ])('refuses a request with %s', async (_name, body) => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const desk = await atDesk(server);
    const answer = await desk.send('POST', '/api/rehearsals', body);
    expect(answer).toEqual({ status: 400, body: { rejection: { code: 'MALFORMED' } } });
    expect(await server.store.meetings()).toHaveLength(1);
    expect(await desk.end()).toBeNull();
  });

  it('closes in the middle of one, at once, and leaves nothing', async () => {
    const { server, data, meeting } = await stage();
    const desk = await atDesk(server);
    const { id } = await desk.rehearse({ delegates: 30, minutes: 5 });
    const live = await desk.live('facilitator');
    await eventually(() => expect(live.texts().length).toBeGreaterThan(2), 15_000);
    const texts = live.texts();
    const began = Date.now();
    await server.close();
    // A phone that cannot send any more is not waited for.
    expect(Date.now() - began).toBeLessThan(4000);
    const look = bytesOf(data);
    expect(look).not.toContain(id);
    for (const text of texts) expect(look.includes(latin(text))).toBe(false);
    // Started anew, it knows the desk again by what the browser kept.
    const again = await stage({ data });
    expect(again.meeting).toBe(meeting);
    const back = new Browser(`http://127.0.0.1:${again.server.port}`);
    for (const [name, value] of desk.jar) back.jar.set(name, value);
    expect((await back.send('GET', '/desk')).status).not.toBe(401);
    expect((await back.live('facilitator')).value<MeetingView>('meeting')?.code).toBe(server.links.code);
  }, 40_000);
});

describe('a browser that goes into a rehearsal', () => {
  const idle: SendDelegates = () => ({ leave: async () => {}, end: async () => {} });
  const joining = (code: string, organisation: string, id: string) => ({
    id,
    code,
    profile: { name: 'Amel', organisation, city: null, kind: null },
    consents: { present: true, words: true },
    lang: 'fr',
  });

  it('is what it was on each surface when it is over: desk, screen, and the same person on the phone', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const desk = await atDesk(server);
    await desk.enter(server.links.links.screen);
    await desk.enter(server.links.links.reader);
    const organisation = firstOf((await desk.live('facilitator')).value<MeetingView>('meeting'));
    await desk.send('POST', '/api/join', joining(server.links.code, organisation, 'a'.repeat(20)));
    const person = (await desk.live('participant')).self?.participant as ParticipantId;
    const jar = new Map(desk.jar);

    const { code, links } = await desk.rehearse();
    await desk.enter(links.screen);
    await desk.send('POST', '/api/join', joining(code, organisation, 'b'.repeat(20)));
    const there = [await desk.live('facilitator'), await desk.live('screen'), await desk.live('participant')];
    for (const client of there) expect(client.value<MeetingView>('meeting')?.rehearsal).toBe(true);
    expect(there[2]!.self?.participant).not.toBe(person);
    // It went in with three surfaces; the reader's is the real one all the time.
    expect(desk.jar.get('halqa_reader')).toBe(jar.get('halqa_reader'));

    await new Browser(desk.origin).enter(server.links.links.facilitator);
    const another = await atDesk(server);
    await another.end();
    await eventually(() => expect(there.map(({ bye }) => bye)).toEqual(['ended', 'ended', 'ended']));
    // Whichever request comes first.
    expect((await desk.send('GET', '/robots.txt')).status).toBe(200);
    expect(desk.jar).toEqual(jar);
    expect((await desk.live('participant')).self?.participant).toBe(person);
    expect((await desk.live('screen')).value<MeetingView>('meeting')).not.toHaveProperty('rehearsal');
  });

  it('is served as what it was by the very request that finds it over', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const desk = await atDesk(server);
    await desk.rehearse();
    const another = await atDesk(server);
    await another.end();
    expect((await desk.send('GET', '/api/links')).status).toBe(200);
  });

  it('keeps nothing of a person who was nobody before, and nothing once it goes to a real meeting', async () => {
    const { server } = await stage({ rehearsal: { send: idle } });
    const desk = await atDesk(server);
    const phone = new Browser(desk.origin);
    const organisation = firstOf((await desk.live('facilitator')).value<MeetingView>('meeting'));
    const { code } = await desk.rehearse();
    await phone.send('POST', '/api/join', joining(code, organisation, 'c'.repeat(20)));
    expect([...phone.jar.keys()]).toEqual(['halqa_participant']);
    // By its own link to the real desk, in the middle of the rehearsal.
    expect([...desk.jar.keys()].sort()).toEqual(['halqa_before_facilitator', 'halqa_facilitator']);
    await desk.enter(server.links.links.facilitator);
    expect([...desk.jar.keys()]).toEqual(['halqa_facilitator']);
    await desk.end();
    expect((await phone.send('GET', '/api/documents/briefing-introduction/fr')).status).toBe(401);
  });
});
