import { describe, expect, it } from '@jest/globals';
import { datesFrom, dropOn, freePlaces, type Place, placeOf, stepOf } from '../../client/desk/runs/places.ts';
import { item } from './run-items.ts';

const second = '2019-06-26';
const dates = ['2019-06-25', second];
const [a, b, c, d] = [
  item('a', '09:00', 30, { startedAt: 1 }),
  item('b', '09:30', 30),
  item('c', '10:00', 30),
  item('d', '09:00', 30, { date: second }),
] as const;
const items = [a, b, c, d];
const names = (places: (Place | null)[]) =>
  places.map((place) => place && `${place.after ?? 'start'} ${place.date.slice(-2)}`);

describe('the places of the run-of-show', () => {
  it('are on each day from the first to the last', () => {
    expect(datesFrom('2019-06-25', '2019-06-27')).toEqual(['2019-06-25', '2019-06-26', '2019-06-27']);
    expect(datesFrom('2019-10-26', '2019-10-28')).toHaveLength(3);
  });

  it('are free where nothing that has begun comes after them', () => {
    expect(names(freePlaces(items, dates))).toEqual(['a 25', 'b 25', 'c 25', 'start 26', 'd 26']);
    expect(names(freePlaces([a, { ...b, startedAt: 2 }, c, d], dates))).toEqual(['b 25', 'c 25', 'start 26', 'd 26']);
    expect(names(freePlaces([{ ...a, startedAt: null }], dates))).toEqual(['start 25', 'a 25', 'start 26']);
  });

  it('are a step up or down from one another, over the night too', () => {
    const step = (of: typeof b, direction: 'up' | 'down') => names([stepOf(items, dates, of, direction)])[0];
    expect(step(c, 'up')).toBe('a 25');
    expect(step(c, 'down')).toBe('start 26');
    expect(step(d, 'up')).toBe('c 25');
    expect(step(d, 'down')).toBeNull();
    expect(step(b, 'up')).toBeNull();
    expect(step(a, 'down')).toBeNull();
  });

  it('come to the same by steps and by dropping', () => {
    const drop = (of: typeof b, on: typeof b, half: 'upper' | 'lower') => names([dropOn(items, of, on, half)])[0];
    expect(drop(c, b, 'upper')).toBe('a 25');
    expect(drop(b, c, 'lower')).toBe('c 25');
    expect(drop(b, d, 'upper')).toBe('start 26');
    expect(drop(c, d, 'lower')).toBe('d 26');
    expect(drop(c, a, 'upper')).toBeNull();
    expect(drop(c, b, 'lower')).toBeNull();
    expect(drop(a, d, 'lower')).toBeNull();
  });

  it('know where an item stands', () => {
    expect(names([placeOf(items, b), placeOf(items, d), placeOf(items, a)])).toEqual(['a 25', 'start 26', 'start 25']);
  });
});
