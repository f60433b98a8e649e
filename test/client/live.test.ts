import { describe, expect, it } from '@jest/globals';
import type { Connection } from '../../client/lib/connection.ts';
import { Live } from '../../client/lib/live.ts';

type Listener = (frame: unknown) => void;

/** A socket whose other end is the test. */
class Wire implements Connection {
  connected = false;
  readonly asked: { event: string; frame: unknown }[] = [];
  answer: (event: string, frame: unknown) => unknown = () => {
    throw new Error('no answer');
  };
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: (frame: never) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener as Listener]);
  }
  connect(): void {
    this.connected = true;
    this.tell('connect', undefined);
  }
  disconnect(): void {
    this.connected = false;
  }
  timeout() {
    return {
      emitWithAck: async (event: string, frame: unknown) => {
        this.asked.push({ event, frame });
        return this.answer(event, frame);
      },
    };
  }
  tell(event: string, frame: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(frame);
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const joined = (seq: number, more = {}) => ({
  ok: true,
  epoch: 'e',
  seq,
  now: Date.now() + 60_000,
  self: null,
  ...more,
});

async function started() {
  const wire = new Wire();
  wire.answer = () => {
    wire.tell('snapshot', { epoch: 'e', seq: 3, entries: [['agenda', { current: null, items: [] }]] });
    return joined(3, { self: { participant: 'p' } });
  };
  const live = new Live('participant', () => wire);
  live.start();
  await settle();
  return { wire, live };
}

describe('the live connection', () => {
  it('joins, shows what came, and keeps the server’s clock', async () => {
    const { wire, live } = await started();
    expect(live.state.value).toBe('live');
    expect(wire.asked[0]).toEqual({
      event: 'join',
      frame: { version: 1, surface: 'participant', last: 0, epoch: null },
    });
    expect(live.value('agenda').value).toEqual({ current: null, items: [] });
    expect(live.self.value).toEqual({ participant: 'p' });
    // A minute ahead of this machine; how exactly depends on how long the answer took.
    expect(live.now() - Date.now()).toBeGreaterThan(50_000);
    expect(Number.isInteger(live.now())).toBe(true);
    live.stop();
  });

  it('joins again from where it stands after a gap, and after the connection was lost', async () => {
    const { wire, live } = await started();
    wire.answer = () => {
      wire.tell('patch', { from: 3, to: 8, entries: [['c/1', 'one']] });
      return joined(8);
    };
    wire.tell('patch', { from: 5, to: 6, entries: [['c/9', 'out of turn']] });
    await settle();
    expect(wire.asked[1]?.frame).toMatchObject({ last: 3, epoch: 'e' });
    expect(live.value('c/9').value).toBeUndefined();
    expect(live.value('c/1').value).toBe('one');

    wire.answer = () => joined(8);
    wire.tell('disconnect', 'transport close');
    expect(live.state.value).toBe('offline');
    expect(live.value('c/1').value).toBe('one');
    wire.tell('connect', undefined);
    await settle();
    expect(wire.asked[2]?.frame).toMatchObject({ last: 8, epoch: 'e' });
    expect(live.state.value).toBe('live');
    live.stop();
  });

  it('takes a snapshot where it does not stand where the server says', async () => {
    const { wire, live } = await started();
    wire.answer = (_event, frame) => {
      if ((frame as { last: number }).last === 0)
        wire.tell('snapshot', { epoch: 'f', seq: 12, entries: [['c/1', 'new']] });
      return joined(12, { epoch: 'f' });
    };
    wire.tell('disconnect', 'transport close');
    wire.tell('connect', undefined);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(wire.asked.slice(1).map(({ frame }) => (frame as { last: number }).last)).toEqual([3, 0]);
    expect(live.value('c/1').value).toBe('new');
    expect(live.state.value).toBe('live');
    live.stop();
  });

  it('is refused for good where the session no longer holds, and lets nothing of the person stay', async () => {
    const { wire, live } = await started();
    wire.tell('bye', { reason: 'revoked' });
    expect(live.state.value).toBe('refused');
    expect(live.refusal.value).toEqual({ code: 'SESSION_UNKNOWN' });
    expect(live.self.value).toBeNull();
    expect(wire.connected).toBe(false);
    live.stop();
  });

  it('answers UNAVAILABLE for a command without a connection or an answer, and the server’s word otherwise', async () => {
    const { wire, live } = await started();
    wire.answer = () => ({ ok: true, seq: 4, at: 5 });
    expect(await live.send('a.Do', { n: 1 }, 'id-of-sixteen-xx')).toEqual({ ok: true, seq: 4, at: 5 });
    expect(wire.asked[1]).toEqual({
      event: 'command',
      frame: { id: 'id-of-sixteen-xx', type: 'a.Do', data: { n: 1 } },
    });
    wire.answer = () => {
      throw new Error('timed out');
    };
    expect(await live.send('a.Do', {})).toEqual({ ok: false, rejection: { code: 'UNAVAILABLE' } });
    wire.tell('disconnect', 'transport close');
    expect(await live.send('a.Do', {})).toEqual({ ok: false, rejection: { code: 'UNAVAILABLE' } });
    expect(wire.asked).toHaveLength(3);
    live.stop();
  });

  describe('of a rehearsal', () => {
    const rehearsal = ['meeting', { timezone: 'UTC', region: 'TN', rehearsal: true }];
    async function inIt(meeting: unknown[] = rehearsal) {
      const { wire, live } = await started();
      wire.tell('patch', { from: 3, to: 4, entries: [meeting] });
      return { wire, live };
    }

    it('is over when the server says so', async () => {
      const { wire, live } = await inIt();
      expect(live.ended.value).toBe(false);
      wire.tell('bye', { reason: 'ended' });
      expect(live.ended.value).toBe(true);
      expect(live.state.value).toBe('refused');
      expect(wire.connected).toBe(false);
      live.stop();
    });

    it('is over when the page was away at its end, and nobody knows it any more', async () => {
      const { wire, live } = await inIt();
      wire.answer = () => ({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
      wire.tell('disconnect', 'transport close');
      wire.connect();
      await settle();
      expect(live.ended.value).toBe(true);
      live.stop();
    });

    it('is not over for one who is shut out of it, nor is a real meeting for one whom it does not know', async () => {
      const revoked = await inIt();
      revoked.wire.tell('bye', { reason: 'revoked' });
      expect(revoked.live.state.value).toBe('refused');
      expect(revoked.live.ended.value).toBe(false);
      revoked.live.stop();
      const real = await inIt(['meeting', { timezone: 'UTC', region: 'TN' }]);
      real.wire.tell('bye', { reason: 'ended' });
      expect(real.live.refusal.value).toEqual({ code: 'SESSION_UNKNOWN' });
      expect(real.live.ended.value).toBe(false);
      real.live.stop();
    });
  });
});
