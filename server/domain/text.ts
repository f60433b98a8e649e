import { z } from 'zod';
import { cleanLine, languages, MAX_LABEL } from './plain.ts';
import { Rejection } from './rejection.ts';

export { cleanLine, cleanText, dirOf, languages, MAX_LABEL, MAX_NAME, MAX_NOTE, MAX_TEXT } from './plain.ts';

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The language of a text: a BCP 47 tag, or `und` where nobody knows. */
export const TextLanguage = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export type TextLanguage = z.infer<typeof TextLanguage>;

/** A text that its organiser wrote in each of the three languages. */
export const Localized = z.strictObject({
  ar: z.string().trim().min(1).max(2000),
  fr: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(2000),
});
export type Localized = z.infer<typeof Localized>;

/** A short text that the desk wrote during the meeting: in one language at least. */
export const Label = z.strictObject({
  ar: z.string().max(MAX_LABEL).optional(),
  fr: z.string().max(MAX_LABEL).optional(),
  en: z.string().max(MAX_LABEL).optional(),
});
export type Label = z.infer<typeof Label>;

/** The same as it is sent: longer than it may be, so that one that is too long gets its own answer. */
export const LabelInput = z.strictObject({
  ar: z.string().max(4000).optional(),
  fr: z.string().max(4000).optional(),
  en: z.string().max(4000).optional(),
});
export type LabelInput = z.infer<typeof LabelInput>;

/**
 * The label as it is stored: one line in each language that has any.
 * @throws Rejection TEXT_EMPTY, TEXT_TOO_LONG
 */
export function checkedLabel(input: LabelInput): Label {
  const label: Label = {};
  for (const language of languages) {
    const text = cleanLine(input[language] ?? '');
    if (text.length > MAX_LABEL) throw new Rejection('TEXT_TOO_LONG', { max: MAX_LABEL });
    if (text !== '') label[language] = text;
  }
  if (Object.keys(label).length === 0) throw new Rejection('TEXT_EMPTY');
  return label;
}

/** Whether two labels say the same in each language. */
export const sameLabel = (a: Label, b: Label | undefined): boolean =>
  b !== undefined && languages.every((language) => a[language] === b[language]);

/** A label in all three languages: where one is missing, another stands in its place. */
export function filled(label: Label): Localized {
  const any = languages.map((language) => label[language]).find((text) => text !== undefined) ?? '';
  return { ar: label.ar ?? any, fr: label.fr ?? any, en: label.en ?? any };
}
