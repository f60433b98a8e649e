import ar from '../../data/locales/ar/screen.json';
import en from '../../data/locales/en/screen.json';
import fr from '../../data/locales/fr/screen.json';
import { dirOf, languages } from '../../server/domain/plain.ts';
import type { Language, TextLanguage } from '../../server/domain/text.ts';

/** The screen speaks several languages at once, so its words come in all of them; none takes a value. */
const words = { ar, fr, en };

export type WallWord = keyof typeof en;

export const wallWord = (language: Language, word: WallWord): string => words[language][word];

/**
 * The interface's language for what stands beside a text: the text's own where there are words in it, else the first of
 * the meeting's that runs the same way.
 */
export const besideOf = (language: TextLanguage, order: readonly Language[]): Language =>
  languages.find((known) => known === language.split('-')[0]) ??
  order.find((known) => dirOf(known) === dirOf(language)) ??
  order[0] ??
  'en';
