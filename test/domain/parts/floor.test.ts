import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../../server/domain/actors.ts';
import { spokenAt } from '../../../server/domain/parts/floor-turn.ts';
import { touchesOf } from '../../../server/domain/view.ts';
import { did, given, joined, joinedFrom, later, named, type Step } from '../../support/given.ts';
import { asks, attendanceOf, ends, floorOf, gives, personOf, waiting } from '../../support/given-parts.ts';
import { START } from '../../support/test-meeting.ts';

const three = [joined('amal', { name: 'Amal B.' }), joined('rim', { name: 'Rim C.' }), joined('yannis')];
const start = (item: string) => did('desk', 'core.StartItem', { item });
const own = (story: ReturnType<typeof given>, name: string) => story.self(name).parts.floor;
/** Had the floor for so many seconds. */
const spoke = (name: string, seconds: number) => [gives(name), later(seconds), ends()];

describe('asking', () => {
  it('[FLR1] is done once', () => {
    const story = given(...three);
    story.when('amal', 'floor.Ask', {}).thenEvents(['floor.Asked', { participant: 'amal' }]);
    story.when('amal', 'floor.Ask', {}).thenNothing();
    story.given(gives('amal')).when('amal', 'floor.Ask', {}).thenNothing();
    story.given(ends()).when('amal', 'floor.Ask', {}).thenEvents('floor.Asked');
  });

  it('[FLR2] can be taken back, and be turned down by the desk', () => {
    const story = given(...three, ...asks('amal', 'rim'));
    story.when('amal', 'floor.Withdraw', {}).thenEvents(['floor.Withdrawn', { participant: 'amal' }]);
    story.when('amal', 'floor.Withdraw', {}).thenNothing();
    story.when('desk', 'floor.Dismiss', { participant: 'rim' }).thenEvents(['floor.Withdrawn', { participant: 'rim' }]);
    story.when('desk', 'floor.Dismiss', { participant: 'rim' }).thenRefused('NOT_IN_QUEUE');
    expect(waiting(story)).toEqual([]);
  });
});

describe('what is seen', () => {
  it('[FLR3] is the queue at the desk, a number everywhere, and everybody’s own place', () => {
    const story = given(...three, ...asks('amal'), later(5), ...asks('rim'), ...spoke('yannis', 20));
    expect(floorOf(story).queue).toEqual([
      {
        participant: 'amal',
        askedAt: START,
        times: 0,
        ms: 0,
        name: 'Amal B.',
        organisation: 'sfax-city',
        organisationText: null,
        city: 'sfax',
        kind: 'city',
      },
      expect.objectContaining({ participant: 'rim', askedAt: START + 5000, name: 'Rim C.' }),
    ]);
    for (const audience of ['room', 'screen'] as const)
      expect(floorOf(story, audience)).toEqual({ order: 'arrival', seconds: 120, speaker: null, waiting: 2 });
    expect(['amal', 'rim', 'yannis'].map((name) => own(story, name).place)).toEqual([1, 2, null]);
    story.given(gives('amal'));
    expect(own(story, 'amal')).toEqual({ place: null, speakingSince: START + 25_000 });
    expect(own(story, 'rim').place).toBe(1);
    expect(floorOf(story, 'room').speaker).toMatchObject({ name: 'Amal B.', since: START + 25_000 });
    expect(floorOf(story, 'room').speaker).not.toHaveProperty('participant');
    expect(floorOf(story, 'desk').speaker?.participant).toBe('amal');
  });

  it('[FLR4] is the name of who asked', () => {
    const story = given(...three, ...asks('amal'), gives('amal'));
    for (const audience of audiences) expect(floorOf(story, audience).speaker?.name).toBe('Amal B.');
  });

  it('[FLR4] is no name of who only raised a hand, but with their agreement', () => {
    const story = given(...three, joinedFrom('gil', { kind: 'small', city: 'lyon' }), gives('gil'));
    const gil = { name: null, organisation: null, organisationText: null, city: 'lyon', kind: 'small' };
    for (const audience of audiences) {
      expect(floorOf(story, audience).speaker).toMatchObject(gil);
      expect(JSON.stringify(floorOf(story, audience))).not.toMatch(/Name of gil|Circle of gil/);
    }
    const { meeting } = story;
    const agrees = {
      type: 'core.ConsentsSet',
      data: { participant: 'gil', consents: { present: false, words: true } },
    };
    expect(touchesOf(meeting.state, agrees as never).keys).toContain('floor');
    story.given(did('gil', 'core.SetConsents', { present: false, words: true }));
    expect(floorOf(story, 'room').speaker).toMatchObject({ name: 'Name of gil', organisationText: 'Circle of gil' });
    story.given(did('gil', 'core.SetConsents', { present: true, words: false }));
    expect(floorOf(story, 'room').speaker).toMatchObject(gil);
  });

  it('[FLR4] is the name of who agreed to it beside their words', () => {
    const story = given(named('salma'), gives('salma'));
    expect(floorOf(story, 'room').speaker?.name).toBe('salma');
  });

  it('[FLR5] is not sent again when its owner no longer waits or speaks', () => {
    const story = given(...three, ...asks('amal', 'rim'), gives('amal'));
    const retracts = (type: string, data: object) =>
      touchesOf(story.meeting.state, { type, data, actor: { kind: 'system' } } as never).retracts;
    expect(retracts('floor.Withdrawn', { participant: 'rim' })).toBe(true);
    expect(retracts('floor.Ended', { participant: 'amal', ms: 1 })).toBe(true);
    expect(retracts('floor.Asked', { participant: 'yannis' })).toBe(false);
  });
});

