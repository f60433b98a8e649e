import { describe, expect, it } from '@jest/globals';
import { did, given, givenIn, opened, type Step, type Story } from '../../support/given.ts';
import { agendaOf, DAY1, DAY2, day, inserting, inserts, notes, place, pointsOf } from '../../support/given-parts.ts';
import { sampleMeeting } from '../../support/sample-meeting.ts';

const start = (item: string) => did('desk', 'core.StartItem', { item });
const skip = (item: string, skipped = true) => did('desk', 'agenda.Skip', { item, skipped });
const resize = (item: string, minutes: number) => did('desk', 'agenda.Resize', { item, minutes });
const move = (item: string, after: string | null, date = DAY1) =>
  did('desk', 'agenda.Move', { item, ...place(after, date) });
const DAY = ['09:00 welcome', '09:30 first'];

/** A meeting whose first day is this: id, start, minutes, type. */
function dayOf(...items: [string, string, number, ('session' | 'overnight')?][]) {
  const file = sampleMeeting();
  const title = { ar: 'x', fr: 'x', en: 'x' };
  const own = items.map(([id, from, minutes, type = 'session']) => ({
    id: id as (typeof file.agenda)[number]['id'],
    date: DAY1,
    start: from,
    minutes,
    title,
    type,
    activities: [],
  }));
  const second = file.agenda.filter((item) => item.date === DAY2).map((item) => ({ ...item, activities: [] }));
  return { ...file, activities: [], agenda: [...own, ...second] };
}

describe('inserting', () => {
  it('[AGD1] puts an item after another, or at the beginning of a day, with a name in one language at least', () => {
    const story = given(inserts('coffee', 'welcome'), inserts('early', null, 10));
    expect(day(story)).toEqual([
      `09:00 ${story.id('early')}`,
      '09:10 welcome',
      `09:40 ${story.id('coffee')}`,
      '09:55 first',
    ]);
    const title = { ar: 'Une pause', fr: 'Une pause', en: 'Une pause' };
    const coffee = agendaOf(story).find((item) => item.inserted && item.start === '09:40');
    expect(coffee).toMatchObject({ inserted: true, type: 'break', minutes: 15, title, activities: [] });
    story
      .when('desk', 'agenda.Insert', { ...inserting('second', 15, DAY2), label: { fr: ' Café\n ', ar: 'قهوة' } })
      .thenEvents('agenda.ItemInserted');
    expect(agendaOf(story).at(-2)?.title).toEqual({ ar: 'قهوة', fr: 'Café', en: 'قهوة' });
  });

  it('[AGD1] refuses one without a name, or with one that is too long', () => {
    const insert = (label: { en?: string }) =>
      given().when('desk', 'agenda.Insert', { ...inserting('welcome'), label });
    insert({}).thenRefused('TEXT_EMPTY');
    insert({ en: ' \u200B ' }).thenRefused('TEXT_EMPTY');
    insert({ en: 'x'.repeat(301) }).thenRefused('TEXT_TOO_LONG');
    insert({ en: 'x'.repeat(300) }).thenEvents('agenda.ItemInserted');
  });

  it.each([
    ['an unknown item', 'lunch', DAY1],
    ['an item of another day', 'welcome', DAY2],
    ['a day that is not of the meeting', null, '2019-06-27'],
    ['a day before it', null, '2019-06-24'],
  ])('[AGD1] refuses %s as the place', (_name, after, date) => {
    given()
      .when('desk', 'agenda.Insert', inserting(after, 15, date))
      .thenRefused('NOT_FOUND');
    given()
      .when('desk', 'agenda.Move', { item: 'second', ...place(after, date) })
      .thenRefused('NOT_FOUND');
  });
});

