import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, says, saysLate } from '../support/given.ts';

const live = { activity: 'live' };
const room = [joined('amal'), joined('rim'), joined('yannis', { lang: 'en' }), opened()];
const edit = (label: string, text: string, more: { wording?: number; lang?: string; activity?: string } = {}) => ({
  ...on(label),
  text,
  ...more,
});
const hide = (label: string, note?: string) =>
  did('desk', 'discussion.Hide', { ...on(label), reason: 'off_topic', ...(note ? { note } : {}) });
const translate = (label: string) =>
  did('desk', 'core.Translate', { item: `@${label}`, lang: 'en', text: 'translated' });
const endorse = (name: string, label: string) => did(name, 'discussion.Endorse', on(label));
const close = did('desk', 'core.CloseActivity', { ...live, graceSeconds: 0 });

describe('editing', () => {
  it('[DIS8] is for the author, also after the close', () => {
    const story = given(...room, says('amal', 'a'), close);
    story.when('rim', 'discussion.Edit', edit('a', 'mine now')).thenRefused('NOT_YOURS');
    story.when('amal', 'discussion.Edit', edit('a', 'better')).thenEvents('discussion.ContributionEdited');
    expect(story.contribution('a')).toMatchObject({ text: 'better', wording: 2 });
  });

  it('[DIS8] reaches pending and late texts, and leaves a hidden one hidden', () => {
    const story = given(...room, opened('collect'), says('amal', 'p', { activity: 'collect' }), says('amal', 'h'));
    story.given(hide('h'), saysLate('amal', 'l'));
    story
      .when('amal', 'discussion.Edit', edit('p', 'better', { activity: 'collect' }))
      .thenEvents('discussion.ContributionEdited');
    for (const label of ['h', 'l'])
      story.when('amal', 'discussion.Edit', edit(label, 'better')).thenEvents('discussion.ContributionEdited');
    expect(['p', 'h', 'l'].map((label) => story.mine('amal', label))).toMatchObject([
      { status: 'pending', text: 'better' },
      { status: 'hidden', text: 'better' },
      { status: 'late', text: 'better' },
    ]);
    expect(story.contribution('h', 'room')).toBeUndefined();
  });

  it('[DIS8] reaches nothing that is merged, withdrawn or removed', () => {
    const story = given(...room, says('rim', 'whole'), says('amal', 'part'), says('amal', 'gone'), says('amal', 'out'));
    story.given(
      did('desk', 'discussion.Merge', merge('whole', 'part')),
      did('amal', 'discussion.Withdraw', on('gone')),
    );
    story.given(did('desk', 'discussion.Remove', { ...on('out'), reason: 'insult' }));
    story.when('amal', 'discussion.Edit', edit('part', 'x')).thenRefused('ITEM_MERGED');
    story.when('amal', 'discussion.Edit', edit('gone', 'x')).thenRefused('ITEM_WITHDRAWN');
    story.when('amal', 'discussion.Edit', edit('out', 'x')).thenRefused('ITEM_REMOVED');
  });

  it('[DIS8] is of the wording that its author saw, so that two phones do not overwrite each other', () => {
    const story = given(...room, says('amal', 'a'));
    story
      .when('amal', 'discussion.Edit', edit('a', 'one phone', { wording: 1 }))
      .thenEvents('discussion.ContributionEdited');
    story.when('amal', 'discussion.Edit', edit('a', 'the other', { wording: 1 })).thenRefused('ITEM_CHANGED');
    expect(story.contribution('a')?.text).toBe('one phone');
    story.when('amal', 'discussion.Edit', edit('a', 'the other', { wording: 3 })).thenRefused('ITEM_CHANGED');
    story
      .when('amal', 'discussion.Edit', edit('a', 'the other', { wording: 2 }))
      .thenEvents('discussion.ContributionEdited');
  });

  it('[DIS8] changes nothing where the cleaned text is the same', () => {
    const story = given(...room, says('amal', 'a'));
    story.when('amal', 'discussion.Edit', edit('a', ' words of a\u200B\n')).thenNothing();
    story
      .when('amal', 'discussion.Edit', edit('a', 'words of a', { lang: 'ff' }))
      .thenEvents('discussion.ContributionEdited');
  });

  it('[DIS9] destroys the earlier wording and keeps reference, replies, endorsements and translations', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b', { to: 'a' }), translate('a'), endorse('rim', 'a'));
    const [id] = [...story.meeting.sealed].find(([, v]) => v.kind === 'text' && v.text === 'words of a')!;
    story
      .when('amal', 'discussion.Edit', edit('a', 'better'))
      .thenEvents(['discussion.ContributionEdited', { forgets: [id] }]);
    expect(story.meeting.state.vault.has(id)).toBe(false);
    expect(story.contribution('a')).toMatchObject({
      ref: 'C1',
      text: 'better',
      translations: { en: { text: 'translated', earlier: true } },
    });
    expect(story.contribution('b')?.parent).toBe(story.id('a'));
    expect(story.endorsements('a')).toEqual({ n: 1, earlier: 1 });
  });

  it('[DIS9] leaves a corrected language, unless the edit gives another; a guessed one is guessed again', () => {
    const story = given(...room, says('amal', 'a'), says('amal', 'b'));
    story.given(did('desk', 'discussion.CorrectLanguage', { ...on('a'), lang: 'ff' }));
    story.given(did('amal', 'discussion.Edit', edit('a', 'فكرة')), did('amal', 'discussion.Edit', edit('b', 'فكرة')));
    expect(story.contribution('a')).toMatchObject({ lang: 'ff', guessed: false });
    expect(story.contribution('b')).toMatchObject({ lang: 'ar', guessed: true });
    story.given(did('amal', 'discussion.Edit', edit('a', 'فكرة أخرى', { lang: 'aeb' })));
    expect(story.contribution('a')).toMatchObject({ lang: 'aeb', guessed: false });
  });
});

