import { describe, expect, it } from '@jest/globals';
import { Outbox, type OutboxSurroundings } from '../../client/lib/outbox.ts';
import { memoryStore, type OutboxStore } from '../../client/lib/outbox-store.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';

const ok: CommandAnswer = { ok: true, seq: 1, at: 1000 };
const refused = (
  code: 'ACTIVITY_CLOSED' | 'UNAVAILABLE' | 'RATE_LIMITED' | 'NOT_SAVED',
  seconds?: number,
): CommandAnswer => ({
  ok: false,
  rejection: { code, ...(seconds ? { values: { seconds } } : {}) },
});

/** A world in which time stands still until `pass`, and the server answers from a list. */
function world(store: OutboxStore = memoryStore()) {
  const sent: { type: string; data: unknown; id: string }[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const state = { now: 1000, connected: true, answers: [] as CommandAnswer[] };
  const surroundings: OutboxSurroundings = {
    connected: () => state.connected,
    now: () => state.now,
    send: async (type, data, id) => {
      sent.push({ type, data, id });
      return state.answers.shift() ?? ok;
    },
    store,
    after: (ms, run) => timers.push({ at: state.now + ms, run }),
    alone: (work) => work(),
  };
  const pass = async (ms: number) => {
    state.now += ms;
    const due = timers.filter((timer) => timer.at <= state.now);
    for (const timer of due) timers.splice(timers.indexOf(timer), 1);
    for (const timer of due) timer.run();
    await settle();
  };
  return { surroundings, sent, state, store, pass };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the outbox', () => {
  it('keeps a command before it is sent, and drops it only when it is answered', async () => {
    const w = world();
    const kept: number[] = [];
    const { send } = w.surroundings;
    const outbox = new Outbox('p', {
      ...w.surroundings,
      send: async (...command) => {
        kept.push((await w.store.all()).length);
        return send(...command);
      },
    });
    await outbox.add('a.Do', { n: 1 });
    await settle();
    expect(kept).toEqual([1]);
    expect(await w.store.all()).toEqual([]);
    expect(outbox.entries.value).toEqual([]);
    expect([...outbox.accepted.value.values()]).toEqual([ok]);
  });

  it('waits without a connection, and sends in the order of writing when it is back', async () => {
    const w = world();
    w.state.connected = false;
    const outbox = new Outbox('p', w.surroundings);
    for (const n of [1, 2, 3]) await outbox.add('a.Do', { n });
    await settle();
    expect(w.sent).toEqual([]);
    w.state.connected = true;
    outbox.resume();
    await settle();
    expect(w.sent.map((s) => s.data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('sends again with the same id after an answer that never came, and nothing overtakes it', async () => {
    const w = world();
    w.state.answers = [refused('UNAVAILABLE'), ok, ok];
    const outbox = new Outbox('p', w.surroundings);
    const first = await outbox.add('a.Do', { n: 1 });
    const second = await outbox.add('a.Do', { n: 2 });
    await settle();
    expect(w.sent.map((s) => s.id)).toEqual([first]);
    await w.pass(60_000);
    expect(w.sent.map((s) => s.id)).toEqual([first, first, second]);
    expect(outbox.entries.value).toEqual([]);
  });

  it('takes up what an earlier page left, with its id, and leaves what is another person’s', async () => {
    const w = world();
    w.state.connected = false;
    const before = new Outbox('p', w.surroundings);
    const id = await before.add('a.Do', { n: 1 });
    const other = new Outbox('q', w.surroundings);
    await other.add('a.Do', { n: 2 });
    w.state.connected = true;
    const after = new Outbox('p', w.surroundings);
    await after.load();
    await settle();
    expect(w.sent.map((s) => s.id)).toEqual([id]);
    expect((await w.store.all()).map((entry) => entry.participant)).toEqual(['q']);
  });

  it('keeps what was refused for good, with the reason, goes on with the next, and does not send it again', async () => {
    const w = world();
    w.state.answers = [refused('ACTIVITY_CLOSED'), ok];
    const outbox = new Outbox('p', w.surroundings);
    const id = await outbox.add('a.Do', { text: 'kept' });
    await outbox.add('a.Do', { text: 'next' });
    await settle();
    expect(w.sent).toHaveLength(2);
    expect(outbox.entries.value).toMatchObject([
      { id, rejection: { code: 'ACTIVITY_CLOSED' }, data: { text: 'kept' } },
    ]);
    const again = new Outbox('p', w.surroundings);
    await again.load();
    await settle();
    expect(w.sent).toHaveLength(2);
    expect(again.entries.value).toMatchObject([{ id, rejection: { code: 'ACTIVITY_CLOSED' } }]);
    expect(await again.take(id)).toBe(true);
    expect(await w.store.all()).toEqual([]);
  });

  it('keeps to a limit also when the connection comes back, and not to a wait for a lost connection', async () => {
    const w = world();
    w.state.answers = [refused('RATE_LIMITED', 20)];
    const outbox = new Outbox('p', w.surroundings);
    await outbox.add('a.Do', {});
    await settle();
    outbox.resume();
    await settle();
    expect(w.sent).toHaveLength(1);
    await w.pass(20_002);
    expect(w.sent).toHaveLength(2);

    w.state.answers = [refused('NOT_SAVED')];
    await outbox.add('a.Do', {});
    await settle();
    expect(w.sent).toHaveLength(3);
    outbox.resume();
    await settle();
    expect(w.sent).toHaveLength(4);
  });

  it('gives back what never left the phone, and not what may have arrived', async () => {
    const w = world();
    w.state.connected = false;
    const outbox = new Outbox('p', w.surroundings);
    const untouched = await outbox.add('a.Do', { n: 1 });
    expect(await outbox.take(untouched)).toBe(true);
    w.state.connected = true;
    w.state.answers = [refused('UNAVAILABLE')];
    const tried = await outbox.add('a.Do', { n: 2 });
    await settle();
    expect(await outbox.take(tried)).toBe(false);
    expect(outbox.entries.value.map((entry) => entry.id)).toEqual([tried]);
  });

  it('says so where the browser keeps nothing, and sends all the same', async () => {
    const full: OutboxStore = {
      all: () => Promise.reject(new Error('forbidden')),
      put: () => Promise.reject(new Error('full')),
      remove: () => Promise.reject(new Error('forbidden')),
    };
    const w = world(full);
    w.state.connected = false;
    const outbox = new Outbox('p', w.surroundings);
    expect(outbox.durable.value).toBe(true);
    await outbox.add('a.Do', { n: 1 });
    expect(outbox.durable.value).toBe(false);
    expect(outbox.entries.value).toHaveLength(1);
    w.state.connected = true;
    outbox.resume();
    await settle();
    expect(w.sent).toHaveLength(1);
    expect(outbox.entries.value).toEqual([]);
  });

  it('puts a choice in the place of an earlier one that has not left the phone, and of one that was refused', async () => {
    const w = world();
    const insteadOf = (entry: { type: string }) => entry.type === 'a.Choose';
    w.state.connected = false;
    const outbox = new Outbox('p', w.surroundings);
    for (const n of [1, 2, 3]) await outbox.add('a.Choose', { n }, { insteadOf });
    await outbox.add('a.Other', {}, { insteadOf: () => false });
    expect(outbox.entries.value.map((e) => e.data)).toEqual([{ n: 3 }, {}]);
    expect(await w.store.all()).toHaveLength(2);
    w.state.connected = true;
    w.state.answers = [refused('ACTIVITY_CLOSED')];
    outbox.resume();
    await settle();
    expect(outbox.entries.value.map((e) => e.rejection?.code)).toEqual(['ACTIVITY_CLOSED']);
    await outbox.add('a.Choose', { n: 4 }, { insteadOf });
    await settle();
    expect(outbox.entries.value).toEqual([]);
    expect(w.sent.map((s) => s.data)).toEqual([{ n: 3 }, {}, { n: 4 }]);
  });

  it('does not take back what is on its way: the newer one follows it', async () => {
    const w = world();
    let answer = (_: CommandAnswer) => {};
    const first = new Promise<CommandAnswer>((resolve) => {
      answer = resolve;
    });
    const outbox = new Outbox('p', {
      ...w.surroundings,
      send: async (type, data, id) => {
        w.sent.push({ type, data, id });
        return w.sent.length === 1 ? first : ok;
      },
    });
    await outbox.add('a.Choose', { n: 1 }, { insteadOf: () => true });
    await settle();
    await outbox.add('a.Choose', { n: 2 }, { insteadOf: () => true });
    answer(ok);
    await settle();
    expect(w.sent.map((s) => s.data)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('holds a choice back for a moment, others not, and sends at once what an earlier page held', async () => {
    const w = world();
    const insteadOf = (entry: { type: string }) => entry.type === 'a.Choose';
    const outbox = new Outbox('p', w.surroundings);
    await outbox.add('a.Choose', { n: 1 }, { insteadOf, hold: 1000 });
    await w.pass(900);
    await outbox.add('a.Choose', { n: 2 }, { insteadOf, hold: 1000 });
    await outbox.add('a.Do', {});
    await w.pass(900);
    expect(w.sent.map((s) => s.type)).toEqual(['a.Do']);
    expect((await w.store.all()).map((e) => e.data)).toEqual([{ n: 2 }]);
    await w.pass(200);
    expect(w.sent.map((s) => s.data)).toEqual([{}, { n: 2 }]);
    await outbox.add('a.Choose', { n: 9 }, { insteadOf, hold: 1000 });
    const next = new Outbox('p', w.surroundings);
    await next.load();
    await settle();
    expect(w.sent.map((s) => s.data)).toEqual([{}, { n: 2 }, { n: 9 }]);
  });

  it('sends what it held when the person leaves', async () => {
    const w = world();
    const outbox = new Outbox('p', w.surroundings);
    await outbox.add('a.Choose', { n: 1 }, { hold: 1000 });
    outbox.release();
    await settle();
    expect(w.sent.map((s) => s.data)).toEqual([{ n: 1 }]);
    await w.pass(2000);
    expect(w.sent).toHaveLength(1);
  });

  it('shows what was answered until what it changed is here, a moment at the longest, and sends it once', async () => {
    const w = world();
    let arrive = () => {};
    const outbox = new Outbox('p', {
      ...w.surroundings,
      changed: () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    });
    const id = await outbox.add('a.Do', { n: 1 });
    await settle();
    expect(outbox.accepted.value.has(id)).toBe(true);
    expect(outbox.entries.value.map((e) => e.id)).toEqual([id]);
    expect(await w.store.all()).toEqual([]);
    expect(await outbox.take(id)).toBe(false);
    await outbox.flush();
    arrive();
    await settle();
    expect(outbox.entries.value).toEqual([]);
    await outbox.add('a.Do', { n: 2 });
    await settle();
    expect(outbox.entries.value).toHaveLength(1);
    await w.pass(400);
    expect(outbox.entries.value).toEqual([]);
    expect(w.sent.map((s) => s.data)).toEqual([{ n: 1 }, { n: 2 }]);
  });
});
