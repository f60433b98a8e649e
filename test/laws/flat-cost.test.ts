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
  const slice = state.activities.get('live' as ActivityId)?.slice as DiscussionState;
  for (const name of ['contributions', 'byAuthor', 'endorsedBy']) replace(slice, name);
};

/** What each command costs, by its type, in a meeting that already holds so many contributions. */
function costs(size: number, parts: Partial<Parts> = {}): Record<string, number> {
  const meeting = new TestMeeting(parts);
  meeting.open();
  for (let i = 0; i < 100; i++) meeting.join(`p${i}`);
  const items: ItemId[] = [];
  for (let i = 0; i < size; i++) items.push(meeting.say(person(`p${i % 90}`), `text ${i}`));
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
  const measure = (name: string, command: () => void) => {
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
  return cost;
}

describe('law 7: a command costs the same in a long meeting as in a short one', () => {
  it('from decide to the patches of all audiences', () => {
    // Both so long that each of the 90 people has written: what is counted by person costs the same.
    expect(costs(5000)).toEqual(costs(100));
  });

  it('and a touch that passes over everything is noticed', () => {
    const faulty: Parts['touchesOf'] = (state, event) => {
      const slice = state.activities.get('live' as ActivityId)?.slice as DiscussionState | undefined;
      const pinned = [...(slice?.contributions.values() ?? [])].filter((c) => c.pinned).map((c) => `c/${c.id}`);
      const touch = touchesOf(state, event);
      return { ...touch, keys: [...(touch.keys ?? []), ...pinned] };
    };
    expect(costs(500, { touchesOf: faulty })).not.toEqual(costs(50, { touchesOf: faulty }));
  });
});
