import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, says, saysLate } from '../support/given.ts';

const room = [joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b')];
const show = (label: string) => ({ mode: 'item' as const, item: `@${label}` });
const blank = did('desk', 'core.BlankScreen', { blank: true });

describe('the screen', () => {
  it('[MTG31] begins with what is open now', () => {
    expect(given().screen()).toEqual({ show: { mode: 'now' }, blank: false });
  });

  it('[MTG31] shows how to join, one text large, or what is open', () => {
    const story = given(...room);
    for (const choice of [{ mode: 'join' as const }, show('a'), { mode: 'now' as const }]) {
      story.when('desk', 'core.ShowOnScreen', choice).thenEvents(['core.ScreenSet', { show: choice, blank: false }]);
      expect(story.screen().show).toEqual(story.resolve(choice));
    }
  });

  it('[MTG31] refuses a text that it may not see', () => {
    const story = given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }));
    story.given(says('amal', 'whole'), says('rim', 'withdrawn'), did('rim', 'discussion.Withdraw', on('withdrawn')));
    story.given(did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' }));
    story.given(did('desk', 'discussion.Merge', merge('whole', 'b')), saysLate('rim', 'late'));
    for (const label of ['pending', 'withdrawn', 'a', 'b', 'late'])
      story.when('desk', 'core.ShowOnScreen', show(label)).thenRefused('NOT_FOUND');
    story.when('desk', 'core.ShowOnScreen', { mode: 'item', item: 'nothing' }).thenRefused('NOT_FOUND');
  });

  it('[MTG31] is lit by choosing', () => {
    const story = given(...room, blank);
    story.when('desk', 'core.ShowOnScreen', { mode: 'join' }).thenEvents('core.ScreenSet');
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: false });
  });

  it('[MTG32] keeps what was chosen while it is blank', () => {
    const story = given(...room, did('desk', 'core.ShowOnScreen', { mode: 'join' }), blank);
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: true });
    story.when('desk', 'core.BlankScreen', { blank: false }).thenEvents('core.ScreenSet');
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: false });
  });

  it('[MTG32] changes nothing by the state it is in', () => {
    const story = given();
    story.when('desk', 'core.BlankScreen', { blank: false }).thenNothing();
    story.given(blank).when('desk', 'core.BlankScreen', { blank: true }).thenNothing();
  });
});