describe('giving and ending', () => {
  it('[FLR6] gives the floor to whoever the desk names, and ends the turn before', () => {
    const story = given(...three, ...asks('amal', 'rim'), gives('amal'), later(30));
    story
      .when('desk', 'floor.Give', { participant: 'yannis' })
      .thenEvents(['floor.Ended', { participant: 'amal', ms: 30_000 }], ['floor.Given', { participant: 'yannis' }]);
    story.when('desk', 'floor.Give', { participant: 'yannis' }).thenNothing();
    story.when('desk', 'floor.Give', { participant: 'nobody' }).thenRefused('NOT_FOUND');
    expect(waiting(story)).toEqual(['rim']);
  });

  it('[FLR7] ends a turn by the speaker’s word or the desk’s', () => {
    for (const [who, type] of [
      ['amal', 'floor.Yield'],
      ['desk', 'floor.End'],
    ] as const) {
      const story = given(...three, ...asks('amal'), gives('amal'), later(10));
      story.when(who, type, {}).thenEvents(['floor.Ended', { participant: 'amal', ms: 10_000 }]);
      expect(floorOf(story).speaker).toBeNull();
    }
  });

  it('[FLR7] ends no other turn than the one that is meant', () => {
    const story = given(...three, gives('amal'), gives('rim'));
    story.when('desk', 'floor.End', { participant: 'amal' }).thenNothing();
    story.when('amal', 'floor.Yield', {}).thenNothing();
    expect(floorOf(story).speaker?.participant).toBe('rim');
    story.when('desk', 'floor.End', { participant: 'rim' }).thenEvents('floor.Ended');
    story.when('desk', 'floor.End', {}).thenRefused('NOBODY_SPEAKS');
    story.when('rim', 'floor.Yield', {}).thenNothing();
  });

  it('[FLR8] notes that whoever asks or is given the floor is there', () => {
    const story = given(...three, did('amal', 'attendance.Leave', {}), later(4 * 3600));
    story.when('amal', 'floor.Ask', {}).thenEvents('attendance.Arrived', 'floor.Asked');
    story.when('desk', 'floor.Give', { participant: 'amal' }).thenEvents('floor.Given');
    story
      .when('desk', 'floor.Give', { participant: 'rim' })
      .thenEvents('floor.Ended', ['attendance.Arrived', { participant: 'rim' }], 'floor.Given');
    expect(attendanceOf(story).present).toBe(2);
    expect(personOf(story, 'yannis').present).toBe(false);
  });

  it('[FLR9] lets nobody who leaves wait or speak', () => {
    const story = given(...three, ...asks('amal', 'rim'), gives('amal'), later(7));
    story
      .when('amal', 'attendance.Leave', {})
      .thenEvents('attendance.Left', ['floor.Ended', { participant: 'amal', ms: 7000 }]);
    story
      .when('desk', 'attendance.Leave', { participant: 'rim' })
      .thenEvents('attendance.Left', ['floor.Withdrawn', { participant: 'rim' }]);
    story.when('yannis', 'attendance.Leave', {}).thenEvents('attendance.Left');
    expect(floorOf(story)).toMatchObject({ speaker: null, waiting: 0 });
  });

  it('[FLR10] counts how long each turn took, and never less than nothing when the clock jumps back', () => {
    const story = given(...three, ...asks('amal'), ...spoke('amal', 20), ...asks('amal'), ...spoke('amal', 5));
    story.given(...asks('amal'));
    expect(floorOf(story).queue).toMatchObject([{ participant: 'amal', times: 2, ms: 25_000 }]);
    story
      .given(gives('amal'), later(-90))
      .when('desk', 'floor.End', {})
      .thenEvents(['floor.Ended', { ms: 0 }]);
  });
});

