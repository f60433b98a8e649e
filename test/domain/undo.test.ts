import { describe, expect, it } from '@jest/globals';
import type { CommandType } from '../../server/domain/commands.ts';
import { did, given, joined, later, merge, named, on, opened, says, saysLate, split } from '../support/given.ts';

const live = { activity: 'live' };
const room = [named('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b')];
const start = (item: string) => did('desk', 'core.StartItem', { item });
const hide = (label: string, note?: string) =>
  did('desk', 'discussion.Hide', { ...on(label), reason: 'insult', ...(note === undefined ? {} : { note }) });

describe('what is offered', () => {
  it('[MTG33] is each act with its number, its time, its target and, for a text, its reference', () => {
    const story = given(...room, later(7), hide('a'));
    const { seq, at } = story.meeting.log.at(-1)!;
    expect(story.acts().at(-1)).toEqual({
      seq,
      at,
      act: 'discussion.Hide',
      target: story.id('a'),
      ref: 'C1',
      undoable: true,
    });
    expect(story.acts().at(-2)).toMatchObject({ act: 'core.OpenActivity', target: 'live', ref: null });
  });

  it('[MTG33] is the last 30', () => {
    const story = given(...room);
    const first = story.meeting.state.seq + 1;
    for (let i = 0; i < 31; i++) story.given(did('desk', 'core.BlankScreen', { blank: i % 2 === 0 }));
    expect(story.acts().map((act) => act.seq)).toEqual(Array.from({ length: 30 }, (_, i) => first + 1 + i));
    story.when('desk', 'core.Undo', { seq: first }).thenRefused('NOTHING_TO_UNDO');
  });
});

describe('putting back', () => {
  it('[MTG34] appends what puts it back and the fact, and takes nothing out of the log', () => {
    const story = given(...room, hide('a'));
    const before = [...story.meeting.log];
    const { seq } = story.acts().at(-1)!;
    story.undo().thenEvents(['discussion.ContributionUnhidden', { item: '@a' }], ['core.Undone', { seq }]);
    expect(story.meeting.log.slice(0, before.length)).toEqual(before);
    expect(story.acts().map((act) => act.act)).toEqual(['core.OpenActivity']);
  });

  it('[MTG34] refuses what was undone, what was never an act, and what is no longer offered', () => {
    const story = given(...room, hide('a'));
    const { seq } = story.acts().at(-1)!;
    story.undo().thenEvents('discussion.ContributionUnhidden', 'core.Undone');
    story.when('desk', 'core.Undo', { seq }).thenRefused('NOTHING_TO_UNDO');
    story.when('desk', 'core.Undo', { seq: 2 }).thenRefused('NOTHING_TO_UNDO');
    story.when('desk', 'core.Undo', { seq: 9999 }).thenRefused('NOTHING_TO_UNDO');
  });

  it('[MTG35] refuses while a later act has the same target, and takes them one by one', () => {
    const story = given(...room, did('desk', 'discussion.Pin', on('a')), hide('a'), hide('b'));
    expect(story.acts().map((act) => act.undoable)).toEqual([true, false, true, true]);
    story.undo('discussion.Pin').thenRefused('UNDO_OUTDATED');
    story
      .when('desk', 'core.Undo', { seq: story.acts()[2]!.seq })
      .thenEvents('discussion.ContributionUnhidden', 'core.Undone');
    story.undo('discussion.Pin').thenEvents('discussion.ContributionUnpinned', 'core.Undone');
    expect(story.contribution('b', 'desk')?.status).toBe('hidden');
  });

  it('[MTG35] takes back a step of the agenda also after other acts', () => {
    const story = given(start('first'), joined('amal'), joined('rim'), says('amal', 'a'), says('rim', 'b'));
    story.given(start('second'), hide('a'), did('desk', 'discussion.Pin', on('b')));
    story.given(did('desk', 'core.ShowOnScreen', { mode: 'join' }));
    story
      .undo('core.StartItem')
      .thenEvents(
        'core.ActivityPaused',
        'core.ActivityOpened',
        ['core.ItemReturned', { item: 'first' }],
        'core.Undone',
      );
    expect(story.contribution('a', 'desk')?.status).toBe('hidden');
  });

  it.each<[string, CommandType, ReturnType<typeof did>[]]>([
    ['step', 'core.StartItem', [start('welcome')]],
    ['opening', 'core.OpenActivity', [opened('live')]],
    ['pausing', 'core.PauseActivity', [did('desk', 'core.PauseActivity', { activity: 'collect' })]],
    ['closing', 'core.CloseActivity', [did('desk', 'core.CloseActivity', { activity: 'collect' })]],
  ])('[MTG35] refuses a step of the agenda after a later %s, until that is taken back', (_name, act, steps) => {
    const story = given(start('first'), start('second'));
    const { seq } = story.acts().at(-1)!;
    story.given(...steps);
    story.when('desk', 'core.Undo', { seq }).thenRefused('UNDO_OUTDATED');
    expect(story.undo(act).refusal).toBeNull();
    expect(story.when('desk', 'core.Undo', { seq }).refusal).toBeNull();
  });

  it('[MTG35] refuses where the inverse is refused, and changes nothing then', () => {
    const story = given(...room, hide('a'), did('amal', 'discussion.Withdraw', on('a')));
    const { seq } = story.meeting.state;
    story.undo('discussion.Hide').thenRefused('UNDO_OUTDATED');
    expect(story.meeting.state.seq).toBe(seq);
  });

  it('[MTG35] does not take away a translation that replaced the one it made', () => {
    const into = (text: string) => ({ item: '@a', lang: 'fr' as const, text });
    const story = given(
      ...room,
      did('desk', 'core.Translate', into('first')),
      did('desk', 'core.Translate', into('second')),
    );
    story.undo('core.Translate').thenRefused('UNDO_OUTDATED');
    expect(story.contribution('a')?.translations.fr?.text).toBe('second');
  });

  it('[MTG35] brings back what the screen showed, and that it was blank', () => {
    const story = given(...room, did('desk', 'core.ShowOnScreen', { mode: 'item', item: '@a' }));
    story.given(did('desk', 'core.BlankScreen', { blank: true }), did('desk', 'core.ShowOnScreen', { mode: 'join' }));
    expect(story.undo().refusal).toBeNull();
    expect(story.screen()).toEqual({ show: { mode: 'item', item: story.id('a') }, blank: true, frozen: false });
  });
});

