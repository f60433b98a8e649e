import { describe, expect, it } from '@jest/globals';
import { did, given, joined, joinedFrom, later, opened } from '../support/given.ts';
import { dots, set, votes } from '../support/given-kinds.ts';

const ballot = { activity: 'dots' };
const room = [joined('amal'), joined('rim'), joined('yannis'), set('dots', { results: 'live' }), opened('dots')];
const withdraw = (option: string) => did('desk', 'ballot.WithdrawOption', { ...ballot, option });

describe('a vote', () => {
  it('[BAL1] is all of a voter’s dots, and replaces the one before', () => {
    const story = given(...room, votes('amal', { o1: 2, o2: 1 }));
    expect(story.vote('amal')).toEqual({ dots: { o1: 2, o2: 1 }, left: 0, byColleague: false });
    story.given(votes('amal', { o2: 2 }));
    expect(story.vote('amal')).toEqual({ dots: { o2: 2 }, left: 1, byColleague: false });
    expect(story.ballot()).toMatchObject({
      voted: 1,
      results: { o1: { dots: 0, voters: 0 }, o2: { dots: 2, voters: 1 } },
    });
  });

  it('[BAL1] counts once, sent twice or from two phones at once', () => {
    const story = given(...room, votes('amal', { o1: 3 }));
    story.when('amal', 'ballot.Vote', dots({ o1: 3 })).thenNothing();
    story.when('amal', 'ballot.Vote', dots({ o1: 2, o2: 1 })).thenEvents('ballot.Voted');
    story.when('amal', 'ballot.Vote', dots({ o2: 1, o1: 2 })).thenNothing();
    expect(story.ballot()).toMatchObject({
      voted: 1,
      results: { o1: { dots: 2, voters: 1 }, o2: { dots: 1, voters: 1 } },
    });
  });

  it('[BAL1] without dots takes it back', () => {
    const story = given(...room, votes('amal', { o1: 3 }));
    story.when('amal', 'ballot.Vote', dots({})).thenEvents(['ballot.Voted', { dots: [] }]);
    expect(story.vote('amal')).toBeUndefined();
    expect(story.ballot()).toEqual({ voted: 0, results: { o1: zero, o2: zero }, groups: {} });
    story.when('amal', 'ballot.Vote', dots({})).thenNothing();
  });

  it('[BAL2] is taken while the ballot is open, and in its grace', () => {
    const story = given(joined('amal'));
    const vote = (n: number) => story.when('amal', 'ballot.Vote', dots({ o1: n }));
    vote(1).thenRefused('ACTIVITY_NOT_OPEN');
    story.given(opened('dots'), did('desk', 'core.PauseActivity', ballot));
    vote(1).thenRefused('ACTIVITY_PAUSED');
    story.given(opened('dots'), did('desk', 'core.CloseActivity', { ...ballot, graceSeconds: 60 }), later(60));
    vote(1).thenEvents('ballot.Voted');
    story.given(later(1));
    vote(2).thenRefused('ACTIVITY_CLOSED');
    story.given(did('server', 'core.EndGrace', ballot));
    vote(2).thenRefused('ACTIVITY_CLOSED');
    expect(story.ballot().results?.['o1' as never]).toMatchObject({ dots: 1 });
  });

  it('[BAL3] has no more dots than there are', () => {
    const story = given(...room, votes('amal', { o1: 1 }));
    for (const given of [{ o1: 4 }, { o1: 2, o2: 2 }, { o1: 20, o2: 20 }] as Record<string, number>[])
      story.when('amal', 'ballot.Vote', dots(given)).thenRefused('TOO_MANY_DOTS');
    expect(story.vote('amal')?.dots).toEqual({ o1: 1 });
  });

  it('[BAL3] has no more dots on one option than may go there, also where it is named twice', () => {
    const story = given(joined('amal'), set('dots', { perOption: 2, dots: 4, results: 'live' }), opened('dots'));
    story.when('amal', 'ballot.Vote', dots({ o1: 3 })).thenRefused('TOO_MANY_DOTS');
    const twice = (n: number) => ({ ...ballot, dots: [1, n].map((m) => ({ option: 'o1', n: m })) });
    story.when('amal', 'ballot.Vote', twice(2)).thenRefused('TOO_MANY_DOTS');
    story
      .when('amal', 'ballot.Vote', twice(1))
      .thenEvents(['ballot.Voted', { dots: [{ option: 'o1', n: 2 }] as never }]);
    expect(story.ballot().results).toMatchObject({ o1: { dots: 2, voters: 1 } });
  });

  it('[BAL3] may have all its dots on one option where as many may go there as there are, or more', () => {
    given(joined('amal'), set('dots', { perOption: 4, dots: 2 }), opened('dots'))
      .when('amal', 'ballot.Vote', dots({ o1: 2 }))
      .thenEvents('ballot.Voted');
  });

  it.each([0, -1, 1.5, 21])('[BAL3] has no %p dots on an option', (n) => {
    expect(() => given(...room).when('amal', 'ballot.Vote', dots({ o1: n }))).toThrow();
  });

  it('[BAL4] of an unknown or a withdrawn option is refused whole, and the one before stands', () => {
    const story = given(...room, votes('amal', { o1: 1 }), votes('rim', { o1: 2 }), withdraw('o2'));
    story.when('amal', 'ballot.Vote', dots({ o1: 2, o2: 1 })).thenRefused('OPTION_WITHDRAWN');
    story.when('amal', 'ballot.Vote', dots({ o1: 2, o9: 1 })).thenRefused('NOT_FOUND');
    expect(story.vote('amal')?.dots).toEqual({ o1: 1 });
    expect(story.ballot().results).toEqual({ o1: { ...zero, dots: 3, voters: 2 } });
  });
});

