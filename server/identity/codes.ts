/** Crockford's letters and digits: no I, L, O, U, which are read as others, or as words. */
export const PERSONAL_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const PERSONAL_LENGTH = 8;

const SEPARATORS = /[\s\-‐-―._]+/gu;

/** Digits of any script as 0–9: every run of decimal digits in Unicode is ten long and begins at a multiple of ten. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let start = digit.codePointAt(0) as number;
    const code = start;
    while (/\p{Nd}/u.test(String.fromCodePoint(start - 1)) && code - start < 9) start -= 1;
    return String(code - start);
  });
}

/** The six digits of a join code as people type it, in any script, with spaces or hyphens; null where it is none. */
export function joinCode(typed: string): string | null {
  const code = latinDigits(typed.normalize('NFKC').replace(SEPARATORS, ''));
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/** A personal code as it is compared: capitals, O as 0, I and L as 1; null where it can be none. */
export function personalCode(typed: string): string | null {
  const code = latinDigits(typed.normalize('NFKC').replace(SEPARATORS, ''))
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === PERSONAL_LENGTH && [...code].every((c) => PERSONAL_ALPHABET.includes(c)) ? code : null;
}
