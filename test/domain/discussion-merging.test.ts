import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, says } from '../support/given.ts';
import { hide, inEveryState, refusals, remove, room } from './every-state.ts';

const live = { activity: 'live' };

describe('merging', () => {
  it('[DIS16] credits each part in the whole, in the order in which the room wrote, and shows it there alone', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'), says('yannis', 'c'));
    story.given(did('amal', 'core.SetConsents', { present: false, words: true }));
    story
      .when('desk', 'discussion.Merge', merge('b', 'c', 'a', 'c'))
      .thenEvents(['discussion.ContributionsMerged', { into: '@b', from: ['@c', '@a'] }]);
    for (const audience of ['desk', 'room', 'screen'] as const) {
      expect(story.contribution('b', audience)?.merged).toEqual([
        {
          item: story.id('a'),
          ref: 'C1',
          by: { as: 'name', name: 'Name of amal', organisation: 'sfax-city', city: 'sfax' },
        },
        { item: story.id('c'), ref: 'C3', by: { as: 'participant' } },
      ]);
      for (const part of ['a', 'c']) expect(story.contribution(part, audience)).toBeUndefined();
    }
  });

  it('[DIS16] adds to a whole, also replies to the same text', () => {
    const story = given(...room, ...['a', 'b', 'c'].map((label) => says('amal', label)));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b')), did('desk', 'discussion.Merge', merge('a', 'c')));
    expect(story.contribution('a')?.merged.map((part) => part.ref)).toEqual(['C2', 'C3']);
    story.given(says('rim', 'r', { to: 'a' }), says('yannis', 's', { to: 'a' }));
    story.when('desk', 'discussion.Merge', merge('r', 's')).thenEvents('discussion.ContributionsMerged');
  });

  it('[DIS16] is impossible with itself, what has parts, what is hidden, and what answers something else', () => {
    const story = given(...room, ...['a', 'b', 'c', 'h'].map((label) => says('amal', label)), hide('h'));
    story.given(
      says('rim', 'ra', { to: 'a' }),
      says('rim', 'rc', { to: 'c' }),
      did('desk', 'discussion.Merge', merge('a', 'b')),
    );
    for (const [into, from] of [
      ['c', 'c'],
      ['c', 'a'],
      ['c', 'h'],
      ['h', 'c'],
      ['c', 'ra'],
      ['ra', 'c'],
      ['ra', 'rc'],
    ] as const)
      story.when('desk', 'discussion.Merge', merge(into, from)).thenRefused('MERGE_IMPOSSIBLE');
    story.when('desk', 'discussion.Merge', merge('a', 'c', 'h')).thenRefused('MERGE_IMPOSSIBLE');
    expect(story.contribution('c')?.text).toBe('words of c');
  });

  it('[DIS16] reaches only what is shown', () => {
    const story = inEveryState();
    for (const [label, activity, code] of refusals.filter(([, activity]) => activity === 'live')) {
      story.when('desk', 'discussion.Merge', { ...merge('whole', label), activity }).thenRefused(code);
      story.when('desk', 'discussion.Merge', { ...merge(label, 'whole'), activity }).thenRefused(code);
    }
    story
      .when('desk', 'discussion.Merge', { ...merge('pending', 'pending'), activity: 'collect' })
      .thenRefused('ITEM_NOT_PUBLISHED');
  });

  it('[DIS17] counts whoever endorsed the whole or a part once, and none of the authors', () => {
    const story = given(...room, joined('zeynep'), says('amal', 'a'), says('rim', 'b'), says('rim', 'c'));
    const endorse = (name: string, label: string) => did(name, 'discussion.Endorse', on(label));
    story.given(
      endorse('rim', 'a'),
      endorse('yannis', 'a'),
      endorse('yannis', 'b'),
      endorse('zeynep', 'c'),
      endorse('amal', 'b'),
    );
    story.given(did('desk', 'discussion.Merge', merge('a', 'b', 'c')));
    expect(story.endorsements('a')).toEqual({ n: 2, earlier: 0 });
    story.given(did('desk', 'discussion.Unmerge', { ...live, from: ['@b', '@c'] }));
    expect(['a', 'b', 'c'].map((label) => story.endorsements(label)?.n)).toEqual([2, 2, 1]);
  });

  it('[DIS17] counts an endorsement of a part as one of the present wording, also of who endorsed an earlier one', () => {
    const story = given(...room, joined('zeynep'), says('amal', 'a'), says('rim', 'b'));
    story.given(did('yannis', 'discussion.Endorse', on('a')), did('zeynep', 'discussion.Endorse', on('a')));
    story.given(
      did('amal', 'discussion.Edit', { ...on('a'), text: 'better' }),
      did('yannis', 'discussion.Endorse', on('b')),
    );
    story.given(did('desk', 'discussion.Merge', merge('a', 'b')));
    expect(story.endorsements('a')).toEqual({ n: 2, earlier: 1 });
    story.when('yannis', 'discussion.Endorse', on('a')).thenNothing();
  });

  it('[DIS17] takes an endorsement back from the whole and all its parts', () => {
    const story = given(...room, says('amal', 'a'), says('amal', 'b'), did('rim', 'discussion.Endorse', on('b')));
    story.given(did('rim', 'discussion.Endorse', on('a')), did('desk', 'discussion.Merge', merge('a', 'b')));
    story.when('rim', 'discussion.Unendorse', on('a')).thenEvents('discussion.EndorsementWithdrawn');
    expect(story.endorsements('a')).toBeUndefined();
    story.given(did('desk', 'discussion.Unmerge', { ...live, from: ['@b'] }));
    expect(story.endorsements('b')).toBeUndefined();
    expect(story.self('rim').endorsed).toEqual([]);
  });

  it('[DIS18] is separated again, part by part, each shown as before', () => {
    const story = given(...room, ...['a', 'b', 'c'].map((label) => says('amal', label)));
    const before = ['a', 'b', 'c'].map((label) => story.contribution(label));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b', 'c')));
    story.when('desk', 'discussion.Unmerge', { ...live, from: ['@b'] }).thenEvents('discussion.ContributionsUnmerged');
    expect(story.contribution('a')?.merged.map((part) => part.ref)).toEqual(['C3']);
    story.given(did('desk', 'discussion.Unmerge', { ...live, from: ['@c'] }));
    expect(['a', 'b', 'c'].map((label) => story.contribution(label))).toEqual(before);
  });

  it('[DIS18] is separated from one whole at a time, and only where it is merged', () => {
    const story = given(...room, ...['a', 'b', 'c', 'd'].map((label) => says('amal', label)));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b')), did('desk', 'discussion.Merge', merge('c', 'd')));
    for (const from of [['@a'], ['@b', '@d'], ['@b', '@a']])
      story.when('desk', 'discussion.Unmerge', { ...live, from }).thenRefused('MERGE_IMPOSSIBLE');
  });

  it.each(['withdrawn', 'removed'])('[DIS18] ends where the whole is %s; its parts are shown again', (end) => {
    const story = given(...room, ...['a', 'b', 'c'].map((label) => says('amal', label)));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b', 'c')));
    story.given(end === 'removed' ? remove('a') : did('amal', 'discussion.Withdraw', on('a')));
    expect(['b', 'c'].map((label) => story.contribution(label)?.text)).toEqual(['words of b', 'words of c']);
    expect(story.counts('desk')).toMatchObject({ shown: 2, [end]: 1 });
  });

  it.each(['withdrawn', 'removed'])('[DIS18] loses a part that is %s', (end) => {
    const story = given(...room, ...['a', 'b', 'c'].map((label) => says('amal', label)));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b', 'c')));
    story.given(end === 'removed' ? remove('b') : did('amal', 'discussion.Withdraw', on('b')));
    expect(story.contribution('a')?.merged.map((part) => part.ref)).toEqual(['C3']);
    expect(story.counts('desk')).toMatchObject({ shown: 1, [end]: 1 });
  });
});