describe('moving', () => {
  it('[AGD2] takes an item to another place, also of another day', () => {
    const story = given(move('first', null));
    expect(day(story)).toEqual(['09:00 first', '10:00 welcome']);
    story.given(move('first', 'second', DAY2));
    expect([day(story), day(story, DAY2)]).toEqual([['09:00 welcome'], ['09:00 second', '10:00 first', '11:00 work']]);
  });

  it('[AGD2] changes nothing where it stands already, and refuses an item after itself', () => {
    const story = given();
    story.when('desk', 'agenda.Move', { item: 'first', ...place('welcome') }).thenNothing();
    story.when('desk', 'agenda.Move', { item: 'welcome', ...place(null) }).thenNothing();
    story.when('desk', 'agenda.Move', { item: 'first', ...place('first') }).thenRefused('UNCHANGED');
  });
});

describe('the places', () => {
  const insertAt = (story: Story, after: string | null, date = DAY1) =>
    story.when('desk', 'agenda.Insert', inserting(after, 15, date)).refusal;
  const moveTo = (story: Story, item: string, after: string | null, date = DAY1) =>
    story.when('desk', 'agenda.Move', { item, ...place(after, date) }).refusal;
  const five = () =>
    dayOf(['a', '09:00', 30], ['b', '09:30', 30], ['c', '10:00', 30], ['d', '10:30', 30], ['e', '11:00', 30]);

  it('[AGD14] before what has begun are closed, and open from the current item on', () => {
    const story = givenIn(five(), start('a'), start('b'));
    for (const after of [null, 'a']) {
      expect(insertAt(story, after)).toBe('ITEM_STARTED');
      expect(moveTo(story, 'd', after)).toBe('ITEM_STARTED');
    }
    expect(moveTo(story, 'd', 'b')).toBeNull();
    expect(moveTo(story, 'e', 'b')).toBeNull();
    expect(insertAt(story, 'c')).toBeNull();
    expect(insertAt(story, 'b')).toBeNull();
  });

  it('[AGD14] stay open where an item was opened early: beside what is still to come, also before it', () => {
    const story = givenIn(five(), start('a'), start('b'), start('e'));
    for (const after of [null, 'a']) expect(insertAt(story, after)).toBe('ITEM_STARTED');
    expect(moveTo(story, 'd', 'b')).toBeNull();
    expect(day(story).map((line) => line.slice(-1))).toEqual(['a', 'b', 'd', 'c', 'e']);
    expect(insertAt(story, 'c')).toBeNull();
    story.given(start('d'));
    expect(insertAt(story, 'd')).toBeNull();
    expect(insertAt(story, 'b')).toBe('ITEM_STARTED');
    expect(insertAt(story, 'e')).toBeNull();
  });

  it('[AGD14] beside what was passed over are open, and not beside what is skipped', () => {
    const story = givenIn(five(), start('a'), skip('b'), start('c'), start('e'));
    for (const after of ['a', 'b']) expect(insertAt(story, after)).toBe('ITEM_STARTED');
    for (const after of ['c', 'd']) expect(insertAt(story, after)).toBeNull();
  });

  it('[AGD14] of a day that is over are closed, but for those beside what was left of it', () => {
    const story = givenIn(five(), ...['a', 'b', 'c', 'd', 'e', 'second'].map(start));
    for (const [after, date] of [
      ['e', DAY1],
      [null, DAY1],
      [null, DAY2],
    ] as const)
      expect(insertAt(story, after, date)).toBe('ITEM_STARTED');
    const left = givenIn(five(), ...['a', 'b', 'c', 'd', 'second'].map(start));
    expect(insertAt(left, 'e')).toBeNull();
    expect(insertAt(left, null, DAY2)).toBe('ITEM_STARTED');
  });

  it('[AGD14] are where the item stands already without a refusal', () => {
    const story = givenIn(five(), start('a'), start('c'));
    story.when('desk', 'agenda.Move', { item: 'b', ...place('a') }).thenNothing();
  });

  it('[AGD15] from where an item came take it back by undo, whatever has begun around them', () => {
    const story = givenIn(five(), start('a'), start('c'), move('b', 'd'));
    expect(story.undo('agenda.Move').refusal).toBeNull();
    expect(day(story).map((line) => line.slice(-1))).toEqual(['a', 'b', 'c', 'd', 'e']);
    story.given(move('b', 'd'), start('b'));
    expect(story.undo('agenda.Move').refusal).toBe('UNDO_OUTDATED');
  });

  it('[AGD15] are where a deleted item stood, unless that is gone', () => {
    const story = givenIn(
      five(),
      inserts('x', 'b'),
      start('a'),
      start('c'),
      did('desk', 'agenda.Delete', { item: '@x' }),
    );
    expect(story.undo('agenda.Delete').refusal).toBeNull();
    expect(agendaOf(story)[2]?.id).toBe(story.id('x'));
    const two = givenIn(five(), inserts('x', 'b'), inserts('y', 'b'), move('@x', '@y'));
    two.given(did('desk', 'agenda.Delete', { item: '@x' }), did('desk', 'agenda.Delete', { item: '@y' }));
    const [x] = two.acts().filter(({ act }) => act === 'agenda.Delete');
    two.when('desk', 'core.Undo', { seq: x!.seq }).thenRefused('UNDO_OUTDATED');
  });
});

