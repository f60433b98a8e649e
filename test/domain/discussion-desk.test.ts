import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, says, saysLate } from '../support/given.ts';
import { hide, hiding, inEveryState, refusals, remove, room } from './every-state.ts';

const live = { activity: 'live' };
const pin = (label: string) => did('desk', 'discussion.Pin', on(label));

describe('hiding', () => {
  it('[DIS14] takes a shown text from view, with a reason, and shows it again with its reference', () => {
    const story = given(...room, says('amal', 'a'));
    story
      .when('desk', 'discussion.Hide', hiding('a'))
      .thenEvents(['discussion.ContributionHidden', { reason: 'insult' }]);
    expect(story.contribution('a', 'room')).toBeUndefined();
    story.when('desk', 'discussion.Unhide', on('a')).thenEvents('discussion.ContributionUnhidden');
    expect(story.contribution('a', 'room')).toMatchObject({ ref: 'C1', text: 'words of a' });
  });

  it('[DIS14] needs a note where the reason is another, of at most 500 characters', () => {
    const story = given(...room, says('amal', 'a'), says('amal', 'b'));
    for (const note of [undefined, '', ' \u200B '])
      story
        .when('desk', 'discussion.Hide', hiding('a', { reason: 'other', ...(note === undefined ? {} : { note }) }))
        .thenRefused('REASON_MISSING');
    for (const reason of ['other', 'insult'] as const)
      story
        .when('desk', 'discussion.Hide', hiding('a', { reason, note: 'x'.repeat(501) }))
        .thenRefused('TEXT_TOO_LONG');
    story
      .when('desk', 'discussion.Hide', hiding('a', { reason: 'other', note: ` ${'x'.repeat(500)}\u200B` }))
      .thenEvents('discussion.ContributionHidden');
    expect(story.contribution('a', 'desk')?.hidden).toEqual({ reason: 'other', note: 'x'.repeat(500) });
  });

  it('[DIS14] loses its note when the text is shown again', () => {
    const story = given(...room, says('amal', 'a'), hide('a', 'a note'));
    const [id] = [...story.meeting.sealed].find(([, v]) => v.kind === 'note')!;
    story.when('desk', 'discussion.Unhide', on('a')).thenEvents(['discussion.ContributionUnhidden', { forgets: [id] }]);
    expect(story.meeting.state.vault.has(id)).toBe(false);
  });

  it('[DIS14] of a hidden text, or showing a shown one, changes nothing', () => {
    const story = given(...room, says('amal', 'a'));
    story.when('desk', 'discussion.Unhide', on('a')).thenNothing();
    story
      .given(hide('a'))
      .when('desk', 'discussion.Hide', hiding('a', { reason: 'other' }))
      .thenNothing();
  });

  it('[DIS14] reaches only what is shown', () => {
    const story = inEveryState();
    for (const [label, activity, code] of refusals) {
      story.when('desk', 'discussion.Hide', { ...hiding(label), activity }).thenRefused(code);
      story.when('desk', 'discussion.Unhide', on(label, activity)).thenRefused(code);
    }
  });
});

describe('pinning', () => {
  it('[DIS15] puts a shown text first, and back', () => {
    const story = given(...room, says('amal', 'a'));
    story.when('desk', 'discussion.Unpin', on('a')).thenNothing();
    story.when('desk', 'discussion.Pin', on('a')).thenEvents('discussion.ContributionPinned');
    expect(story.contribution('a')?.pinned).toBe(true);
    story.when('desk', 'discussion.Pin', on('a')).thenNothing();
    story.when('desk', 'discussion.Unpin', on('a')).thenEvents('discussion.ContributionUnpinned');
    expect(story.contribution('a')?.pinned).toBe(false);
  });

  it('[DIS15] reaches only what is shown', () => {
    const story = inEveryState();
    story.when('desk', 'discussion.Pin', on('hidden')).thenRefused('ITEM_HIDDEN');
    for (const [label, activity, code] of refusals)
      for (const type of ['discussion.Pin', 'discussion.Unpin'] as const)
        story.when('desk', type, on(label, activity)).thenRefused(code);
  });

  it('[DIS15] outlasts hiding, and ends with merging, withdrawal and removal', () => {
    const story = given(...room, ...['a', 'b', 'c', 'd', 'e'].map((label) => says('amal', label)));
    story.given(...['a', 'b', 'c', 'd'].map(pin), hide('a'), did('desk', 'discussion.Unhide', on('a')));
    expect(story.contribution('a')?.pinned).toBe(true);
    story.given(did('desk', 'discussion.Merge', merge('e', 'b')));
    story.given(did('desk', 'discussion.Unmerge', { ...live, from: ['@b'] }));
    expect(story.contribution('b')?.pinned).toBe(false);
    story.given(did('amal', 'discussion.Withdraw', on('c')), remove('d'));
    expect(JSON.stringify(['c', 'd'].map((label) => story.contribution(label, 'desk')))).toBe('[null,null]');
  });
});

