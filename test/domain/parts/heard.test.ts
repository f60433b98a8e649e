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
const spoke = (name: string, seconds: number) => [...asks(name), gives(name), later(seconds), ends()];

describe('who is heard', () => {
  it('[HRD1] is what people of a kind and of a city wrote, endorsed and said, beside how many they are', () => {
    const story = given(...room, opened(), says('a', 'one'), says('a', 'two'), says('x', 'three'));
    story.given(did('b', 'discussion.Endorse', on('three')), did('y', 'discussion.Endorse', on('one')));
    story.given(...spoke('x', 20), ...spoke('x', 10), did('desk', 'attendance.Leave', { participant: 'd' }));
    const many = row({ present: 3, joined: 4, contributions: 2, endorsements: 1 });
    const few = row({ present: 3, joined: 3, contributions: 1, endorsements: 1, times: 2, ms: 30_000 });
    expect(heard(story)).toEqual({ byKind: { city: many, small: few }, byCity: { sfax: many, lyon: few } });
    for (const audience of ['room', 'screen'] as const)
      expect([story.see(audience, 'heard'), story.see(audience, 'heard/live')]).toEqual([undefined, undefined]);
  });

  it('[HRD1] counts what people have not taken back, nor the desk removed', () => {
    const story = given(...room, opened(), ...['one', 'two', 'three', 'four'].map((label) => says('a', label)));
    story.given(...['two', 'three'].map((label) => did('y', 'discussion.Endorse', on(label))));
    story.given(did('a', 'discussion.Withdraw', on('one')), did('y', 'discussion.Unendorse', on('two')));
    story.given(did('desk', 'discussion.Remove', { ...on('three'), reason: 'insult' }));
    story.given(did('desk', 'discussion.Hide', { ...on('four'), reason: 'insult' }));
    expect(heard(story).byKind).toMatchObject({ city: { contributions: 2 }, small: { endorsements: 1 } });
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
    });
  });

  it('[HRD3] takes what is written by city or by kind only where it was written, and by those groups alone', () => {
    const story = given(...room, ...from('small', 'sfax', 'e'), opened('live'), opened('table'));
    story.given(enters('a', 'one'), enters('x', 'two'), did('desk', 'matrix.Reveal', { activity: 'table' }));
    story.given(contests('y', 'against', 'one'), says('a', 'said'));
    expect(heard(story).byKind).toMatchObject({ city: { contributions: 1 }, small: { contributions: 0 } });
    expect(heard(story, 'live').byKind).toMatchObject({ city: { contributions: 1 } });
    const { byKind, byCity } = heard(story, 'table');
    expect(byKind).toEqual({});
    expect(Object.keys(byCity).sort()).toEqual(['', 'sfax']);
    expect(byCity).toMatchObject({ sfax: { joined: 5, contributions: 1 }, '': { joined: 3, contributions: 2 } });
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
    const story = given(...room, opened(), says('a', 'one'), ...spoke('b', 5));
    expect(JSON.stringify([heard(story), heard(story, 'live')])).not.toMatch(/Name|Circle|"[abcdxyz]"/);
  });
});