describe('what has begun', () => {
  it('[AGD3] is not moved, skipped or deleted, also where it was inserted and is open', () => {
    const story = given(inserts('coffee', 'welcome'), start('@coffee'));
    story.when('desk', 'agenda.Move', { item: '@coffee', ...place('first') }).thenRefused('ITEM_STARTED');
    story.when('desk', 'agenda.Skip', { item: '@coffee', skipped: true }).thenRefused('ITEM_STARTED');
    story.when('desk', 'agenda.Delete', { item: '@coffee' }).thenRefused('ITEM_STARTED');
    expect(story.undo('agenda.Insert').refusal).toBe('UNDO_OUTDATED');
  });

  it('[AGD3] can be made longer and shorter', () => {
    const story = given(start('welcome'), resize('welcome', 50));
    expect(day(story)).toEqual(['09:00 welcome', '09:50 first']);
    story.when('desk', 'agenda.Resize', { item: 'welcome', minutes: 50 }).thenNothing();
  });

  it('[AGD3] may be taken back, and is then as any other', () => {
    const story = given(inserts('coffee', 'welcome'), start('@coffee'));
    expect(story.undo('core.StartItem').refusal).toBeNull();
    story.when('desk', 'agenda.Delete', { item: '@coffee' }).thenEvents('agenda.ItemDeleted');
  });
});

