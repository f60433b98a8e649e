import { describe, expect, it } from '@jest/globals';
import type { HeardView } from '../../../server/domain/view.ts';
import { did, given, joinedFrom, later, on, opened, type Story, says } from '../../support/given.ts';
import { contests, enters } from '../../support/given-kinds.ts';
import { asks, ends, gives } from '../../support/given-parts.ts';

const heard = (story: Story, activity?: string): HeardView =>
  story.see('desk', activity ? `heard/${activity}` : 'heard') as HeardView;
const from = (kind: 'city' | 'small', city: 'sfax' | 'lyon', ...names: string[]) =>
  names.map((name) => joinedFrom(name, { kind, city }));
/** Four of Sfax and its municipality, three of Lyon and small associations. */
const room = [...from('city', 'sfax', 'a', 'b', 'c', 'd'), ...from('small', 'lyon', 'x', 'y', 'z')];
const row = (more: Partial<HeardView['byKind'][string]>) => ({
  present: 0,
  joined: 0,
  contributions: 0,
  endorsements: 0,
  times: 0,
  ms: 0,
  ...more,
});
/** Agrees to have their name beside their words. */
const named = (name: string) => did(name, 'core.SetConsents', { present: false, words: true });
const spoke = (name: string, seconds: number) => [...asks(name), gives(name), later(seconds), ends()];

