import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { EventStore } from '../../server/store/store.ts';
import { all, batch, meeting, row, sealing } from '../support/batches.ts';

/** One implementation under test: `reopen` gives a new store over the same data, as after a restart. */
export interface StoreUnderTest {
  readonly store: EventStore;
  reopen(): Promise<EventStore>;
  dispose(): Promise<void>;
}

/** What every event store does, whichever it is. */
export function eventStoreContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`the event store, ${name}`, () => {
    let under: StoreUnderTest;
    let store: EventStore;
    beforeEach(async () => {
      under = await make();
      store = under.store;
    });
    afterEach(() => under.dispose());

    it('gives back what was written, in order, and from a number on', async () => {
      const undo = { target: 'c/1', act: 'test', commands: [{ type: 'test', data: { a: [1, null, 'ش'] } }] };
      await store.append(batch(0, 3));
      await store.append(batch(3, 1, { events: [{ ...row(4), undo }] }));
      expect(await all(store.read(meeting, 0))).toEqual([row(1), row(2), row(3), { ...row(4), undo }]);
      expect((await all(store.read(meeting, 2))).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(await all(store.read(meeting, 4))).toEqual([]);
    });

    it('reads a long log whole', async () => {
      await store.append(batch(0, 1733));
      const numbers = (await all(store.read(meeting, 0))).map(({ seq }) => seq);
      expect(numbers).toEqual(Array.from({ length: 1733 }, (_, i) => i + 1));
    });

    it('still has it after a restart', async () => {
      const { row: event, puts, ids } = sealing(1, ['kept']);
      const head = await store.append(batch(0, 1, { events: [event], puts }));
      const again = await under.reopen();
      expect(await all(again.read(meeting, 0))).toEqual([event]);
      expect(await again.vault(meeting)).toEqual(new Map([[ids[0], { kind: 'text', text: 'kept' }]]));
      expect(await again.head(meeting)).toEqual(head);
      expect(await again.meetings()).toEqual([{ id: meeting, code: '123456', createdAt: 1 }]);
    });

    it('refuses a batch that expects another number, and writes none of it', async () => {
      await store.append(batch(0, 2));
      const { puts } = sealing(2, ['not written']);
      const receipts = [{ actor: 'p', id: 'x', outcome: { ok: true, seq: 2, at: 1 } as CommandAnswer }];
      await expect(store.append(batch(1, 1, { puts, receipts }))).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(store.append(batch(3))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await all(store.read(meeting, 0))).toHaveLength(2);
      expect((await store.vault(meeting)).size).toBe(0);
      expect(await store.receipt(meeting, 'p', 'x')).toBeNull();
    });

    it('refuses events that are not numbered one after the other', async () => {
      await store.append(batch(0));
      await expect(store.append(batch(1, 0, { events: [row(3)] }))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await store.head(meeting)).seq).toBe(1);
    });

    it('begins a meeting once, with a code that no other has', async () => {
      await store.append(batch(0));
      await expect(store.append(batch(0))).rejects.toMatchObject({
        code: expect.stringMatching(/CONFLICT|CODE_TAKEN/),
      });
      const other = { meeting: 'other' as MeetingId };
      await expect(store.append({ ...batch(0), ...other })).rejects.toMatchObject({ code: 'CODE_TAKEN' });
      expect(await store.head(other.meeting)).toMatchObject({ seq: 0 });
      await store.append({ ...batch(0), ...other, begins: { code: '654321', createdAt: 2 } });
      expect((await store.meetings()).map(({ code }) => code)).toEqual(['123456', '654321']);
    });

    it('keeps meetings apart', async () => {
      const other = { meeting: 'other' as MeetingId, begins: { code: '654321', createdAt: 2 } };
      await store.append(batch(0, 2));
      await store.append({ ...batch(0, 3), ...other });
      expect((await store.head(meeting)).seq).toBe(2);
      expect((await store.head(other.meeting)).seq).toBe(3);
      const [a, b] = [await store.head(meeting), await store.head(other.meeting)];
      expect(a.hash).not.toBe(b.hash);
    });

    it('gives a command’s answer again, to the one who gave it, in its meeting', async () => {
      const outcome: CommandAnswer = { ok: true, seq: 1, at: 5, items: ['i1'], ref: 'C1', late: true };
      await store.append(batch(0, 1, { receipts: [{ actor: 'p:1', id: 'command-1', outcome }] }));
      expect(await store.receipt(meeting, 'p:1', 'command-1')).toEqual(outcome);
      expect(await store.receipt(meeting, 'p:2', 'command-1')).toBeNull();
      expect(await store.receipt(meeting, 'p:1', 'command-2')).toBeNull();
      expect(await store.receipt('other' as MeetingId, 'p:1', 'command-1')).toBeNull();
    });

    it('keeps a receipt without events', async () => {
      await store.append(batch(0));
      const outcome: CommandAnswer = { ok: true, seq: 1, at: 5 };
      const head = await store.append(batch(1, 0, { receipts: [{ actor: 'p:1', id: 'nothing-new', outcome }] }));
      expect(head.seq).toBe(1);
      expect(await store.receipt(meeting, 'p:1', 'nothing-new')).toEqual(outcome);
    });

    it('forgets a value and keeps the others', async () => {
      const { row: event, puts, ids } = sealing(1, ['first', 'second', 'third']);
      await store.append(batch(0, 1, { events: [event], puts }));
      await store.append(batch(1, 1, { forgets: [ids[1] as string, 'never-there'] }));
      const texts = [...(await store.vault(meeting)).values()].map((value) => value.kind === 'text' && value.text);
      expect(texts).toEqual(['first', 'third']);
      expect(await store.verify(meeting)).toMatchObject({ ok: true });
    });

    it('never gives a value that was put and forgotten in one batch', async () => {
      const { row: event, puts, ids } = sealing(1, ['gone at once']);
      await store.append(batch(0, 1, { events: [event], puts, forgets: ids }));
      expect((await store.vault(meeting)).size).toBe(0);
    });

    it('gives each event a hash of its own that the next builds on', async () => {
      const hashes = new Set([(await store.head(meeting)).hash]);
      for (let seq = 0; seq < 5; seq++) hashes.add((await store.append(batch(seq))).hash);
      expect(hashes.size).toBe(6);
      expect([...hashes].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
      expect(await store.verify(meeting)).toEqual({ ok: true, head: await store.head(meeting) });
    });

    it('knows nothing of a meeting that it has not', async () => {
      const unknown = 'unknown' as MeetingId;
      expect(await store.meetings()).toEqual([]);
      expect(await all(store.read(unknown, 0))).toEqual([]);
      expect((await store.head(unknown)).seq).toBe(0);
      expect((await store.vault(unknown)).size).toBe(0);
    });
  });
}
