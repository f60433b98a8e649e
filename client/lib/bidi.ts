import { dirOf } from '../../server/domain/plain.ts';

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LTR_LETTER = /[A-Za-z0-9\u00C0-\u024F\u0370-\u058F]/;

/** Wraps a text that holds the other direction in an isolate, so that it turns nothing around it. */
export function isolate(text: string, language: string): string {
  const foreign = dirOf(language) === 'rtl' ? LTR_LETTER : RTL_LETTER;
  return foreign.test(text) ? `\u2068${text}\u2069` : text;
}
