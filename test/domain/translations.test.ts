import { describe, expect, it } from '@jest/globals';
import { did, given, joined, later, merge, on, opened, says, saysLate } from '../support/given.ts';

const room = [joined('amal'), joined('rim'), opened()];
const into = (label: string, text = 'Une traduction', lang: 'ar' | 'fr' | 'en' = 'fr') => ({
  item: `@${label}`,
  lang,
  text,
});
const translated = (label: string, text?: string, lang?: 'ar' | 'fr' | 'en') =>
  did('desk', 'core.Translate', into(label, text, lang));

describe('translating', () => {
  it('[MTG27] gives a text of the room a translation into each language, and a name for its maker', () => {
    const story = given(...room, says('amal', 'a'));
    for (const lang of ['ar', 'fr', 'en'] as const)
      story
        .when('desk', 'core.Translate', { ...into('a', `in ${lang}`, lang), by: ' Salma  B. ' })
        .thenEvents(['core.Translated', { item: '@a', lang, wording: 1 }]);
    const shown = (lang: string) => ({ text: `in ${lang}`, by: 'Salma B.', earlier: false });
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.contribution('a', audience)?.translations).toEqual({
        ar: shown('ar'),
        fr: shown('fr'),
        en: shown('en'),
      });
  });

  it('[MTG27] reaches replies, hidden and late texts, which the desk can read', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'reply', { to: 'a' }), says('rim', 'gone'));
    story.given(did('desk', 'discussion.Hide', { ...on('gone'), reason: 'insult' }), saysLate('amal', 'late'));
    for (const label of ['reply', 'gone', 'late'])
      story.when('desk', 'core.Translate', into(label)).thenEvents(['core.Translated', { item: `@${label}` }]);
  });

  it('[MTG27] does not reach what the desk cannot read', () => {
    const story = given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }));
    story.given(says('amal', 'whole'), says('rim', 'part'), says('rim', 'withdrawn'), says('rim', 'removed'));
    story.given(did('desk', 'discussion.Merge', merge('whole', 'part')));
    story.given(did('rim', 'discussion.Withdraw', on('withdrawn')));
    story.given(did('desk', 'discussion.Remove', { ...on('removed'), reason: 'insult' }));
    for (const label of ['pending', 'part', 'withdrawn', 'removed'])
      story.when('desk', 'core.Translate', into(label)).thenRefused('NOT_FOUND');
    story.when('desk', 'core.Translate', { item: 'nothing', lang: 'fr', text: 'x' }).thenRefused('NOT_FOUND');
  });

  it('[MTG27] is of 1 to 10,000 characters, its maker’s name of at most 80', () => {
    const story = given(...room, says('amal', 'a'));
    story.when('desk', 'core.Translate', into('a', ' \u200B\n')).thenRefused('TEXT_EMPTY');
    story.when('desk', 'core.Translate', into('a', 'x'.repeat(10_001))).thenRefused('TEXT_TOO_LONG');
    story.when('desk', 'core.Translate', { ...into('a'), by: 'x'.repeat(81) }).thenRefused('NAME_TOO_LONG');
    story.when('desk', 'core.Translate', into('a', 'x'.repeat(10_000))).thenEvents('core.Translated');
  });

  it('[MTG28] replaces an earlier one into the same language, whose text is destroyed', () => {
    const story = given(...room, says('amal', 'a'), translated('a', 'first'), translated('a', 'other', 'en'));
    const { events, story: then } = story.when('desk', 'core.Translate', into('a', 'second'));
    const first = [...story.meeting.sealed].find(([, v]) => v.kind === 'translation' && v.text === 'first')![0];
    expect(events[0]?.data).toMatchObject({ forgets: [first] });
    expect(then.meeting.state.vault.has(first)).toBe(false);
    expect(then.contribution('a')?.translations).toMatchObject({ fr: { text: 'second' }, en: { text: 'other' } });
  });

  it('[MTG29] is shown as of an earlier wording after an edit, until it is translated anew', () => {
    const story = given(...room, says('amal', 'a'), translated('a'), later(1));
    const earlier = () => story.contribution('a')?.translations.fr?.earlier;
    expect(earlier()).toBe(false);
    story.given(did('amal', 'discussion.Edit', { ...on('a'), text: 'other words' }));
    expect(earlier()).toBe(true);
    expect(story.when('desk', 'core.Translate', into('a')).events[0]?.data).toMatchObject({ wording: 2 });
    expect(earlier()).toBe(false);
  });

  it('[MTG30] destroys its text on removal, and cannot be removed where there is none', () => {
    const story = given(...room, says('amal', 'a'), translated('a', 'brief'));
    const id = [...story.meeting.sealed].find(([, v]) => v.kind === 'translation')![0];
    story.when('desk', 'core.RemoveTranslation', { item: '@a', lang: 'en' }).thenRefused('NOT_FOUND');
    story
      .when('desk', 'core.RemoveTranslation', { item: '@a', lang: 'fr' })
      .thenEvents(['core.TranslationRemoved', { forgets: [id] }]);
    expect(story.meeting.state.vault.has(id)).toBe(false);
    expect(story.contribution('a')?.translations).toEqual({});
    story.when('desk', 'core.RemoveTranslation', { item: '@a', lang: 'fr' }).thenRefused('NOT_FOUND');
  });

  it('[MTG30] is not there to be removed once its original is destroyed', () => {
    const story = given(...room, says('amal', 'a'), translated('a'), did('amal', 'discussion.Withdraw', on('a')));
    story.when('desk', 'core.RemoveTranslation', { item: '@a', lang: 'fr' }).thenRefused('NOT_FOUND');
    story.undo('core.Translate').thenRefused('UNDO_OUTDATED');
  });
});
