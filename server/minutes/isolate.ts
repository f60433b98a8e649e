import type { Run } from '../domain/minutes-document.ts';

// Letters whose direction is strong: Hebrew, Arabic, N'Ko, Adlam and their neighbours; Latin, Greek, Cyrillic and digits' companions.
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LTR = /[A-Za-z\u00AA\u00B5\u00BA\u00C0-\u02B8\u0370-\u0589\u1E00-\u1FFF]/u;

/** Whether a text holds letters that run against the document, and so could turn what stands around it. */
export const turns = (text: string, dir: 'rtl' | 'ltr'): boolean => (dir === 'rtl' ? LTR : RTL).test(text);

const FSI = '\u2068';
const PDI = '\u2069';

/** A text within plain text of a direction: isolated (U+2068 … U+2069) line by line, where it needs to be. */
export const isolated = (text: string, dir: 'rtl' | 'ltr'): string =>
  text
    .split('\n')
    .map((line) => (turns(line, dir) ? `${FSI}${line}${PDI}` : line))
    .join('\n');

/** Puts pieces into one line: `، ` in Arabic, `, ` elsewhere. */
export const joined = (pieces: readonly string[], dir: 'rtl' | 'ltr'): string =>
  pieces.join(dir === 'rtl' ? '، ' : ', ');

/** The text of runs, without their styles. */
export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
