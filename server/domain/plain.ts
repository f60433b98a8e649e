/*
 * What browsers need of the domain at run time, without the schemas: this file imports nothing, and stays so.
 */

/** The languages of the interface. Texts may be in any language. */
export const languages = ['ar', 'fr', 'en'] as const;

export const dirOf = (lang: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ur|ps|ku-Arab|ckb|dv|yi|sd|ug|arc|syr)(-|$)/.test(lang) ? 'rtl' : 'ltr';

/** The most characters (UTF-16 units) that a contribution, reply or translation may have. */
export const MAX_TEXT = 10_000;
export const MAX_NAME = 80;
export const MAX_NOTE = 500;
/** Of what the desk names during the meeting: an option, an agenda item, a theme. */
export const MAX_LABEL = 300;

// Control characters but tab and newline; bidi embeddings, overrides and isolates (they turn the rest of a page round);
// zero-width space, word joiner, BOM, soft hyphen, line and paragraph separators, interlinear and tag characters,
// unpaired surrogates. Kept: ZWNJ and ZWJ (Persian, emoji families), LRM, RLM and ALM (harmless marks that Arabic
// keyboards type).
const UNWANTED =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u180E\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0001}-\u{E007F}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/**
 * The text as it is stored: NFC, without characters that hide or turn text, at most two empty lines in a row.
 * A text of joiners and marks alone counts as empty.
 */
export function cleanText(raw: string): string {
  const text = raw
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
    .replace(UNWANTED, '')
    // More marks on one letter than any script has are drawn over the lines above, and cost seconds to put in order.
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    // After what stood between a letter and its accent is gone: cleaning a clean text changes nothing.
    .normalize('NFC')
    // From the first blank of a row only: tried at each one, sixty thousand of them would hold the server for seconds.
    .replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n')
    .replace(/\n(?:[^\S\n]|[\u200C-\u200F\u061C])*(?=\n)/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : '';
}

/** A name or label: one line, single spaces. French has spaces that do not break before some of its marks: they stay. */
export const cleanLine = (raw: string): string =>
  cleanText(raw).replace(/\s+/g, (spaces) => /[\u00a0\u202f]/.exec(spaces)?.[0] ?? ' ');

/** Raised when an older client could no longer understand the server. */
export const PROTOCOL_VERSION = 1;

/** Keys with their new values; null takes one away. */
export type Entries = readonly (readonly [string, unknown])[];

/** Applies a patch to a view. The only thing a client does with one. */
export function applyPatch(seen: Map<string, unknown>, entries: Entries): void {
  for (const [key, value] of entries) {
    if (value === null) seen.delete(key);
    else seen.set(key, value);
  }
}
