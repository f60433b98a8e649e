import { describe, expect, it } from '@jest/globals';
import { did, given, later, opened } from '../support/given.ts';
import { START } from '../support/test-meeting.ts';

const live = { activity: 'live' };
const pause = did('desk', 'core.PauseActivity', live);
const close = (graceSeconds?: number) =>
  did('desk', 'core.CloseActivity', { ...live, ...(graceSeconds === undefined ? {} : { graceSeconds }) });
const add = (seconds: number) => did('desk', 'core.AddTime', { ...live, seconds });
const minutes = (n: number) => later(n * 60);
const at = (n: number) => START + n * 60_000;
const untimed = did('desk', 'core.Configure', { ...live, minutes: null });

describe('opening and pausing', () => {
  it('[MTG15] goes from planned to open, paused, open, closing and closed, as the desk says', () => {
    const story = given();
    const statuses = [story.activity().status];
    for (const step of [opened(), pause, opened(), close(60), close()])
      statuses.push(story.given(step).activity().status);
    expect(statuses).toEqual(['planned', 'open', 'paused', 'open', 'closing', 'closed']);
  });

  it('[MTG15] refuses to open what is open', () => {
    given(opened()).when('desk', 'core.OpenActivity', live).thenRefused('ACTIVITY_ALREADY_OPEN');
  });

  it('[MTG15] knows no activity but those of the meeting', () => {
    given().when('desk', 'core.OpenActivity', { activity: 'lunch' }).thenRefused('NOT_FOUND');
  });

  it('[MTG16] sets the timer to the planned minutes, and sets none without', () => {
    given()
      .when('desk', 'core.OpenActivity', live)
      .thenEvents(['core.ActivityOpened', { endsAt: at(20) }]);
    given()
      .when('desk', 'core.OpenActivity', { activity: 'collect' })
      .thenEvents(['core.ActivityOpened', { endsAt: null }]);
  });

  it('[MTG17] keeps the time left over a pause, which runs on afterwards', () => {
    const story = given(opened(), minutes(5));
    story.when('desk', 'core.PauseActivity', live).thenEvents(['core.ActivityPaused', { remaining: 15 * 60_000 }]);
    expect(story.activity()).toMatchObject({ status: 'paused', endsAt: null, remaining: 15 * 60_000 });
    story.given(minutes(30));
    story.when('desk', 'core.OpenActivity', live).thenEvents(['core.ActivityOpened', { endsAt: at(35 + 15) }]);
    expect(story.activity()).toMatchObject({ status: 'open', remaining: null, openedAt: at(0) });
  });

  it('[MTG17] keeps nothing of a timer that ran out, and no timer where there was none', () => {
    given(opened(), minutes(25))
      .when('desk', 'core.PauseActivity', live)
      .thenEvents(['core.ActivityPaused', { remaining: 0 }]);
    given(opened('collect'))
      .when('desk', 'core.PauseActivity', { activity: 'collect' })
      .thenEvents(['core.ActivityPaused', { remaining: null }]);
  });

  it.each([
    ['planned', []],
    ['paused', [opened(), pause]],
    ['closing', [opened(), close(60)]],
    ['closed', [opened(), close(0)]],
  ])('[MTG17] pauses only what is open, not what is %s', (_status, steps) => {
    given(...steps)
      .when('desk', 'core.PauseActivity', live)
      .thenRefused('ACTIVITY_NOT_OPEN');
  });
});

