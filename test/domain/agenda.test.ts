import { describe, expect, it } from '@jest/globals';
import { did, given, joined, later, opened, says } from '../support/given.ts';
import { START } from '../support/test-meeting.ts';

const start = (item: string) => did('desk', 'core.StartItem', { item });
const minutes = (n: number) => later(n * 60);
const at = (n: number) => START + n * 60_000;

describe('starting an agenda item', () => {
  it('[MTG11] opens its activities, closes the others with their own grace, and ends the item before', () => {
    const story = given(start('first'), minutes(5));
    expect(story.activity('live').status).toBe('open');
    story
      .when('desk', 'core.StartItem', { item: 'second' })
      .thenEvents(
        ['core.ActivityClosing', { activity: 'live', closesAt: at(5) + 120_000 }],
        ['core.ItemStarted', { item: 'second' }],
        ['core.ActivityOpened', { activity: 'collect', endsAt: null }],
      );
    expect(story.agenda('first')).toEqual({ current: false, startedAt: at(0), endedAt: at(5) });
    expect(story.agenda('second')).toEqual({ current: true, startedAt: at(5), endedAt: null });
  });

  it('[MTG11] gives no grace where the activity has none', () => {
    given(start('first'), did('desk', 'core.Configure', { activity: 'live', graceSeconds: 0 }))
      .when('desk', 'core.StartItem', { item: 'welcome' })
      .thenEvents(['core.ActivityClosed', { activity: 'live' }], 'core.ItemStarted');
  });

  it('[MTG11] lets an activity of its own that was opened by hand go on', () => {
    const story = given(opened('live'), minutes(3))
      .when('desk', 'core.StartItem', { item: 'first' })
      .thenEvents(['core.ItemStarted', { item: 'first' }]);
    expect(story.activity('live')).toMatchObject({ status: 'open', endsAt: at(20) });
  });

  it('[MTG11] opens a paused activity of its own with the time it had, and closes a paused one of another', () => {
    const pause = did('desk', 'core.PauseActivity', { activity: 'live' });
    given(opened('live'), minutes(5), pause, minutes(10))
      .when('desk', 'core.StartItem', { item: 'first' })
      .thenEvents('core.ItemStarted', ['core.ActivityOpened', { activity: 'live', endsAt: at(30) }]);
    given(opened('live'), pause)
      .when('desk', 'core.StartItem', { item: 'welcome' })
      .thenEvents(['core.ActivityClosing', { activity: 'live' }], 'core.ItemStarted');
  });

  it('[MTG11] leaves a closed activity of its own closed', () => {
    given(opened('live'), did('desk', 'core.CloseActivity', { activity: 'live', graceSeconds: 0 }))
      .when('desk', 'core.StartItem', { item: 'first' })
      .thenEvents('core.ItemStarted');
  });

  it('[MTG12] refuses an unknown item and the current one', () => {
    const story = given(start('first'));
    story.when('desk', 'core.StartItem', { item: 'lunch' }).thenRefused('NOT_FOUND');
    story.when('desk', 'core.StartItem', { item: 'first' }).thenRefused('UNCHANGED');
  });

  it('[MTG13] keeps the time at which an item first started', () => {
    const story = given(start('welcome'), minutes(5), start('first'), minutes(5), start('welcome'));
    expect(story.agenda('welcome')).toEqual({ current: true, startedAt: at(0), endedAt: null });
  });
});

describe('taking back the start of an item', () => {
  it('[MTG14] pauses what it opened, opens again what it closed, and goes on with the item before', () => {
    const story = given(start('first'), minutes(5), start('second'), minutes(1), joined('amal'));
    story.given(says('amal', 'a', { activity: 'collect' }));
    story
      .undo()
      .thenEvents(
        ['core.ActivityPaused', { activity: 'collect' }],
        ['core.ActivityOpened', { activity: 'live', endsAt: at(20) }],
        ['core.ItemReturned', { item: 'first' }],
        'core.Undone',
      );
    expect(story.agenda('first')).toEqual({ current: true, startedAt: at(0), endedAt: null });
    expect(story.agenda('second')).toEqual({ current: false, startedAt: null, endedAt: null });
    expect(story.mine('amal', 'a').text).toBe('words of a');
  });

  it('[MTG14] goes back to before the first item as well', () => {
    const story = given(start('welcome'));
    story.undo().thenEvents(['core.ItemReturned', { item: null }], 'core.Undone');
    expect(story.agenda('welcome')).toEqual({ current: false, startedAt: null, endedAt: null });
  });

  it('[MTG14] keeps closed what was paused before', () => {
    const story = given(start('first'), did('desk', 'core.PauseActivity', { activity: 'live' }), start('second'));
    story.undo().thenEvents(['core.ActivityPaused', { activity: 'collect' }], 'core.ItemReturned', 'core.Undone');
    expect(story.activity('live').status).toBe('closing');
  });

  it('[MTG14] leaves the times of an item that had been started before as they were', () => {
    const story = given(start('welcome'), minutes(5), start('first'), minutes(5), start('welcome'), minutes(1));
    story.undo().thenEvents('core.ActivityOpened', ['core.ItemReturned', { item: 'first' }], 'core.Undone');
    expect(story.agenda('welcome')).toEqual({ current: false, startedAt: at(0), endedAt: at(5) });
    expect(story.agenda('first')).toEqual({ current: true, startedAt: at(5), endedAt: null });
  });

  it('[MTG14] does so for several steps, one after the other', () => {
    const story = given(start('welcome'), minutes(2), start('first'), minutes(2), start('welcome'), minutes(2));
    story.given(start('first'), minutes(2));
    for (const item of ['welcome', 'first', 'welcome', null]) {
      const { events } = story.undo('core.StartItem');
      expect(events.find((event) => event.type === 'core.ItemReturned')?.data).toEqual({ item });
    }
    for (const item of ['welcome', 'first'])
      expect(story.agenda(item)).toEqual({ current: false, startedAt: null, endedAt: null });
  });
});
