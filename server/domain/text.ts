import { z } from 'zod';
import { languages } from './plain.ts';

export { cleanLine, cleanText, dirOf, languages, MAX_NAME, MAX_NOTE, MAX_TEXT } from './plain.ts';

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
