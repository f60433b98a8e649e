import { describe, expect, it } from '@jest/globals';
import { inLanguage, largeAndUnder } from '../../client/contributions/screen-text.ts';
import { contribution } from './contribution.ts';

const order = ['fr', 'ar', 'en'] as const;
const translated = (text: string) => ({ text, earlier: false });

describe('a text of the room on the screen', () => {
  const view = contribution({ text: 'نصّ', lang: 'ar', translations: { fr: translated('Un texte') } });

  it('stands as it was written, with its translations under it', () => {
    const { large, under, translated: told } = largeAndUnder(view, order);
    expect(large).toEqual({ text: 'نصّ', lang: 'ar', dir: 'rtl' });
    expect(under.map(({ lang, text }) => [lang, text])).toEqual([['fr', 'Un texte']]);
    expect(told).toBe(true);
  });

  it('in a language that the meeting does not speak keeps its translation too', () => {
    const german = contribution({ text: 'Ein Text', lang: 'de', translations: { fr: translated('Un texte') } });
    expect(largeAndUnder(german, order).large.lang).toBe('de');
    expect(largeAndUnder(german, order).under.map(({ lang }) => lang)).toEqual(['fr']);
  });

  it('in one line is the translation where there is one', () => {
    expect(inLanguage(view, 'fr').text).toBe('Un texte');
    expect(inLanguage(view, 'en')).toMatchObject({ text: 'نصّ', dir: 'rtl' });
  });
});

it('a text of the meeting’s file stands in the meeting’s first language, and is no translation', () => {
  const seed = contribution({
    by: { as: 'document' },
    text: 'نصّ',
    lang: 'ar',
    translations: { fr: translated('Un texte'), en: translated('A text') },
  });
  const { large, under, translated: told } = largeAndUnder(seed, order);
  expect(large).toMatchObject({ text: 'Un texte', lang: 'fr' });
  expect(under.map(({ lang, text }) => [lang, text])).toEqual([
    ['ar', 'نصّ'],
    ['en', 'A text'],
  ]);
  expect(told).toBe(false);
});
