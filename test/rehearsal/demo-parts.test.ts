import { describe, expect, it } from '@jest/globals';
import type { MeetingId } from '../../server/domain/ids.ts';
import { momentOf, SimulatedClock } from '../../server/rehearsal/demo/clock.ts';
import { GatheringStore } from '../../server/rehearsal/demo/gathering-store.ts';
import type { Batch } from '../../server/store/store.ts';
import { cleanUpAfterEach, freshStores } from '../support/stores.ts';

describe('the clock of a demonstration', () => {
  it('does what is due on the way, in order, also what was planned meanwhile', async () => {
    const clock = new SimulatedClock(1000);
    const done: [string, number][] = [];
    const note = (what: string) => () => void done.push([what, clock.now()]);
    clock.plan(3000, note('third'));
    clock.plan(2000, async () => {
      note('first')();
      clock.after(500, note('second'));
    });
    clock.plan(3000, note('fourth'));
    const cancel = clock.plan(2500, note('never'));
    clock.plan(9000, note('later'));
    cancel();
    await clock.until(4000);
    expect(done).toEqual([
      ['first', 2000],
      ['second', 2500],
      ['third', 3000],
      ['fourth', 3000],
    ]);
    expect(clock.now()).toBe(4000);
    // What should have been done is done late, and the clock never goes back.
    clock.plan(100, note('late'));
    await clock.until(4000);
    expect(done.at(-1)).toEqual(['late', 4000]);
  });

  it('knows the time of day in a zone, in summer too', () => {
    expect(momentOf('2019-06-25', '09:00', 'Africa/Tunis')).toBe(Date.UTC(2019, 5, 25, 8));
    expect(momentOf('2019-06-25', '00:05', 'Europe/Athens')).toBe(Date.UTC(2019, 5, 24, 21, 5));
    expect(momentOf('2019-01-25', '23:50', 'America/Montreal')).toBe(Date.UTC(2019, 0, 26, 4, 50));
  });
});

describe('a gathering store', () => {
  cleanUpAfterEach();

  const meeting = 'm' as MeetingId;
  const batch = (more: Partial<Batch> & Pick<Batch, 'expectedSeq'>): Batch => ({
    meeting,
    events: [
      {
        seq: more.expectedSeq + 1,
        type: 'core.LanguageSet',
        v: 1,
        at: 5,
        actor: { kind: 'system' },
        data: { participant: 'p', lang: 'fr' },
      },
    ],
    puts: [],
    forgets: [],
    receipts: [],
    ...more,
  });
  const put = (id: string) => ({ id, salt: new Uint8Array(16), value: { kind: 'text' as const, text: id } });

  it('keeps everything to itself until it is written, in one commit', async () => {
    const stores = freshStores();
    const gathering = new GatheringStore(stores.events);
    await gathering.append(
      batch({ expectedSeq: 0, begins: { code: '123456', createdAt: 5 }, puts: [put('a'), put('b')] }),
    );
    const outcome = { ok: true as const, seq: 2, at: 5 };
    await gathering.append(batch({ expectedSeq: 1, forgets: ['a'], receipts: [{ actor: 'p:x', id: 'c', outcome }] }));
    expect(await stores.events.meetings()).toEqual([]);
    expect(await gathering.receipt(meeting, 'p:x', 'c')).toEqual(outcome);
    const head = await gathering.write(7);
    expect(head.seq).toBe(2);
    expect(await stores.events.meetings()).toEqual([{ id: meeting, code: '123456', createdAt: 7 }]);
    expect([...(await stores.events.vault(meeting)).keys()]).toEqual(['b']);
    expect(await stores.events.receipt(meeting, 'p:x', 'c')).toEqual(outcome);
    expect(await stores.events.verify(meeting)).toEqual({ ok: true, head });
    await stores.close();
  });

  it('refuses what does not follow, a second meeting, and a code that is taken', async () => {
    const stores = freshStores();
    await stores.events.append(batch({ expectedSeq: 0, begins: { code: '123456', createdAt: 5 } }));
    const gathering = new GatheringStore(stores.events);
    const begins = (code: string) => ({ begins: { code, createdAt: 5 } });
    const other = 'n' as MeetingId;
    await expect(gathering.append(batch({ expectedSeq: 0 }))).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(gathering.write(1)).rejects.toMatchObject({ code: 'IO' });
    const taken = batch({ meeting: other, expectedSeq: 0, ...begins('123456') });
    await expect(gathering.append(taken)).rejects.toMatchObject({ code: 'CODE_TAKEN' });
    await gathering.append(batch({ meeting: other, expectedSeq: 0, ...begins('654321') }));
    await expect(gathering.append(batch({ meeting: other, expectedSeq: 0 }))).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const second = batch({ expectedSeq: 0, ...begins('111111') });
    await expect(gathering.append(second)).rejects.toMatchObject({ code: 'CONFLICT' });
    await stores.close();
  });
});
