import { describe, expect, it } from '@jest/globals';
import { MatrixConfig } from '../../server/domain/activities/matrix/schema.ts';
import { audiences } from '../../server/domain/actors.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { did, given, joined, later, on, opened } from '../support/given.ts';
import { closed, contests, enters, set } from '../support/given-kinds.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

const table = { activity: 'table' };
/** Three people at an open matrix that shows entries as they come. */
const room = [joined('amal'), joined('rim'), joined('yannis'), set('table', { reveal: 'live' }), opened('table')];
const hide = (label: string) => did('desk', 'matrix.Hide', { ...on(label, 'table'), reason: 'off_topic' });
const merge = (into: string, ...from: string[]) =>
  did('desk', 'matrix.Merge', { ...table, into: `@${into}`, from: from.map((label) => `@${label}`) });
const none = { shown: 0, endorsements: 0, contests: 0 };

describe('an entry', () => {
  it('[MTX1] stands in the cell that it was written for', () => {
    const story = given(...room, enters('amal', 'a', { cell: 'services/weak' }));
    expect(story.contribution('a')).toMatchObject({ place: 'services/weak', ref: 'C3', text: 'words of a' });
    expect(story.mine('amal', 'a')).toMatchObject({ place: 'services/weak', contests: false });
  });

  it.each(['nothing/strong', 'rights/nothing', 'strong/rights', '/'])('[MTX1] has no place in the cell %s', (cell) => {
    const [row = '', column = ''] = cell.split('/');
    const data = { ...table, row: row || 'x', column: column || 'x', text: 'x' };
    given(...room)
      .when('amal', 'matrix.Contribute', data)
      .thenRefused('NOT_FOUND');
  });

  it('[MTX1] keeps its cell when it is collected, comes late or is edited', () => {
    const story = given(joined('amal'), opened('table'), enters('amal', 'p', { cell: 'rights/weak' }));
    expect(story.mine('amal', 'p')).toMatchObject({ status: 'pending', place: 'rights/weak' });
    const writtenAt = story.meeting.at;
    story.given(closed('table'), later(1), enters('amal', 'l', { cell: 'services/weak', writtenAt }));
    story.given(did('amal', 'matrix.Edit', { ...on('l', 'table'), text: 'better' }));
    expect(story.contribution('l', 'desk')).toMatchObject({ status: 'late', place: 'services/weak', text: 'better' });
    story.given(did('desk', 'matrix.AdmitLate', on('l', 'table')), did('desk', 'matrix.Reveal', table));
    expect(story.contribution('p')?.place).toBe('rights/weak');
    expect(story.contribution('l')?.place).toBe('services/weak');
  });

  it('[MTX1] is of one matrix, and its commands of no other kind', () => {
    const story = given(...room, opened(), enters('amal', 'a'));
    story.when('rim', 'discussion.Endorse', on('a')).thenRefused('NOT_FOUND');
    story.when('rim', 'matrix.Endorse', on('a')).thenRefused('NOT_FOUND');
    story.when('rim', 'discussion.Contribute', { ...table, text: 'x' }).thenRefused('NOT_FOUND');
    const data = { activity: 'live', row: 'rights', column: 'weak', text: 'x' };
    story.when('rim', 'matrix.Contribute', data).thenRefused('NOT_FOUND');
  });
});

