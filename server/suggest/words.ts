import type { Language } from '../domain/text.ts';
import { latinDigits } from '../identity/codes.ts';

/** A word of a text: as it was written, and its letters for comparing. */
export interface Word {
  readonly raw: string;
  readonly form: string;
}

/** Numbers with their groups of three, then words with what may stand inside one. */
const TOKENS =
  /\p{Nd}{1,3}(?:[\s.,٬'’]\p{Nd}{3})+(?!\p{Nd})|[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}\p{Join_Control}'’ʼ‘`´]*/gu;
const APOSTROPHES = /['’ʼ‘`´]/g;
/** What French, and its names elsewhere, leave of a short word before a vowel; "aujourd’hui" and "presqu’île" are one word. */
const ELISION = /^(l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)'(?=.)/;
/** English writes these with a hyphen or without: "co-ordination". */
const HYPHEN = /\b(co|re|e)-(?=\p{L})/giu;

/** Splits texts of one language into their words, each spelling once. */
export function wordsIn(lang: Language): (text: string) => Word[] {
  const known = new Map<string, Word[]>();
  return (text) =>
    ((lang === 'en' ? text.replace(HYPHEN, '$1') : text).match(TOKENS) ?? []).flatMap((token) => {
      const words = known.get(token) ?? split(token.replace(/[^\p{L}\p{M}\p{Nd}]+$/u, ''), lang);
      known.set(token, words);
      return words;
    });
}

function split(raw: string, lang: Language): Word[] {
  const form = lettersOf(raw);
  if (/^\d+(\D\d{3})+$/.test(form)) return [{ raw, form: form.replace(/\D/g, '') }];
  if (ELISION.test(form)) {
    const cut = raw.search(APOSTROPHES) + 1;
    return [{ raw: raw.slice(0, cut), form: lettersOf(raw.slice(0, cut - 1)) }, ...split(raw.slice(cut), lang)];
  }
  const not = lang === 'en' && /^(.*)n't$/.exec(form);
  if (not) return [...(not[1] ? [{ raw, form: not[1] }] : []), { raw, form: 'not' }];
  return [{ raw, form: lang === 'en' ? form.replace(/'.*$/, '') : form.replaceAll("'", '') }];
}

/** Small letters, one apostrophe, digits of any script as 0–9, nothing that joins or stretches. */
const lettersOf = (raw: string): string =>
  latinDigits(
    raw
      .normalize('NFKC')
      .toLowerCase()
      .replace(APOSTROPHES, "'")
      .replace(/[\u0640\p{Join_Control}]/gu, ''),
  );