describe('removing for good', () => {
  it('[DIS19] destroys text, translations and note in any state, and keeps the fact and the reason', () => {
    const story = inEveryState().given(says('rim', 'plain', { activity: 'collect' }));
    story.given(did('desk', 'core.Translate', { item: '@hidden', lang: 'en', text: 'translated' }));
    const labels = [
      ['hidden', 'live'],
      ['part', 'live'],
      ['late', 'live'],
      ['withdrawn', 'live'],
      ['pending', 'collect'],
    ] as const;
    for (const [label, activity] of labels) {
      story
        .when('desk', 'discussion.Remove', { ...on(label, activity), reason: 'endangers' })
        .thenEvents(['discussion.ContributionRemoved', { item: `@${label}`, reason: 'endangers' }]);
      expect(story.mine('amal', label)).toMatchObject({ status: 'removed', removed: 'endangers', text: null });
    }
    const kept = [...story.meeting.state.vault.values()].filter((v) => v.kind !== 'profile' && v.kind !== 'meeting');
    expect(kept).toEqual([
      { kind: 'text', text: 'words of whole' },
      { kind: 'text', text: 'words of plain' },
    ]);
  });

  it('[DIS19] leaves nothing to be done with it', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'), remove('a'));
    const refused = (outcome: { thenRefused(code: 'ITEM_REMOVED'): unknown }) => outcome.thenRefused('ITEM_REMOVED');
    refused(story.when('amal', 'discussion.Edit', { ...on('a'), text: 'x' }));
    refused(story.when('amal', 'discussion.Withdraw', on('a')));
    refused(story.when('desk', 'discussion.CorrectLanguage', { ...on('a'), lang: 'ff' }));
    refused(story.when('desk', 'discussion.Hide', hiding('a')));
    refused(story.when('desk', 'discussion.AdmitLate', on('a')));
    refused(story.when('desk', 'discussion.Merge', merge('b', 'a')));
    refused(story.when('desk', 'discussion.Unmerge', { ...live, from: ['@a'] }));
    for (const type of ['discussion.Unhide', 'discussion.Pin', 'discussion.Unpin'] as const)
      refused(story.when('desk', type, on('a')));
    for (const type of ['discussion.Endorse', 'discussion.Unendorse'] as const)
      refused(story.when('rim', type, on('a')));
    story.when('desk', 'discussion.Remove', { ...on('a'), reason: 'insult' }).thenNothing();
    expect(story.mine('amal', 'a').removed).toBe('names_a_person');
  });
});

describe('revealing', () => {
  const reveal = { activity: 'collect' };
  const collected = (name: string, label: string) => says(name, label, { activity: 'collect' });

  it('[DIS20] publishes all pending texts at once, with references in the order in which they came', () => {
    const story = given(
      ...room,
      opened('collect'),
      collected('amal', 'a'),
      collected('rim', 'b'),
      collected('amal', 'c'),
    );
    story.given(did('rim', 'discussion.Withdraw', on('b', 'collect')));
    story.when('desk', 'discussion.Reveal', reveal).thenEvents([
      'discussion.Revealed',
      {
        published: [
          { item: '@a', ref: 'C1' },
          { item: '@c', ref: 'C2' },
        ],
      },
    ]);
    expect(story.counts('room', 'collect')).toEqual({ shown: 2, received: 0, revealed: true });
    story.given(collected('rim', 'd'));
    expect(story.contribution('d')?.ref).toBe('C3');
  });

  it('[DIS20] stays done, whatever is set afterwards', () => {
    const story = given(...room, opened('collect'), did('desk', 'discussion.Reveal', reveal));
    story.given(did('desk', 'core.Configure', { ...reveal, settings: { replies: false } }), collected('amal', 'a'));
    expect(story.contribution('a')?.ref).toBe('C1');
  });

  it('[DIS20] waits for the opening', () => {
    given().when('desk', 'discussion.Reveal', { activity: 'collect' }).thenRefused('ACTIVITY_NOT_OPEN');
  });

  it('[DIS20] has nothing to do where all is revealed, or live from the start', () => {
    const story = given(...room, opened('collect'), did('desk', 'discussion.Reveal', reveal));
    story.when('desk', 'discussion.Reveal', reveal).thenRefused('NOTHING_TO_REVEAL');
    story.when('desk', 'discussion.Reveal', live).thenRefused('NOTHING_TO_REVEAL');
  });
});

