import { cleanLine, type Language, type Localized, languages } from '../../server/domain/text.ts';

/** What is wrong with a text of an organiser in one of the three languages; empty where nothing is. */
export function faultsOf(text: string, lang: Language): string[] {
  const rules: readonly (readonly [RegExp, string])[] = [...general, ...ofLanguage[lang]];
  // The title of a publication stays in the language that it was published in, between guillemets.
  const own = lang === 'ar' ? text.replace(/«\P{Script=Arabic}*»/gu, '«عنوان»') : text;
  const faults = rules.filter(([wrong]) => wrong.test(own)).map(([, fault]) => fault);
  if (cleanLine(text) !== text) faults.push('differs from what would be stored');
  if (lang === 'ar' && !/\p{Script=Arabic}/u.test(text)) faults.push('no Arabic letter');
  return faults;
}

const general = [
  [/["']/, 'straight quote'],
  [/ {2}/, 'two spaces'],
  [/\.\.\./, 'three dots for …'],
] as const;

const ofLanguage: { readonly [L in Language]: readonly (readonly [RegExp, string])[] } = {
  ar: [
    // Abbreviations stay as they are (ICMPD); names are written in Arabic.
    [/[a-zà-ÿ]|(?<![A-Z])[A-Z](?![A-Z])/, 'Latin letters'],
    [/[,;?]/, 'punctuation that is not Arabic'],
    [/[٠-٩۰-۹]/, 'digits that are not those of the region'],
    [/\u0640/, 'stretched letter'],
    [/[ \u00A0][،؛؟:.]/, 'space before punctuation'],
  ],
  fr: [
    [/(?<![\u00A0?!\d])[:;?!%»]|(?<!\u00A0)»/, 'no no-break space before : ; ? ! % »'],
    [/«(?!\u00A0)/, 'no no-break space after «'],
    [/[“”]/, 'quotes that are not French'],
    [/\p{Script=Arabic}/u, 'Arabic letters'],
  ],
  en: [
    [/[«»]/, 'quotes that are not English'],
    [/[ \u00A0][,:;?!.]/, 'space before punctuation'],
    [/\p{Script=Arabic}/u, 'Arabic letters'],
  ],
};

/** Every text of a meeting file that stands in three languages, with its path. */
export function* localizedIn(value: unknown, path = ''): Iterable<readonly [string, Localized]> {
  if (typeof value !== 'object' || value === null) return;
  if (languages.some((lang) => lang in value)) yield [path, value as Localized];
  else
    for (const [name, part] of Object.entries(value)) yield* localizedIn(part, path === '' ? name : `${path}.${name}`);
}
