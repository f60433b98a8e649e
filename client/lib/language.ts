import { signal } from '@preact/signals';
import type { Language } from '../../server/domain/text.ts';

/** The language of the interface. */
export const lang = signal<Language>('en');

/**
 * Tells the server in which language to send pages to this browser, for a year. By the plain cookie: the Cookie Store
 * does not exist on plain HTTP, where phones join.
 */
export function rememberLanguage(language: Language): void {
  Object.assign(document, { cookie: `halqa_lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax` });
}
