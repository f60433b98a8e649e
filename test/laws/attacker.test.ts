import { describe, expect, it } from '@jest/globals';
import { type Buckets, bucketsOf, fixedBuckets } from '../../server/domain/buckets.ts';
import { decide } from '../../server/domain/decide.ts';
import { evolve } from '../../server/domain/evolve.ts';
import type { ListId } from '../../server/domain/ids.ts';
import { isPresent } from '../../server/domain/parts/attendance.ts';
import { kindOf, type MeetingState, type Participant } from '../../server/domain/state.ts';
import { touchesOf } from '../../server/domain/view.ts';
import type { Parts } from '../support/test-meeting.ts';
import { type Attack, attack } from './attacked-room.ts';

const ROOMS = 200;
const BATCH = 25;
const batches = Array.from({ length: ROOMS / BATCH }, (_, i) => i * BATCH);

describe('whoever holds the attendance and every output', () => {
  const attacks: Attack[] = [];

  it.each(batches)(
    '[MTG55] [MTG56] [MTG57] [MTG58] narrows no author and no vote below three, rooms from %i',
    (first) => {
      for (let seed = first + 1; seed <= first + BATCH; seed++) {
        const found = attack(seed);
        attacks.push(found);
        expect([seed, found.found]).toEqual([seed, []]);
      }
    },
  );

  it('had something to go by', () => {
    expect(attacks.length).toBe(ROOMS);
    expect(attacks.every((a) => a.tried > 0)).toBe(true);
    expect(attacks.filter((a) => a.read > 0).length).toBeGreaterThan(ROOMS / 2);
    // Not all rooms are so small that everybody is "a participant".
    expect(attacks.filter((a) => a.standing).length).toBeGreaterThan(ROOMS / 3);
    expect(attacks.filter((a) => a.frames > 10).length).toBeGreaterThan(ROOMS / 2);
    expect(attacks.filter((a) => a.heard > 0).length).toBeGreaterThan(ROOMS / 4);
  });
});

/** The first thing of its kind that is found out in so many rooms; null where nothing is. */
function foundIn(rooms: number, parts: Partial<Parts>, kind = /./): string | null {
  for (let seed = 1; seed <= rooms; seed++) {
    const found = attack(seed, parts).found.find((one) => kind.test(one));
    if (found) return found;
  }
  return null;
}

/** A build that says otherwise what stands by itself at an opening, of those who are there. */
const fixing =
  (choose: (present: Participant[], by: 'city' | 'kind', state: MeetingState) => ListId[]): Parts['decide'] =>
  (state, command, input) => {
    const decision = decide(state, command, input);
    const present = [...state.participants.values()].filter((p) => isPresent(state.parts.attendance, p.id));
    for (const { type, data } of decision.events)
      if (type === 'core.BucketsFixed') Object.assign(data, { buckets: choose(present, data.by, state) });
    return decision;
  };

/** The cities or kinds of so many people, whatever is left over. */
const ofAtLeast = (n: number) =>
  fixing((present, by) => {
    const values = new Set(present.flatMap((p) => p[by] ?? []));
    return [...values].filter((value) => present.filter((p) => p[by] === value).length >= n);
  });

/** A build that fixes everything anew after some events. */
const anew =
  (after: RegExp, listed: (state: MeetingState, buckets: Buckets) => readonly ListId[]): Parts['evolve'] =>
  (state, event) => {
    evolve(state, event);
    if (!after.test(event.type)) return;
    for (const a of state.activities.values())
      if (a.buckets) a.buckets = fixedBuckets(state, a.buckets.by, listed(state, a.buckets));
  };

describe('the law notices a build that', () => {
  it('reckons the buckets anew as people join', () => {
    const recomputed = anew(/ParticipantJoined/, (state, { by }) => bucketsOf(state.participants.values(), by));
    expect(foundIn(30, { evolve: recomputed })).toMatch(/^the (author|voters) of .*: [012] of/);
  });

  it('keeps a pool of one', () => {
    expect(foundIn(60, { decide: ofAtLeast(3) }, /all others/)).toMatch(/^the (author|voters) of .*: [12] of/);
  });

  it('lets a city of two stand by itself', () => {
    expect(foundIn(30, { decide: ofAtLeast(2) })).toMatch(/^the (author|voters) of .*: [012] of/);
  });

  it('counts those who are not there', () => {
    const all = fixing((_present, by, state) => bucketsOf(state.participants.values(), by));
    expect(foundIn(60, { decide: all })).toMatch(/^the (author|voters) of .*: [012] of/);
  });

  it('lets a label follow where the desk corrects a city', () => {
    const following = anew(/lists\.Assigned/, (_state, { listed }) => [...listed]);
    expect(foundIn(30, { evolve: following })).toMatch(/^the author of .*: [012] of/);
  });

  it('sends somebody’s texts again when they change their consents', () => {
    const resending: Parts['touchesOf'] = (state, event) => {
      const touch = touchesOf(state, event);
      if (event.type !== 'core.ConsentsSet') return touch;
      const texts = [...state.activities.values()].flatMap((a) =>
        kindOf(a).keysOfParticipant(a.slice, event.data.participant),
      );
      return { ...touch, keys: [...(touch.keys ?? []), ...texts] };
    };
    expect(foundIn(30, { touchesOf: resending })).toMatch(/^core.ConsentsSet makes c\/\w+ travel/);
  });

  it('counts who has been heard text by text', () => {
    const atOnce: Parts['evolve'] = (state, event) => {
      evolve(state, event);
      for (const { heard } of state.activities.values())
        for (const { waiting, counted } of [heard.contributions, heard.endorsements]) {
          for (const [id, n] of waiting) {
            const { kind, city } = state.participants.get(id)!;
            counted.kind.set(kind, (counted.kind.get(kind) ?? 0) + n);
            counted.city.set(city ?? '', (counted.city.get(city ?? '') ?? 0) + n);
          }
          waiting.clear();
        }
    };
    expect(foundIn(30, { evolve: atOnce })).toMatch(/^(contributions|endorsements) on .*: [012] of .* heard/);
  });

  it('takes the language of a text from its author’s pages', () => {
    const telling: Parts['decide'] = (state, command, input) => {
      const decision = decide(state, command, input);
      for (const { data } of decision.events)
        if ('guessed' in data && data.lang === 'und' && input.actor.kind === 'participant')
          data.lang = state.participants.get(input.actor.id)!.lang;
      return decision;
    };
    expect(foundIn(10, { decide: telling })).toMatch(/tells its author's language/);
  });
});
