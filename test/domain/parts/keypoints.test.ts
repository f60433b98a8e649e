import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, type Story, says } from '../../support/given.ts';
import { notes, pointsOf } from '../../support/given-parts.ts';

const room = [joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b')];
const english = (story: Story) => pointsOf(story).map((point) => point.text.en);
const five = ['one', 'two', 'three', 'four', 'five'].map((text) => notes(text, text));
const labels = (story: Story) => [...story.meeting.state.vault.values()].filter((value) => value.kind === 'label');
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

  it('[KEY3] lose their earlier words in another wording, and all of them when they are removed', () => {
    const story = given(
      notes('one', 'secret'),
      did('desk', 'keypoints.Set', { item: 'first', point: '@one', label: { en: 'b' }, items: [] }),
    );
    expect(labels(story)).toEqual([{ kind: 'label', label: { en: 'b' } }]);
    story.when('desk', 'keypoints.Remove', { item: 'first', point: '@one' }).thenEvents('keypoints.PointRemoved');
    expect([labels(story), pointsOf(story)]).toEqual([[], []]);
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

  it('[KEY6] can be taken back when they are new and as they were, and moved back', () => {
    const story = given(...five.slice(0, 3), did('desk', 'keypoints.Move', { item: 'first', point: '@three', to: 0 }));
    story.undo().thenEvents(['keypoints.PointMoved', { to: 2 }], 'core.Undone');
    story.undo().thenEvents('keypoints.PointRemoved', 'core.Undone');
    expect(english(story)).toEqual(['one', 'two']);
    const reworded = { item: 'first', point: '@two', label: { en: 'better' }, items: [] };
    story
      .given(did('desk', 'keypoints.Set', reworded))
      .undo()
      .thenRefused('UNDO_OUTDATED');
    expect(english(story)).toEqual(['one', 'better']);
    const acts = story.acts();
    story.given(did('desk', 'keypoints.Remove', { item: 'first', point: '@one' }));
    expect(story.acts().map((act) => act.seq)).toEqual(acts.map((act) => act.seq));
  });
});
