/** Translations that were typed and not sent, by item and language: closing the window does not lose them. */
const drafts = new Map<string, string>();
const BY = 'halqa.translator';

const key = (item: string, language: string) => `${item} ${language}`;

export const draftOf = (item: string, language: string): string | undefined => drafts.get(key(item, language));

export function keepDraft(item: string, language: string, text: string): void {
  if (text.trim() === '') drafts.delete(key(item, language));
  else drafts.set(key(item, language), text);
}

/** The text is gone: so is what was being written about it. */
export function dropDrafts(item: string): void {
  for (const each of drafts.keys()) if (each.startsWith(`${item} `)) drafts.delete(each);
}

/** The translator's name as this browser knows it; empty where it keeps nothing. */
export function rememberedTranslator(): string {
  try {
    return localStorage.getItem(BY) ?? '';
  } catch {
    return '';
  }
}

export function rememberTranslator(name: string): void {
  try {
    localStorage.setItem(BY, name);
  } catch {
    // A browser that keeps nothing: it is typed again next time.
  }
}
