import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../server/domain/actors.ts';
import { did, given, joined, later, on, opened, type Who } from '../support/given.ts';
import { closed, contests, enters, set } from '../support/given-kinds.ts';

const table = { activity: 'table' };
const ofTable = (label: string) => on(label, 'table');
/** Four people at an open matrix that shows entries as they come. */
const room = [
  ...['amal', 'rim', 'yannis', 'zeynep'].map((name) => joined(name)),
  set('table', { reveal: 'live' }),
  opened('table'),
];
const contest = (label: string, text = 'x') => ({ ...ofTable(label), text });
const act = (who: Who, type: 'Withdraw' | 'Endorse' | 'Unhide' | 'Pin', label: string) =>
  did(who, `matrix.${type}` as const, ofTable(label));
const hide = (label: string) => did('desk', 'matrix.Hide', { ...ofTable(label), reason: 'off_topic' });
const remove = (label: string) => did('desk', 'matrix.Remove', { ...ofTable(label), reason: 'insult' });
const merge = (into: string, ...from: string[]) =>
  did('desk', 'matrix.Merge', { ...table, into: `@${into}`, from: from.map((label) => `@${label}`) });

describe('a contest', () => {
  it('[MTX4] gives a reason under the entry, seen by everybody', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'no', 'a'));
    for (const audience of audiences)
      expect(story.contribution('no', audience)).toMatchObject({
        parent: story.id('a'),
        contests: true,
        place: null,
        ref: 'C4',
        text: 'words of no',
      });
    expect(story.mine('rim', 'no')).toMatchObject({ contests: true, parent: story.id('a') });
  });

  it('[MTX4] needs a reason', () => {
    const story = given(...room, enters('amal', 'a'));
    story.when('rim', 'matrix.Contest', contest('a', ' \u200B ')).thenRefused('TEXT_EMPTY');
    story.when('rim', 'matrix.Contest', contest('a', 'x'.repeat(10_001))).thenRefused('TEXT_TOO_LONG');
  });

  it('[MTX4] is not of one’s own entry, nor of one with an own entry merged into it', () => {
    const story = given(...room, enters('amal', 'a'), enters('rim', 'b'), merge('a', 'b'));
    for (const name of ['amal', 'rim']) story.when(name, 'matrix.Contest', contest('a')).thenRefused('OWN_ITEM');
    story.when('yannis', 'matrix.Contest', contest('a')).thenEvents('matrix.ContributionAdded');
  });

  it('[MTX4] reaches only entries that are shown, and no contest', () => {
    const story = given(...room, ...['hidden', 'whole', 'withdrawn', 'removed', 'a'].map((l) => enters('amal', l)));
    story.given(enters('amal', 'part'), hide('hidden'), merge('whole', 'part'), act('amal', 'Withdraw', 'withdrawn'));
    story.given(remove('removed'), contests('rim', 'no', 'a'));
    const writtenAt = story.meeting.at;
    for (const [label, code] of [
      ['hidden', 'ITEM_HIDDEN'],
      ['part', 'ITEM_MERGED'],
      ['withdrawn', 'ITEM_WITHDRAWN'],
      ['removed', 'ITEM_REMOVED'],
      ['no', 'REPLY_TO_REPLY'],
    ] as const)
      story.when('yannis', 'matrix.Contest', contest(label)).thenRefused(code);
    story.given(closed('table'), later(1), enters('amal', 'late', { writtenAt }));
    story.when('yannis', 'matrix.Contest', contest('late')).thenRefused('ITEM_NOT_PUBLISHED');
    given(joined('amal'), joined('rim'), opened('table'), enters('amal', 'pending'))
      .when('rim', 'matrix.Contest', contest('pending'))
      .thenRefused('ITEM_NOT_PUBLISHED');
  });

  it('[MTX4] is taken while texts are, or late', () => {
    const story = given(...room, did('desk', 'core.PauseActivity', table));
    story.when('rim', 'matrix.Contest', contest('seed1')).thenRefused('ACTIVITY_PAUSED');
    const writtenAt = story.meeting.at;
    story.given(closed('table'), later(1));
    story.when('rim', 'matrix.Contest', contest('seed1')).thenRefused('ACTIVITY_CLOSED');
    story.given(contests('rim', 'no', 'seed1', { writtenAt }));
    expect(story.mine('rim', 'no').status).toBe('late');
    expect(story.endorsements('seed1')).toBeUndefined();
    story.given(did('desk', 'matrix.AdmitLate', ofTable('no')));
    expect(story.endorsements('seed1')).toEqual({ n: 0, earlier: 0, contests: 1 });
  });

  it('[MTX4] takes the place of a reply, which a matrix has not', () => {
    const data = { ...table, row: 'rights', column: 'weak', text: 'x', parent: 'anything' };
    expect(() => given(...room).when('rim', 'matrix.Contribute', data as never)).toThrow(/parent/);
  });
});

