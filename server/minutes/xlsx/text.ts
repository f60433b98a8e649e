import { turns } from '../isolate.ts';

/** What one cell holds, in UTF-16 units: the limit of the format. */
export const CELL = 32_767;

/** Characters that XML cannot hold, tabs and line ends apart; and halves of characters. */
const FORBIDDEN = /(?![\t\n])\p{Control}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** `_x0041_` is how the format writes a character that it cannot hold; as a text it would be read as that character. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as a cell can hold it: its line ends as one character, without what XML cannot hold, cut with a mark where it is
 * too long.
 */
export function cellText(text: string, cut: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
  return cutTo(clean, cut).replace(ESCAPE, '_x005F_');
}

function cutTo(text: string, mark: string): string {
  if (text.length <= CELL) return text;
  const end = ` … ${mark}`;
  const kept = text.slice(0, CELL - end.length);
  // Not through the middle of a character.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${end}`;
}

/** What a spreadsheet takes for a formula once somebody edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text);

// The library keeps the texts it has met in a plain object, where these have a meaning of their own.
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * The same text as the library can tell it from all others: with a character before it that the library takes out of
 * every text, as XML cannot hold it.
 */
export const distinct = (text: string): string => (INHERITED.has(text) ? `\u0001${text}` : text);

const LETTER = /\p{L}/u;

/** The direction of a text, from its first letter; null where it has none. */
export function directionOf(text: string): 'rtl' | 'ltr' | null {
  const first = LETTER.exec(text)?.[0];
  if (first === undefined) return null;
  return turns(first, 'ltr') ? 'rtl' : 'ltr';
}
