import { dirOf, type TextLanguage } from '../../domain/text.ts';

export type Direction = 'rtl' | 'ltr';

export const LRM = '\u200E';
const RLM = '\u200F';

// Letters of scripts that run from the right: Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours.
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

// What XML 1.0 cannot hold, and what turns the rest of a line around or has no shape in most fonts.
const UNFIT =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/g;
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text that the file can hold: lines end in `\n`, half a character (a lone surrogate) is marked as one. */
export const fit = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(LONE, '\uFFFD')
    .replace(UNFIT, '');

/** The direction of a text: of its language, or of its letters where nobody knows it, or where none is of that language. */
export function directionOf(text: string, lang: TextLanguage, around: Direction): Direction {
  const first = LETTER.exec(text)?.[0];
  if (first === undefined) return lang === 'und' ? around : dirOf(lang);
  const written: Direction = RTL.test(first) ? 'rtl' : 'ltr';
  if (lang === 'und' || written === dirOf(lang)) return written;
  for (const [letter] of text.matchAll(LETTERS)) if (RTL.test(letter) === (dirOf(lang) === 'rtl')) return dirOf(lang);
  return written;
}

const mark = (direction: Direction): string => (direction === 'rtl' ? RLM : LRM);

const strong = (char: string | undefined, direction: Direction): boolean =>
  char !== undefined && LETTER.test(char) && RTL.test(char) === (direction === 'rtl');

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
