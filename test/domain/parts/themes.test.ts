import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, type Story, says } from '../../support/given.ts';
import { enters } from '../../support/given-kinds.ts';
import { groups, held, themeOf } from '../../support/given-parts.ts';

const room = [joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b'), says('rim', 'c')];
const put = (theme: string | null, ...texts: string[]) =>
  did('desk', 'themes.Put', { theme, items: texts.map((text) => `@${text}`) });
const rename = (label: string, name: string) =>
  did('desk', 'themes.Rename', { theme: `@${label}`, label: { en: name } });
const all = (story: Story, label: string) => held(story, label, 'a', 'b', 'c');
const undo = (story: Story, act?: 'themes.Add' | 'themes.Put' | 'themes.Merge' | 'themes.Remove') =>
  story.undo(act).refusal;

describe('grouping', () => {
  it('[THM1] puts items of any activities under a name and a reference of its own', () => {
    const story = given(...room, opened('table'), enters('amal', 'e'));
    story.given(did('desk', 'core.Configure', { activity: 'live', settings: { replies: true } }));
    story.given(says('amal', 'reply', { to: 'b' }), groups('t', 'Funds', 'a', 'reply', 'seed1'), groups('u', 'Trust'));
    expect(themeOf(story, 't')).toEqual({
      id: story.id('t'),
      ref: 'T1',
      label: { en: 'Funds' },
      items: ['a', 'reply', 'seed1'].map((label) => story.id(label)).sort(),
    });
    expect(themeOf(story, 'u')).toMatchObject({ ref: 'T2', items: [] });
    story.given(did('desk', 'themes.Remove', { theme: '@u' }), groups('v', 'Again'));
    expect(themeOf(story, 'v')?.ref).toBe('T3');
    // Collected: nobody has read it, nor can anybody group it.
    for (const item of ['@e', 'nothing'])
      story.when('desk', 'themes.Put', { theme: '@t', items: ['@b', item] }).thenRefused('NOT_FOUND');
    expect(all(story, 't')).toEqual(['a']);
    story.when('desk', 'themes.Add', { label: { en: '' }, items: [] }).thenRefused('TEXT_EMPTY');
  });

  it('[THM2] keeps an item in one theme at most', () => {
    const story = given(...room, groups('t', 'T', 'a', 'b'), groups('u', 'U', 'b', 'c'));
    expect([all(story, 't'), all(story, 'u')]).toEqual([['a'], ['b', 'c']]);
    story.given(put('@t', 'c', 'a'));
    expect([all(story, 't'), all(story, 'u')]).toEqual([['a', 'c'], ['b']]);
    story.when('desk', 'themes.Put', { theme: '@t', items: ['@c', '@c'] }).thenNothing();
    story.given(put(null, 'a'));
    expect(all(story, 't')).toEqual(['c']);
    story.when('desk', 'themes.Put', { theme: null, items: ['@a'] }).thenNothing();
    story.when('desk', 'themes.Put', { theme: 'nothing', items: ['@a'] }).thenRefused('NOT_FOUND');
  });

  it('[THM3] keeps what is no longer shown, by its id, and lets it be put elsewhere with the rest', () => {
    const story = given(...room, says('amal', 'whole'), groups('t', 'T', 'a', 'b', 'c'), groups('u', 'U'));
    story.given(did('amal', 'discussion.Withdraw', on('a')), did('desk', 'discussion.Merge', merge('whole', 'b')));
    story.given(did('desk', 'discussion.Hide', { ...on('c'), reason: 'insult' }));
    expect(all(story, 't')).toEqual(['a', 'b', 'c']);
    story.given(put('@u', 'a', 'b', 'c'));
    expect(all(story, 'u')).toEqual(['a', 'b', 'c']);
    story
      .given(put(null, 'a'))
      .when('desk', 'themes.Put', { theme: '@u', items: ['@a'] })
      .thenRefused('NOT_FOUND');
    story.given(did('desk', 'discussion.Unmerge', { activity: 'live', from: ['@b'] }));
    expect(all(story, 'u')).toEqual(['b', 'c']);
  });

  it('[THM4] merges themes: the items go over, the other goes', () => {
    const story = given(...room, groups('t', 'T', 'a'), groups('u', 'U', 'b'));
    story.given(did('desk', 'themes.Merge', { into: '@t', from: '@u' }));
    expect([all(story, 't'), themeOf(story, 'u')]).toEqual([['a', 'b'], undefined]);
    story.when('desk', 'themes.Merge', { into: '@t', from: '@t' }).thenRefused('MERGE_IMPOSSIBLE');
    story.when('desk', 'themes.Merge', { into: '@t', from: '@u' }).thenRefused('NOT_FOUND');
    story.when('desk', 'themes.Rename', { theme: '@u', label: { en: 'x' } }).thenRefused('NOT_FOUND');
  });

  it('[THM5] gives another name, and lets the items of a removed theme stand alone', () => {
    const story = given(...room, groups('t', 'Secret', 'a'));
    story.when('desk', 'themes.Rename', { theme: '@t', label: { en: ' Secret' } }).thenNothing();
    story.given(did('desk', 'themes.Rename', { theme: '@t', label: { ar: 'ثقة' } }));
    expect(themeOf(story, 't')?.label).toEqual({ ar: 'ثقة' });
    story.given(did('desk', 'themes.Remove', { theme: '@t' }), groups('u', 'U', 'a'));
    expect([themeOf(story, 't'), all(story, 'u')]).toEqual([undefined, ['a']]);
    story.when('desk', 'themes.Remove', { theme: '@t' }).thenRefused('NOT_FOUND');
  });

  it.each([
    ['renamed again', did('desk', 'themes.Rename', { theme: '@t', label: { en: 'Third' } })],
    ['merged', did('desk', 'themes.Merge', { into: '@u', from: '@t' })],
    ['removed', did('desk', 'themes.Remove', { theme: '@t' })],
  ])('[THM5] keeps the earlier name until it is %s, and shows it to nobody', (_how, act) => {
    const story = given(...room, groups('t', 'Secret', 'a'), groups('u', 'U'), rename('t', 'Second'));
    const vault = () => JSON.stringify([...story.meeting.state.vault.values()]);
    expect(vault()).toContain('Secret');
    expect(JSON.stringify(story.see('desk', 'theme/@t'))).not.toContain('Secret');
    story.given(act);
    expect(vault()).not.toContain('Secret');
  });

  it('[THM9] is not renamed by who has seen another name', () => {
    const story = given(...room, groups('t', 'One'), rename('t', 'Two'));
    const mine = { theme: '@t', label: { en: 'Mine' } };
    story.when('desk', 'themes.Rename', { ...mine, was: { en: 'One' } }).thenRefused('ITEM_CHANGED');
    expect(themeOf(story, 't')?.label).toEqual({ en: 'Two' });
    story.when('desk', 'themes.Rename', { ...mine, was: { en: 'Two' } }).thenEvents('themes.ThemeRenamed');
    story.when('desk', 'themes.Rename', { ...mine, was: { en: 'One' } }).thenNothing();
  });

  it('[THM6] is seen by everybody, in no order', () => {
    const story = given(...room, groups('t', 'T', 'c', 'a'));
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.see(audience, 'theme/@t')).toEqual(themeOf(story, 't'));
    expect(themeOf(story, 't')?.items).toEqual([story.id('a'), story.id('c')].sort());
  });
});