describe('one person', () => {
  it('[MTX5] contests an entry once', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'no', 'a'));
    story.when('rim', 'matrix.Contest', contest('a', 'again')).thenRefused('ALREADY_CONTESTED');
    story.given(contests('rim', 'other', 'seed1'), contests('yannis', 'too', 'a'));
    expect(story.endorsements('a')?.contests).toBe(2);
  });

  it('[MTX5] contests once also while theirs is collected, late or hidden', () => {
    const collected = given(joined('rim'), opened('table'), contests('rim', 'no', 'seed1'));
    expect(collected.mine('rim', 'no').status).toBe('pending');
    collected.when('rim', 'matrix.Contest', contest('seed1')).thenRefused('ALREADY_CONTESTED');
    const hidden = given(...room, contests('rim', 'no', 'seed1'), hide('no'));
    hidden.when('rim', 'matrix.Contest', contest('seed1')).thenRefused('ALREADY_CONTESTED');
    const late = given(...room);
    const writtenAt = late.meeting.at;
    late.given(closed('table'), later(1), contests('rim', 'no', 'seed1', { writtenAt }), opened('table'));
    late.when('rim', 'matrix.Contest', contest('seed1')).thenRefused('ALREADY_CONTESTED');
  });

  it('[MTX5] may contest anew what they no longer contest', () => {
    const story = given(...room, contests('rim', 'no', 'seed1'), act('rim', 'Withdraw', 'no'));
    story.given(contests('rim', 'again', 'seed1'), remove('again'), contests('rim', 'third', 'seed1'));
    expect(story.endorsements('seed1')).toEqual({ n: 0, earlier: 0, contests: 1 });
  });

  it('[MTX5] contests the whole once, whichever part it was that they contested', () => {
    const story = given(...room, enters('amal', 'a'), enters('amal', 'b'), contests('rim', 'no', 'b'), merge('a', 'b'));
    story.when('rim', 'matrix.Contest', contest('a')).thenRefused('ALREADY_CONTESTED');
  });

  it('[MTX6] takes back their endorsement by contesting', () => {
    const story = given(...room, enters('amal', 'a'), act('rim', 'Endorse', 'a'));
    story
      .when('rim', 'matrix.Contest', contest('a'))
      .thenEvents(
        ['matrix.EndorsementWithdrawn', { item: '@a', participant: 'rim' }],
        ['matrix.ContributionAdded', { parent: '@a', contests: true }],
      );
    expect(story.endorsements('a')).toEqual({ n: 0, earlier: 0, contests: 1 });
    expect(story.self('rim').endorsed).toEqual([]);
  });

  it('[MTX6] takes it back from all that was merged', () => {
    const story = given(...room, enters('amal', 'a'), enters('amal', 'b'), act('rim', 'Endorse', 'b'), merge('a', 'b'));
    story.given(contests('rim', 'no', 'a'), did('desk', 'matrix.Unmerge', { ...table, from: ['@b'] }));
    expect(story.endorsements('b')).toBeUndefined();
    expect(story.endorsements('a')).toEqual({ n: 0, earlier: 0, contests: 1 });
  });

  it('[MTX6] does not endorse what they contest, until they no longer do', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'no', 'a'));
    story.when('rim', 'matrix.Endorse', ofTable('a')).thenRefused('ALREADY_CONTESTED');
    story.given(hide('no')).when('rim', 'matrix.Endorse', ofTable('a')).thenRefused('ALREADY_CONTESTED');
    story
      .given(act('rim', 'Withdraw', 'no'))
      .when('rim', 'matrix.Endorse', ofTable('a'))
      .thenEvents('matrix.Endorsed');
    expect(story.endorsements('a')).toEqual({ n: 1, earlier: 0 });
  });
});