describe('the order', () => {
  it('[FLR11] is that of asking', () => {
    const story = given(...three, ...asks('rim'), ...spoke('rim', 60), ...asks('rim', 'yannis', 'amal'));
    expect(waiting(story)).toEqual(['rim', 'yannis', 'amal']);
  });

  it('[FLR11] or who has spoken least: the person, then the organisation, then the kind, then who asked first', () => {
    const story = given(
      joinedFrom('a1', { organisation: 'sfax-city' }),
      joinedFrom('a2', { organisation: 'sfax-city' }),
      joinedFrom('b', { organisation: 'lyon-city' }),
      joinedFrom('c', { organisation: 'network' }),
      joinedFrom('d', { kind: 'small' }),
      joinedFrom('e', { kind: 'small' }),
      did('desk', 'floor.Set', { order: 'least' }),
      ...spoke('a1', 60),
      ...asks('a1', 'a2', 'b', 'd', 'c', 'e'),
    );
    // a1 has spoken; a2 is of the same organisation, b of the same kind; of the others, d asked first.
    expect(waiting(story)).toEqual(['d', 'c', 'e', 'b', 'a2', 'a1']);
    expect(['d', 'a1'].map((name) => own(story, name).place)).toEqual([1, 6]);
    story.given(...spoke('d', 10), ...asks('d'));
    // Who is of no listed organisation is one of their own: e is no colleague of d, but of their kind.
    expect(waiting(story)).toEqual(['c', 'e', 'b', 'a2', 'd', 'a1']);
  });

  it('[FLR12] and the time for each are the desk’s to set, and to take back', () => {
    const story = given(...three);
    story.when('desk', 'floor.Set', { seconds: 90 }).thenEvents(['floor.WasSet', { order: 'arrival', seconds: 90 }]);
    story.when('desk', 'floor.Set', { order: 'arrival', seconds: 90 }).thenNothing();
    expect(floorOf(story, 'room').seconds).toBe(90);
    story.undo().thenEvents(['floor.WasSet', { order: 'arrival', seconds: 120 }], 'core.Undone');
    for (const seconds of [14, 3601, 60.5]) expect(() => story.when('desk', 'floor.Set', { seconds })).toThrow();
  });
});

