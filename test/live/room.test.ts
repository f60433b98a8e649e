import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../server/domain/actors.ts';
import type { Command, CommandEnvelope } from '../../server/domain/commands.ts';
import type { MeetingId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { Room, type RoomSurroundings } from '../../server/live/room.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { cleanUpAfterEach, FaultyStore, freshStores } from '../support/stores.ts';
import { facilitator, person, START, system } from '../support/test-meeting.ts';

cleanUpAfterEach();

/** A room with a clock that stands still until it is moved. */
async function openRoom(store = new FaultyStore(freshStores().events)) {
  let now = START;
  let ids = 0;
  const timers: { at: number; call: () => void }[] = [];
  const reported: unknown[] = [];
  const surroundings: RoomSurroundings = {
    now: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    newId: () => `id-${++ids}-${Math.random().toString(36).slice(2)}`,
    guessLanguage: () => null,
    report: (error) => reported.push(error),
  };
  const room = await Room.open('sample' as MeetingId, store, surroundings);
  let commands = 0;
  const send = (
    actor: Actor,
    type: Command['type'],
    data: unknown,
    id = `command-id-${String(++commands).padStart(8, '0')}`,
  ) => room.submit(actor, { id, type, data } as CommandEnvelope);
  /** Lets time pass; timers fire when they are due, or so many milliseconds before. */
  const advance = async (ms: number, early = 0) => {
    now += ms;
    for (const timer of timers.filter((t) => t.at <= now + early)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.call();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { room, send, store, surroundings, advance, reported };
}

async function inUse(store?: FaultyStore) {
  const opened = await openRoom(store);
  await opened.send(system, 'core.Create', { file: sampleMeeting(), code: '123456' });
  for (const id of ['ann', 'bob'])
    await opened.send(system, 'core.Join', {
      participant: id,
      profile: { name: id, organisation: 'sfax-city', city: null, kind: null },
      consents: { present: false, words: false },
      lang: 'en',
    });
  await opened.send(facilitator, 'core.OpenActivity', { activity: 'live' });
  return opened;
}

const ann = person('ann');
const say = { activity: 'live', text: 'A monthly open desk.' };
const code = (answer: CommandAnswer) => (answer.ok ? null : answer.rejection.code);

describe('a room', () => {
  it('law 1: neither answers nor publishes before the commit is on disk', async () => {
    const { room, send, store } = await inUse();
    let release = () => {};
    store.delay = () => new Promise((resolve) => (release = resolve));
    const seen: string[] = [];
    room.onCommit(() => seen.push('published'));
    const answered = send(ann, 'discussion.Contribute', say).then(() => seen.push('answered'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(room.settled).toBe(false);
    expect(seen).toEqual([]);
    const read = room.read((state) => state.homes.size).then((size) => seen.push(`read ${size}`));
    release();
    await Promise.all([answered, read]);
    expect(seen[0]).toBe('published');
    expect(seen).toContain('answered');
    expect(seen).toContain('read 1');
  });

  it('one commit for what arrives together', async () => {
    const { send, store } = await inUse();
    const before = store.appended;
    const answers = await Promise.all(Array.from({ length: 40 }, () => send(ann, 'discussion.Contribute', say)));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect(store.appended - before).toBe(1);
  });

  it('law 6: a command sent twice, at once or again, happens once and has one answer', async () => {
    const { room, send } = await inUse();
    const id = 'the-same-command-id';
    const [one, two] = await Promise.all([
      send(ann, 'discussion.Contribute', say, id),
      send(ann, 'discussion.Contribute', say, id),
    ]);
    const three = await send(ann, 'discussion.Contribute', say, id);
    expect(one.ok).toBe(true);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(await room.read((state) => state.homes.size)).toBe(1);
  });

  it('law 6: also across a restart, and for commands that changed nothing', async () => {
    const store = new FaultyStore(freshStores().events);
    const first = await inUse(store);
    const id = 'the-same-command-id';
    const consents = { present: false, words: false };
    const said = await first.send(ann, 'discussion.Contribute', say, id);
    const nothing = await first.send(ann, 'core.SetConsents', consents, 'nothing-changed-0001');
    await first.send(ann, 'core.SetConsents', { present: true, words: true });
    await first.room.close();
    const second = await openRoom(store);
    expect(await second.send(ann, 'discussion.Contribute', say, id)).toEqual(said);
    expect(await second.send(ann, 'core.SetConsents', consents, 'nothing-changed-0001')).toEqual(nothing);
    expect(await second.room.read((state) => state.participants.get('ann' as never)?.consents.words)).toBe(true);
    expect(await second.room.read((state) => state.homes.size)).toBe(1);
  });

  it('law 6: the same id of two people is two commands', async () => {
    const { room, send } = await inUse();
    await send(ann, 'discussion.Contribute', say, 'the-same-command-id');
    await send(person('bob'), 'discussion.Contribute', say, 'the-same-command-id');
    expect(await room.read((state) => state.homes.size)).toBe(2);
  });

  it('a commit that fails answers NOT_SAVED, publishes nothing, and may be sent again', async () => {
    const { room, send, store, reported } = await inUse();
    const seen: unknown[] = [];
    room.onCommit((_touches, events) => seen.push(...events));
    store.next = () => 'before';
    const id = 'the-same-command-id';
    expect(code(await send(ann, 'discussion.Contribute', say, id))).toBe('NOT_SAVED');
    expect(reported).toHaveLength(1);
    expect(seen).toEqual([]);
    expect(await room.read((state) => state.homes.size)).toBe(0);
    store.next = () => 'none';
    const answer = await send(ann, 'discussion.Contribute', say, id);
    expect(answer).toMatchObject({ ok: true, ref: 'C1' });
    expect(await store.verify('sample' as MeetingId)).toMatchObject({ ok: true });
  });

  it('an unclear commit that landed is found in the log and answered as saved', async () => {
    const { room, send, store } = await inUse();
    const touches: unknown[] = [];
    room.onCommit((seen) => touches.push(...seen));
    store.next = () => 'unclear';
    const id = 'the-same-command-id';
    expect(await send(ann, 'discussion.Contribute', say, id)).toMatchObject({ ok: true, ref: 'C1' });
    expect(touches).toEqual([{ everything: true }]);
    store.next = () => 'none';
    expect(await send(ann, 'discussion.Contribute', say, id)).toMatchObject({ ok: true, ref: 'C1' });
    expect(await room.read((state) => state.homes.size)).toBe(1);
  });

  it('a store that cannot even be read keeps the room from showing what never happened', async () => {
    const { room, send, store } = await inUse();
    store.next = () => 'before';
    const { read } = store;
    store.read = () => {
      throw new Error('planted: the disk is gone');
    };
    expect(code(await send(ann, 'discussion.Contribute', say))).toBe('NOT_SAVED');
    expect(room.settled).toBe(false);
    expect(code(await send(ann, 'discussion.Contribute', say))).toBe('NOT_SAVED');
    await expect(room.read(() => 0)).rejects.toThrow('the disk is gone');
    store.read = read;
    store.next = () => 'none';
    expect(await room.read((state) => state.homes.size)).toBe(0);
    expect(await send(ann, 'discussion.Contribute', say)).toMatchObject({ ok: true, ref: 'C1' });
  });

  it('ends a grace by the clock, also after a restart', async () => {
    const store = new FaultyStore(freshStores().events);
    const first = await inUse(store);
    await first.send(facilitator, 'core.CloseActivity', { activity: 'live', graceSeconds: 60 });
    await first.advance(30_000);
    expect(await first.room.read((s) => s.activities.get('live' as never)?.status)).toBe('closing');
    await first.advance(31_000);
    expect(await first.room.read((s) => s.activities.get('live' as never)?.status)).toBe('closed');
    await first.send(facilitator, 'core.OpenActivity', { activity: 'live' });
    await first.send(facilitator, 'core.CloseActivity', { activity: 'live', graceSeconds: 600 });
    await first.room.close();
    const second = await openRoom(store);
    await second.advance(700_000);
    expect(await second.room.read((s) => s.activities.get('live' as never)?.status)).toBe('closed');
  });

  it('a timer that fires too early ends no grace, and does not keep it from ending', async () => {
    const { room, send, advance } = await inUse();
    const status = () => room.read((s) => s.activities.get('live' as never)?.status);
    await send(facilitator, 'core.CloseActivity', { activity: 'live', graceSeconds: 60 });
    await advance(59_999, 1);
    expect(await status()).toBe('closing');
    await advance(5);
    expect(await status()).toBe('closed');
  });

  it('a clock that goes back does not take the log with it', async () => {
    const { room, send, advance } = await inUse();
    await send(ann, 'discussion.Contribute', say);
    await advance(-3_600_000);
    await send(ann, 'discussion.Contribute', say);
    expect(await room.read((state) => state.at)).toBe(START);
  });

  it('refuses what does not parse, and unknown commands, each with its code', async () => {
    const { send } = await inUse();
    expect(code(await send(ann, 'discussion.Contribute', { activity: 'live' }))).toBe('MALFORMED');
    expect(code(await send(ann, 'discussion.Nothing' as Command['type'], {}))).toBe('UNKNOWN_COMMAND');
    expect(code(await send(ann, 'toString' as Command['type'], {}))).toBe('UNKNOWN_COMMAND');
    expect(code(await send(ann, 'core.StartItem', { item: 'first' }))).toBe('NOT_ALLOWED');
  });
});