describe('times', () => {
  it('[AGD4] of what follows come later or earlier by as much as a change takes', () => {
    const file = dayOf(['a', '09:00', 30], ['b', '09:45', 60], ['c', '10:45', 15]);
    const story = givenIn(file, inserts('coffee', 'a', 20));
    const coffee = story.id('coffee');
    expect(day(story)).toEqual(['09:00 a', `09:30 ${coffee}`, '10:05 b', '11:05 c']);
    story.given(resize('b', 45));
    expect(day(story)).toEqual(['09:00 a', `09:30 ${coffee}`, '10:05 b', '10:50 c']);
    story.given(did('desk', 'agenda.Delete', { item: '@coffee' }), resize('b', 60));
    expect(day(story)).toEqual(['09:00 a', '09:45 b', '10:45 c']);
  });

  it('[AGD4] begin with the day, whatever comes first in it, and leave the other days alone', () => {
    const story = given(move('welcome', 'work', DAY2));
    expect(day(story)).toEqual(['09:00 first']);
    expect(day(story, DAY2)).toEqual(['09:00 second', '10:00 work', '11:30 welcome']);
    story.given(resize('first', 600));
    expect(day(story, DAY2)).toEqual(['09:00 second', '10:00 work', '11:30 welcome']);
  });

  it('[AGD5] of items that were planned for the same time do not wait for each other', () => {
    const file = dayOf(['stand', '09:00', 540], ['a', '10:00', 60], ['b', '10:00', 30], ['c', '11:00', 30]);
    const before = ['09:00 stand', '10:00 a', '10:00 b', '11:00 c'];
    const story = givenIn(file);
    expect(day(story)).toEqual(before);
    story.given(resize('a', 75));
    expect(day(story)).toEqual(['09:00 stand', '10:00 a', '10:00 b', '11:15 c']);
    story.given(resize('a', 60), resize('stand', 600), skip('b'));
    expect(day(story)).toEqual(before);
  });

  it('[AGD5] do not wait for what is open over night', () => {
    const file = dayOf(['a', '16:00', 60], ['night', '17:00', 960, 'overnight'], ['dinner', '20:00', 90]);
    const story = givenIn(file, resize('a', 75));
    expect(day(story)).toEqual(['16:00 a', '17:15 night', '20:15 dinner']);
    story.given(resize('night', 900), inserts('walk', 'night', 30));
    expect(day(story)).toEqual(['16:00 a', '17:15 night', `17:15 ${story.id('walk')}`, '20:45 dinner']);
    expect(day(story, DAY2)[0]).toBe('09:00 second');
  });

  it('[AGD6] of a day that was empty begin as was planned for it, else as early as any', () => {
    const file = dayOf(['a', '08:00', 60]);
    const later = { ...file, agenda: file.agenda.map((i) => (i.id === 'second' ? { ...i, start: '14:00' } : i)) };
    const two = { ...later, agenda: later.agenda.filter((i) => i.id !== 'work') };
    const story = givenIn(two, move('second', 'a'));
    expect(day(story)).toEqual(['08:00 a', '09:00 second']);
    story.given(inserts('coffee', null, 15, DAY2));
    expect(day(story, DAY2)).toEqual([`14:00 ${story.id('coffee')}`]);
    const nothing = givenIn({ ...file, agenda: file.agenda.slice(0, 1) }, inserts('coffee', null, 15, DAY2));
    expect(day(nothing, DAY2)).toEqual([`08:00 ${nothing.id('coffee')}`]);
  });

  it('[AGD7] may not reach midnight', () => {
    const file = dayOf(['a', '22:00', 60], ['b', '23:00', 60]);
    const story = givenIn(file);
    story.when('desk', 'agenda.Resize', { item: 'a', minutes: 119 }).thenEvents('agenda.ItemResized');
    story.when('desk', 'agenda.Resize', { item: 'a', minutes: 120 }).thenRefused('DAY_TOO_LONG');
    story.when('desk', 'agenda.Insert', inserting('a', 1)).thenRefused('DAY_TOO_LONG');
    story.when('desk', 'agenda.Move', { item: 'second', ...place('a') }).thenRefused('DAY_TOO_LONG');
    // The last of the day may run on: nothing begins after it.
    story.when('desk', 'agenda.Resize', { item: 'b', minutes: 300 }).thenEvents('agenda.ItemResized');
  });
});

describe('skipping', () => {
  it('[AGD8] leaves an item where it is, and gives its time to what follows', () => {
    const story = given(skip('welcome'));
    expect(day(story)).toEqual(['09:00 welcome', '09:00 first']);
    expect(agendaOf(story)[0]?.skipped).toBe(true);
    story.when('desk', 'agenda.Skip', { item: 'welcome', skipped: true }).thenNothing();
    story.given(skip('welcome', false));
    expect(day(story)).toEqual(DAY);
    expect(agendaOf(story)[0]).not.toHaveProperty('skipped');
  });

  it('[AGD8] ends where the item is started after all, and comes back with the start taken back', () => {
    const story = given(skip('welcome'));
    story
      .when('desk', 'core.StartItem', { item: 'welcome' })
      .thenEvents(['agenda.ItemSkipped', { skipped: false }], 'core.ItemStarted');
    expect(day(story)).toEqual(DAY);
    story
      .undo('core.StartItem')
      .thenEvents('core.ItemReturned', ['agenda.ItemSkipped', { skipped: true }], 'core.Undone');
    expect(agendaOf(story)[0]).toMatchObject({ skipped: true, startedAt: null });
  });
});

