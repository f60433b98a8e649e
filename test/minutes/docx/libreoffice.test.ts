import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MinutesDocument, quotesIn } from '../../../server/domain/minutes-document.ts';
import type { Language } from '../../../server/domain/text.ts';
import { heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { composed, made } from './made.ts';
import { elements, textOf } from './package.ts';

const { meeting, shown } = heldMeeting();
const work = workMeeting();
close(work);
const tall = 'A sentence of a text that fills more than a page of its cell. '.repeat(150);

/** What people wrote in Arabic, and words of ours around it. */
const phrases = ['لقاءات مفتوحة', 'في صفاقس', 'محضر لقاء', 'المحتويات', 'بن عمر'];

const editions: readonly (readonly [string, Language, Language | null])[] = [
  ['ar', 'ar', null],
  ['fr', 'fr', null],
  ['en', 'en', null],
  ['ar-fr', 'ar', 'fr'],
];

function run(command: string, args: readonly string[], needs: string): string {
  const { error, status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`this test needs ${needs}: apt-get install ${needs}`, { cause: error });
  expect([command, status]).toEqual([command, 0]);
  return stdout;
}

/** As it is searched for: letters and digits, without vowel signs (a PDF draws these by themselves) and marks of direction. */
const searched = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\s\p{P}]+/gu, ' ');

/** The same without spaces: beside a vowel sign that was drawn by itself a PDF may have one. */
const letters = (text: string): string => searched(text).replaceAll(' ', '');

/** The matrix with an entry that fills more than a page. */
const withTallCell = (doc: MinutesDocument): MinutesDocument => ({
  ...doc,
  annex: doc.annex.map((block) =>
    block.type === 'quotes' && block.table
      ? {
          ...block,
          table: {
            ...block.table,
            rows: block.table.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({
                ...cell,
                quotes: cell.quotes.map((quote) => ({ ...quote, text: { text: `${tall}TALLEND`, lang: 'en' } })),
              })),
            })),
          },
        }
      : block,
  ),
});

describe('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'halqa-docx-'));
  const file = (name: string): string => join(folder, name);
  const contents = new Map<string, string[]>();
  const pages = (name: string): string[] =>
    run('pdftotext', [file(`${name}.pdf`), '-'], 'poppler-utils')
      .split('\f')
      .map(searched);

  beforeAll(async () => {
    for (const [name, lang, beside] of editions) {
      const { bytes, body } = await made(composed(meeting, lang), beside && composed(meeting, beside));
      writeFileSync(file(`${name}.docx`), bytes);
      const entries = elements(body, 'w:p').filter((p) => /<w:pStyle w:val="TOC\d"/.test(p));
      contents.set(name, entries.map(textOf));
    }
    writeFileSync(file('tall.docx'), (await made(withTallCell(composed(work.meeting, 'en')))).bytes);
    const files = [...editions.map(([name]) => name), 'tall'].map((name) => file(`${name}.docx`));
    const profile = `-env:UserInstallation=file://${file('profile')}`;
    run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], 'libreoffice-writer');
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(editions)('opens the document (%s) and shows every reference and text', (name, lang, beside) => {
    const all = pages(name).join(' ');
    for (const [ref, word] of shown) {
      expect(all).toMatch(new RegExp(`\\b${ref}\\b`));
      expect([word, all.includes(word)]).toEqual([word, true]);
    }
    for (const each of [lang, beside])
      for (const { ref } of each ? quotesIn(composed(meeting, each).annex) : []) expect(all).toContain(ref);
    expect(all).toContain('7f3a 91c0 e2d4');
  });

  it('shows Arabic that is found by searching for it, in the order in which it is read', () => {
    const all = pages('ar').join(' ');
    expect(phrases.filter((phrase) => !all.includes(searched(phrase)))).toEqual([]);
  });

  it.each(editions)('has the headings on the pages that the contents name (%s)', (name) => {
    const all = pages(name);
    // What a page begins with may have moved by a line between two programs.
    const near = (title: string, page: number): boolean =>
      [page - 2, page - 1, page].some((i) => letters(all[i] ?? '').includes(letters(title)));
    const entries = contents.get(name)!;
    expect(entries.length).toBeGreaterThan(5);
    for (const entry of entries) {
      const [title = '', page] = entry.split('\t');
      // A title of several lines is found by its beginning; one with vowel signs is torn apart by them.
      const key = /\p{M}/u.test(title) ? (title.split(/[ :]/)[0] ?? '') : title.slice(0, 12);
      expect([title, near(key, Number(page))]).toEqual([title, true]);
    }
  });

  it('breaks a row that is taller than a page, and loses none of it', () => {
    const all = pages('tall');
    const together = all.join(' ');
    expect(together.split('TALLEND').length - 1).toBeGreaterThanOrEqual(4);
    const holding = all.filter((page) => page.includes('A sentence of a text'));
    expect(holding.length).toBeGreaterThan(2);
    // The head of the table stands on each of its pages.
    for (const page of holding) expect(page).toContain('Strengths');
  });
});
