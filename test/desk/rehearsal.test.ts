import { describe, expect, it } from '@jest/globals';
import { limits, numberOf } from '../../client/desk/rehearsal/numbers.ts';
import { here } from '../../client/desk/rehearsal/requests.ts';
import { standingOf } from '../../client/desk/rehearsal/standing.ts';
import { MAX_DELEGATES, MAX_REHEARSAL_MINUTES, RehearsalRequest } from '../../server/domain/protocol.ts';

describe('a rehearsal, asked for at the desk', () => {
  it('offers what the server takes, and its usual numbers are among that', () => {
    expect(limits.people.to).toBe(MAX_DELEGATES);
    expect(limits.minutes.to).toBe(MAX_REHEARSAL_MINUTES);
    for (const edge of ['from', 'usual', 'to'] as const)
      expect(
        RehearsalRequest.safeParse({ delegates: limits.people[edge], minutes: limits.minutes[edge], lead: false })
          .success,
      ).toBe(true);
  });

  it.each([
    ['60', 60],
    [' 10 ', 10],
    ['300', 300],
    ['9', undefined],
    ['301', undefined],
    ['', undefined],
    ['12.5', undefined],
    ['-20', undefined],
    ['1e2', undefined],
    ['sixty', undefined],
  ])('%j people: %j', (typed, n) => {
    expect(numberOf(typed, limits.people)).toBe(n);
  });
});

describe('a rehearsal, as its banner tells it', () => {
  const until = 1_000_000;
  it('has people for so long, who then are leaving, and have left when the server says so', () => {
    expect(standingOf({ running: true, delegatesUntil: until }, until - 61_000)).toEqual({ at: 'here', left: 61_000 });
    expect(standingOf({ running: true, delegatesUntil: until }, until)).toEqual({ at: 'leaving' });
    expect(standingOf({ running: true, delegatesUntil: until }, until + 5)).toEqual({ at: 'leaving' });
    expect(standingOf({ running: false, delegatesUntil: until }, until - 61_000)).toEqual({ at: 'left' });
  });

  it('opens its pages where this page is, whatever name the server goes by', () => {
    expect(here('https://halqa.example/screen?screen=2#s3cret')).toBe('/screen?screen=2#s3cret');
    expect(here('http://192.168.1.20:8080/desk#s3cret')).toBe('/desk#s3cret');
  });
});