describe('what contests count', () => {
  it('[MTX7] is people whose reason is to be read', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'x', 'a'), contests('yannis', 'y', 'a'));
    story.given(contests('zeynep', 'z', 'a'));
    const number = () => story.endorsements('a')?.contests ?? 0;
    expect(number()).toBe(3);
    story.given(hide('x'));
    expect(number()).toBe(2);
    story.given(act('desk', 'Unhide', 'x'), act('yannis', 'Withdraw', 'y'));
    expect(number()).toBe(2);
    story.given(remove('z'));
    expect(number()).toBe(1);
    expect(story.matrix().cells['rights/strong']?.contests).toBe(1);
  });

  it('[MTX7] is not what is collected, until the reveal', () => {
    const story = given(joined('rim'), opened('table'), contests('rim', 'no', 'seed1'));
    expect(story.endorsements('seed1')).toBeUndefined();
    expect(story.matrix()).toMatchObject({ received: 1, cells: { 'rights/strong': { contests: 0 } } });
    story.given(did('desk', 'matrix.Reveal', table));
    expect(story.endorsements('seed1')).toEqual({ n: 0, earlier: 0, contests: 1 });
  });

  it('[MTX7] is each author of a merged contest, as long as the whole is to be read', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'x', 'a'), contests('yannis', 'y', 'a'));
    story.given(merge('x', 'y'));
    expect(story.endorsements('a')?.contests).toBe(2);
    story.given(hide('x'));
    expect(story.endorsements('a')).toBeUndefined();
    expect(story.matrix().cells['rights/strong']?.contests).toBe(0);
    story.given(act('desk', 'Unhide', 'x'), act('rim', 'Withdraw', 'x'));
    expect(story.endorsements('a')?.contests).toBe(1);
  });

  it('[MTX7] is each person once where entries are merged, also one who endorses another part', () => {
    const story = given(...room, ...['a', 'b', 'c'].map((label) => enters('amal', label)));
    story.given(contests('rim', 'x', 'a'), contests('rim', 'y', 'b'), contests('yannis', 'z', 'b'));
    story.given(act('yannis', 'Endorse', 'c'), merge('a', 'b', 'c'));
    expect(story.endorsements('a')).toEqual({ n: 1, earlier: 0, contests: 2 });
    expect(story.matrix().cells['rights/strong']).toEqual({ shown: 2, endorsements: 1, contests: 2 });
    story.given(did('desk', 'matrix.Unmerge', { ...table, from: ['@b', '@c'] }));
    expect(['a', 'b', 'c'].map((label) => story.endorsements(label))).toEqual([
      { n: 0, earlier: 0, contests: 1 },
      { n: 0, earlier: 0, contests: 2 },
      { n: 1, earlier: 0 },
    ]);
  });
});

describe('a contest is a text of its own', () => {
  it('[MTX9] which is edited, endorsed, pinned and hidden', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'no', 'a'));
    story.given(did('rim', 'matrix.Edit', { ...ofTable('no'), text: 'better' }), act('amal', 'Endorse', 'no'));
    story.given(act('desk', 'Pin', 'no'));
    expect(story.contribution('no')).toMatchObject({ text: 'better', wording: 2, pinned: true });
    expect(story.endorsements('no')).toEqual({ n: 1, earlier: 0 });
    story.given(hide('no'));
    expect(story.contribution('no')).toBeUndefined();
  });

  it('[MTX9] and stays when the entry is edited, hidden or withdrawn', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'no', 'a'));
    story.given(did('amal', 'matrix.Edit', { ...ofTable('a'), text: 'better' }));
    expect(story.endorsements('a')).toEqual({ n: 0, earlier: 0, contests: 1 });
    story.given(hide('a'), act('amal', 'Withdraw', 'a'));
    expect(story.contribution('no')).toMatchObject({ text: 'words of no', parent: story.id('a') });
    expect(story.matrix()).toMatchObject({ shown: 3, cells: { 'rights/strong': { shown: 1, contests: 0 } } });
  });
});
