import { describe, expect, it } from '@jest/globals';
import { activitiesNow, daysOf, nextItem, placeOf, plannedEnd } from '../../client/lib/agenda.ts';
import type { ActivityView, AgendaView } from '../../server/domain/view.ts';

type Status = ActivityView['status'];

const agenda = (current: string | null): AgendaView =>
  ({
    current,
    items: [
      { id: 'welcome', date: '2019-06-25', start: '09:00', minutes: 30, activities: [] },
      { id: 'first', date: '2019-06-25', start: '09:30', minutes: 75, activities: ['a'] },
      { id: 'second', date: '2019-06-26', start: '23:30', minutes: 45, activities: ['b', 'c'] },
    ],
  }) as unknown as AgendaView;

const shown = (current: string | null, statuses: Record<string, Status>) =>
  activitiesNow(agenda(current), (id) => ({ id, status: statuses[id] ?? 'planned' }) as ActivityView).map((a) => a.id);

describe('what is asked now', () => {
  it('is nothing before the meeting, nor in an item without an activity', () => {
    expect(shown(null, {})).toEqual([]);
    expect(shown('welcome', { a: 'closed' })).toEqual([]);
  });

  it('is what can be answered, the current item’s first', () => {
    expect(shown('second', { a: 'closing', b: 'open', c: 'open' })).toEqual(['b', 'c', 'a']);
    expect(shown('second', { a: 'open', b: 'paused', c: 'closed' })).toEqual(['a', 'b', 'c']);
    expect(shown('second', { a: 'closing', b: 'paused', c: 'planned' })).toEqual(['b', 'c', 'a']);
    expect(shown('second', { a: 'closing', b: 'closed', c: 'closed' })).toEqual(['a', 'b', 'c']);
    expect(shown('welcome', { a: 'open' })).toEqual(['a']);
  });
});

describe('the agenda', () => {
  it('knows what follows, its days, where a question stands and when an item ends', () => {
    expect(nextItem(agenda(null))?.id).toBe('welcome');
    expect(nextItem(agenda('first'))?.id).toBe('second');
    expect(nextItem(agenda('second'))).toBeUndefined();
    expect(daysOf(agenda(null))).toEqual(['2019-06-25', '2019-06-26']);
    expect(placeOf(agenda(null), 'b')).toEqual({ n: 2, of: 3 });
    // What is read is no question.
    expect(placeOf(agenda(null), 'c', (id) => id !== 'b')).toEqual({ n: 2, of: 2 });
    expect(plannedEnd({ start: '09:30', minutes: 75 })).toBe('10:45');
    expect(plannedEnd({ start: '23:30', minutes: 45 })).toBe('00:15');
  });
});
