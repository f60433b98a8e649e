// Control and format characters that have no glyph or turn what follows, half characters, and what is no character.
const UNPRINTABLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
const NO_CHARACTER = /\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/**
 * A text without what cannot be printed: lines end in `\n`, a tab is a space, and half a character (a lone surrogate) is
 * the sign for an unknown one. For formats that are set on pages.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(NO_CHARACTER, '\uFFFD');
