import { describe, expect, it } from '@jest/globals';
import { datesFrom, dropOn, freePlaces, type Place, placeOf, stepOf } from '../../client/desk/runs/places.ts';
import { isOpen } from '../../server/domain/parts/places.ts';
import { Random } from '../support/random.ts';
import { agenda, item } from './run-items.ts';

const second = '2019-06-26';
const dates = ['2019-06-25', second];
const [a, b, c, d] = [
  item('a', '09:00', 30, { startedAt: 1 }),
  item('b', '09:30', 30),
  item('c', '10:00', 30),
  item('d', '09:00', 30, { date: second }),
] as const;
const items = [a, b, c, d];
const now = agenda('a', ...items);
const names = (places: (Place | null)[]) =>
  places.map((place) => place && `${place.after ?? 'start'} ${place.date.slice(-2)}`);

describe('the places of the run-of-show', () => {
  it('are on each day from the first to the last', () => {
    expect(datesFrom('2019-06-25', '2019-06-27')).toEqual(['2019-06-25', '2019-06-26', '2019-06-27']);
    expect(datesFrom('2019-10-26', '2019-10-28')).toHaveLength(3);
  });

  it('are free from the current item on', () => {
    expect(names(freePlaces(now, dates))).toEqual(['a 25', 'b 25', 'c 25', 'start 26', 'd 26']);
    const two = agenda('b', a, { ...b, startedAt: 2 }, c, d);
    expect(names(freePlaces(two, dates))).toEqual(['b 25', 'c 25', 'start 26', 'd 26']);
    expect(names(freePlaces(agenda(null, { ...a, startedAt: null }), dates))).toEqual(['start 25', 'a 25', 'start 26']);
  });

  it('are free also before an item that was opened early, beside what is still to come', () => {
    const early = agenda('d', a, b, c, { ...d, startedAt: 2 });
    expect(names(freePlaces(early, dates))).toEqual(['a 25', 'b 25', 'c 25', 'd 26']);
    const skipped = agenda('c', a, { ...b, skipped: true }, { ...c, startedAt: 2 }, d);
    expect(names(freePlaces(skipped, dates))).toEqual(['c 25', 'start 26', 'd 26']);
  });

  it('that are closed are passed over by a step', () => {
    const early = agenda('c', a, b, { ...c, startedAt: 2 }, item('e', '10:30', 30, { startedAt: 1 }), d);
    expect(names([stepOf(early, dates, d, 'up')])).toEqual(['e 25']);
    const later = agenda('e', ...early.items);
    expect(names([stepOf(later, dates, d, 'up')])).toEqual(['e 25']);
    const over = agenda('d', a, b, { ...c, startedAt: 2 }, { ...d, startedAt: 3 });
    expect(names([stepOf(over, dates, b, 'down')])).toEqual(['d 26']);
  });

  it('are a step up or down from one another, over the night too', () => {
    const step = (of: typeof b, direction: 'up' | 'down') => names([stepOf(now, dates, of, direction)])[0];
    expect(step(c, 'up')).toBe('a 25');
    expect(step(c, 'down')).toBe('start 26');
    expect(step(d, 'up')).toBe('c 25');
    expect(step(d, 'down')).toBeNull();
    expect(step(b, 'up')).toBeNull();
    expect(step(a, 'down')).toBeNull();
  });

  it('come to the same by steps and by dropping', () => {
    const drop = (of: typeof b, on: typeof b, half: 'upper' | 'lower') => names([dropOn(now, of, on, half)])[0];
    expect(drop(c, b, 'upper')).toBe('a 25');
    expect(drop(b, c, 'lower')).toBe('c 25');
    expect(drop(b, d, 'upper')).toBe('start 26');
    expect(drop(c, d, 'lower')).toBe('d 26');
    expect(drop(c, a, 'upper')).toBeNull();
    expect(drop(c, b, 'lower')).toBeNull();
    expect(drop(a, d, 'lower')).toBeNull();
  });

  it('are those that the server takes', () => {
    const random = new Random(9);
    let open = 0;
    for (let round = 0; round < 200; round++) {
      const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
        item(id, '09:00', 30, {
          date: i < 3 ? dates[0]! : second,
          startedAt: random.chance(40) ? 1 : null,
          ...(random.chance(25) ? { skipped: true } : {}),
        }),
      );
      const begun = (id: string) => all.some((one) => one.id === id && one.startedAt !== null);
      const current = random.pick([null, ...all.filter(({ id }) => begun(id)).map(({ id }) => id)]) ?? null;
      const free = names(freePlaces(agenda(current, ...all), dates));
      const places = dates.flatMap((date) => [
        { after: null, date },
        ...all.filter((one) => one.date === date).map(({ id }) => ({ after: id, date })),
      ]);
      expect(free).toEqual(names(places.filter((place) => isOpen(all, place, current, begun))));
      open += free.length;
    }
    expect(open).toBeGreaterThan(200);
    expect(open).toBeLessThan(200 * 8);
  });

  it('know where an item stands', () => {
    expect(names([placeOf(items, b), placeOf(items, d), placeOf(items, a)])).toEqual(['a 25', 'start 26', 'start 25']);
  });
});
