/** Marks that a search does not mind: accents, vowel signs, tatweel. */
const MARKS = /[\u0300-\u036F\u0640\u064B-\u065F\u0670]/g;
const ALIKE: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه' };

/** A text for comparison: small letters, no accents or vowel signs, the shapes of alef, yeh and teh alike. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[أإآٱىئؤة]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[’']/g, ' ');

/** Whether each word of the query begins some word of one of the texts; a leading ال does not count. */
export function matches(query: string, texts: readonly string[]): boolean {
  const words = texts
    .flatMap((text) => folded(text).split(/[\s\-–,.()]+/))
    .flatMap((word) => [word, word.replace(/^ال/, '')]);
  return folded(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
