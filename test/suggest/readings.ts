import type { ItemId, Reference } from '../../server/domain/ids.ts';
import type { Language } from '../../server/domain/text.ts';
import type { Reading } from '../../server/suggest/suggest.ts';

/** A text of one item, numbered like its reference. */
export const reading = (n: number, text: string, lang: Language = 'fr', more: Partial<Reading> = {}): Reading => ({
  id: `c${n}` as ItemId,
  ref: `C${n}` as Reference,
  text,
  lang,
  translated: false,
  parent: null,
  theme: null,
  ...more,
});

export const readings = (texts: readonly string[], lang: Language = 'fr'): Reading[] =>
  texts.map((text, i) => reading(i + 1, text, lang));
