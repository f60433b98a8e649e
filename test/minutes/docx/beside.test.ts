import { beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Language } from '../../../server/domain/text.ts';
import { heldMeeting, times } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { expectLinksToLead } from './links.ts';
import { composed, type Made, made } from './made.ts';
import { elements, faultOf, textOf } from './package.ts';

const { meeting, shown, absent } = heldMeeting();
const work = workMeeting();
close(work);

const pairs: readonly (readonly [Language, Language])[] = [
  ['ar', 'fr'],
  ['fr', 'ar'],
  ['fr', 'en'],
];

describe.each(pairs)('a Word document in %s and %s side by side', (first, second) => {
  let all: Made;
  let rows: string[];
  beforeAll(async () => {
    all = await made(composed(meeting, first), composed(meeting, second));
    rows = elements(all.body, 'w:tr').filter((row) => elements(row, 'w:tc').length === 2);
  });

  it('is made of XML without a fault, and leads from each reference to its place in its language', () => {
    for (const [part, xml] of all.parts) expect([part, faultOf(xml)]).toEqual([part, null]);
    expectLinksToLead(all);
    for (const [ref] of shown) {
      expect(all.body).toContain(`w:name="${ref}"`);
      expect(all.body).toContain(`w:name="${ref}_${second}"`);
    }
  });

  it('has the two headings of an item in one row, the first language where its writing begins', () => {
    const titles = [composed(meeting, first), composed(meeting, second)].map((doc) => doc.sections[0]!.title.text);
    const row = rows.find((each) => elements(each, 'w:tc').every((cell, i) => textOf(cell) === titles[i]))!;
    expect(row).toBeDefined();
    const table = elements(all.body, 'w:tbl').find((each) => each.includes(row))!;
    // In a table that runs from the right, the first cell is on the right: Arabic always is.
    expect(/<w:bidiVisual\/>/.test(table)).toBe(first === 'ar');
  });

  it('has each text beside its translation, and what was written once where the other language is what was written', () => {
    for (const [ref, word] of shown) {
      const row = rows.find((each) => each.includes(`w:name="${ref}"`))!;
      expect(elements(row, 'w:tc')[1]).toContain(`w:name="${ref}_${second}"`);
      expect(textOf(row)).toContain(word);
    }
    // C1 was written in Arabic, and translated into French.
    if (first === 'ar' || second === 'ar') {
      expect(times(textOf(all.body), 'SHOWNONE')).toBe(1);
      expect(times(textOf(all.body), 'TRANSONE')).toBe(1);
    }
    for (const word of absent) for (const part of all.parts.values()) expect(part).not.toContain(word);
  });

  it('has the headings of the second language as headings that its contents do not mix with the first’s', () => {
    const [title, other] = [first, second].map((lang) => composed(meeting, lang).sections[0]!.title.text);
    const styleOf = (text: string): string | undefined =>
      elements(all.body, 'w:p')
        .filter((p) => textOf(p) === text)
        .flatMap((p) => /<w:pStyle w:val="(Heading\w*)"/.exec(p)?.[1] ?? [])[0];
    expect(styleOf(title!)).toBe('Heading1');
    expect(styleOf(other!)).toBe('HeadingBeside1');
    const contents = elements(all.body, 'w:p').filter((p) => /<w:pStyle w:val="TOC\d"/.test(p));
    for (const text of [title, other]) expect(contents.some((p) => textOf(p).startsWith(text!))).toBe(true);
    for (const p of contents) expect(textOf(p)).toMatch(/\t\d+$/);
  });
});

describe('two languages side by side', () => {
  it('have tables and pictures one after the other, at full width, and the notes of both', async () => {
    const all = await made(composed(work.meeting, 'fr'), composed(work.meeting, 'en'));
    expectLinksToLead(all);
    const described = elements(all.body, 'w:tbl').filter((table) => table.includes('<w:tblDescription'));
    expect(described).toHaveLength(2);
    for (const table of described) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(9_000);
    }
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(all.bytes) });
    expect(times(value, 'ENTRYA')).toBe(2);
    const notes = elements(all.parts.get('word/footnotes.xml')!, 'w:footnote').map(textOf);
    expect(notes.filter((note) => note.includes('SOURCEONE'))).toHaveLength(2);
  });
});
