import { dirOf, type TextLanguage } from '../../domain/text.ts';
import { turns } from '../isolate.ts';
import { printable } from '../printable.ts';

/*
 * Text as the template gets it. Each script has a font and a size of its own, so that a line of two scripts looks even;
 * what is in another script than the language around it is marked here, and the template need not look for it.
 */

export type Direction = 'rtl' | 'ltr';
export type Script = 'arabic' | 'latin';

/** A part of a line; with a script where that is not the one of its language. */
export type Segment = string | readonly [Script, string];

/** A line of one script, as a string; or in segments. */
export type Line = string | readonly Segment[];

const ARABIC = '\\u0600-\\u06FF\\u0750-\\u077F\\u0870-\\u08FF\\uFB50-\\uFDFF\\uFE70-\\uFEFC';
const LATIN = 'A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u024F\\u0370-\\u052F\\u1E00-\\u1FFF';
/** Letters with the marks, digits and spaces between them. */
const ARABIC_IN_LATIN = new RegExp(`[${ARABIC}](?:[${ARABIC}]|[\\s\\d.,:()«»-]+(?=[${ARABIC}]))*`, 'gu');
const LATIN_IN_ARABIC = new RegExp(`[${LATIN}](?:[${LATIN}\\d]|[\\s.,:'’&@/_+-]+(?=[${LATIN}\\d]))*`, 'gu');
const FIRST_STRONG = new RegExp(`[${ARABIC}\\u0590-\\u05FF]|[${LATIN}]`, 'u');

/** The script that a language is written in; all that is not Arabic is set like Latin. */
export const scriptOf = (lang: TextLanguage): Script =>
  /^(ar|fa|ur|ps|ku-Arab|ckb|sd|ug)(-|$)/.test(lang) ? 'arabic' : 'latin';

/** The direction of a text: of its language; where nobody knows that, of its first letter; else the one around it. */
export function directionOf(text: string, lang: TextLanguage, around: Direction): Direction {
  if (lang !== 'und') return dirOf(lang);
  const [letter] = FIRST_STRONG.exec(text) ?? [];
  if (letter === undefined) return around;
  return turns(letter, 'ltr') ? 'rtl' : 'ltr';
}

/** Longer words may be broken anywhere; no word of our languages is. */
const LONG = 26;
const STEP = 4;
const ZERO_WIDTH_SPACE = '\u200B';
// Scripts without spaces between words break by themselves.
const LONG_WORD = new RegExp(
  `[^\\s\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]{${LONG},}`,
  'gu',
);
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Gives a very long word places where it may go on in the next line, as otherwise it would run off the page. */
const broken = (text: string): string =>
  text.replace(LONG_WORD, (word) =>
    [...letters.segment(word)]
      .map(({ segment }, i) => (i > 0 && i % STEP === 0 ? ZERO_WIDTH_SPACE + segment : segment))
      .join(''),
  );

/** One line of text in a language. */
export function lineOf(text: string, script: Script): Line {
  const line = broken(text);
  const other = script === 'arabic' ? LATIN_IN_ARABIC : ARABIC_IN_LATIN;
  const name = script === 'arabic' ? 'latin' : 'arabic';
  const segments: Segment[] = [];
  let at = 0;
  for (const match of line.matchAll(other)) {
    if (match.index > at) segments.push(line.slice(at, match.index));
    segments.push([name, match[0]]);
    at = match.index + match[0].length;
  }
  if (segments.length === 0) return line;
  if (at < line.length) segments.push(line.slice(at));
  return segments;
}

/** Paragraphs, which are parted by an empty line, of lines. */
export const paragraphsOf = (text: string, script: Script): Line[][] =>
  printable(text)
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map((line) => lineOf(line, script)));
