import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quotesIn } from '../../../server/domain/minutes-document.ts';
import { languages } from '../../../server/domain/text.ts';
import { aroundMeeting } from '../around.ts';
import { Book } from './book.ts';
import { type FlatCell, flatSheets } from './flat.ts';

describe('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'halqa-xlsx-'));
  const { meeting } = aroundMeeting();
  const books = new Map<string, Book>();

  beforeAll(async () => {
    for (const lang of languages) {
      const book = await Book.of(meeting, lang);
      books.set(lang, book);
      writeFileSync(join(folder, `${lang}.xlsx`), book.bytes);
    }
    const files = languages.map((lang) => join(folder, `${lang}.xlsx`));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const { error, status } = spawnSync('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      ...files,
    ]);
    if (error) throw new Error('this test needs LibreOffice: apt-get install libreoffice-calc', { cause: error });
    expect(status).toBe(0);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(languages)('opens the workbook in %s', (lang) => {
    const read = () => {
      const book = books.get(lang)!;
      const sheets = flatSheets(readFileSync(join(folder, `${lang}.fods`), 'utf8'));
      /** The cells of a column under its name. */
      const column = (sheet: string, name: string, under = 0): (FlatCell | undefined)[] => {
        const rows = sheets.find((one) => one.name === sheet)!.rows;
        const at = rows[under]!.findIndex(({ value }) => value === name);
        expect([name, at >= 0]).toEqual([name, true]);
        return rows.slice(under + 1).map((row) => row[at]);
      };
      return { book, doc: book.doc, sheets, column };
    };
    const values = (cells: (FlatCell | undefined)[]) => cells.map((cell) => cell?.value ?? '');

    it('and finds its sheets, in their direction, without a formula', () => {
      const { book, sheets } = read();
      expect(sheets.map(({ name }) => name)).toEqual(book.names);
      expect(sheets.map(({ rtl }) => rtl)).toEqual(sheets.map(() => lang === 'ar'));
      for (const { rows } of sheets) for (const { formula } of rows.flat()) expect(formula).toBe(false);
    });

    it('and reads every text, and numbers as numbers', () => {
      const { book, doc, column } = read();
      const sheet = book.label('sheetTexts');
      const quotes = doc.sections.flatMap(({ activities }) => activities.flatMap(({ log }) => [...quotesIn(log)]));
      expect(values(column(sheet, doc.columns.ref!))).toEqual(quotes.map(({ ref }) => ref));
      expect(values(column(sheet, doc.columns.text!))).toEqual(
        quotes.map(({ text, original }) => (original ?? text).text),
      );
      const endorsed = column(sheet, doc.columns.endorsements!);
      expect(values(endorsed)).toEqual(
        quotes.map(({ kind, endorsements }) => (kind === 'merged' ? '' : `${endorsements.n}`)),
      );
      for (const cell of endorsed) expect(['float', 'empty']).toContain(cell?.type);
    });

    it('and reads dates as dates, on the clock of the meeting, and shares as percentages', () => {
      const { book, doc, column } = read();
      const started = column(book.label('sheetAgenda'), book.label('startedAt'));
      // Tunis has been an hour ahead of UTC all year since 2009.
      const local = (at: number) => new Date(at + 3_600_000).toISOString().slice(0, 19);
      expect(values(started)).toEqual(doc.agenda.map(({ startedAt }) => (startedAt === null ? '' : local(startedAt))));
      expect(started.filter((cell) => cell?.type === 'date')).toHaveLength(4);
      const shares = column(book.label('sheetHeard'), book.label('peopleShare'));
      const told = shares.filter((cell) => cell !== undefined && cell.type !== 'empty');
      expect(told).toHaveLength(doc.heard.flatMap(({ rows }) => rows).length);
      for (const cell of told) expect(cell?.type).toBe('percentage');
    });
  });
});
