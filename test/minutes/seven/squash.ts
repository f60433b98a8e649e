// Marks that say in which direction something runs, and what a line could be broken at.
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A text without what formats set differently: spaces, line ends, marks of direction. */
export const squash = (text: string): string => text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** What markup says: without tags, each of which parts words, and with its entities read. */
export const plainOf = (html: string): string =>
  html
    .replace(/<(style|script)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, ten, hex, name) =>
      name ? (ENTITIES[name] ?? all) : String.fromCodePoint(ten ? Number(ten) : Number.parseInt(hex, 16)),
    );

const known = new Map<string, string>();

/** The letters and digits of a text, without the marks and signs that a PDF may set somewhere else. */
export function skeleton(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const letters = text.normalize('NFKD').replace(/[^\p{L}\p{N}]|\u0640/gu, '');
  known.set(text, letters);
  return letters;
}
