import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../../server/domain/minutes-document.ts';
import { longText, pdfWith, placesOf, quote, quotes, run } from './made.ts';
import { pagesOf, sizesOf, textOf } from './read.ts';

const LYING = '842 x 595';

const grid = (columns: number, rows: number, text: (row: number, column: number) => string): Block => ({
  type: 'table',
  look: 'grid',
  caption: run('CAPTIONWORD'),
  head: Array.from({ length: columns }, (_, j) => ({ runs: [run(`HEAD${j + 1}`)] })),
  rows: Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => ({ runs: [run(text(i, j))] })),
  ),
});

describe('a table', () => {
  it('repeats its head on each page that it goes on to, and its caption stands over it', () => {
    const pages = pagesOf(pdfWith([grid(3, 120, (i, j) => `cell${i}x${j}`)]));
    const own = pages.filter((page) => /cell\d+x0/.test(page));
    expect(own.length).toBeGreaterThan(2);
    for (const page of own) expect(page).toContain('HEAD1 HEAD2 HEAD3');
    expect(own[0]).toMatch(/CAPTIONWORD HEAD1/);
  });

  it('loses nothing of a cell that fills more than a page', () => {
    const pdf = pdfWith([grid(2, 3, (i, j) => (i === 1 && j === 0 ? longText(2500, 'BIG') : `cell${i}x${j}`))]);
    const pages = pagesOf(pdf);
    const text = pages.join(' ');
    for (const part of ['cell0x0', 'cell1x1', 'ENDBIG', 'cell2x1']) expect(text).toContain(part);
    expect(text.match(/\bdecide\b/g)).toHaveLength(Math.floor(2500 / 7));
    for (const page of pages.filter((each) => each.includes('decide'))) expect(page).toContain('HEAD1');
  });

  it('of so many columns that it has no room upright stands on a page that lies, with its heading', () => {
    const blocks: Block[] = [
      { type: 'heading', level: 3, runs: [run('HEADINGWORD')] },
      grid(12, 2, (i, j) => `Organisation${i}x${j}`),
    ];
    const pdf = pdfWith(blocks);
    const lying = sizesOf(pdf).flatMap((size, i) => (size === LYING ? [i] : []));
    expect(lying).toHaveLength(1);
    const page = pagesOf(pdf)[lying[0]!]!;
    expect(page).toContain('HEADINGWORD');
    for (let j = 1; j <= 12; j++) expect(page).toContain(`HEAD${j}`);
  });

  it('of forty columns still has every one of them', () => {
    const text = textOf(pdfWith([grid(40, 2, (i, j) => `c${i}${j}`)])).replaceAll(' ', '');
    for (let j = 0; j < 40; j++) expect(text).toContain(`c1${j}`);
  });
});

describe('the texts of a matrix', () => {
  it('stand upright where they fit, with the name of their row over them', () => {
    const pdf = pdfWith([placesOf(2, 3, (i, j) => `text${i}x${j}`)]);
    expect(new Set(sizesOf(pdf))).toEqual(new Set(['595 x 842']));
    const text = textOf(pdf);
    for (const part of ['COLUMN1 COLUMN2', 'Role · ROW3', 'text2x1', 'C6']) expect(text).toContain(part);
  });

  it('lie where they need it', () => {
    expect(sizesOf(pdfWith([placesOf(5, 3, (i, j) => `text${i}x${j}`)]))).toContain(LYING);
    expect(sizesOf(pdfWith([placesOf(4, 3, () => longText(60))]))).toContain(LYING);
  });

  it('say their row and columns again on every page', () => {
    const pages = pagesOf(pdfWith([placesOf(2, 1, (_, j) => longText(2500, `${j}`))]));
    const own = pages.filter((page) => page.includes('decide'));
    expect(own.length).toBeGreaterThan(3);
    for (const page of own) expect(page).toMatch(/COLUMN1 COLUMN2 Role · ROW1/);
    for (const end of ['END0', 'END1']) expect(pages.join(' ')).toContain(end);
  });

  it('of more columns than a page can have stand place by place', () => {
    const pdf = pdfWith([placesOf(9, 2, (i, j) => `text${i}x${j}`)]);
    const text = textOf(pdf);
    expect(sizesOf(pdf)).not.toContain(LYING);
    for (const part of ['ROW2 · COLUMN9', 'text1x8', 'C18']) expect(text).toContain(part);
  });
});

describe('what is quoted', () => {
  it('is indented under what it answers, with a sign where it objects', () => {
    const contests = [quote(2, 'Not here', 'en', { kind: 'contest' })];
    const text = textOf(pdfWith([quotes([quote(1, 'Everywhere', 'en', { contests })])]));
    expect(text).toMatch(/C1 Everywhere a participant C2 ≠ Not here/);
  });
});
