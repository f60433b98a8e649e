import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, type Story, says } from '../../support/given.ts';
import { inserts, notes, pointsOf } from '../../support/given-parts.ts';

const room = [joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b')];
const english = (story: Story) => pointsOf(story).map((point) => point.text.en);
const five = ['one', 'two', 'three', 'four', 'five'].map((text) => notes(text, text));
const labels = (story: Story) =>
  [...story.meeting.state.vault.values()].flatMap((value) => (value.kind === 'label' ? [value.label.en] : []));
const rewords = (label: string, text: string, items: string[] = []) =>
  did('desk', 'keypoints.Set', { item: 'first', point: `@${label}`, label: { en: text }, items });
const removes = (label: string, more: { forGood?: boolean } = {}) =>
  did('desk', 'keypoints.Remove', { item: 'first', point: `@${label}`, ...more });
const hide = did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' });

describe('key points', () => {
  it('[KEY1] are up to five an item, in one language at least', () => {
    const story = given(...five);
    expect(english(story)).toEqual(['one', 'two', 'three', 'four', 'five']);
    const one = { item: 'first', label: { ar: 'جملة' }, items: [] };
    story.when('desk', 'keypoints.Set', one).thenRefused('TOO_MANY_POINTS');
    story.when('desk', 'keypoints.Set', { ...one, point: '@three' }).thenEvents('keypoints.PointSet');
    story.when('desk', 'keypoints.Set', { ...one, item: 'second' }).thenEvents('keypoints.PointSet');
    expect(pointsOf(story, 'second')[0]?.text).toEqual({ ar: 'جملة' });
    story.when('desk', 'keypoints.Set', { ...one, item: 'second', label: { en: ' ' } }).thenRefused('TEXT_EMPTY');
    story
      .when('desk', 'keypoints.Set', { ...one, item: 'second', label: { en: 'x'.repeat(301) } })
      .thenRefused('TEXT_TOO_LONG');
  });

  it('[KEY1] are refused for what is not, or is there no more', () => {
    const story = given(notes('one', 'one'), did('desk', 'keypoints.Remove', { item: 'first', point: '@one' }));
    const data = { item: 'first', label: { en: 'x' }, items: [] };
    story.when('desk', 'keypoints.Set', { ...data, item: 'lunch' }).thenRefused('NOT_FOUND');
    story.when('desk', 'keypoints.Set', { ...data, point: '@one' }).thenRefused('NOT_FOUND');
    story.when('desk', 'keypoints.Move', { item: 'first', point: '@one', to: 0 }).thenRefused('NOT_FOUND');
    story.when('desk', 'keypoints.Remove', { item: 'first', point: '@one' }).thenRefused('NOT_FOUND');
  });

  it('[KEY2] rest on texts that the room can read, each with its reference, once', () => {
    const story = given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }));
    story.given(notes('one', 'one', ['@a', '@b', '@a']));
    const rests = [
      { item: story.id('a'), ref: 'C1' },
      { item: story.id('b'), ref: 'C2' },
    ];
    expect(pointsOf(story)[0]?.items).toEqual(rests);
    story.given(hide, says('rim', 'whole'), did('desk', 'discussion.Merge', merge('whole', 'b')));
    for (const item of ['@a', '@b', '@pending', 'nothing'])
      story
        .when('desk', 'keypoints.Set', { item: 'first', label: { en: 'x' }, items: [item] })
        .thenRefused('NOT_FOUND');
  });

  it('[KEY2] keep what they rest on, whatever becomes of it, also in another wording', () => {
    const story = given(...room, notes('one', 'one', ['@a', '@b']), hide);
    story.given(did('desk', 'discussion.Remove', { ...on('b'), reason: 'insult' }));
    const before = pointsOf(story)[0]?.items;
    expect(before).toHaveLength(2);
    const again = { item: 'first', point: '@one', label: { en: 'better' }, items: ['@a', '@b'] };
    story.when('desk', 'keypoints.Set', again).thenEvents('keypoints.PointSet');
    expect(pointsOf(story)[0]).toMatchObject({ text: { en: 'better' }, items: before });
    // What it has let go of does not come back while it is hidden.
    story.given(did('desk', 'keypoints.Set', { ...again, items: [] }));
    story.when('desk', 'keypoints.Set', again).thenRefused('NOT_FOUND');
  });

  it('[KEY3] keep an earlier wording until they are reworded again or removed', () => {
    const story = given(notes('one', 'a'), rewords('one', 'b'));
    expect(labels(story)).toEqual(['a', 'b']);
    story.given(rewords('one', 'c'));
    expect(labels(story)).toEqual(['b', 'c']);
    story.given(removes('one'));
    expect([labels(story), pointsOf(story)]).toEqual([['c'], []]);
  });

  it.each([
    ['another is written', notes('more', 'x')],
    ['another is reworded', rewords('two', 'x')],
    ['another is removed', removes('two')],
  ])('[KEY3] keep the words of a removed one until %s in their item', (_when, act) => {
    const story = given(notes('one', 'a'), notes('two', 'b'), removes('one'));
    story.given(
      notes('elsewhere', 'c', [], 'second'),
      did('desk', 'keypoints.Move', { item: 'first', point: '@two', to: 4 }),
    );
    expect(labels(story)).toContain('a');
    expect(JSON.stringify(story.see('desk', 'keypoints/first'))).not.toContain('"a"');
    story.given(act);
    expect(labels(story)).not.toContain('a');
  });

  it('[KEY3] are destroyed at once where they are removed for good, with what they replaced', () => {
    const story = given(notes('two', 'gone'), notes('one', 'a'), rewords('one', 'b'), removes('two'));
    expect(labels(story)).toEqual(['gone', 'a', 'b']);
    story.given(rewords('one', 'c'), removes('one', { forGood: true }));
    expect([labels(story), pointsOf(story)]).toEqual([[], []]);
    expect(story.acts().some((act) => act.undoable)).toBe(false);
  });

  it('[KEY3] go with an item of the programme that is deleted, also what was kept of them', () => {
    const story = given(inserts('break', null, 15, '2019-06-26'));
    const item = story.id('break');
    story.given(notes('one', 'a', [], item), notes('two', 'b', [], item));
    story.given(did('desk', 'keypoints.Set', { item, point: '@one', label: { en: 'c' }, items: [] }));
    story.given(did('desk', 'keypoints.Remove', { item, point: '@two' }));
    expect(labels(story)).toEqual([undefined, 'a', 'b', 'c']);
    story.given(did('desk', 'agenda.Delete', { item }));
    expect(labels(story)).toEqual([]);
  });

  it('[KEY4] stand in an order that the desk gives them', () => {
    const story = given(...five);
    story.given(did('desk', 'keypoints.Move', { item: 'first', point: '@four', to: 1 }));
    expect(english(story)).toEqual(['one', 'four', 'two', 'three', 'five']);
    story.given(did('desk', 'keypoints.Move', { item: 'first', point: '@one', to: 5 }));
    expect(english(story)).toEqual(['four', 'two', 'three', 'five', 'one']);
    story.when('desk', 'keypoints.Move', { item: 'first', point: '@one', to: 5 }).thenNothing();
  });

  it('[KEY5] are seen by everybody', () => {
    const story = given(...room, notes('one', 'one', ['@a']), hide);
    const seen = {
      points: [{ id: story.id('one'), text: { en: 'one' }, items: [{ item: story.id('a'), ref: 'C1' }] }],
    };
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.see(audience, 'keypoints/first')).toEqual(seen);
    expect(story.see('room', 'keypoints/second')).toBeUndefined();
  });

  it('[KEY6] can be taken back when they are new, which destroys them, and moved back', () => {
    const story = given(...five.slice(0, 3), did('desk', 'keypoints.Move', { item: 'first', point: '@three', to: 0 }));
    story.undo().thenEvents(['keypoints.PointMoved', { to: 2 }], 'core.Undone');
    story.undo().thenEvents('keypoints.PointRemoved', 'core.Undone');
    expect([english(story), labels(story)]).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
  });

  it('[KEY6] have their earlier wording back, and what it rested on: one step', () => {
    const story = given(...room, notes('one', 'one', ['@a']), rewords('one', 'better', ['@b']), rewords('one', 'best'));
    story.undo().thenEvents('keypoints.PointSet', 'core.Undone');
    expect(pointsOf(story)[0]).toMatchObject({ text: { en: 'better' }, items: [{ ref: 'C2' }] });
    expect(labels(story)).toEqual(['better']);
    // The third wording has destroyed the first.
    expect(
      story
        .acts()
        .slice(-2)
        .map((act) => act.undoable),
    ).toEqual([false, false]);
    story.undo().thenRefused('UNDO_OUTDATED');
    const again = given(...room, notes('one', 'one', ['@a']), rewords('one', 'better', ['@b']), hide);
    again.undo('keypoints.Set').thenEvents('keypoints.PointSet', 'core.Undone');
    expect(pointsOf(again)[0]).toMatchObject({ text: { en: 'one' }, items: [{ ref: 'C1' }] });
  });

  it.each(['one', 'two', 'three'])('[KEY6] come back when they were removed, in their place: %s', (label) => {
    const story = given(...five.slice(0, 3));
    const before = pointsOf(story);
    story.given(removes(label)).undo();
    expect([pointsOf(story), labels(story)]).toEqual([before, ['one', 'two', 'three']]);
    expect(story.undo().refusal).toBeNull();
    expect(english(story)).toEqual(['one', 'two']);
  });

  it('[KEY6] do not come back when they were removed for good', () => {
    const story = given(notes('one', 'one'), removes('one', { forGood: true }));
    expect(story.acts().map(({ act, undoable }) => [act, undoable])).toEqual([['keypoints.Set', true]]);
    expect(story.undo().refusal).toBe('UNDO_OUTDATED');
  });

  it('[KEY8] are not replaced by who has seen another wording, or other references', () => {
    const story = given(...room, notes('one', 'one', ['@a']), rewords('one', 'better', ['@a', '@b']));
    const mine = { item: 'first', point: '@one', label: { en: 'mine' }, items: ['@a'] };
    const set = (was: { label: { en: string }; items: string[] }, label = 'mine') =>
      story.when('desk', 'keypoints.Set', { ...mine, label: { en: label }, was });
    set({ label: { en: 'one' }, items: ['@a', '@b'] }).thenRefused('ITEM_CHANGED');
    set({ label: { en: 'better' }, items: ['@a'] }).thenRefused('ITEM_CHANGED');
    expect(english(story)).toEqual(['better']);
    set({ label: { en: 'better' }, items: ['@b', '@a'] }).thenEvents('keypoints.PointSet');
    // Whoever asks for what stands already has nothing to choose.
    set({ label: { en: 'one' }, items: [] }).thenNothing();
  });
});