describe('what the meeting file brings', () => {
  it('[MTX2] is published at the first opening, in its order, also where entries are collected', () => {
    const story = given(joined('amal'));
    expect(story.matrix().shown).toBe(0);
    story.when('desk', 'core.OpenActivity', table).thenEvents('core.BucketsFixed', 'core.ActivityOpened', [
      'matrix.SeedsPublished',
      {
        published: [
          { ref: 'C1', seed: 0 },
          { ref: 'C2', seed: 1 },
        ] as never,
      },
    ]);
    expect(story.matrix()).toMatchObject({ shown: 2, received: 0, revealed: false });
  });

  it('[MTX2] is published once', () => {
    const story = given(opened('table'), did('desk', 'core.PauseActivity', table));
    story.when('desk', 'core.OpenActivity', table).thenEvents('core.ActivityOpened');
    story.given(closed('table')).when('desk', 'core.OpenActivity', table).thenEvents('core.ActivityOpened');
    expect(story.matrix().shown).toBe(2);
  });

  it('[MTX3] is the document’s, in three languages from the start', () => {
    const story = given(...room);
    for (const audience of audiences)
      expect(story.contribution('seed1', audience)).toMatchObject({
        ref: 'C1',
        by: { as: 'document' },
        place: 'rights/strong',
        lang: 'ar',
        text: 'They know the ground. (ar)',
        translations: { fr: { text: 'They know the ground. (fr)' }, en: { text: 'They know the ground.' } },
      });
  });

  it('[MTX3] is endorsed, contested, hidden, pinned and merged like any other', () => {
    const story = given(...room, enters('amal', 'a', { cell: 'services/weak' }));
    story.when('amal', 'matrix.Endorse', on('seed1', 'table')).thenEvents('matrix.Endorsed');
    story.given(contests('rim', 'no', 'seed1'), did('desk', 'matrix.Pin', on('seed1', 'table')));
    expect(story.endorsements('seed1')).toEqual({ n: 1, earlier: 0, contests: 1 });
    expect(story.contribution('seed1')?.pinned).toBe(true);
    story.given(hide('seed1'));
    expect(story.contribution('seed1')).toBeUndefined();
    story.given(did('desk', 'matrix.Unhide', on('seed1', 'table')), merge('a', 'seed2'));
    expect(story.contribution('a')?.merged).toEqual([{ item: story.id('seed2'), ref: 'C2', by: { as: 'document' } }]);
  });

  it('[MTX3] is nobody’s to edit or withdraw, and not to be removed, translated or put into another language', () => {
    const story = given(...room);
    const it = on('seed1', 'table');
    story.when('amal', 'matrix.Edit', { ...it, text: 'x' }).thenRefused('NOT_YOURS');
    story.when('amal', 'matrix.Withdraw', it).thenRefused('NOT_YOURS');
    story.when('amal', 'matrix.CorrectLanguage', { ...it, lang: 'fr' }).thenRefused('NOT_YOURS');
    story.when('desk', 'matrix.CorrectLanguage', { ...it, lang: 'fr' }).thenRefused('FROM_DOCUMENT');
    story.when('desk', 'matrix.Remove', { ...it, reason: 'other' }).thenRefused('FROM_DOCUMENT');
    story.when('desk', 'core.Translate', { item: '@seed1', lang: 'fr', text: 'x' }).thenRefused('FROM_DOCUMENT');
  });
});

describe('merging', () => {
  it('[MTX8] is of entries of one cell', () => {
    const story = given(...room, enters('amal', 'a'), enters('rim', 'b', { cell: 'rights/weak' }), enters('rim', 'c'));
    story.when('desk', 'matrix.Merge', { ...table, into: '@a', from: ['@b'] }).thenRefused('MERGE_IMPOSSIBLE');
    story
      .when('desk', 'matrix.Merge', { ...table, into: '@a', from: ['@c', '@seed1'] })
      .thenEvents('matrix.ContributionsMerged');
  });

  it('[MTX8] is of contests of one entry, never of an entry with a contest', () => {
    const story = given(...room, enters('amal', 'a'), contests('rim', 'x', 'a'), contests('yannis', 'y', 'a'));
    story.given(contests('rim', 'z', 'seed1'));
    for (const from of ['@z', '@a', '@seed1'])
      story.when('desk', 'matrix.Merge', { ...table, into: '@x', from: [from] }).thenRefused('MERGE_IMPOSSIBLE');
    story.when('desk', 'matrix.Merge', { ...table, into: '@x', from: ['@y'] }).thenEvents('matrix.ContributionsMerged');
  });
});