describe('who is heard', () => {
  it('[HRD1] is what people of a kind and of a city wrote, endorsed and said, beside how many they are', () => {
    const story = given(...room, ...['a', 'x'].map(named), opened());
    story.given(says('a', 'one'), says('a', 'two'), says('x', 'three'));
    story.given(...['b', 'c', 'd', 'y', 'z'].map((name) => did(name, 'discussion.Endorse', on('three'))));
    story.given(...spoke('x', 20), ...spoke('x', 10), did('desk', 'attendance.Leave', { participant: 'd' }));
    const many = row({ present: 3, joined: 4, contributions: 2, endorsements: 3 });
    const few = row({ present: 3, joined: 3, contributions: 1, endorsements: 2, times: 2, ms: 30_000 });
    expect(heard(story)).toEqual({
      byKind: { city: many, small: few },
      byCity: { sfax: many, lyon: few },
      waiting: { contributions: 0, endorsements: 0 },
    });
    for (const audience of ['room', 'screen'] as const)
      expect([story.see(audience, 'heard'), story.see(audience, 'heard/live')]).toEqual([undefined, undefined]);
  });

  it('[HRD1] keeps what was taken back, or away: what left the numbers with a text would tell whose it was', () => {
    const story = given(...room, named('a'), opened(), ...['one', 'two', 'three'].map((label) => says('a', label)));
    story.given(...[...'bcdyz'].map((name) => did(name, 'discussion.Endorse', on('two'))));
    const before = heard(story);
    story.given(did('a', 'discussion.Withdraw', on('one')), did('y', 'discussion.Unendorse', on('two')));
    story.given(did('desk', 'discussion.Remove', { ...on('three'), reason: 'insult' }));
    expect(before.byKind).toMatchObject({ city: { contributions: 3, endorsements: 3 }, small: { endorsements: 2 } });
    expect(heard(story)).toEqual(before);
    // Given, taken back and given again is once.
    story.given(...[...'bcdyz'].map((name) => did(name, 'discussion.Unendorse', on('two'))));
    story.given(...[...'bcdyz'].map((name) => did(name, 'discussion.Endorse', on('two'))));
    expect(heard(story)).toEqual(before);
  });

  it('[HRD2] has no group of fewer than three: small ones stand together, and the smallest joins them', () => {
    const story = given(...room, joinedFrom('n', { organisation: 'network' }));
    // n is of no city; the three of Lyon stand with them, so that nobody stands alone.
    expect(Object.entries(heard(story).byCity).map(([city, { joined }]) => [city, joined])).toEqual([
      ['sfax', 4],
      ['', 4],
    ]);
    expect(heard(story).byKind).toMatchObject({ city: { joined: 4 }, small: { joined: 4 } });
    const few = given(...from('city', 'sfax', 'a'), ...from('small', 'lyon', 'x'));
    expect(heard(few)).toEqual({
      byKind: { '': row({ joined: 2, present: 2 }) },
      byCity: { '': row({ joined: 2, present: 2 }) },
      waiting: { contributions: 0, endorsements: 0 },
    });
  });

  it('[HRD3] takes what is written by city or by kind only where it was written, and by those groups alone', () => {
    const story = given(...room, ...from('small', 'sfax', 'e'), named('a'), opened('live'), opened('table'));
    // What is collected waits, as it shows nobody yet.
    for (const who of ['a', 'x', 'y', 'z']) story.given(enters(who, `${who}1`));
    expect(heard(story, 'table')).toMatchObject({
      byCity: { sfax: { contributions: 0 } },
      waiting: { contributions: 4 },
    });
    story.given(enters('e', 'fifth'), did('desk', 'matrix.Reveal', { activity: 'table' }));
    story.given(contests('y', 'against', 'a1'), says('a', 'said'));
    expect(heard(story).byKind).toMatchObject({ city: { contributions: 1 }, small: { contributions: 0 } });
    expect(heard(story, 'live').byKind).toMatchObject({ city: { contributions: 1 } });
    const { byKind, byCity } = heard(story, 'table');
    expect(byKind).toEqual({});
    expect(Object.keys(byCity).sort()).toEqual(['', 'sfax']);
    expect(byCity).toMatchObject({ sfax: { joined: 5, contributions: 2 }, '': { joined: 3, contributions: 4 } });
  });

  it('[HRD3] follows no correction where it was written by city', () => {
    const story = given(...room, ...from('small', 'sfax', 'e'), opened('table'), enters('a', 'one'));
    const before = heard(story, 'table');
    story.given(did('desk', 'lists.Assign', { participant: 'a', organisation: null, city: 'lyon', kind: 'city' }));
    expect(heard(story, 'table')).toEqual(before);
  });

  it('[HRD4] counts the floor over the whole meeting', () => {
    const story = given(...room, opened(), ...spoke('a', 5));
    expect(heard(story).byCity).toMatchObject({ sfax: { times: 1, ms: 5000 } });
    expect(heard(story, 'live').byCity).toMatchObject({ sfax: { times: 0, ms: 0 } });
  });

  it('[HRD5] names nobody', () => {
    const story = given(...room, named('a'), opened(), says('a', 'one'), ...spoke('b', 5));
    expect(JSON.stringify([heard(story), heard(story, 'live')])).not.toMatch(/Name|Circle|"[abcdxyz]"/);
  });

  describe('where authors are participants', () => {
    const counted = (story: Story) => Object.values(heard(story, 'live').byKind).map((r) => r.contributions);

    it('[HRD7] counts what they write in rounds of five people', () => {
      const story = given(...room, opened(), ...[...'abcx'].map((name) => says(name, `of-${name}`)));
      story.given(says('a', 'more of a'));
      expect([counted(story), heard(story).waiting.contributions, heard(story, 'live').waiting.contributions]).toEqual([
        [0, 0],
        5,
        5,
      ]);
      story.given(says('y', 'of-y'));
      expect([counted(story), heard(story).waiting.contributions]).toEqual([[4, 2], 0]);
      expect(heard(story).byCity).toMatchObject({ sfax: { contributions: 4 }, lyon: { contributions: 2 } });
      story.given(says('z', 'of-z'));
      expect([counted(story), heard(story).waiting.contributions]).toEqual([[4, 2], 1]);
    });

    it('[HRD7] counts at once what shows its author, who makes no round either', () => {
      const story = given(...room, named('a'), opened(), says('a', 'by name'));
      expect(counted(story)).toEqual([1, 0]);
      story.given(...[...'bcdx'].map((name) => says(name, `of-${name}`)));
      // A fifth writes, and then agrees to their name: four are left whom it would tell.
      story.given(named('x'), says('y', 'of-y'));
      expect(counted(story)).toEqual([1, 0]);
      // Whoever read the name still knows it.
      story.given(did('x', 'core.SetConsents', { present: false, words: false }), says('b', 'again-b'));
      expect(counted(story)).toEqual([1, 0]);
      story.given(says('z', 'of-z'));
      expect(counted(story)).toEqual([5, 3]);
    });

    it('[HRD7] makes no round with people who joined after its first text: they did not write that', () => {
      const story = given(...room, opened(), ...[...'abxy'].map((name) => says(name, `of-${name}`)), later(1));
      story.given(...from('small', 'lyon', 'late'), says('late', 'of late'));
      expect(counted(story)).toEqual([0, 0]);
      story.given(says('z', 'of-z'));
      expect(counted(story)).toEqual([2, 4]);
    });

    it('[HRD7] counts endorsements in rounds of their own, whoever agreed to their name', () => {
      const story = given(...room, ...[...'abcdxyz'].map(named), opened(), says('a', 'one'));
      const given5 = () => Object.values(heard(story, 'live').byCity).map((r) => r.endorsements);
      story.given(...[...'bcdx'].map((name) => did(name, 'discussion.Endorse', on('one'))));
      expect(given5()).toEqual([0, 0]);
      story.given(did('y', 'discussion.Endorse', on('one')));
      expect(given5()).toEqual([3, 2]);
    });

    it('[HRD7] [HRD2] moves nothing when the desk corrects where somebody belongs', () => {
      const story = given(...room, ...from('small', 'lyon', 'w'), opened());
      story.given(...[...'abcxy'].map((name) => says(name, `of-${name}`)));
      story.given(did('desk', 'lists.Assign', { participant: 'x', organisation: null, city: 'sfax', kind: 'city' }));
      expect(heard(story).byCity).toMatchObject({ sfax: { joined: 5, contributions: 3 } });
      expect(heard(story).byKind).toMatchObject({ city: { joined: 5, contributions: 3 } });
    });
  });
});