describe('skipping what is being answered', () => {
  it('[AGD16] is refused while an activity of it, opened by hand, takes answers', () => {
    const close = (graceSeconds: number) => did('desk', 'core.CloseActivity', { activity: 'live', graceSeconds });
    const story = given(opened());
    const skips = () => story.when('desk', 'agenda.Skip', { item: 'first', skipped: true }).refusal;
    expect(skips()).toBe('ITEM_STARTED');
    story.given(did('desk', 'core.PauseActivity', { activity: 'live' }));
    expect(skips()).toBe('ITEM_STARTED');
    story.given(close(60));
    expect(skips()).toBe('ITEM_STARTED');
    story.given(move('first', null), close(0));
    expect(skips()).toBeNull();
    story.given(did('desk', 'core.OpenActivity', { activity: 'live' }), skip('first', false));
    expect(agendaOf(story)[0]).not.toHaveProperty('skipped');
  });
});

describe('deleting', () => {
  it('[AGD9] is for what was inserted', () => {
    const story = given(inserts('coffee', 'welcome'));
    story.when('desk', 'agenda.Delete', { item: 'welcome' }).thenRefused('ITEM_PLANNED');
    story.when('desk', 'agenda.Delete', { item: '@coffee' }).thenEvents('agenda.ItemDeleted');
    expect(day(story)).toEqual(DAY);
  });

  it('[AGD9] destroys its key points, and its name with them', () => {
    const story = given(inserts('coffee', 'welcome'), (s) => notes('point', 'We met', [], s.id('coffee'))(s));
    const item = story.id('coffee');
    const labels = () => [...story.meeting.state.vault.values()].filter((value) => value.kind === 'label');
    expect(labels()).toHaveLength(2);
    const offered = story.acts();
    story.when('desk', 'agenda.Delete', { item }).thenEvents('agenda.ItemDeleted');
    expect(labels()).toEqual([]);
    expect(pointsOf(story, item)).toEqual([]);
    expect(story.acts()).toEqual(offered);
    expect(story.undo('agenda.Insert').refusal).toBe('UNDO_OUTDATED');
  });

  it('[AGD9] [AGD12] keeps the name of what had no key points, and brings all of it back', () => {
    const story = given(inserts('coffee', 'welcome'), resize('@coffee', 25), skip('@coffee'));
    const before = agendaOf(story);
    story.given(did('desk', 'agenda.Delete', { item: '@coffee' }));
    expect(day(story)).toEqual(DAY);
    story.undo('agenda.Delete').thenEvents('agenda.ItemBroughtBack', 'core.Undone');
    expect(agendaOf(story)).toEqual(before);
    // And it can be written on, and then goes for good.
    story.given(
      (s) => notes('point', 'We met', [], s.id('coffee'))(s),
      did('desk', 'agenda.Delete', { item: '@coffee' }),
    );
    expect([...story.meeting.state.vault.values()].filter((value) => value.kind === 'label')).toEqual([]);
  });

  it.each(['agenda.Move', 'agenda.Resize', 'agenda.Skip', 'agenda.Delete'] as const)(
    '[AGD10] lets %s find nothing where another desk deleted the item',
    (type) => {
      const story = given(inserts('coffee', 'welcome'), did('desk', 'agenda.Delete', { item: '@coffee' }));
      const data = {
        'agenda.Move': { ...place(null) },
        'agenda.Resize': { minutes: 5 },
        'agenda.Skip': { skipped: true },
        'agenda.Delete': {},
      }[type];
      story.when('desk', type, { item: '@coffee', ...data } as never).thenRefused('NOT_FOUND');
      story.when('desk', 'agenda.Insert', inserting(story.id('coffee'))).thenRefused('NOT_FOUND');
      story.when('desk', 'core.StartItem', { item: '@coffee' }).thenRefused('NOT_FOUND');
    },
  );
});