describe('closing', () => {
  it('[MTG18] gives the grace that was asked for, else its own, to what is open or paused', () => {
    for (const steps of [[opened()], [opened(), pause]]) {
      given(...steps)
        .when('desk', 'core.CloseActivity', { ...live, graceSeconds: 30 })
        .thenEvents(['core.ActivityClosing', { closesAt: START + 30_000 }]);
      given(...steps)
        .when('desk', 'core.CloseActivity', live)
        .thenEvents(['core.ActivityClosing', { closesAt: START + 120_000 }]);
    }
  });

  it('[MTG18] closes at once with a grace of 0', () => {
    const story = given(opened(), later(9));
    story
      .when('desk', 'core.CloseActivity', { ...live, graceSeconds: 0 })
      .thenEvents(['core.ActivityClosed', { closesAt: START + 9000 }]);
    expect(story.activity().status).toBe('closed');
  });

  it('[MTG19] ends the grace now where it is closing, whatever grace is asked for', () => {
    given(opened(), close(60), later(10))
      .when('desk', 'core.CloseActivity', { ...live, graceSeconds: 300 })
      .thenEvents(['core.ActivityClosed', { closesAt: START + 10_000 }]);
  });

  it('[MTG19] refuses what is not open yet and what is closed', () => {
    given().when('desk', 'core.CloseActivity', live).thenRefused('ACTIVITY_NOT_OPEN');
    given(opened(), close(0)).when('desk', 'core.CloseActivity', live).thenRefused('ACTIVITY_CLOSED');
  });

  it('[MTG20] lets the server close when the grace is over, never before', () => {
    const story = given(opened(), close(60), later(59.999));
    story.when('server', 'core.EndGrace', live).thenNothing();
    expect(story.activity().status).toBe('closing');
    story.given(later(0.001));
    story.when('server', 'core.EndGrace', live).thenEvents(['core.ActivityClosed', { closesAt: START + 60_000 }]);
  });

  it.each([
    ['planned', []],
    ['open', [opened()]],
    ['closed', [opened(), close(0)]],
    ['open again', [opened(), close(60), opened()]],
  ])('[MTG20] lets the server close nothing that is %s', (_status, steps) => {
    given(...steps, minutes(5))
      .when('server', 'core.EndGrace', live)
      .thenNothing();
  });
});

describe('opening again', () => {
  it.each([60, 0])('[MTG21] has what is left of its time, after a grace of %i', (grace) => {
    given(opened(), minutes(5), close(grace), minutes(10))
      .when('desk', 'core.OpenActivity', live)
      .thenEvents(['core.ActivityOpened', { endsAt: at(20) }]);
  });

  it('[MTG21] has what was kept where it was closed during a pause', () => {
    given(opened(), minutes(5), pause, close(0), minutes(60))
      .when('desk', 'core.OpenActivity', live)
      .thenEvents(['core.ActivityOpened', { endsAt: at(65 + 15) }]);
  });

  it('[MTG21] has no timer where none is left', () => {
    given(opened(), minutes(5), close(0), minutes(15))
      .when('desk', 'core.OpenActivity', live)
      .thenEvents(['core.ActivityOpened', { endsAt: null }]);
    const story = given(untimed, opened(), close(60));
    story.when('desk', 'core.OpenActivity', live).thenEvents(['core.ActivityOpened', { endsAt: null }]);
    expect(story.activity()).toMatchObject({ status: 'open', closesAt: null });
  });
});

