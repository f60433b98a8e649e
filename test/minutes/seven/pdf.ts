import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainOf, skeleton } from './squash.ts';

/** What a tool of Poppler says of a file. @throws Error with a clear line where it is not there. */
function poppler(tool: 'pdftotext', body: Uint8Array, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'halqa-pdf-'));
  try {
    const file = join(folder, 'minutes.pdf');
    writeFileSync(file, body);
    return execFileSync(tool, args(file), {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (cause) {
    throw new Error(`this test needs ${tool}: apt-get install poppler-utils`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A PDF as it is read by a programme that looks for text in it. */
export interface ReadPdf {
  /** Its letters, as {@link skeleton} leaves them. */
  readonly letters: string;
  readonly words: string;
  /** By reference, for each place where it stands, the words that begin there. */
  readonly beside: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export function readPdf(body: Uint8Array): ReadPdf {
  const words = poppler('pdftotext', body, (file) => ['-enc', 'UTF-8', file, '-']);
  return { letters: skeleton(words.split('\n').map(inOrder).join('\n')), words, beside: beside(body) };
}

const EMBEDDED = /\u202B[^\u202B\u202C]*\u202C/g;

/**
 * A line from right to left in a page that runs the other way comes out piece by piece from its left end: in its own
 * order again. One that has both stays as it is.
 */
function inOrder(line: string): string {
  const between = line.replace(EMBEDDED, '');
  if (between === line || /\p{L}/u.test(between)) return line;
  return (line.match(/\u202B[^\u202B\u202C]*\u202C|[^\u202B\u202C]+/g) ?? []).reverse().join('');
}

/** Points above a reference and below it, between which the text that it names begins. */
const BAND = { above: 5, below: 28 };

const backwards = (word: string): string => [...word].reverse().join('');

/** By reference, the words beside it or right under it, wherever it stands. This tool has Arabic ones backwards. */
function beside(body: Uint8Array): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  const html = poppler('pdftotext', body, (file) => ['-bbox', file, '-']);
  for (const [, page = ''] of html.matchAll(/<page [^>]*>(.*?)<\/page>/gs)) {
    const words = [...page.matchAll(/<word [^>]*yMin="([\d.]+)"[^>]*>(.*?)<\/word>/g)].map(([, y, word = '']) => ({
      y: Number(y),
      word: plainOf(word),
    }));
    for (const { y, word } of words) {
      const ref = /^\P{L}*([A-Z]\d+)\P{L}*$/u.exec(word)?.[1];
      if (!ref) continue;
      const near = words.filter((other) => other.y >= y - BAND.above && other.y <= y + BAND.below);
      found.set(ref, [
        ...(found.get(ref) ?? []),
        near.flatMap(({ word: each }) => [skeleton(each), backwards(skeleton(each))]),
      ]);
    }
  }
  return found;
}

/** Letters that may stand between two words: a mark that the reader put elsewhere. */
const BETWEEN = 14;
/** And once the end of a page, with what stands on every one. */
const PAGE = 400;
/** Of a hundred letters of a text, those that have to be near each other where its words are not in their order. */
const NEAR = 80;

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LETTER = /\p{L}/u;

/** The words of a text, in stretches that run in one direction: a line of both may be read out from either end. */
function stretches(text: string): string[][] {
  const found: { readonly rtl: boolean | null; readonly words: string[] }[] = [];
  for (const word of text.split(/\s+/)) {
    const letters = skeleton(word);
    if (letters === '') continue;
    const rtl = LETTER.test(letters) ? RTL.test(letters) : null;
    const last = found.at(-1);
    if (last && (rtl === null || last.rtl === null || last.rtl === rtl)) last.words.push(letters);
    else found.push({ rtl, words: [letters] });
  }
  return found.map(({ words }) => words);
}

/** How often a text stands in letters: the words of each of its stretches in their order, one close after the other. */
export function timesIn(letters: string, text: string): number {
  const counts = stretches(text).map((words) => count(letters, words));
  return counts.length === 0 ? 0 : Math.min(...counts);
}

function count(letters: string, words: readonly string[]): number {
  let n = 0;
  const [first = ''] = words;
  for (let found = find(letters, first, 0); found; ) {
    const end = endOf(letters, words, found.at);
    if (end !== null) n++;
    found = find(letters, first, end ?? found.at + 1);
  }
  return n;
}

const patterns = new Map<string, RegExp>();

/** Where a word begins and ends; a letter within it may come out doubled. */
function find(letters: string, word: string, from: number): { readonly at: number; readonly end: number } | null {
  const known = patterns.get(word);
  const single = [...word.replace(/(.)\1+/gu, '$1')];
  const pattern =
    known ??
    new RegExp(
      `${single
        .slice(0, -1)
        .map((c) => `${c}+`)
        .join('')}${single.at(-1) ?? ''}`,
      'gu',
    );
  patterns.set(word, pattern);
  pattern.lastIndex = from;
  const found = pattern.exec(letters);
  return found && { at: found.index, end: pattern.lastIndex };
}

function endOf(letters: string, words: readonly string[], from: number): number | null {
  let at = from;
  let pages = 1;
  for (const word of words) {
    const gap = (room: number) => find(letters.slice(at, at + room + 2 * word.length), word, 0);
    const close = gap(BETWEEN);
    const next = close ?? (pages-- > 0 ? gap(PAGE) : null);
    if (!next) return null;
    at += next.end;
  }
  return at;
}

/**
 * Whether most words of a text stand near each other, in whatever order. Where a letter has two marks above it this
 * reader takes what stands beside it for a line of its own, so that a line may come out after the next, or a word in two.
 */
export function near(letters: string, text: string): boolean {
  const words = stretches(text).flat();
  const all = words.reduce((sum, { length }) => sum + length, 0);
  const room = all * 2 + 60;
  const [anchor = ''] = [...words].sort((a, b) => b.length - a.length);
  for (let found = find(letters, anchor, 0); found; found = find(letters, anchor, found.end)) {
    const around = letters.slice(Math.max(0, found.at - room), found.end + room);
    const there = words.filter((word) => find(around, word, 0)).reduce((sum, { length }) => sum + length, 0);
    if (there * 100 >= all * NEAR) return true;
  }
  return false;
}
