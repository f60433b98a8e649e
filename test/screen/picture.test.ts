import { describe, expect, it } from '@jest/globals';
import { intoSlots } from '../../client/screen/calm.ts';
import { pictureOf } from '../../client/screen/picture.ts';
import { timeShown } from '../../client/screen/time.ts';
import type { LifecycleStatus } from '../../server/domain/activities/activity.ts';
import type { ActivityId, AgendaItemId, ItemId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView, ScreenView } from '../../server/domain/view.ts';

const activity = (id: string, status: LifecycleStatus, more: Partial<ActivityView> = {}): ActivityView => ({
  id: id as ActivityId,
  kind: 'discussion',
  status,
  openedAt: 0,
  endsAt: null,
  remaining: null,
  closesAt: null,
  minutes: 10,
  graceSeconds: 120,
  config: {},
  buckets: null,
  ...more,
});
const item = (id: string, ...activities: string[]): AgendaView['items'][number] => ({
  id: id as AgendaItemId,
  date: '2019-06-25',
  start: '09:00',
  minutes: 30,
  title: { ar: id, fr: id, en: id },
  type: 'session',
  activities: activities as ActivityId[],
  startedAt: null,
  endedAt: null,
});
const agenda = (current: string | null): AgendaView => ({
  current: current as AgendaItemId,
  items: [item('talk'), item('question', 'a', 'b'), item('lunch')],
});
const now: ScreenView = { show: { mode: 'now' }, blank: false, frozen: false };
const known = (...all: ActivityView[]) => ({
  activity: (id: ActivityId) => all.find((a) => a.id === id),
  kindOf: (id: ItemId) => (id === 'c1' ? 'discussion' : undefined),
});

describe('what the screen shows', () => {
  it('welcomes before the first item', () => {
    expect(pictureOf(agenda(null), now, known())).toMatchObject({ show: 'welcome', next: { id: 'talk' } });
  });

  it('shows an item without activity with what follows', () => {
    const picture = pictureOf(agenda('talk'), now, known());
    expect(picture).toMatchObject({ show: 'agenda', entry: { id: 'talk' }, next: { id: 'question' } });
  });

  it('shows the open one of several activities, and none that was never opened', () => {
    const some = known(activity('a', 'closed'), activity('b', 'open'));
    expect(pictureOf(agenda('question'), now, some)).toMatchObject({ show: 'activity', activity: { id: 'b' } });
    const none = known(activity('a', 'planned'), activity('b', 'planned'));
    expect(pictureOf(agenda('question'), now, none)).toMatchObject({ show: 'agenda' });
  });

  it('shows one contribution large, and what is open when it is no longer there', () => {
    const screen = (id: string): ScreenView => ({
      show: { mode: 'item', item: id as ItemId },
      blank: false,
      frozen: false,
    });
    const some = known(activity('a', 'open'));
    expect(pictureOf(agenda('question'), screen('c1'), some)).toMatchObject({ show: 'item', item: 'c1' });
    expect(pictureOf(agenda('question'), screen('c2'), some)).toMatchObject({ show: 'activity' });
  });
});

describe('what else the desk may show', () => {
  const a = activity('a', 'planned');

  it('one activity, whatever is open', () => {
    const screen: ScreenView = { ...now, show: { mode: 'activity', activity: a.id } };
    const some = known(a, activity('b', 'open'));
    expect(pictureOf(agenda('talk'), screen, some)).toMatchObject({
      show: 'activity',
      activity: a,
      entry: { id: 'question' },
    });
    const gone: ScreenView = { ...now, show: { mode: 'activity', activity: 'x' as ActivityId } };
    expect(pictureOf(agenda('talk'), gone, some)).toMatchObject({ show: 'agenda' });
  });

  it('that another source is projected', () => {
    expect(pictureOf(agenda('talk'), { ...now, show: { mode: 'other' } }, known())).toMatchObject({ show: 'other' });
  });
});

describe('a break and a night', () => {
  const pause = { ...item('pause', 'a'), type: 'overnight' as const };
  const days: AgendaView = {
    current: pause.id,
    items: [pause, { ...item('left out'), skipped: true }, item('morning')],
  };

  it('show when it goes on, also while something stays open; what is skipped does not follow', () => {
    expect(pictureOf(days, now, known(activity('a', 'open')))).toMatchObject({
      show: 'agenda',
      next: { id: 'morning' },
    });
  });

  it('give way to what the desk chooses', () => {
    const screen: ScreenView = { ...now, show: { mode: 'activity', activity: 'a' as ActivityId } };
    expect(pictureOf(days, screen, known(activity('a', 'open')))).toMatchObject({ show: 'activity' });
  });
});

describe('the time on the screen', () => {
  it('counts down, and says when it is up', () => {
    const open = activity('a', 'open', { endsAt: 600_000 });
    expect(timeShown(open, 300_000)).toEqual({ left: 300_000, share: 0.5, word: null });
    expect(timeShown(open, 700_000)).toEqual({ left: 0, share: 0, word: 'time_up' });
  });

  it('keeps the rest while paused', () => {
    const paused = activity('a', 'paused', { remaining: 150_000 });
    expect(timeShown(paused, 999_999)).toEqual({ left: 150_000, share: 0.25, word: 'status_paused' });
  });

  it('counts the grace, never more of it than there is', () => {
    const closing = activity('a', 'closing', { closesAt: 120_500 });
    expect(timeShown(closing, 0)).toEqual({ left: 120_000, share: 1, word: 'status_closing' });
    expect(timeShown(closing, 60_500)).toEqual({ left: 60_000, share: 0.5, word: 'status_closing' });
  });

  it('is none without a timer', () => {
    expect(timeShown(activity('a', 'open'), 5).left).toBeNull();
    expect(timeShown(activity('a', 'closed'), 5).word).toBe('status_closed');
  });
});

describe('cards', () => {
  it('keep their place; only what left is replaced', () => {
    expect(intoSlots([], ['c', 'b', 'a'])).toEqual(['c', 'b', 'a']);
    expect(intoSlots(['c', 'b', 'a'], ['d', 'c', 'b'])).toEqual(['c', 'b', 'd']);
    expect(intoSlots(['c', 'b', 'a'], ['b'])).toEqual(['b']);
    expect(intoSlots(['a'], ['b', 'a'])).toEqual(['a', 'b']);
  });
});