describe('time', () => {
  it('[MTG22] is added to and taken from what is open', () => {
    given(opened(), minutes(5))
      .when('desk', 'core.AddTime', { ...live, seconds: 120 })
      .thenEvents(['core.TimeSet', { endsAt: at(22), remaining: null }])
      .when('desk', 'core.AddTime', { ...live, seconds: -300 })
      .thenEvents(['core.TimeSet', { endsAt: at(17), remaining: null }]);
  });

  it('[MTG22] is added to and taken from what is paused, down to nothing', () => {
    given(opened(), minutes(15), pause)
      .when('desk', 'core.AddTime', { ...live, seconds: 60 })
      .thenEvents(['core.TimeSet', { endsAt: null, remaining: 6 * 60_000 }])
      .when('desk', 'core.AddTime', { ...live, seconds: -600 })
      .thenEvents(['core.TimeSet', { endsAt: null, remaining: 0 }]);
  });

  it.each([
    ['planned', []],
    ['paused without a timer', [untimed, opened(), pause]],
    ['closing', [opened(), close(60)]],
    ['closed', [opened(), close(0)]],
  ])('[MTG22] is not added to what is %s', (_status, steps) => {
    given(...steps)
      .when('desk', 'core.AddTime', { ...live, seconds: 60 })
      .thenRefused('TIMER_NOT_RUNNING');
  });

  it('[MTG22] is taken back as what it came to', () => {
    const held = given(opened(), minutes(19), pause, add(-600));
    held.undo().thenEvents(['core.TimeSet', { remaining: 60_000 }], 'core.Undone');
    const lapsed = given(opened(), minutes(25), add(120));
    lapsed.undo().thenEvents(['core.TimeSet', { endsAt: at(20) }], 'core.Undone');
    const none = given(untimed, opened(), minutes(1), add(120));
    none.undo().thenEvents(['core.TimeSet', { endsAt: null, remaining: null }], 'core.Undone');
  });

  it('[MTG22] is taken back from a timer that was moved by a pause meanwhile', () => {
    const story = given(opened(), add(300), minutes(5), pause, minutes(7));
    story.undo('core.PauseActivity').thenEvents(['core.ActivityOpened', { endsAt: at(32) }], 'core.Undone');
    story.undo('core.AddTime').thenEvents(['core.TimeSet', { endsAt: at(27) }], 'core.Undone');
  });

  it('[MTG23] counts from now where the timer ran out, or there was none', () => {
    given(opened(), minutes(25))
      .when('desk', 'core.AddTime', { ...live, seconds: 120 })
      .thenEvents(['core.TimeSet', { endsAt: at(27) }]);
    given(opened('collect'), minutes(3))
      .when('desk', 'core.AddTime', { activity: 'collect', seconds: 60 })
      .thenEvents(['core.TimeSet', { endsAt: at(4) }]);
  });

  it('[MTG24] closes nothing by running out', () => {
    const story = given(opened(), minutes(600));
    story.when('server', 'core.EndGrace', live).thenNothing();
    expect(story.activity()).toMatchObject({ status: 'open', endsAt: at(20) });
  });
});

describe('settings', () => {
  it('[MTG25] records only what differs', () => {
    const story = given();
    const { events } = story.when('desk', 'core.Configure', {
      ...live,
      minutes: 20,
      graceSeconds: 60,
      settings: { replies: true, endorsements: false },
    });
    expect(events.map((event) => event.data)).toEqual([
      { activity: 'live', graceSeconds: 60, settings: { endorsements: false } },
    ]);
    expect(story.activity()).toMatchObject({ minutes: 20, graceSeconds: 60, config: { endorsements: false } });
  });

  it('[MTG25] changes nothing where nothing differs', () => {
    given()
      .when('desk', 'core.Configure', { ...live, minutes: 20, graceSeconds: 120, settings: { replies: true } })
      .thenNothing();
    given().when('desk', 'core.Configure', live).thenNothing();
  });

  it('[MTG25] leaves a running timer as it is; the next opening takes the new minutes', () => {
    const story = given(opened());
    story
      .when('desk', 'core.Configure', { ...live, minutes: 5 })
      .thenEvents(['core.ActivityConfigured', { minutes: 5 }]);
    expect(story.activity()).toMatchObject({ minutes: 5, endsAt: at(20) });
    given(did('desk', 'core.Configure', { ...live, minutes: 5 }))
      .when('desk', 'core.OpenActivity', live)
      .thenEvents(['core.ActivityOpened', { endsAt: at(5) }]);
  });

  it('[MTG26] refuses what is fixed once it was opened, also when it is closed again', () => {
    const collect = { ...live, settings: { reveal: 'collect' } };
    given().when('desk', 'core.Configure', collect).thenEvents('core.ActivityConfigured');
    given(opened()).when('desk', 'core.Configure', collect).thenRefused('SETTING_FIXED');
    given(opened(), close(0)).when('desk', 'core.Configure', collect).thenRefused('SETTING_FIXED');
    given(opened())
      .when('desk', 'core.Configure', { ...live, settings: { reveal: 'live' } })
      .thenNothing();
  });

  it.each([
    ['colour', 'red'],
    ['reveal', 'never'],
    ['replies', 'yes'],
    ['prompt', 'Another?'],
  ])('[MTG26] refuses an unknown setting or value: %s %s', (name, value) => {
    given()
      .when('desk', 'core.Configure', { ...live, settings: { [name]: value } })
      .thenRefused('MALFORMED');
  });
});