describe('admitting what came late', () => {
  it('[DIS21] shows it, with a reference', () => {
    const story = given(...room, saysLate('amal', 'a'));
    story
      .when('desk', 'discussion.AdmitLate', on('a'))
      .thenEvents(['discussion.LateContributionAdmitted', { ref: 'C1' }]);
    expect(story.contribution('a')).toMatchObject({ ref: 'C1', text: 'words of a' });
    story.when('desk', 'discussion.AdmitLate', on('a')).thenRefused('UNCHANGED');
  });

  it('[DIS21] leaves it pending where the reveal is still to come', () => {
    const story = given(...room, opened('collect'), saysLate('amal', 'a', 'collect'));
    const { events } = story.when('desk', 'discussion.AdmitLate', on('a', 'collect'));
    expect(events[0]?.data).not.toHaveProperty('ref');
    expect(story.contribution('a', 'desk')).toBeUndefined();
    expect(story.counts('desk', 'collect')).toMatchObject({ received: 1, late: 0 });
    story.given(did('desk', 'discussion.Reveal', { activity: 'collect' }));
    expect(story.contribution('a')?.ref).toBe('C1');
  });

  it('[DIS21] shows it after the reveal, which did not publish it', () => {
    const story = given(
      ...room,
      opened('collect'),
      says('rim', 'b', { activity: 'collect' }),
      saysLate('amal', 'a', 'collect'),
    );
    story.given(did('desk', 'discussion.Reveal', { activity: 'collect' }));
    expect(story.contribution('a')).toBeUndefined();
    story.given(did('desk', 'discussion.AdmitLate', on('a', 'collect')));
    expect(story.contribution('a')?.ref).toBe('C2');
  });

  it('[DIS21] is only of what is late', () => {
    const story = inEveryState();
    for (const label of ['whole', 'hidden', 'part'])
      story.when('desk', 'discussion.AdmitLate', on(label)).thenRefused('UNCHANGED');
    story.when('desk', 'discussion.AdmitLate', on('pending', 'collect')).thenRefused('UNCHANGED');
  });
});

describe('putting back, and settings', () => {
  it('[DIS22] puts back hiding, unhiding, pinning, unpinning, merging and separating', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'));
    const back = [
      [hide('a'), 'discussion.ContributionUnhidden'],
      [hide('a', 'a note'), 'discussion.ContributionUnhidden'],
      [pin('a'), 'discussion.ContributionUnpinned'],
      [did('desk', 'discussion.Merge', merge('a', 'b')), 'discussion.ContributionsUnmerged'],
    ] as const;
    for (const [step, event] of back) story.given(step).undo().thenEvents(event, 'core.Undone');
    story.given(hide('a'), did('desk', 'discussion.Unhide', on('a')));
    story.undo().thenEvents(['discussion.ContributionHidden', { item: '@a', reason: 'insult' }], 'core.Undone');
    story.undo().thenEvents('discussion.ContributionUnhidden', 'core.Undone');
    story.given(pin('a'), did('desk', 'discussion.Unpin', on('a')));
    story.undo().thenEvents('discussion.ContributionPinned', 'core.Undone');
    story.given(
      did('desk', 'discussion.Merge', merge('a', 'b')),
      did('desk', 'discussion.Unmerge', { ...live, from: ['@b'] }),
    );
    story.undo().thenEvents(['discussion.ContributionsMerged', { into: '@a', from: ['@b'] }], 'core.Undone');
  });

  it('[DIS22] does not offer the unhiding of what was hidden with a note', () => {
    const story = given(...room, says('amal', 'a'), hide('a', 'a note'), did('desk', 'discussion.Unhide', on('a')));
    expect(story.acts().map((act) => act.act)).toEqual(['core.OpenActivity', 'discussion.Hide']);
  });

  it('[DIS23] switches replies and endorsements at any time', () => {
    const story = given(...room, says('amal', 'a'));
    for (const on of [false, true])
      story
        .when('desk', 'core.Configure', { ...live, settings: { replies: on, endorsements: on } })
        .thenEvents(['core.ActivityConfigured', { settings: { replies: on, endorsements: on } }]);
    story.given(says('rim', 'b', { to: 'a' }), did('rim', 'discussion.Endorse', on('a')));
  });

  it('[DIS23] fixes live or collected, and how authors appear, once it has been opened', () => {
    const collect = { ...live, settings: { reveal: 'collect' } };
    const story = given(did('desk', 'core.Configure', collect), joined('amal'), opened(), says('amal', 'a'));
    expect(story.mine('amal', 'a').status).toBe('pending');
    story.when('desk', 'core.Configure', { ...live, settings: { reveal: 'live' } }).thenRefused('SETTING_FIXED');
    story.when('desk', 'core.Configure', { ...live, settings: { attribution: 'city' } }).thenRefused('SETTING_FIXED');
    given()
      .when('desk', 'core.Configure', { ...live, settings: { attribution: 'anonymous' } })
      .thenRefused('MALFORMED');
  });
});