describe('a turn that is left running', () => {
  const HOUR = 3600;
  const spokenBy = (story: ReturnType<typeof given>, name: string) =>
    story.given(...asks(name)) && floorOf(story).queue?.find(({ participant }) => participant === name);

  it('[FLR14] ends when the programme goes on', () => {
    const story = given(...three, start('welcome'), ...asks('amal', 'rim'), gives('amal'), later(40));
    story
      .when('desk', 'core.StartItem', { item: 'first' })
      .thenEvents(['floor.Ended', { participant: 'amal', ms: 40_000 }], 'core.ItemStarted', 'core.ActivityOpened');
    for (const audience of audiences) expect(floorOf(story, audience).speaker).toBeNull();
    expect(own(story, 'amal').speakingSince).toBeNull();
    expect(waiting(story)).toEqual(['rim']);
    expect(spokenBy(story, 'amal')).toMatchObject({ times: 1, ms: 40_000 });
  });

  it('[FLR14] goes on when that start is taken back', () => {
    const story = given(...three, start('welcome'), ...asks('amal'), gives('amal'), later(40));
    const before = [floorOf(story), own(story, 'amal')];
    story.given(start('first'), later(5));
    expect(story.undo('core.StartItem').refusal).toBeNull();
    expect([floorOf(story), own(story, 'amal')]).toEqual(before);
    story
      .given(later(5))
      .when('desk', 'floor.End', {})
      .thenEvents(['floor.Ended', { ms: 50_000 }]);
    expect(spokenBy(story, 'amal')).toMatchObject({ times: 1, ms: 50_000 });
  });

  it.each<[string, Step[]]>([
    ['somebody has the floor since', [gives('rim')]],
    ['its speaker has left', [did('amal', 'attendance.Leave', {})]],
    ['it is another half-day', [later(4 * HOUR)]],
  ])('[FLR14] does not where %s; the start is taken back all the same', (_name, steps) => {
    const story = given(...three, start('welcome'), gives('amal'), later(40), start('first'), ...steps);
    const { speaker } = floorOf(story);
    expect(story.undo('core.StartItem').refusal).toBeNull();
    expect([floorOf(story).speaker, story.agenda('welcome').current]).toEqual([speaker, true]);
  });

  it.each<[string, string, Step[]]>([
    ['is ended by the desk', 'floor.End', [ends()]],
    ['is ended by the next', 'floor.Give', [gives('rim')]],
    ['ends as its speaker leaves', 'attendance.Leave', [did('amal', 'attendance.Leave', {})]],
    ['ends with its agenda item', 'core.StartItem', [start('first')]],
  ])('[FLR10] all night counts until its half-day was over, where it %s', (_name, _type, steps) => {
    const story = given(...three, ...asks('amal'), gives('amal'), later(24 * HOUR), ...steps);
    // The meeting begins at nine, the half-day is over at one.
    expect(spokenBy(story, 'amal')).toMatchObject({ times: 1, ms: 4 * HOUR * 1000 });
  });

  it('[FLR10] in the evening counts into the night, and no further', () => {
    const story = given(...three, later(14 * HOUR), gives('amal'), later(2 * HOUR), ends());
    expect(spokenBy(story, 'amal')).toMatchObject({ ms: 2 * HOUR * 1000 });
    story.given(gives('rim'), later(9 * HOUR), ends());
    expect(spokenBy(story, 'rim')).toMatchObject({ ms: 3 * HOUR * 1000 });
  });

  it('[FLR18] is counted in what is told at a moment', () => {
    const story = given(...three, ...spoke('amal', 20), gives('amal'), later(30));
    const told = (at: number) => [...spokenAt(story.meeting.state, at)];
    expect(told(story.meeting.at)).toEqual([['amal', { times: 2, ms: 50_000 }]]);
    expect(told(story.meeting.at + 48 * HOUR * 1000)).toEqual([['amal', { times: 2, ms: 4 * HOUR * 1000 }]]);
    story.given(ends());
    expect(told(story.meeting.at + HOUR)).toEqual([['amal', { times: 2, ms: 50_000 }]]);
    expect(told(story.meeting.at)).toEqual([...story.meeting.state.parts.floor.spoken]);
  });
});