describe('correcting a language', () => {
  it('[DIS10] is for the author and the desk', () => {
    const story = given(...room, says('amal', 'a'));
    story.when('rim', 'discussion.CorrectLanguage', { ...on('a'), lang: 'ff' }).thenRefused('NOT_YOURS');
    for (const [who, lang] of [
      ['amal', 'ff'],
      ['desk', 'zgh'],
    ] as const) {
      story
        .when(who, 'discussion.CorrectLanguage', { ...on('a'), lang })
        .thenEvents(['discussion.LanguageCorrected', { lang }]);
      expect(story.contribution('a')).toMatchObject({ lang, guessed: false, wording: 1 });
    }
  });

  it('[DIS10] to the one that was guessed makes it sure; again it changes nothing', () => {
    const story = given(...room, says('amal', 'a'));
    const same = { ...on('a'), lang: 'fr' };
    expect(story.contribution('a')).toMatchObject({ lang: 'fr', guessed: true });
    story.when('desk', 'discussion.CorrectLanguage', same).thenEvents('discussion.LanguageCorrected');
    expect(story.contribution('a')).toMatchObject({ lang: 'fr', guessed: false });
    story.when('amal', 'discussion.CorrectLanguage', same).thenNothing();
  });
});

describe('withdrawing', () => {
  it('[DIS11] is for the author, in whatever state the text is', () => {
    const story = given(...room, opened('collect'), says('amal', 'p', { activity: 'collect' }));
    story.given(says('rim', 'whole'), ...['s', 'h', 'm'].map((label) => says('amal', label)), hide('h'));
    story.given(did('desk', 'discussion.Merge', merge('whole', 'm')), saysLate('amal', 'l'));
    story.when('rim', 'discussion.Withdraw', on('s')).thenRefused('NOT_YOURS');
    story.when('amal', 'discussion.Withdraw', on('p', 'collect')).thenEvents('discussion.ContributionWithdrawn');
    for (const label of ['s', 'h', 'm', 'l']) {
      story.when('amal', 'discussion.Withdraw', on(label)).thenEvents('discussion.ContributionWithdrawn');
      expect(story.mine('amal', label)).toMatchObject({ status: 'withdrawn', text: null });
    }
  });

  it('[DIS11] destroys text, translations and the desk’s note; replies stay', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b', { to: 'a' }), translate('a'), hide('a', 'a note'));
    const kinds = () => [...story.meeting.state.vault.values()].map((v) => v.kind).filter((k) => k !== 'profile');
    expect(kinds().sort()).toEqual(['meeting', 'note', 'text', 'text', 'translation']);
    story.given(did('amal', 'discussion.Withdraw', on('a')));
    expect(kinds().sort()).toEqual(['meeting', 'text']);
    expect(story.contribution('b')).toMatchObject({ parent: story.id('a'), text: 'words of b' });
    expect(story.mine('amal', 'a')).toMatchObject({ ref: 'C1', hidden: null });
  });

  it('[DIS11] leaves only the removal to be done', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'), did('amal', 'discussion.Withdraw', on('a')));
    const refused = (outcome: { thenRefused(code: 'ITEM_WITHDRAWN'): unknown }) =>
      outcome.thenRefused('ITEM_WITHDRAWN');
    refused(story.when('amal', 'discussion.Edit', edit('a', 'x')));
    refused(story.when('amal', 'discussion.CorrectLanguage', { ...on('a'), lang: 'ff' }));
    refused(story.when('amal', 'discussion.Withdraw', on('a')));
    refused(story.when('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' }));
    refused(story.when('desk', 'discussion.AdmitLate', on('a')));
    refused(story.when('desk', 'discussion.Merge', merge('b', 'a')));
    refused(story.when('desk', 'discussion.Merge', merge('a', 'b')));
    refused(story.when('desk', 'discussion.Unmerge', { ...live, from: ['@a'] }));
    for (const type of ['discussion.Unhide', 'discussion.Pin', 'discussion.Unpin'] as const)
      refused(story.when('desk', type, on('a')));
    for (const type of ['discussion.Endorse', 'discussion.Unendorse'] as const)
      refused(story.when('rim', type, on('a')));
    story
      .when('desk', 'discussion.Remove', { ...on('a'), reason: 'insult' })
      .thenEvents('discussion.ContributionRemoved');
    expect(story.mine('amal', 'a')).toMatchObject({ status: 'removed', removed: 'insult' });
    expect(story.counts('desk')).toMatchObject({ withdrawn: 0, removed: 1 });
  });
});

