import { describe, expect, it } from '@jest/globals';
import type { AgendaItemId } from '../../../server/domain/ids.ts';
import { renderXlsx } from '../../../server/minutes/xlsx/render.ts';
import { CELL, cellText, directionOf, distinct } from '../../../server/minutes/xlsx/text.ts';
import { TestMeeting } from '../../support/test-meeting.ts';
import { Book, documentOf } from './book.ts';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\uFF1D1+1', '=HYPERLINK("http://x.example","y")', "'=1", ' =1'];
/** Names of what every object has: texts like any other. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const ODD = [
  '<b>&amp;</b> ]]> "quoted"',
  '_x0041_ and _x000D_',
  'emoji 👩‍👩‍👧‍👦 🇹🇳 😀😀',
  'ﷺ نصّ عربيّ مع English داخله',
  'two\nlines\n\nand a tab\there',
  '𝒜𝓃𝑜𝓉𝒽𝑒𝓇 𠮷',
  '$1 $& $$',
];

describe('a cell', () => {
  const meeting = new TestMeeting();
  meeting.open();
  const texts = [...FORMULAS, ...INHERITED, ...ODD];
  const cleaned = texts.map((text) => text.trim());
  texts.forEach((text, i) => {
    const who = meeting.join(`p${i}`, { name: FORMULAS[i] ?? `Name ${i}`, consents: { present: true, words: true } });
    meeting.say(who, text, { lang: 'en' });
  });
  const made = Book.of(meeting, 'en');

  it('gives back every text as it was written, as a text', async () => {
    const book = await made;
    const rows = book.records('sheetTexts');
    expect(rows.map((row) => row[book.doc.columns.text!])).toEqual(cleaned);
    for (const name of book.names)
      for (const [at, cell] of Object.entries(book.book.Sheets[name]!))
        if (!at.startsWith('!')) expect([at, (cell as { f?: string }).f]).toEqual([at, undefined]);
  });

  it('stays a text when somebody edits one that looks like a formula', async () => {
    const book = await made;
    const sheet = book.sheet('sheetTexts')!;
    FORMULAS.forEach((text, i) => {
      const cell = sheet[`B${i + 2}`];
      expect([text, cell.t, cell.z]).toEqual([text, 's', '@']);
    });
  });

  it('keeps apart what bears the name of a property of every object', async () => {
    const strings = (await made).xml('xl/sharedStrings.xml');
    for (const text of INHERITED) expect(strings).toContain(`<t>${text}</t>`);
    expect(strings).not.toMatch(/native code|\u0001/);
  });
});

describe('the text of a cell', () => {
  it('has nothing that XML cannot hold', () => {
    expect(cellText('a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uFFFFg\u0085h', '')).toBe('abcdefgh');
    expect(cellText('a\uD800b\uDC00c😀d', '')).toBe('abc😀d');
    expect(cellText('a\r\nb\rc\td', '')).toBe('a\nb\nc\td');
  });

  it('is cut with a mark where it is too long, and not through a character', () => {
    expect(cellText('x'.repeat(CELL), '[cut]')).toBe('x'.repeat(CELL));
    for (const one of ['x', '😀', 'x😀']) {
      const cut = cellText(one.repeat(CELL + 1), '[cut]');
      expect(cut.length).toBeLessThanOrEqual(CELL);
      expect(cut.length).toBeGreaterThan(CELL - 3);
      expect(cut).toMatch(/ … \[cut\]$/);
      expect(cut).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('is told apart and has a direction', () => {
    expect(distinct('constructor')).toBe('\u0001constructor');
    expect(distinct('a text')).toBe('a text');
    expect(['12 نصّ', '« Texte', '123', '(שלום)'].map(directionOf)).toEqual(['rtl', 'ltr', null, 'rtl']);
  });
});

describe('a text longer than a cell', () => {
  it('is cut in the workbook, and the workbook says so', async () => {
    const of = documentOf(new TestMeeting(), 'fr');
    const text = { text: '&'.repeat(CELL + 5), lang: 'fr' };
    const doc = { ...of, sections: [{ ...section, keyPoints: [{ text, rests: [] }] }] };
    const book = new Book(await renderXlsx(doc), doc);
    const said = String(book.records('sheetPoints')[0]![doc.kinds.keypoint]);
    expect(said).toHaveLength(CELL);
    expect(said.endsWith(book.label('cellCut'))).toBe(true);
  });
});

const section = {
  id: 'first' as AgendaItemId,
  title: { text: 'Titre', lang: 'fr' },
  when: [],
  keyPoints: [],
  blocks: [],
  activities: [],
};