describe('putting back an opening or a close', () => {
  const pause = did('desk', 'core.PauseActivity', live);
  const close = (graceSeconds: number) => did('desk', 'core.CloseActivity', { ...live, graceSeconds });

  it.each([
    ['planned', [], 'paused'],
    ['paused', [opened(), pause], 'paused'],
    ['closing', [opened(), close(60)], 'closed'],
    ['closed', [opened(), close(0)], 'closed'],
  ])('[MTG36] of what was %s loses nothing that was written', (_status, steps, becomes) => {
    const story = given(joined('amal'), ...steps, opened(), says('amal', 'a'));
    expect(story.undo().refusal).toBeNull();
    expect(story.activity().status).toBe(becomes);
    expect(story.contribution('a')?.text).toBe('words of a');
  });

  it('[MTG36] of what was open makes it open, with the time it has', () => {
    const story = given(opened(), later(60));
    const before = story.activity();
    for (const grace of [0, 60]) {
      story.given(close(grace));
      expect(story.undo().refusal).toBeNull();
      expect(story.activity()).toEqual(before);
    }
  });

  it('[MTG36] of what was paused makes it paused, with the time that was kept', () => {
    const story = given(opened(), later(60), pause, later(30));
    const before = story.activity();
    story.given(close(60), later(30));
    story.undo().thenEvents('core.ActivityOpened', 'core.ActivityPaused', 'core.Undone');
    expect(story.activity()).toEqual({ ...before, closesAt: null });
  });

  it('[MTG36] that ended a grace gives the grace that was left', () => {
    const story = given(opened(), close(60), later(20), close(0), later(100));
    const { at } = story.meeting;
    story.undo().thenEvents('core.ActivityOpened', ['core.ActivityClosing', { closesAt: at + 40_000 }], 'core.Undone');
    story.undo().thenEvents('core.ActivityOpened', 'core.Undone');
  });
});

describe('what cannot be put back', () => {
  it('[MTG37] is what the desk does for good', () => {
    const story = given(
      ...room,
      opened('collect'),
      says('amal', 'c', { activity: 'collect' }),
      saysLate('rim', 'late'),
    );
    story.given(did('desk', 'core.Translate', { item: '@b', lang: 'fr', text: 'x' }));
    const offered = story.acts();
    story.given(
      did('desk', 'discussion.Remove', { ...on('a'), reason: 'insult' }),
      did('desk', 'discussion.Reveal', { activity: 'collect' }),
      did('desk', 'discussion.AdmitLate', on('late')),
      did('desk', 'discussion.CorrectLanguage', { ...on('b'), lang: 'ff' }),
      did('desk', 'core.Translate', { item: '@b', lang: 'fr', text: 'y' }),
      did('desk', 'core.RemoveTranslation', { item: '@b', lang: 'fr' }),
    );
    expect(story.acts()).toEqual(offered);
    story.given(hide('b'));
    expect(story.undo('discussion.Hide').refusal).toBeNull();
    expect(story.acts()).toEqual(offered);
  });

  it('[MTG37] is what participants do', () => {
    const story = given(...room);
    const offered = story.acts();
    story.given(
      says('rim', 'c', { to: 'a' }),
      did('amal', 'discussion.Edit', { ...on('a'), text: 'other words' }),
      did('amal', 'discussion.CorrectLanguage', { ...on('a'), lang: 'ff' }),
      did('rim', 'discussion.Endorse', on('a')),
      did('rim', 'discussion.Unendorse', on('a')),
      did('rim', 'discussion.Withdraw', on('b')),
      did('rim', 'core.SetConsents', { present: true, words: true }),
      did('rim', 'core.SetLanguage', { lang: 'en' }),
    );
    expect(story.acts()).toEqual(offered);
  });

  it('[MTG38] keeps names and texts out of the record of how to undo', () => {
    const note = 'a private note';
    const story = given(...room, hide('a', note), did('desk', 'discussion.Unhide', on('a')), hide('b'));
    story.given(did('desk', 'discussion.Unhide', on('b')), says('amal', 'c'));
    story.given(did('desk', 'discussion.Merge', merge('a', 'b')), did('desk', 'discussion.Unmerge', split('b')));
    story.given(did('desk', 'core.Translate', { item: '@a', lang: 'fr', text: 'secret words', by: 'Salma' }));
    story.given(did('desk', 'discussion.Pin', on('c')), did('desk', 'core.Configure', { ...live, minutes: 9 }));
    const records = story.meeting.log.flatMap((event) => (event.undo ? [JSON.stringify(event.undo)] : []));
    expect(records).toHaveLength(9);
    for (const secret of [note, 'words', 'Salma', 'amal', 'rim']) expect(records.join()).not.toContain(secret);
  });
});