const zero = { dots: 0, voters: 0, groups: {} };

describe('one organisation, one vote', () => {
  const council = [
    joinedFrom('amal', { organisation: 'sfax-city' }),
    joinedFrom('rim', { organisation: 'sfax-city' }),
    joinedFrom('yannis', { organisation: 'lyon-city' }),
    joinedFrom('zeynep', { kind: 'small' }),
    joinedFrom('hedi', { kind: 'small' }),
    set('dots', { voters: 'organisation', results: 'live' }),
    opened('dots'),
  ];
  const result = { o1: zero, o2: zero };

  it('[BAL11] is the last that any of its people cast, and all of them see it', () => {
    const story = given(...council, votes('amal', { o1: 3 }), votes('rim', { o2: 2 }), votes('yannis', { o1: 1 }));
    expect(story.ballot()).toMatchObject({
      voted: 2,
      results: { o1: { dots: 1, voters: 1 }, o2: { dots: 2, voters: 1 } },
    });
    expect(story.vote('amal')).toEqual({ dots: { o2: 2 }, left: 1, byColleague: true });
    expect(story.vote('rim')).toEqual({ dots: { o2: 2 }, left: 1, byColleague: false });
    expect(story.vote('yannis')).toEqual({ dots: { o1: 1 }, left: 2, byColleague: false });
    expect(story.vote('zeynep')).toBeUndefined();
  });

  it('[BAL11] is taken back by any of its people', () => {
    const story = given(...council, votes('amal', { o1: 3 }), votes('rim', {}));
    expect(story.ballot()).toMatchObject({ voted: 0, results: result });
    expect(story.vote('amal')).toBeUndefined();
    story.when('amal', 'ballot.Vote', dots({ o1: 3 })).thenEvents('ballot.Voted');
    expect(story.ballot().voted).toBe(1);
  });

  it('[BAL11] is not cast again by a colleague who says the same', () => {
    const story = given(...council, votes('amal', { o1: 3 }));
    story.when('rim', 'ballot.Vote', dots({ o1: 3 })).thenNothing();
    expect(story.vote('rim')?.byColleague).toBe(true);
  });

  it('[BAL11] is each person’s own where they are of no organisation of the list', () => {
    const story = given(...council, votes('zeynep', { o1: 1 }), votes('hedi', { o1: 2 }));
    expect(story.ballot()).toMatchObject({ voted: 2, results: { o1: { dots: 3, voters: 2 } } });
  });

  it('[BAL12] follows its voter when the desk corrects where they belong', () => {
    const story = given(...council, votes('zeynep', { o1: 1 }), votes('hedi', { o2: 2 }), votes('amal', { o1: 3 }));
    const assign = (participant: string, organisation: string) =>
      did('desk', 'lists.Assign', { participant, organisation, city: null, kind: 'small' });
    story.given(assign('zeynep', 'network'), assign('hedi', 'network'));
    expect(story.ballot()).toMatchObject({
      voted: 2,
      results: { o1: { dots: 3, voters: 1 }, o2: { dots: 2, voters: 1 } },
    });
    expect(story.vote('zeynep')).toEqual({ dots: { o2: 2 }, left: 1, byColleague: true });
    story.given(votes('zeynep', { o1: 2 }));
    expect(story.ballot()).toMatchObject({ voted: 2, results: { o1: { dots: 5, voters: 2 }, o2: zero } });
  });

  it('[BAL12] is one where two organisations turn out to be one, and two again when that is undone', () => {
    const story = given(...council, votes('amal', { o1: 3 }), votes('yannis', { o2: 1 }));
    story.given(did('desk', 'lists.Merge', { list: 'organisations', into: 'sfax-city', from: 'lyon-city' }));
    expect(story.ballot()).toMatchObject({ voted: 1, results: { o1: zero, o2: { dots: 1, voters: 1 } } });
    expect(story.vote('rim')).toEqual({ dots: { o2: 1 }, left: 2, byColleague: true });
    story.undo('lists.Merge');
    expect(story.ballot()).toMatchObject({ voted: 2, results: { o1: { dots: 3, voters: 1 } } });
  });

  it.each([
    ['voters', 'participant'],
    ['dots', 4],
    ['perOption', 1],
    ['attribution', 'city'],
  ])('[BAL13] is fixed once the ballot has been opened, like %s', (name, value) => {
    const settings = { [name]: value };
    given(...council)
      .when('desk', 'core.Configure', { ...ballot, settings })
      .thenRefused('SETTING_FIXED');
    given(set('dots', { voters: 'organisation' }))
      .when('desk', 'core.Configure', { ...ballot, settings })
      .thenEvents('core.ActivityConfigured');
  });

  it.each([
    ['dots', 0],
    ['dots', 21],
    ['perOption', 0],
    ['attribution', 'named'],
    ['voters', 'city'],
    ['results', 'never'],
  ])('[BAL13] has no %s of %p', (name, value) => {
    given()
      .when('desk', 'core.Configure', { ...ballot, settings: { [name]: value } })
      .thenRefused('MALFORMED');
  });
});
