import { lang, t } from './words.ts';

/** Languages that people at such meetings write in, by tag; the three of the interface stand first wherever they are listed. */
export const textLanguages = [
  ...['ar', 'fr', 'en'],
  ...['aeb', 'ary', 'zgh', 'am', 'bm', 'bn', 'ckb', 'de', 'el', 'es', 'fa', 'ff', 'ha', 'it', 'ku', 'ln', 'mt', 'nl'],
  ...['pl', 'pt', 'ru', 'so', 'sw', 'ti', 'tr', 'uk', 'ur', 'wo', 'zh'],
] as const;

/** A language by its name in the language of the page; `und` is "not known", and a tag without a name stays a tag. */
export function languageName(tag: string): string {
  if (tag === 'und') return t('common.languageUnknown');
  const own: Record<string, string> = {
    ar: t('common.languageAr'),
    fr: t('common.languageFr'),
    en: t('common.languageEn'),
    zgh: t('common.languageZgh'),
  };
  const known = own[tag];
  if (known) return known;
  try {
    return new Intl.DisplayNames([lang.value], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
