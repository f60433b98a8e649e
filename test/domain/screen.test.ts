import { describe, expect, it } from '@jest/globals';
import { commandSchemas } from '../../server/domain/commands.ts';
import { did, given, joined, merge, on, opened, type Story, says, saysLate } from '../support/given.ts';

const room = [joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b')];
const show = (label: string) => ({ mode: 'item' as const, item: `@${label}` });
const blank = did('desk', 'core.BlankScreen', { blank: true });

describe('the screen', () => {
  it('[MTG31] begins with what is open now', () => {
    expect(given().screen()).toEqual({ show: { mode: 'now' }, blank: false, frozen: false });
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
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: false, frozen: false });
  });

  it('[MTG32] keeps what was chosen while it is blank', () => {
    const story = given(...room, did('desk', 'core.ShowOnScreen', { mode: 'join' }), blank);
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: true, frozen: false });
    story.when('desk', 'core.BlankScreen', { blank: false }).thenEvents('core.ScreenSet');
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: false, frozen: false });
  });

  it('[MTG32] changes nothing by the state it is in', () => {
    const story = given();
    story.when('desk', 'core.BlankScreen', { blank: false }).thenNothing();
    story.given(blank).when('desk', 'core.BlankScreen', { blank: true }).thenNothing();
  });
});

describe('several screens', () => {
  const numbered = (story: Story, screen: number) => story.see('screen', `screen/${screen}`);

  it('[MTG59] have each their own choice; without a number the first is meant', () => {
    const story = given(...room, did('desk', 'core.ShowOnScreen', { mode: 'join', screen: 2 }));
    story.given(
      did('desk', 'core.ShowOnScreen', show('a')),
      did('desk', 'core.BlankScreen', { blank: true, screen: 4 }),
    );
    expect(story.screen().show).toEqual(story.resolve(show('a')));
    expect(numbered(story, 2)).toEqual({ show: { mode: 'join' }, blank: false, frozen: false });
    expect(numbered(story, 3)).toBeUndefined();
    expect(numbered(story, 4)).toEqual({ show: { mode: 'now' }, blank: true, frozen: false });
    story.when('desk', 'core.BlankScreen', { blank: false, screen: 1 }).thenNothing();
    for (const audience of ['desk', 'screen'] as const) expect(story.see(audience, 'screen/2')).toBeDefined();
    expect([story.see('room', 'screen'), story.see('room', 'screen/2')]).toEqual([undefined, undefined]);
  });

  it('[MTG59] are as they began where they show again what is open', () => {
    const story = given(did('desk', 'core.ShowOnScreen', { mode: 'join', screen: 3 }));
    story.when('desk', 'core.ShowOnScreen', { mode: 'now', screen: 3 }).thenEvents('core.ScreenSet');
    expect(numbered(story, 3)).toBeUndefined();
  });

  it.each([0, 5, 1.5, -1])('[MTG59] are four: there is none of the number %j', (screen) => {
    for (const [type, data] of [
      ['core.ShowOnScreen', { mode: 'join' }],
      ['core.BlankScreen', { blank: true }],
      ['core.FreezeScreen', { frozen: true }],
    ] as const)
      expect(commandSchemas[type].safeParse({ ...data, screen }).success).toBe(false);
  });

  it('[MTG60] show one activity, or leave the picture to another source', () => {
    const story = given(did('desk', 'core.ShowOnScreen', { mode: 'activity', activity: 'dots', screen: 2 }));
    story.given(did('desk', 'core.ShowOnScreen', { mode: 'other' }));
    expect([story.screen().show, numbered(story, 2)]).toEqual([
      { mode: 'other' },
      { show: { mode: 'activity', activity: 'dots' }, blank: false, frozen: false },
    ]);
    story.when('desk', 'core.ShowOnScreen', { mode: 'activity', activity: 'nothing' }).thenRefused('NOT_FOUND');
  });

  it('[MTG61] can be frozen and blank at once; choosing ends both', () => {
    const freeze = did('desk', 'core.FreezeScreen', { frozen: true });
    const story = given(freeze, blank);
    expect(story.screen()).toEqual({ show: { mode: 'now' }, blank: true, frozen: true });
    story.when('desk', 'core.FreezeScreen', { frozen: true }).thenNothing();
    story.given(did('desk', 'core.BlankScreen', { blank: false }));
    expect(story.screen()).toMatchObject({ blank: false, frozen: true });
    story.given(blank, did('desk', 'core.ShowOnScreen', { mode: 'join' }));
    expect(story.screen()).toEqual({ show: { mode: 'join' }, blank: false, frozen: false });
    story.undo().thenEvents('core.ScreenSet', 'core.ScreenSet', 'core.ScreenSet', 'core.Undone');
    expect(story.screen()).toEqual({ show: { mode: 'now' }, blank: true, frozen: true });
  });

  it('[MTG61] are put back each by itself', () => {
    const story = given(did('desk', 'core.FreezeScreen', { frozen: true, screen: 2 }), blank);
    expect(story.acts().map((act) => [act.target, act.undoable])).toEqual([
      ['screen/2', true],
      ['screen/1', true],
    ]);
    expect(story.undo('core.FreezeScreen').refusal).toBeNull();
    expect([numbered(story, 2), story.screen().blank]).toEqual([undefined, true]);
  });
});
