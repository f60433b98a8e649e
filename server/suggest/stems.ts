import type { Language } from '../domain/text.ts';
import { arabicForms } from './arabic.ts';
import { denies, isCommon } from './common-words.ts';
import { englishStem, frenchForms, unaccented } from './latin.ts';
import { type Word, wordsIn } from './words.ts';

/** A text as it is compared. */
export interface Stemmed {
  /** Its stems, each with the word that it was first written as, in their order. */
  readonly stems: ReadonlyMap<string, string>;
  readonly numbers: ReadonlySet<string>;
  /** It denies something, or says that something is lacking. */
  readonly denies: boolean;
}

/**
 * Texts of one language as they are compared. What a word comes down to may depend on the other texts (`arabicForms`).
 */
export function stemmed(texts: readonly string[], lang: Language): Stemmed[] {
  const wordsOf = wordsIn(lang);
  const split = texts.map(wordsOf);
  const forms = new Set(split.flat().map(({ form }) => form));
  const denying = new Set([...forms].filter((form) => denies(form, lang)));
  const telling = [...forms].filter((form) => !denying.has(form) && saysSomething(form, lang));
  const stemOf = agreed(telling, lang);
  return split.map((words) => {
    const stems = stemsOf(words, stemOf);
    const numbers = new Set([...stems.keys()].filter((stem) => /^\d+$/.test(stem)));
    return { stems, numbers, denies: words.some(({ form }) => denying.has(form)) };
  });
}

const saysSomething = (form: string, lang: Language): boolean =>
  (form.length > 1 || /\d/.test(form)) && !isCommon(form, lang);

function stemsOf(words: readonly Word[], stemOf: ReadonlyMap<string, string>): Map<string, string> {
  const stems = new Map<string, string>();
  for (const { raw, form } of words) {
    const stem = stemOf.get(form);
    if (stem !== undefined && !stems.has(stem)) stems.set(stem, raw);
  }
  return stems;
}

const ARABIC = /\p{Script=Arabic}/u;

function formsOf(word: string, lang: Language): string[] {
  if (ARABIC.test(word)) return arabicForms(word);
  if (lang === 'fr') return frenchForms(word);
  return [lang === 'en' ? englishStem(word) : unaccented(word)];
}

/** For each word the form to which most of them come down; the longest, where several do equally. */
function agreed(words: readonly string[], lang: Language): Map<string, string> {
  const forms = words.map((word): [string, string[]] => [word, formsOf(word, lang)]);
  const support = new Map<string, number>();
  for (const [, of] of forms) for (const form of of) support.set(form, (support.get(form) ?? 0) + 1);
  const better = (a: string, b: string) => {
    const [x, y] = [support.get(a) ?? 0, support.get(b) ?? 0];
    return x !== y ? x > y : a.length !== b.length ? a.length > b.length : a < b;
  };
  return new Map(forms.map(([word, of]) => [word, of.reduce((best, form) => (better(form, best) ? form : best))]));
}