describe('what is seen, and put back', () => {
  it('[AGD11] tells beside each item what was planned, where that was otherwise', () => {
    const story = given(resize('welcome', 45));
    const [welcome, first] = agendaOf(story);
    expect(welcome).toMatchObject({ minutes: 45, planned: { date: DAY1, start: '09:00', minutes: 30 } });
    expect(first).toMatchObject({ start: '09:45', planned: { date: DAY1, start: '09:30', minutes: 60 } });
    expect(agendaOf(story)[2]).not.toHaveProperty('planned');
    story.given(resize('welcome', 30));
    expect(agendaOf(story).some((item) => item.planned)).toBe(false);
    expect(story.see('screen', 'agenda')).toEqual(story.see('desk', 'agenda'));
  });

  it.each<[string, Step]>([
    ['agenda.Insert', inserts('coffee', 'welcome')],
    ['agenda.Move', move('welcome', 'first')],
    ['agenda.Resize', resize('first', 5)],
    ['agenda.Skip', skip('first')],
  ])('[AGD12] %s can be undone', (act, step) => {
    const story = given();
    const before = story.see('room', 'agenda');
    story.given(step, opened());
    expect(story.see('room', 'agenda')).not.toEqual(before);
    expect(story.undo(act as 'agenda.Move').refusal).toBeNull();
    expect(story.see('room', 'agenda')).toEqual(before);
  });

  it('[AGD12] inserting destroys what is kept of a key point that was removed, deleting keeps it', () => {
    const story = given(inserts('coffee', 'welcome'), (s) => notes('point', 'We met', [], s.id('coffee'))(s));
    const item = story.id('coffee');
    story.given(did('desk', 'keypoints.Remove', { item, point: '@point' }), did('desk', 'agenda.Delete', { item }));
    expect(story.undo('agenda.Delete').refusal).toBeNull();
    expect(story.undo('keypoints.Remove').refusal).toBeNull();
    story.given(did('desk', 'keypoints.Remove', { item, point: '@point' }));
    expect(story.undo('agenda.Insert').refusal).toBeNull();
    expect([...story.meeting.state.vault.values()].some((value) => value.kind === 'label')).toBe(false);
  });

  it('[AGD12] inserting cannot once it has key points or has begun: these would go with it', () => {
    const story = given(inserts('coffee', 'welcome'), (s) => notes('point', 'We met', [], s.id('coffee'))(s));
    story.undo('agenda.Insert').thenRefused('UNDO_OUTDATED');
    expect(pointsOf(story, story.id('coffee'))).toHaveLength(1);
    expect(story.undo('keypoints.Set').refusal).toBeNull();
    story.given(start('@coffee'));
    story.undo('agenda.Insert').thenRefused('UNDO_OUTDATED');
    expect(story.undo('core.StartItem').refusal).toBeNull();
    story.undo('agenda.Insert').thenEvents('agenda.ItemDeleted', 'core.Undone');
    expect([...story.meeting.state.vault.values()].some((value) => value.kind === 'label')).toBe(false);
  });

  it('[AGD12] deleting can', () => {
    const story = given(inserts('coffee', 'welcome'));
    const before = story.see('room', 'agenda');
    story.given(did('desk', 'agenda.Delete', { item: '@coffee' }));
    expect(story.undo('agenda.Delete').refusal).toBeNull();
    expect(story.see('room', 'agenda')).toEqual(before);
    expect(story.undo('agenda.Insert').refusal).toBeNull();
    expect(day(story)).toEqual(DAY);
  });
});
