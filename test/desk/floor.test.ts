import { describe, expect, it } from '@jest/globals';
import { isForgotten } from '../../client/desk/floor/forgotten.ts';
import { handsOf } from '../../client/desk/floor/hands.ts';
import { minutesSpoken } from '../../client/desk/floor/minutes-spoken.ts';
import { turnOf } from '../../client/lib/turn.ts';
import type { ListId, ParticipantId } from '../../server/domain/ids.ts';
import type { PersonView } from '../../server/domain/view.ts';

const person = (id: string, name: string | null, organisation: string, more: Partial<PersonView> = {}) =>
  [
    id as ParticipantId,
    {
      name,
      organisation: organisation as ListId,
      organisationText: null,
      city: null,
      cityText: null,
      kind: 'city' as ListId,
      lang: 'fr',
      phone: true,
      present: true,
      ...more,
    } satisfies PersonView,
  ] as const;

describe('a raised hand', () => {
  const { hands, unnamed } = handsOf(
    [
      person('1', 'Yannis', 'athens'),
      person('2', null, 'sfax'),
      person('3', null, 'lyon'),
      person('4', 'Amal', 'sfax', { present: false, phone: false }),
      person('5', null, 'sfax'),
      person('6', 'Claire', 'lyon'),
    ],
    ({ organisation }) => organisation ?? '',
  );

  it('is somebody whom the desk can tell apart: by name, or as the only one of a place', () => {
    expect(hands.map(({ id, name, place }) => [id, name, place])).toEqual([
      ['6', 'Claire', 'lyon'],
      ['3', null, 'lyon'],
      ['1', 'Yannis', 'athens'],
      ['4', 'Amal', 'sfax'],
    ]);
  });

  it('is not guessed among those who are not named', () => {
    expect(unnamed).toEqual([{ place: 'sfax', n: 2 }]);
  });
});

describe('a turn', () => {
  it('is nearly over in its last sixth, ten to thirty seconds, and over at its end', () => {
    expect([0, 99_000, 100_000, 119_999, 120_000].map((ms) => turnOf(ms, 120))).toEqual([
      'running',
      'running',
      'near',
      'near',
      'over',
    ]);
    expect(turnOf(21_000, 30)).toBe('near');
    expect(turnOf(560_000, 600)).toBe('running');
    expect(turnOf(570_000, 600)).toBe('near');
  });

  it('may have been forgotten at twice its time, five minutes over at least', () => {
    expect([120_000, 419_000, 420_000].map((ms) => isForgotten(ms, 120))).toEqual([false, false, true]);
    expect([900_000, 1_199_000, 1_200_000].map((ms) => isForgotten(ms, 600))).toEqual([false, false, true]);
  });

  it('counts for a minute at least', () => {
    expect([1000, 89_000, 91_000, 240_000].map(minutesSpoken)).toEqual([1, 1, 2, 4]);
  });
});
