import type { TextLanguage } from '../domain/text.ts';

/** The meeting's three, and what else delegates around the Mediterranean write. */
const CANDIDATES = ['ar', 'fr', 'en', 'es', 'it', 'pt', 'de', 'el', 'tr', 'fa', 'nl'];
const EXPECTED = ['ar', 'fr', 'en'];
/** How far another language must lead before it is believed: measured on short phrases, where "Merci" looks Italian. */
const LEAD = 0.1;

/**
 * Loads the detector (a table of 300 ms) and returns the guess: one of the three, or clearly another, or null where
 * nothing can be said ("ok", "wifi"); then the speaker's own language stands in.
 */
export async function languageGuesser(): Promise<(text: string) => TextLanguage | null> {
  const { eld } = await import('eld/small');
  eld.setLanguageSubset(CANDIDATES);
  return (text) => {
    const result = eld.detect(text.slice(0, 2000));
    const scores = result.getScores();
    const expected = EXPECTED.filter((lang) => scores[lang]).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0];
    const best = result.language;
    if (best === '') return null;
    if (EXPECTED.includes(best)) return result.isReliable() || text.length > 12 ? best : null;
    // Arabic and Persian share most letters; these are Persian alone.
    if (best === 'fa') return /[پچژگ]/u.test(text) ? best : 'ar';
    if (!result.isReliable()) return expected && text.length > 12 ? expected : null;
    return expected && (scores[best] ?? 0) - (scores[expected] ?? 0) < LEAD ? expected : best;
  };
}
