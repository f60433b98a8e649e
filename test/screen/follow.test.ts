import { describe, expect, it } from '@jest/globals';
import { followOf } from '../../client/screen/follow.ts';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { AgendaView } from '../../server/domain/view.ts';

type Item = AgendaView['items'][number];
const item = (id: string, start: string, more: Partial<Item> = {}): Item => ({
  id: id as AgendaItemId,
  date: '2019-06-25',
  start,
  minutes: 30,
  title: { ar: id, fr: id, en: id },
  type: 'session',
  activities: [],
  startedAt: null,
  endedAt: null,
  ...more,
});
const zone = 'Africa/Tunis';
const at = (time: string, date = '2019-06-25') => Date.parse(`${date}T${time}:00+01:00`);
const coffee = (begun: string) => item('coffee', '10:30', { type: 'break', startedAt: at(begun) });
const talk = item('talk', '11:00');
const day = (...items: Item[]): AgendaView => ({ current: items[0]!.id, items });

describe('when it goes on after a break', () => {
  it('is its time, as long as the break keeps to its own', () => {
    const agenda = day(coffee('10:30'), talk);
    expect(followOf(agenda, talk, at('10:40'), zone)).toEqual({ state: 'planned', at: at('11:00') });
  });

  it('is later where the break began late', () => {
    const agenda = day(coffee('10:42'), talk);
    expect(followOf(agenda, talk, at('10:50'), zone)).toEqual({ state: 'later', at: at('11:12') });
  });

  it('is any moment once the break is over', () => {
    const agenda = day(coffee('10:30'), talk);
    expect(followOf(agenda, talk, at('11:00'), zone).state).toBe('planned');
    expect(followOf(agenda, talk, at('11:03'), zone)).toEqual({ state: 'soon', at: undefined });
  });

  it('keeps to the programme’s own clock in a rehearsal on another day', () => {
    const agenda = day(item('coffee', '10:30', { type: 'break', startedAt: at('20:00', '2026-11-02') }), talk);
    expect(followOf(agenda, talk, at('20:10', '2026-11-02'), zone)).toEqual({ state: 'planned', at: at('11:00') });
  });
});

describe('when a day begins', () => {
  const begins = item('welcome', '09:00');
  const before: AgendaView = { current: null, items: [begins] };

  it('is its time, and any moment once that has passed', () => {
    expect(followOf(before, begins, at('08:30'), zone)).toEqual({ state: 'planned', at: at('09:00') });
    expect(followOf(before, begins, at('09:04'), zone)).toEqual({ state: 'soon', at: undefined });
  });

  it('is its time on any other day', () => {
    expect(followOf(before, begins, at('09:04', '2026-11-02'), zone)).toEqual({ state: 'planned', at: at('09:00') });
  });

  it('the same after a night', () => {
    const night = item('night', '18:00', {
      type: 'overnight',
      startedAt: at('18:00', '2019-06-24'),
      date: '2019-06-24',
    });
    expect(followOf(day(night, begins), begins, at('23:00', '2019-06-24'), zone).state).toBe('planned');
    expect(followOf(day(night, begins), begins, at('09:10'), zone).state).toBe('soon');
  });
});