describe('the totals of the cells', () => {
  it('[MTX10] are there for every cell and everybody, and count what is shown alone', () => {
    const story = given(...room, enters('amal', 'a'), enters('amal', 'b'), contests('rim', 'no', 'a'));
    story.given(did('yannis', 'matrix.Endorse', on('a', 'table')), did('rim', 'matrix.Endorse', on('b', 'table')));
    for (const audience of audiences)
      expect(story.matrix(audience).cells).toEqual({
        'rights/strong': { shown: 3, endorsements: 2, contests: 1 },
        'rights/weak': none,
        'services/strong': none,
        'services/weak': { shown: 1, endorsements: 0, contests: 0 },
      });
    story.given(hide('a'));
    expect(story.matrix().cells['rights/strong']).toEqual({ shown: 2, endorsements: 1, contests: 0 });
    story.given(did('desk', 'matrix.Unhide', on('a', 'table')), merge('a', 'b'));
    expect(story.matrix().cells['rights/strong']).toEqual({ shown: 2, endorsements: 2, contests: 1 });
    story.given(did('amal', 'matrix.Withdraw', on('a', 'table')));
    expect(story.matrix().cells['rights/strong']).toEqual({ shown: 2, endorsements: 1, contests: 0 });
  });

  it('[MTX10] leave out what is collected until the reveal', () => {
    const story = given(joined('amal'), opened('table'), enters('amal', 'a'));
    expect(story.matrix()).toMatchObject({ received: 1, cells: { 'rights/strong': { shown: 1 } } });
    story.given(did('desk', 'matrix.Reveal', table));
    expect(story.matrix()).toMatchObject({ received: 0, cells: { 'rights/strong': { shown: 2 } } });
  });
});

describe('settings', () => {
  it('[MTX11] switch endorsements and contests at any time', () => {
    const story = given(...room, enters('amal', 'a'), set('table', { endorsements: false, contests: false }));
    story.when('rim', 'matrix.Endorse', on('a', 'table')).thenRefused('ENDORSEMENTS_OFF');
    story.when('rim', 'matrix.Contest', { ...on('a', 'table'), text: 'x' }).thenRefused('CONTESTS_OFF');
    story.given(set('table', { endorsements: true, contests: true }), contests('rim', 'no', 'a'));
    story.when('yannis', 'matrix.Endorse', on('a', 'table')).thenEvents('matrix.Endorsed');
  });

  it('[MTX11] fix the reveal and how authors appear once it has been opened', () => {
    for (const settings of [{ reveal: 'collect' }, { attribution: 'named' }] as Record<string, string>[])
      given(...room)
        .when('desk', 'core.Configure', { ...table, settings })
        .thenRefused('SETTING_FIXED');
    expect(given(set('table', { attribution: 'named' })).activity('table').config.attribution).toBe('named');
  });
});

describe('the matrix of a meeting file', () => {
  const words = { ar: 'x', fr: 'x', en: 'x' };
  const row = (id: string) => ({ id, name: words, short: words });
  const column = (id: string) => ({ id, name: words, tone: 'plain' });
  const config = { prompt: words, corner: words, rows: [row('a')], columns: [column('b')] };

  it.each([
    ['a row twice', { rows: [row('a'), row('a')] }],
    ['a column twice', { columns: [column('b'), column('b')] }],
    ['an entry of no row', { seeds: [{ row: 'b', column: 'b', text: words }] }],
    ['an entry of no column', { seeds: [{ row: 'a', column: 'a', text: words }] }],
    ['no rows', { rows: [] }],
    ['an entry in one language', { seeds: [{ row: 'a', column: 'b', text: { ar: 'x' } }] }],
  ])('[MTX12] has not %s', (_what, wrong) => {
    expect(MatrixConfig.safeParse(config).success).toBe(true);
    expect(MatrixConfig.safeParse({ ...config, ...wrong }).success).toBe(false);
    const file = sampleMeeting();
    const activities = file.activities.map((a) => (a.id === 'table' ? { ...a, config: { ...config, ...wrong } } : a));
    expect(MeetingFile.safeParse({ ...file, activities }).success).toBe(false);
  });

  it('[MTX12] is sent without its entries, which come as texts', () => {
    const { config } = given(opened('table')).activity('table');
    expect(Object.keys(config)).toEqual(expect.arrayContaining(['corner', 'rows', 'columns', 'contests']));
    expect(config).not.toHaveProperty('seeds');
  });
});
