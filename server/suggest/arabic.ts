import { arabicLetters } from './arabic-letters.ts';
import { SINGULARS, WHOLE } from './arabic-words.ts';

/** The article, with what hangs before it: and, so, with, like, for. */
const ARTICLE = /^(?:[وف]?(?:[بك]?ال|لل))(?=..)/;
/** The same without an article: each stands before a word of three letters at least. */
const PARTICLE = /^(?:[وف]?[بلك]|[وف])(?=...)/;
/** He, she, we; also in the future. */
const PERSON = /^[وف]?س?[يتن](?=...)/;
const PRONOUN = /(?<=..)(?:هما|كما|ها|هم|هن|كم|كن|نا|ه)$/;

/**
 * What an Arabic word may come down to, itself first: without what is written in one with it (and, the, for, their) and
 * without the endings of number and gender. Which of these it is, only the other words of the same texts can tell: with
 * "التمويل" among them, "لتمويل" is "for funding", and "التزام" begins with no article unless there is a word "تزام". One
 * form alone comes back for a word that keeps its letters, and for a plural that is known.
 *
 * The common stemmer of Arabic is not used after this: it takes "ساحات" and "الساحات" apart, makes one word of a library and
 * an office, and of the sentences in test/suggest that say the same it finds 23 pairs where this finds 30.
 */
export function arabicForms(word: string): string[] {
  const letters = arabicLetters(word);
  const forms = new Set<string>();
  for (const start of [letters, ...shorn(letters, ARTICLE), ...shorn(letters, PARTICLE)])
    for (const body of [start, ...possessed(start)])
      for (const form of [body, ...endings(body)]) {
        if (WHOLE.has(form)) return [form];
        const singular = SINGULARS.get(form);
        if (singular !== undefined) return [singular];
        forms.add(form);
      }
  for (const verb of shorn(letters, PERSON)) for (const form of [verb, ...endings(verb)]) forms.add(form);
  return [...forms];
}

const shorn = (word: string, part: RegExp): string[] => (part.test(word) ? [word.replace(part, '')] : []);

/** Without a pronoun; before one, the feminine ending is written as the letter that it sounds like. */
function possessed(word: string): string[] {
  const bodies = shorn(word, PRONOUN);
  return bodies.flatMap((body) => (body.endsWith('ت') ? [body, `${body.slice(0, -1)}ه`] : [body]));
}

const ENDINGS: readonly [RegExp, readonly string[]][] = [
  [/(?<=..)يات$/, ['ي', 'يه']],
  [/(?<=..)ات$/, ['ه', '']],
  [/(?<=..)ت(?:ين|ان)$/, ['ه']],
  [/(?<=...)(?:ون|ين|ان|وا)$/, ['']],
  [/(?<=..)يه$/, ['ي']],
  [/(?<=[^ي]{3})ه$/, ['']],
  // "-an", its sign left out.
  [/(?<=...)ا$/, ['']],
  // Of a plural that something follows: "موظفو البلدية". Of four letters it would be another word ("محلي").
  [/(?<=^م....*)[وي]$/, ['']],
];

/** Without its ending of number or gender, where it may have one. */
const endings = (word: string): string[] =>
  ENDINGS.flatMap(([ending, instead]) => (ending.test(word) ? instead.map((end) => word.replace(ending, end)) : []));