describe('endorsing', () => {
  it('[DIS12] is of what somebody else wrote, and is taken back likewise', () => {
    const story = given(...room, says('amal', 'a'));
    for (const type of ['discussion.Endorse', 'discussion.Unendorse'] as const)
      story.when('amal', type, on('a')).thenRefused('OWN_ITEM');
    story.when('rim', 'discussion.Endorse', on('a')).thenEvents(['discussion.Endorsed', { participant: 'rim' }]);
    expect(story.endorsements('a')).toEqual({ n: 1, earlier: 0 });
    story.when('rim', 'discussion.Unendorse', on('a')).thenEvents('discussion.EndorsementWithdrawn');
    expect(story.endorsements('a')).toBeUndefined();
    story.when('rim', 'discussion.Unendorse', on('a')).thenNothing();
  });

  it('[DIS12] is not of what an own text was merged into', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'), did('desk', 'discussion.Merge', merge('a', 'b')));
    story.when('rim', 'discussion.Endorse', on('a')).thenRefused('OWN_ITEM');
    story.when('yannis', 'discussion.Endorse', on('a')).thenEvents('discussion.Endorsed');
  });

  it('[DIS12] lasts as long as texts are taken, the grace included, and never comes late', () => {
    const types = ['discussion.Endorse', 'discussion.Unendorse'] as const;
    const story = given(...room, says('amal', 'a'), did('desk', 'core.PauseActivity', live));
    for (const type of types) story.when('rim', type, on('a')).thenRefused('ACTIVITY_PAUSED');
    story.given(opened(), did('desk', 'core.CloseActivity', { ...live, graceSeconds: 60 }));
    story.meeting.at += 60_000;
    for (const type of types) expect(story.when('rim', type, on('a')).events).toHaveLength(1);
    story.meeting.at += 1;
    for (const type of types) story.when('rim', type, on('a')).thenRefused('ACTIVITY_CLOSED');
  });

  it('[DIS12] can be switched off', () => {
    const story = given(...room, says('amal', 'a'), endorse('rim', 'a'));
    story.given(did('desk', 'core.Configure', { ...live, settings: { endorsements: false } }));
    story.when('rim', 'discussion.Unendorse', on('a')).thenRefused('ENDORSEMENTS_OFF');
    story.when('yannis', 'discussion.Endorse', on('a')).thenRefused('ENDORSEMENTS_OFF');
    expect(story.endorsements('a')).toEqual({ n: 1, earlier: 0 });
  });

  it('[DIS12] is of nothing that the room does not see', () => {
    const story = given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }));
    story.given(
      ...['whole', 'hidden', 'part', 'withdrawn', 'removed'].map((label) => says('amal', label)),
      hide('hidden'),
    );
    story.given(
      did('desk', 'discussion.Merge', merge('whole', 'part')),
      did('amal', 'discussion.Withdraw', on('withdrawn')),
    );
    story.given(
      did('desk', 'discussion.Remove', { ...on('removed'), reason: 'insult' }),
      saysLate('amal', 'late'),
      opened(),
    );
    for (const type of ['discussion.Endorse', 'discussion.Unendorse'] as const) {
      story.when('rim', type, on('hidden')).thenRefused('ITEM_HIDDEN');
      story.when('rim', type, on('part')).thenRefused('ITEM_MERGED');
      story.when('rim', type, on('pending', 'collect')).thenRefused('ITEM_NOT_PUBLISHED');
      story.when('rim', type, on('late')).thenRefused('ITEM_NOT_PUBLISHED');
      story.when('rim', type, on('withdrawn')).thenRefused('ITEM_WITHDRAWN');
      story.when('rim', type, on('removed')).thenRefused('ITEM_REMOVED');
    }
  });

  it('[DIS13] counts a person once, and the new wording once they endorse again', () => {
    const story = given(...room, says('amal', 'a'), endorse('rim', 'a'), endorse('yannis', 'a'));
    story.when('rim', 'discussion.Endorse', on('a')).thenNothing();
    expect(story.endorsements('a')).toEqual({ n: 2, earlier: 0 });
    story.given(did('amal', 'discussion.Edit', edit('a', 'better')));
    expect(story.endorsements('a')).toEqual({ n: 2, earlier: 2 });
    story.when('rim', 'discussion.Endorse', on('a')).thenEvents('discussion.Endorsed');
    expect(story.endorsements('a')).toEqual({ n: 2, earlier: 1 });
    story.when('rim', 'discussion.Endorse', on('a')).thenNothing();
  });
});
