import { describe, expect, it } from '@jest/globals';
import { dayEnd } from '../../client/desk/plan.ts';
import { expectedStarts } from '../../client/lib/agenda.ts';
import { momentIn } from '../../client/lib/moments.ts';
import { agenda, item } from './run-items.ts';

const zone = 'Africa/Tunis';
const MINUTE = 60_000;
const at = (time: string) => momentIn('2019-06-25', time, zone);
const late = (of: ReturnType<typeof agenda>, now: number) =>
  Object.fromEntries([...expectedStarts(of, now, zone)].map(([id, expected]) => [id, expected.late / MINUTE]));

describe('when what follows is expected', () => {
  const started = (minutes: number) => item('a', '09:00', 30, { startedAt: at('09:00') + minutes * MINUTE });

  it('is its time, unless what it waits for began late or is over its time', () => {
    const next = item('b', '09:30', 30);
    expect(late(agenda('a', started(0), next), at('09:10'))).toEqual({ b: 0 });
    expect(late(agenda('a', started(12), next), at('09:20'))).toEqual({ b: 12 });
    expect(late(agenda('a', started(0), next), at('09:50'))).toEqual({ b: 20 });
    expect(expectedStarts(agenda('a', started(12), next), at('09:20'), zone).get(next.id)?.at).toBe(at('09:42'));
  });

  it('is not before its time where things go faster', () => {
    const early = item('a', '09:00', 30, { startedAt: at('08:50') });
    expect(late(agenda('a', early, item('b', '09:30', 30)), at('08:55'))).toEqual({ b: 0 });
  });

  it('comes later by what is left after free minutes between items', () => {
    const items = [started(12), item('b', '09:35', 30), item('c', '10:15', 30)];
    expect(late(agenda('a', ...items), at('09:20'))).toEqual({ b: 7, c: 0 });
  });

  it('passes over what is skipped, and does not wait for what was planned beside it', () => {
    const items = [
      started(20),
      item('s', '09:30', 60, { skipped: true }),
      item('b', '09:30', 60),
      item('c', '09:45', 30),
      item('n', '10:30', 900, { type: 'overnight' }),
      item('d', '10:30', 10),
    ];
    expect(late(agenda('a', ...items), at('09:30'))).toEqual({ b: 20, c: 5, n: 20, d: 20 });
  });

  it('is not told of another day, nor before the start or over a night', () => {
    const other = item('b', '09:00', 30, { date: '2019-06-26' });
    expect(late(agenda('a', started(30), other), at('09:40'))).toEqual({});
    expect(late(agenda(null, item('a', '09:00', 30)), at('09:40'))).toEqual({});
    const night = item('n', '17:00', 900, { type: 'overnight', startedAt: at('18:00') });
    expect(late(agenda('n', night, item('b', '17:00', 30)), at('19:00'))).toEqual({});
  });

  it('is counted from the first item where the meeting is held on another day', () => {
    const held = Date.UTC(2026, 10, 24, 20, 0);
    const items = [
      item('a', '09:00', 30, { startedAt: held, endedAt: held + 36 * MINUTE }),
      item('b', '09:30', 30, { startedAt: held + 36 * MINUTE }),
      item('c', '10:00', 30),
    ];
    expect(late(agenda('b', ...items), held + 40 * MINUTE)).toEqual({ c: 6 });
  });

  it('is not told where it would be further from its time than is sensible', () => {
    const items = [started(0), item('b', '09:30', 30), item('c', '10:30', 30)];
    expect(late(agenda('a', ...items), at('11:00'))).toEqual({ b: 90, c: 60 });
    expect(late(agenda('a', ...items), at('11:01'))).toEqual({ c: 61 });
    expect(late(agenda('a', ...items), at('23:00'))).toEqual({});
    const evening = item('a', '09:00', 30, { startedAt: at('20:00') });
    expect(late(agenda('a', evening, ...items.slice(1)), at('20:05'))).toEqual({});
  });
});

describe('the end of a day', () => {
  const planned = { date: '2019-06-25', start: '16:00', minutes: 60 };

  it('is that of its last item, without the night and what is skipped; and as it was planned', () => {
    const items = [
      item('a', '09:00', 30),
      item('b', '16:15', 60, { planned }),
      item('x', '17:15', 15, { inserted: true }),
      item('s', '17:30', 30, { skipped: true, planned: { ...planned, start: '17:00', minutes: 30 } }),
      item('n', '18:00', 900, { type: 'overnight' }),
    ];
    expect(dayEnd(items, '2019-06-25')).toEqual({ now: '17:30', planned: '17:30' });
    expect(dayEnd(items.slice(0, 3), '2019-06-25')).toEqual({ now: '17:30', planned: '17:00' });
    expect(dayEnd(items, '2019-06-26')).toEqual({ now: null, planned: null });
  });

  it('keeps what was moved to another day where it was planned', () => {
    const moved = item('b', '09:00', 60, { date: '2019-06-26', planned });
    expect(dayEnd([item('a', '09:00', 30), moved], '2019-06-25')).toEqual({ now: '09:30', planned: '17:00' });
    expect(dayEnd([item('a', '09:00', 30), moved], '2019-06-26')).toEqual({ now: '10:00', planned: null });
  });
});
