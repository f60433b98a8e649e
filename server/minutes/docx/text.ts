import { dirOf, type TextLanguage } from '../../domain/text.ts';
import { turns } from '../isolate.ts';

export type Direction = 'rtl' | 'ltr';

export const LRM = '\u200E';
const RLM = '\u200F';

const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/** The direction of a text: of its language, or of its letters where nobody knows it, or where none is of that language. */
export function directionOf(text: string, lang: TextLanguage, around: Direction): Direction {
  const first = LETTER.exec(text)?.[0];
  if (first === undefined) return lang === 'und' ? around : dirOf(lang);
  const written: Direction = turns(first, 'ltr') ? 'rtl' : 'ltr';
  if (lang === 'und' || written === dirOf(lang)) return written;
  for (const [letter] of text.matchAll(LETTERS))
    if (turns(letter, 'ltr') === (dirOf(lang) === 'rtl')) return dirOf(lang);
  return written;
}

const mark = (direction: Direction): string => (direction === 'rtl' ? RLM : LRM);

const strong = (char: string | undefined, direction: Direction): boolean =>
  char !== undefined && LETTER.test(char) && turns(char, 'ltr') === (direction === 'rtl');

/**
 * A text within a line of the other direction, with marks that keep its own punctuation and digits with it, and what
 * follows in the line beyond it: Word and LibreOffice both follow these, and know no isolates. There is none before it:
 * LibreOffice would break the line there, behind an opening bracket.
 */
export function within(text: string, own: Direction, line: Direction): string {
  if (own === line) return text;
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === '') return text;
  const chars = [...core];
  const opening = strong(chars[0], own) ? '' : mark(own);
  const closing = strong(chars.at(-1), own) ? '' : mark(own);
  return `${before}${opening}${core}${closing}${mark(line)}${after}`;
}

const tags: Readonly<Record<string, string>> = { ar: 'ar-TN', fr: 'fr-FR', en: 'en-GB' };

/** The language as Word names it; `x-none` where nobody knows it: nothing is then checked or broken into syllables. */
export const wordLanguage = (lang: TextLanguage): string => (lang === 'und' ? 'x-none' : (tags[lang] ?? lang));
