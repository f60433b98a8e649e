import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language, TextLanguage } from '../../server/domain/text.ts';

/** A text in one language. */
export interface Worded {
  readonly text: string;
  readonly lang: TextLanguage;
  readonly dir: 'rtl' | 'ltr';
}

const worded = (text: string, lang: TextLanguage): Worded => ({ text, lang, dir: dirOf(lang) });

/** A text of the room in this language where it is written in it or translated into it, else as it was written. */
export function inLanguage(view: ContributionView, language: Language): Worded {
  const translation = view.lang === language ? undefined : view.translations[language]?.text;
  return translation === undefined ? worded(view.text, view.lang) : worded(translation, language);
}

/**
 * The text that stands large, and those under it. What people wrote stands in their own language, with its translations
 * under it; a text of the meeting's file was written in all of them, and stands in the meeting's first.
 */
export function largeAndUnder(
  view: ContributionView,
  order: readonly Language[],
): { readonly large: Worded; readonly under: readonly Worded[]; readonly translated: boolean } {
  const ours = view.by.as === 'document';
  const large = ours && order[0] ? inLanguage(view, order[0]) : worded(view.text, view.lang);
  const under = order
    .filter((language) => language !== large.lang.split('-')[0])
    .map((language) => inLanguage(view, language))
    .filter(({ lang }) => lang !== large.lang);
  return { large, under, translated: !ours };
}