describe('putting back', () => {
  it('[THM7] brings back where items were', () => {
    const story = given(...room, groups('t', 'T', 'a'), groups('u', 'U', 'a', 'b'));
    story.given(put('@t', 'b', 'c'));
    expect(undo(story)).toBeNull();
    expect([all(story, 't'), all(story, 'u')]).toEqual([[], ['a', 'b']]);
    expect(undo(story)).toBeNull();
    expect([all(story, 't'), themeOf(story, 'u')]).toEqual([['a'], undefined]);
    story.given(did('desk', 'themes.Remove', { theme: '@t' }));
    expect(undo(story)).toBeNull();
    expect([all(story, 't'), themeOf(story, 't')?.ref]).toEqual([['a'], 'T1']);
  });

  it('[THM7] leaves alone what has gone elsewhere since', () => {
    const story = given(...room, groups('v', 'V'), groups('t', 'T', 'a', 'b'), put('@v', 'a'));
    expect(undo(story, 'themes.Add')).toBeNull();
    expect([all(story, 'v'), themeOf(story, 't')]).toEqual([['a'], undefined]);
    const merged = given(...room, groups('v', 'V'), groups('t', 'T', 'a'), groups('u', 'U', 'b', 'c'));
    merged.given(did('desk', 'themes.Merge', { into: '@t', from: '@u' }), put('@v', 'b'));
    expect(undo(merged, 'themes.Merge')).toBeNull();
    expect(['v', 't', 'u'].map((label) => all(merged, label))).toEqual([['b'], ['a'], ['c']]);
    const removed = given(...room, groups('v', 'V'), groups('t', 'T', 'a', 'b'));
    removed.given(did('desk', 'themes.Remove', { theme: '@t' }), put('@v', 'a'));
    expect(undo(removed, 'themes.Remove')).toBeNull();
    expect([all(removed, 'v'), all(removed, 't')]).toEqual([['a'], ['b']]);
  });

  it('[THM7] is refused where what it would go back to is gone, or was renamed', () => {
    const story = given(...room, groups('t', 'T', 'a'), groups('u', 'U', 'b'), groups('v', 'V'));
    story.given(did('desk', 'themes.Merge', { into: '@t', from: '@u' }));
    const { seq } = story.acts().at(-1)!;
    story.given(did('desk', 'themes.Merge', { into: '@v', from: '@t' }));
    story.when('desk', 'core.Undo', { seq }).thenRefused('UNDO_OUTDATED');
    expect([undo(story), story.when('desk', 'core.Undo', { seq }).refusal]).toEqual([null, null]);
    expect(['t', 'u', 'v'].map((label) => all(story, label))).toEqual([['a'], ['b'], []]);
    story.given(groups('w', 'W'), rename('w', 'Better'));
    expect(undo(story, 'themes.Add')).toBe('UNDO_OUTDATED');
    expect(themeOf(story, 'w')?.label).toEqual({ en: 'Better' });
  });

  it('[THM7] brings back an earlier name, one step: what undo takes away is destroyed', () => {
    const story = given(...room, groups('t', 'One', 'a'), rename('t', 'Two'), rename('t', 'Three'));
    expect([undo(story), themeOf(story, 't')?.label]).toEqual([null, { en: 'Two' }]);
    expect(JSON.stringify([...story.meeting.state.vault.values()])).not.toMatch(/One|Three/);
    // The third name has destroyed the first.
    expect(
      story
        .acts()
        .slice(-2)
        .map((act) => act.undoable),
    ).toEqual([false, false]);
    expect(undo(story)).toBe('UNDO_OUTDATED');
    const once = given(...room, groups('t', 'One', 'a'), rename('t', 'Two'));
    expect([undo(once), undo(once), themeOf(once, 't')]).toEqual([null, null, undefined]);
  });

  it('[THM7] lets what was withdrawn meanwhile stay out, and the rest come back', () => {
    const story = given(...room, groups('t', 'T'), put('@t', 'a', 'b'), did('amal', 'discussion.Withdraw', on('a')));
    expect(undo(story)).toBeNull();
    expect(all(story, 't')).toEqual([]);
  });
});
