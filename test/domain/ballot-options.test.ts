import { describe, expect, it } from '@jest/globals';
import { did, given, joined, later, merge, on, opened, type Step, says } from '../support/given.ts';
import { dots, enters, set, votes } from '../support/given-kinds.ts';

const ballot = { activity: 'dots' };
const room = [joined('amal'), joined('rim'), joined('yannis'), set('dots', { results: 'live' }), opened('dots')];
const withdraw = (option: string) => did('desk', 'ballot.WithdrawOption', { ...ballot, option });
const restore = (option: string) => did('desk', 'ballot.RestoreOption', { ...ballot, option });
const carryOver = (...items: string[]) => ({ ...ballot, items: items.map((label) => `@${label}`) });
const carried = (...items: string[]) => did('desk', 'ballot.CarryOver', carryOver(...items));
const add = (label: { ar?: string; fr?: string; en?: string }) => ({ ...ballot, label });

/** An option that the desk typed, under a label. */
const typed =
  (label: string): Step =>
  (story) => {
    const { events } = story.when('desk', 'ballot.AddOption', add({ fr: `mots de ${label}` }));
    for (const event of events) if (event.type === 'ballot.OptionAdded') story.label(label, event.data.option);
  };

describe('the options', () => {
  it('[BAL5] are those of the meeting file, and what the desk adds, in that order', () => {
    const story = given(...room, typed('x'));
    expect(story.options()).toEqual([
      { id: 'o1', label: { ar: 'Coherence (ar)', fr: 'Coherence (fr)', en: 'Coherence' }, detail: null, ...standing },
      { id: 'o2', label: { ar: 'Funding (ar)', fr: 'Funding (fr)', en: 'Funding' }, detail, ...standing },
      { id: story.id('x'), label: { fr: 'mots de x' }, detail: null, ...standing },
    ]);
    story.when('amal', 'ballot.Vote', dots({ '@x': 1 })).thenEvents('ballot.Voted');
  });

  it('[BAL5] that the desk adds have words in one language at least, on one line', () => {
    const story = given();
    for (const label of [{}, { ar: '' }, { fr: ' \u200B ', en: '\n' }])
      story.when('desk', 'ballot.AddOption', add(label)).thenRefused('TEXT_EMPTY');
    story.when('desk', 'ballot.AddOption', add({ ar: 'x'.repeat(301) })).thenRefused('TEXT_TOO_LONG');
    story.when('desk', 'ballot.AddOption', add({ en: ' two\n lines ', fr: '' })).thenEvents('ballot.OptionAdded');
    expect(story.options().at(-1)?.label).toEqual({ en: 'two lines' });
    expect(JSON.stringify(story.meeting.log)).not.toContain('two lines');
  });

  it('[BAL6] may be items of any activity that the room sees', () => {
    const story = given(...room, opened(), opened('table'), says('amal', 'a'));
    story
      .when('desk', 'ballot.CarryOver', carryOver('a', 'seed1', 'a'))
      .thenEvents(['ballot.OptionsCarriedOver', { items: ['@a', '@seed1'] as never }]);
    expect(story.options().slice(2)).toEqual([
      { id: story.id('a'), label: null, detail: null, ...standing, item: story.id('a') },
      { id: story.id('seed1'), label: null, detail: null, ...standing, item: story.id('seed1') },
    ]);
    story.when('desk', 'ballot.CarryOver', carryOver('a')).thenNothing();
  });

  it('[BAL6] may not be what the room does not see, nor what there is not', () => {
    const story = given(...room, opened(), opened('table'), says('amal', 'a'), says('rim', 'b'), enters('rim', 'p'));
    story.given(did('desk', 'discussion.Hide', { ...on('b'), reason: 'insult' }));
    for (const items of [['b'], ['p'], ['a', 'b']])
      story.when('desk', 'ballot.CarryOver', carryOver(...items)).thenRefused('NOT_FOUND');
    story.when('desk', 'ballot.CarryOver', { ...ballot, items: ['o1x'] }).thenRefused('NOT_FOUND');
    expect(story.options()).toHaveLength(2);
  });

  it('[BAL6] that were carried over keep their dots, and lose their text with the item', () => {
    const story = given(...room, opened(), says('amal', 'a'), says('amal', 'b'), carried('a', 'b'));
    story.given(votes('rim', { '@a': 1, '@b': 1 }), did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' }));
    story.given(did('amal', 'discussion.Withdraw', on('b')), votes('yannis', { '@a': 2 }));
    for (const label of ['a', 'b']) expect(story.contribution(label)).toBeUndefined();
    expect(story.options().map((option) => [option.item, option.label])).toContainEqual([story.id('a'), null]);
    expect(story.ballot().results).toMatchObject({
      [story.id('a')]: { dots: 3, voters: 2 },
      [story.id('b')]: { dots: 1, voters: 1 },
    });
  });

  it('[BAL6] that were merged have the text of the whole, each with its own dots', () => {
    const story = given(...room, opened(), says('amal', 'a'), says('rim', 'b'), carried('a', 'b'));
    story.given(votes('yannis', { '@a': 2, '@b': 1 }), did('desk', 'discussion.Merge', merge('a', 'b')));
    expect(story.options().map(({ item, withdrawn }) => [item, withdrawn])).toEqual([
      [null, false],
      [null, false],
      [story.id('a'), false],
      [story.id('b'), false],
    ]);
    // Where the text of a part now stands is told by what it was merged into.
    expect(story.contribution('b')).toBeUndefined();
    expect(story.contribution('a')?.merged.map(({ item }) => item)).toEqual([story.id('b')]);
    expect(story.ballot().results).toMatchObject({ [story.id('a')]: { dots: 2 }, [story.id('b')]: { dots: 1 } });
    story.given(votes('amal', { '@b': 3 }));
    expect(story.ballot().results).toMatchObject({ [story.id('b')]: { dots: 4 } });
  });

  it('[BAL6] come back by being carried over again', () => {
    const story = given(...room, opened(), says('amal', 'a'), says('rim', 'b'), carried('a'), withdraw('@a'));
    story
      .when('desk', 'ballot.CarryOver', carryOver('a', 'b'))
      .thenEvents(
        ['ballot.OptionsCarriedOver', { items: ['@b'] as never }],
        ['ballot.OptionRestored', { option: '@a' }],
      );
    story.undo('ballot.CarryOver').thenEvents('ballot.OptionWithdrawn', 'ballot.OptionWithdrawn', 'core.Undone');
  });
});

const standing = { item: null, withdrawn: false };
const detail = { ar: 'And its length. (ar)', fr: 'And its length. (fr)', en: 'And its length.' };

describe('withdrawing an option while votes are cast', () => {
  it('[BAL7] gives its dots back', () => {
    const story = given(...room, votes('amal', { o1: 2, o2: 1 }), votes('rim', { o2: 3 }));
    story.when('desk', 'ballot.WithdrawOption', { ...ballot, option: 'o2' }).thenEvents('ballot.OptionWithdrawn');
    expect(story.ballot().results).toEqual({ o1: { dots: 2, voters: 1, groups: {} } });
    expect(story.vote('amal')).toEqual({ dots: { o1: 2 }, left: 1, byColleague: false });
    expect(story.vote('rim')).toEqual({ dots: {}, left: 3, byColleague: false });
    expect(story.options()[1]?.withdrawn).toBe(true);
    story.given(votes('rim', { o1: 3 }));
    expect(story.ballot()).toMatchObject({ voted: 2, results: { o1: { dots: 5, voters: 2 } } });
  });

  it('[BAL7] is put back with the dots of those who have not voted anew', () => {
    const story = given(...room, votes('amal', { o1: 2, o2: 1 }), votes('rim', { o2: 3 }), withdraw('o2'));
    story.given(votes('amal', { o1: 3 }), restore('o2'));
    expect(story.ballot().results).toMatchObject({ o1: { dots: 3, voters: 1 }, o2: { dots: 3, voters: 1 } });
    expect(story.vote('amal')?.left).toBe(0);
    expect(story.vote('rim')).toEqual({ dots: { o2: 3 }, left: 0, byColleague: false });
  });

  it('[BAL7] changes nothing where it is withdrawn, or stands, already; an unknown one is not found', () => {
    const story = given(...room, withdraw('o1'));
    story.when('desk', 'ballot.WithdrawOption', { ...ballot, option: 'o1' }).thenNothing();
    story.when('desk', 'ballot.RestoreOption', { ...ballot, option: 'o2' }).thenNothing();
    for (const type of ['ballot.WithdrawOption', 'ballot.RestoreOption'] as const)
      story.when('desk', type, { ...ballot, option: 'o9' }).thenRefused('NOT_FOUND');
  });

  it('[BAL7] leaves who voted for nothing else among those who have voted', () => {
    const story = given(...room, votes('rim', { o2: 3 }), withdraw('o2'));
    expect(story.ballot().voted).toBe(1);
  });
});

describe('undo', () => {
  it('[BAL8] of an addition withdraws the option', () => {
    const story = given(...room, typed('x'), votes('amal', { '@x': 2 }));
    story.undo('ballot.AddOption').thenEvents(['ballot.OptionWithdrawn', { option: '@x' }], 'core.Undone');
    expect(story.vote('amal')?.left).toBe(3);
    const more = given(...room, opened(), says('amal', 'a'), says('rim', 'b'), carried('a', 'b'));
    more.undo('ballot.CarryOver').thenEvents('ballot.OptionWithdrawn', 'ballot.OptionWithdrawn', 'core.Undone');
    expect(more.options().map((option) => option.withdrawn)).toEqual([false, false, true, true]);
  });

  it('[BAL8] of a withdrawal restores the option with its dots, and the other way round', () => {
    const story = given(...room, votes('amal', { o1: 2 }), withdraw('o1'));
    story.undo('ballot.WithdrawOption').thenEvents('ballot.OptionRestored', 'core.Undone');
    expect(story.ballot().results).toMatchObject({ o1: { dots: 2 } });
    story.given(withdraw('o1'), later(1), restore('o1'));
    story.undo('ballot.RestoreOption').thenEvents('ballot.OptionWithdrawn', 'core.Undone');
  });

  it('[BAL8] is not offered for a vote', () => {
    const story = given(...room);
    const before = story.acts().length;
    story.given(votes('amal', { o1: 2 }));
    expect(story.acts()).toHaveLength(before);
  });
});
