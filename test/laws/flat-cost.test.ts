import { describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../server/domain/activities/discussion/state.ts';
import { type Audience, audiences } from '../../server/domain/actors.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { touchesOf } from '../../server/domain/view.ts';
import { AudienceStream } from '../../server/live/stream.ts';
import { facilitator, type Parts, person, TestMeeting } from '../support/test-meeting.ts';

/** Entries of the meeting's tables that have been looked at. */
let looked = 0;

/** A map that counts what is taken out of it, one by one or in passing over it. */
class CountingMap<K, V> extends Map<K, V> {
  override get(key: K) {
    looked++;
    return super.get(key);
  }
  override *values() {
    for (const value of super.values()) {
      looked++;
      yield value;
    }
    return undefined;
  }
  override *entries() {
    for (const entry of super.entries()) {
      looked++;
      yield entry;
    }
    return undefined;
  }
  override *keys() {
    for (const key of super.keys()) {
      looked++;
      yield key;
    }
    return undefined;
  }
  override [Symbol.iterator]() {
    return this.entries();
  }
}

const counting = (state: MeetingState): void => {
  const replace = (owner: object, name: string) => {
    const map = (owner as Record<string, unknown>)[name] as Map<unknown, unknown>;
    Object.defineProperty(owner, name, { value: new CountingMap(map), writable: true });
  };
  for (const name of ['vault', 'participants', 'homes', 'translations']) replace(state, name);
  for (const { slice } of state.activities.values())
    for (const [name, value] of Object.entries(slice as object))
      if (value instanceof Map) replace(slice as object, name);
};

/** Notes what a command costs, under a name. */
type Measure = (name: string, command: () => void) => void;

/** What each command costs, by its type, in a meeting that already holds so many contributions. */
function costs(size: number, parts: Partial<Parts> = {}): Record<string, number> {
  const meeting = new TestMeeting(parts);
  for (let i = 0; i < 100; i++) meeting.join(`p${i}`);
  const settings = { table: { reveal: 'live' }, dots: { results: 'live' } };
  for (const [activity, some] of Object.entries(settings))
    meeting.give(facilitator, 'core.Configure', { activity, settings: some });
  for (const activity of ['live', 'table', 'dots']) meeting.open(activity);
  const items: ItemId[] = [];
  const entries: ItemId[] = [];
  for (let i = 0; i < size; i++) {
    items.push(meeting.say(person(`p${i % 90}`), `text ${i}`));
    entries.push(enter(meeting, `p${i % 90}`, i));
    if (i % 10 === 0) contest(meeting, `p${(i + 7) % 90}`, entries[i]!);
  }
  for (let i = 0; i < 40; i++) vote(meeting, `p${i}`, { o1: 1, o2: 1 });
  const streams = new Map<Audience, AudienceStream>(
    audiences.map((a) => [a, new AudienceStream(a, 'e', meeting.state)]),
  );
  counting(meeting.state);
  meeting.onCommit((touches) => {
    for (const stream of streams.values()) {
      for (const touch of touches) stream.mark(touch);
      stream.flush(meeting.state, true);
    }
  });
  const cost: Record<string, number> = {};
  const measure: Measure = (name, command) => {
    looked = 0;
    command();
    cost[name] = looked;
  };
  const of = (item: number) => ({ activity: 'live', item: items[item] });
  measure('contribute', () => void meeting.say(person('p95'), 'one more'));
  measure('endorse', () => void meeting.give(person('p96'), 'discussion.Endorse', of(3)));
  measure('edit', () => void meeting.give(person('p4'), 'discussion.Edit', { ...of(4), text: 'other words' }));
  measure('withdraw', () => void meeting.give(person('p5'), 'discussion.Withdraw', of(5)));
  measure('hide', () => void meeting.give(facilitator, 'discussion.Hide', { ...of(6), reason: 'insult' }));
  measure('undo', () => void meeting.give(facilitator, 'core.Undo', { seq: meeting.state.seq }));
  measure(
    'merge',
    () => void meeting.give(facilitator, 'discussion.Merge', { activity: 'live', into: items[7], from: [items[8]] }),
  );
  measure('remove', () => void meeting.give(facilitator, 'discussion.Remove', { ...of(9), reason: 'insult' }));
  measure(
    'translate',
    () => void meeting.give(facilitator, 'core.Translate', { item: items[3], lang: 'fr', text: 'mots' }),
  );
  measure('pause', () => void meeting.give(facilitator, 'core.PauseActivity', { activity: 'live' }));
  matrixCosts(meeting, entries, measure);
  ballotCosts(meeting, [items[3]!, entries[3]!], measure);
  return cost;
}

function matrixCosts(meeting: TestMeeting, entries: readonly ItemId[], measure: Measure): void {
  const of = (item: number) => ({ activity: 'table', item: entries[item] });
  measure('enter', () => void enter(meeting, 'p95', 0));
  measure('endorse an entry', () => void meeting.give(person('p96'), 'matrix.Endorse', of(3)));
  measure('contest', () => void contest(meeting, 'p96', entries[3]!));
  measure('withdraw an entry', () => void meeting.give(person('p4'), 'matrix.Withdraw', of(4)));
  measure('hide an entry', () => void meeting.give(facilitator, 'matrix.Hide', { ...of(10), reason: 'insult' }));
  measure('take that back', () => void meeting.give(facilitator, 'core.Undo', { seq: meeting.state.seq }));
  measure(
    'merge entries',
    () => void meeting.give(facilitator, 'matrix.Merge', { activity: 'table', into: entries[20], from: [entries[24]] }),
  );
  measure('remove an entry', () => void meeting.give(facilitator, 'matrix.Remove', { ...of(9), reason: 'insult' }));
}

function ballotCosts(meeting: TestMeeting, items: readonly ItemId[], measure: Measure): void {
  const option = { activity: 'dots', option: 'o1' };
  measure('vote', () => void vote(meeting, 'p95', { o1: 2 }));
  measure('vote anew', () => void vote(meeting, 'p95', { o2: 1 }));
  measure('carry over', () => void meeting.give(facilitator, 'ballot.CarryOver', { activity: 'dots', items }));
  measure(
    'add an option',
    () => void meeting.give(facilitator, 'ballot.AddOption', { activity: 'dots', label: { fr: 'x' } }),
  );
  measure('withdraw an option', () => void meeting.give(facilitator, 'ballot.WithdrawOption', option));
  measure('restore it', () => void meeting.give(facilitator, 'ballot.RestoreOption', option));
}

const added = (meeting: TestMeeting): ItemId => (meeting.log.at(-1)!.data as { item: ItemId }).item;

/** An entry of the matrix; every fourth is in the same cell. */
function enter(meeting: TestMeeting, who: string, i: number): ItemId {
  const cell = { row: ['rights', 'services'][i % 2], column: ['strong', 'weak'][Math.floor(i / 2) % 2] };
  meeting.give(person(who), 'matrix.Contribute', { activity: 'table', ...cell, text: `entry ${i}` });
  return added(meeting);
}

function contest(meeting: TestMeeting, who: string, item: ItemId): ItemId {
  meeting.give(person(who), 'matrix.Contest', { activity: 'table', item, text: 'against it' });
  return added(meeting);
}

function vote(meeting: TestMeeting, who: string, dots: Readonly<Record<string, number>>): void {
  const given = Object.entries(dots).map(([option, n]) => ({ option, n }));
  meeting.give(person(who), 'ballot.Vote', { activity: 'dots', dots: given });
}

describe('law 7: a command costs the same in a long meeting as in a short one', () => {
  it('from decide to the patches of all audiences', () => {
    // Both so long that each of the 90 people has written: what is counted by person costs the same.
    expect(costs(3000)).toEqual(costs(100));
  });

  it('and a touch that passes over everything is noticed', () => {
    const faulty: Parts['touchesOf'] = (state, event) => {
      const slice = state.activities.get('live' as ActivityId)?.slice as DiscussionState | undefined;
      const pinned = [...(slice?.contributions.values() ?? [])].filter((c) => c.pinned).map((c) => `c/${c.id}`);
      const touch = touchesOf(state, event);
      return { ...touch, keys: [...(touch.keys ?? []), ...pinned] };
    };
    expect(costs(500, { touchesOf: faulty })).not.toEqual(costs(100, { touchesOf: faulty }));
  });
});
