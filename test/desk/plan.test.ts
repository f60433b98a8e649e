import { describe, expect, it } from '@jest/globals';
import { byDay, durationOf, minutesBehind, momentIn, nextItem } from '../../client/desk/plan.ts';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { AgendaView } from '../../server/domain/view.ts';

type Item = AgendaView['items'][number];

const title = { ar: 'فقرة', fr: 'Point', en: 'Item' };
const item = (id: string, start: string, minutes: number, more: Partial<Item> = {}): Item => ({
  id: id as AgendaItemId,
  date: '2019-06-25',
  start,
  minutes,
  title,
  type: 'session',
  activities: [],
  startedAt: null,
  endedAt: null,
  ...more,
});
const agenda = (current: string | null, ...items: Item[]): AgendaView => ({ current: current as AgendaItemId, items });
const MINUTE = 60_000;
const zone = 'Africa/Tunis';

describe('a time of day in a zone', () => {
  it('is the moment at which clocks there show it', () => {
    expect(momentIn('2019-06-25', '09:00', 'Africa/Tunis')).toBe(Date.UTC(2019, 5, 25, 8, 0));
    expect(momentIn('2019-06-25', '09:00', 'UTC')).toBe(Date.UTC(2019, 5, 25, 9, 0));
  });

  it('is right on the day on which the clocks change', () => {
    expect(momentIn('2026-03-29', '01:30', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(momentIn('2026-03-29', '09:00', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 29, 7, 0));
  });
});

describe('minutes behind the plan', () => {
  const nine = momentIn('2019-06-25', '09:00', zone);

  it('count from when the current item began', () => {
    const late = agenda('a', item('a', '09:00', 30, { startedAt: nine + 4 * MINUTE }));
    expect(minutesBehind(late, nine + 10 * MINUTE, zone)).toBe(4);
    const early = agenda('a', item('a', '09:00', 30, { startedAt: nine - 3 * MINUTE }));
    expect(minutesBehind(early, nine, zone)).toBe(-3);
  });

  it('grow while the item is over its time', () => {
    const over = agenda('a', item('a', '09:00', 30, { startedAt: nine + 4 * MINUTE }));
    expect(minutesBehind(over, nine + 42 * MINUTE, zone)).toBe(12);
  });

  it('are not told on another day or at another time than planned: a rehearsal is neither late nor early', () => {
    for (const off of [-6 * 60, -91, 91, 6 * 60, 24 * 60, -24 * 60, 7 * 365 * 24 * 60]) {
      const held = nine + off * MINUTE;
      const at = agenda('a', item('a', '09:00', 30, { startedAt: held }));
      expect({ off, behind: minutesBehind(at, held + MINUTE, zone) }).toEqual({ off, behind: null });
    }
    for (const off of [-90, 90]) {
      const at = agenda('a', item('a', '09:00', 30, { startedAt: nine + off * MINUTE }));
      expect(minutesBehind(at, nine + off * MINUTE, zone)).toBe(off);
    }
  });

  it('are not told before the start, nor long after the end', () => {
    expect(minutesBehind(agenda(null, item('a', '09:00', 30)), nine, zone)).toBeNull();
    const ended = agenda('a', item('a', '09:00', 30, { startedAt: nine }));
    expect(minutesBehind(ended, nine + 120 * MINUTE, zone)).toBe(90);
    expect(minutesBehind(ended, nine + 122 * MINUTE, zone)).toBeNull();
  });
});

describe('the run-of-show', () => {
  const two = [item('a', '09:00', 30), item('b', '09:30', 30, { date: '2019-06-26' })];

  it('opens the first item, then the one after the current, and nothing after the last', () => {
    expect(nextItem(agenda(null, ...two))?.id).toBe('a');
    expect(nextItem(agenda('a', ...two))?.id).toBe('b');
    expect(nextItem(agenda('b', ...two))).toBeUndefined();
  });

  it('passes over what is skipped', () => {
    const skipped = item('b', '09:30', 30, { skipped: true });
    expect(nextItem(agenda('a', item('a', '09:00', 30), skipped, item('c', '10:00', 30)))?.id).toBe('c');
  });

  it('tells how long an item is planned to take, and of one that lasts overnight that it does', () => {
    const words = (key: string, values?: { n: number }) => `${key} ${values?.n ?? ''}`.trim();
    expect(durationOf({ type: 'session', minutes: 75 }, words)).toBe('desk.run_planned 75');
    expect(durationOf({ type: 'overnight', minutes: 950 }, words)).toBe('desk.overnight');
  });

  it('stands by day', () => {
    expect(byDay(two).map(({ n, date, items }) => [n, date, items.map(({ id }) => id)])).toEqual([
      [1, '2019-06-25', ['a']],
      [2, '2019-06-26', ['b']],
    ]);
  });
});
