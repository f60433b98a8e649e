import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../server/domain/text.ts';
import { sheetNames } from '../../../server/minutes/xlsx/names.ts';
import { aroundMeeting } from '../around.ts';
import { close, workMeeting } from '../work.ts';
import { Book } from './book.ts';

const { meeting } = aroundMeeting();
const work = workMeeting();
close(work);

describe.each(languages)('the sheets in %s', (lang) => {
  const made = Book.of(meeting, lang);

  it('run from right to left in Arabic alone', async () => {
    for (const xml of (await made).sheets) expect(/rightToLeft="1"/.test(xml)).toBe(lang === 'ar');
  });

  it('have their own names in the language, and no two the same', async () => {
    const { names } = await made;
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      expect(/\p{Script=Arabic}/u.test(name)).toBe(lang === 'ar');
    }
  });

  it('keep the names of their columns in view, and the first column of a long table', async () => {
    const book = await made;
    const pane = (i: number) => /<pane [^>]*>/.exec(book.sheets[i]!)?.[0];
    book.names.forEach((name, i) => {
      if (name === book.label('sheetAbout')) return expect(pane(i)).toBeUndefined();
      const rows = name === book.label('sheetMatrix') || name === book.label('sheetVotes') ? 3 : 1;
      expect(pane(i)).toMatch(new RegExp(`(?=.*state="frozen")(?=.* ySplit="${rows}")`));
      if (name === book.label('sheetTexts')) expect(pane(i)).toContain(' xSplit="1"');
    });
  });

  it('can be filtered from the names of their columns to their last row', async () => {
    const book = await made;
    const texts = book.names.indexOf(book.label('sheetTexts'));
    const [, from, to] = /<autoFilter ref="A(\d+):[A-Z]+(\d+)"\/>/.exec(book.sheets[texts]!) ?? [];
    expect([Number(from), Number(to)]).toEqual([1, book.doc.quotes + 1]);
    expect(book.xml('xl/workbook.xml')).toContain(`_xlnm._FilterDatabase" localSheetId="${texts}"`);
  });

  it('hold no formula', async () => {
    const book = await made;
    for (const xml of book.sheets) expect(xml).not.toContain('<f>');
  });

  it('have their parts in the order that the format asks for', async () => {
    for (const xml of (await made).sheets) {
      const order = [
        ...xml.matchAll(
          /<(sheetPr|sheetViews|cols|sheetData|autoFilter|mergeCells|pageMargins|pageSetup|headerFooter)[ >]/g,
        ),
      ];
      const all = [
        'sheetPr',
        'sheetViews',
        'cols',
        'sheetData',
        'autoFilter',
        'mergeCells',
        'pageMargins',
        'pageSetup',
        'headerFooter',
      ];
      const found = order.map(([, name]) => all.indexOf(name!));
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found.length).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('a text', () => {
  it('runs in the direction of its own language, on the side where that begins', async () => {
    const book = await Book.of(work.meeting, 'ar');
    const styles = [...book.xml('xl/styles.xml').matchAll(/<alignment [^>]*>/g)].map(([tag]) => tag);
    expect(styles.some((tag) => tag.includes('readingOrder="1" horizontal="left"'))).toBe(true);
    expect(styles.some((tag) => tag.includes('readingOrder="2" horizontal="right"'))).toBe(true);
    for (const tag of styles) expect(tag).not.toMatch(/readingOrder="1" horizontal="right"|"2" horizontal="left"/);
  });
});

describe('names of sheets', () => {
  it('are cut, cleaned and numbered', () => {
    const long = 'A question that is longer than any sheet may be called';
    expect(sheetNames(['Vote', long, 'vote', "'Who [said]: what?'", 'a/b\\c*d'])).toEqual([
      'Vote 1',
      long.slice(0, 31),
      'vote 2',
      'Who  said   what',
      'a b c d',
    ]);
    expect(sheetNames([long, long]).map((name) => name.length)).toEqual([31, 31]);
  });
});
