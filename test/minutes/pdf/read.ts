import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* PDF files read by programs that are not ours: poppler and qpdf. */

const PACKAGES: Record<string, string> = { qpdf: 'qpdf' };

/** Runs a reader on a file; says which package has it where it is missing. */
function read(program: string, pdf: Uint8Array, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'halqa-pdf-'));
  const file = join(folder, 'minutes.pdf');
  try {
    writeFileSync(file, pdf);
    const given = args.map((arg) => (arg === 'FILE' ? file : arg));
    return execFileSync(program, given, {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${program} is missing: install the package ${PACKAGES[program] ?? 'poppler-utils'}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Marks of direction that pdftotext sets around words, and what a line break could have been put at.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const flat = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** The text of each page, in the order in which it is read, with single spaces. */
export const pagesOf = (pdf: Uint8Array): string[] =>
  read('pdftotext', pdf, '-enc', 'UTF-8', 'FILE', '-').split('\f').slice(0, -1).map(flat);

/** The text of the whole file, without the lines that stand on every page. */
export const textOf = (pdf: Uint8Array): string => pagesOf(pdf).join(' ');

/** What pdfinfo says of a file, by its names. */
export function infoOf(pdf: Uint8Array): Record<string, string> {
  const lines = read('pdfinfo', pdf, 'FILE').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? '']];
    }),
  );
}

/** The families of the fonts in a file. */
export const fontsOf = (pdf: Uint8Array): Set<string> =>
  new Set(
    read('pdffonts', pdf, 'FILE')
      .split('\n')
      .flatMap((line) => /^[A-Z]{6}\+([A-Za-z0-9]+)/.exec(line)?.[1] ?? []),
  );

/** Sizes of the pages in points: `595 x 842` for each. */
export const sizesOf = (pdf: Uint8Array): string[] =>
  read('pdfinfo', pdf, '-l', '-1', 'FILE')
    .split('\n')
    .flatMap((line) => {
      const [, width, height] = /^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/.exec(line) ?? [];
      return width === undefined ? [] : [`${Math.round(Number(width))} x ${Math.round(Number(height))}`];
    });

/** The tree of tags, as text: one tag a line, deeper ones indented. */
export const tagsOf = (pdf: Uint8Array): string => read('pdfinfo', pdf, '-struct-text', 'FILE');

/** Where on its page each occurrence of a word begins, in points from the left. Arabic words are told back to front. */
export function leftOf(pdf: Uint8Array, word: string): number[] {
  const seen = /\p{Script=Arabic}/u.test(word) ? [...word].reverse().join('') : word;
  const words = read('pdftotext', pdf, '-bbox', 'FILE', '-').matchAll(/<word xMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g);
  return [...words].flatMap(([, x, text]) => (flat(text ?? '') === seen ? [Number(x)] : []));
}

/** What qpdf finds wrong; it ends with a line that says that nothing is. */
export const checkOf = (pdf: Uint8Array): string => read('qpdf', pdf, '--check', 'FILE');

export type PdfDictionary = Readonly<Record<string, unknown>>;

/** The dictionaries of all objects of a file. */
export function objectsOf(pdf: Uint8Array): PdfDictionary[] {
  const { qpdf } = JSON.parse(read('qpdf', pdf, '--json=2', '--json-key=qpdf', 'FILE')) as {
    qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict?: unknown } }>];
  };
  return Object.values(qpdf[1]).flatMap(({ value, stream }) => {
    const dictionary = value ?? stream?.dict;
    return typeof dictionary === 'object' && dictionary !== null ? [dictionary as PdfDictionary] : [];
  });
}

/** Titles of the bookmarks. */
export const bookmarksOf = (pdf: Uint8Array): string[] =>
  objectsOf(pdf).flatMap((object) =>
    '/Title' in object && '/Parent' in object ? [String(object['/Title']).replace(/^u:/, '')] : [],
  );