describe('a slip of the finger', () => {
  const four = [...three, joined('zeynep')];

  it('[FLR15] gives the floor back: nothing is counted, and the queue is what it was', () => {
    const story = given(...four, ...asks('amal', 'rim', 'yannis'), later(5));
    const before = [floorOf(story), own(story, 'rim'), story.see('desk', 'heard')];
    story.given(gives('rim'), later(4));
    story.undo('floor.Give').thenEvents(['floor.TakenBack', { participant: 'rim' }], 'core.Undone');
    expect([floorOf(story), own(story, 'rim'), story.see('desk', 'heard')]).toEqual(before);
    expect(waiting(story)).toEqual(['amal', 'rim', 'yannis']);
  });

  it('[FLR15] finds the place also where others came and went, and the clock jumped', () => {
    const story = given(...four, ...asks('amal', 'rim'), later(-60), ...asks('yannis'), gives('rim'));
    story.given(...asks('zeynep'), did('amal', 'floor.Withdraw', {}));
    expect(story.undo('floor.Give').refusal).toBeNull();
    expect(waiting(story)).toEqual(['rim', 'yannis', 'zeynep']);
  });

  it('[FLR15] leaves the turn ended that the giving ended, and nobody waiting who did not', () => {
    const story = given(...four, gives('amal'), later(30), gives('rim'), later(3));
    expect(story.undo('floor.Give').refusal).toBeNull();
    expect(floorOf(story)).toMatchObject({ speaker: null, waiting: 0 });
    expect([...story.meeting.state.parts.floor.spoken]).toEqual([['amal', { times: 1, ms: 30_000 }]]);
  });

  it.each<[string, Step[]]>([
    ['has finished', [did('amal', 'floor.Yield', {})]],
    ['has finished, and waits again', [did('amal', 'floor.Yield', {}), ...asks('amal')]],
    ['has left', [did('amal', 'attendance.Leave', {})]],
    ['is followed by another agenda item', [start('first')]],
  ])('[FLR15] comes too late where the speaker %s', (_name, steps) => {
    const story = given(...four, ...asks('amal'), gives('amal'), ...steps);
    story.undo('floor.Give').thenRefused('UNDO_OUTDATED');
  });

  it('[FLR16] lets an ended turn go on as though it had not been', () => {
    const story = given(...four, ...asks('amal', 'rim'), gives('amal'), later(30));
    const before = [floorOf(story), own(story, 'amal'), story.see('desk', 'heard')];
    story.given(ends(), later(10), ...asks('amal'));
    story.undo('floor.End').thenEvents(['floor.Resumed', { participant: 'amal', ms: 30_000 }], 'core.Undone');
    expect([floorOf(story), own(story, 'amal'), story.see('desk', 'heard')]).toEqual(before);
    story.when('desk', 'floor.End', {}).thenEvents(['floor.Ended', { ms: 40_000 }]);
    expect([...story.meeting.state.parts.floor.spoken]).toEqual([['amal', { times: 1, ms: 40_000 }]]);
  });

  it('[FLR16] takes away no turn but that one', () => {
    const story = given(...four, ...spoke('amal', 20), gives('amal'), later(7), ends());
    expect(story.undo('floor.End').refusal).toBeNull();
    expect([...story.meeting.state.parts.floor.spoken]).toEqual([['amal', { times: 1, ms: 20_000 }]]);
  });

  it.each<[string, Step[]]>([
    ['somebody else has the floor', [gives('rim')]],
    ['its speaker has left', [did('amal', 'attendance.Leave', {})]],
    ['another agenda item is open', [start('first')]],
    ['it is another half-day', [later(4 * 3600)]],
  ])('[FLR16] comes too late where %s', (_name, steps) => {
    const story = given(...four, gives('amal'), later(30), ends(), ...steps);
    story.undo('floor.End').thenRefused('UNDO_OUTDATED');
  });

  it('[FLR16] takes back a giving and an ending one by one', () => {
    const story = given(...four, ...asks('amal', 'rim'), gives('amal'), later(30), ends());
    story.undo('floor.Give').thenRefused('UNDO_OUTDATED');
    expect(story.undo('floor.End').refusal).toBeNull();
    expect(story.undo('floor.Give').refusal).toBeNull();
    expect(waiting(story)).toEqual(['amal', 'rim']);
    expect(story.meeting.state.parts.floor.spoken.size).toBe(0);
  });

  const dismisses = (participant: string) => did('desk', 'floor.Dismiss', { participant });

  it('[FLR17] puts who was taken off the list back at their place, also where they have asked again', () => {
    for (const steps of [[], asks('rim')]) {
      const story = given(...four, ...asks('amal', 'rim', 'yannis'));
      const before = [floorOf(story), own(story, 'rim')];
      story.given(dismisses('rim'), ...steps);
      expect(story.undo('floor.Dismiss').refusal).toBeNull();
      expect([floorOf(story), own(story, 'rim')]).toEqual(before);
    }
  });

  it.each<[string, Step[]]>([
    ['have left', [did('rim', 'attendance.Leave', {})]],
    ['have the floor', [gives('rim')]],
    ['have had the floor', [...asks('rim'), gives('rim'), ends()]],
    ['asked again, and took that back', [...asks('rim'), did('rim', 'floor.Withdraw', {})]],
  ])('[FLR17] does not where they %s', (_name, steps) => {
    const story = given(...four, ...asks('amal', 'rim'), dismisses('rim'), ...steps);
    story.undo('floor.Dismiss').thenRefused('UNDO_OUTDATED');
  });
});
