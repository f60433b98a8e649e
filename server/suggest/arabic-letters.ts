/** Vowel signs, marks of recitation, the dagger alef. */
const SIGNS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** The alef that carries the ending "-an" ("مكتبًا", "مكتباً"), where the ending is written. */
const AN = /(?:\u064bا|ا\u064b)$/;
const ALIKE: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };

/**
 * An Arabic word in the letters that everybody writes alike: no vowel signs, nor the alef of a written "-an"; one alef; yeh and alef maksura, heh and teh
 * marbuta, the seats of a hamza inside a word as one each. A hamza that stands by itself stays, since it tells water from
 * what; "ىء" and "يء" at the end are "ئ".
 */
export const arabicLetters = (word: string): string =>
  word
    .replace(AN, '')
    .replace(SIGNS, '')
    .replace(/[أإآٱىیکة]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[ؤئ]|يء$/g, 'ئ');
