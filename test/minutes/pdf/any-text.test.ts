import { describe, expect, it } from '@jest/globals';
import { TestMeeting } from '../../support/test-meeting.ts';
import { longText, pdfOf, pdfWith, quote, quotes } from './made.ts';
import { checkOf, fontsOf, infoOf, leftOf, pagesOf, textOf } from './read.ts';

/** What people write, by script: the last has no font of its own, and is seen as boxes. */
const SCRIPTS: Record<string, readonly [string, string]> = {
  Greek: ['el', 'Οι πόλεις μαθαίνουν'],
  Cyrillic: ['uk', 'Міста навчаються разом'],
  Tifinagh: ['zgh', 'ⵜⴰⵎⴰⵣⵉⵖⵜ'],
  Ethiopic: ['am', 'ከተሞች ይማራሉ'],
  Hebrew: ['he', 'ערים לומדות'],
  Bengali: ['bn', 'শহর'],
  Devanagari: ['hi', 'शहर'],
  Armenian: ['hy', 'քաղաքներ'],
  Georgian: ['ka', 'ქალაქები'],
  Chinese: ['zh', '城市互相学习'],
  Turkish: ['tr', 'Şehirler öğreniyor'],
  Vietnamese: ['vi', 'Thành phố học hỏi'],
  Japanese: ['ja', 'ひらがな'],
  Cherokee: ['chr', 'ᏣᎳᎩ'],
};
const FONTS = /^(Amiri|NotoSans|NotoEmoji|ZCOOL|Halqa)/;

const accessible = (pdf: Uint8Array): boolean => Buffer.from(pdf).toString('latin1').includes('<pdfuaid:part>1');

describe('a text of any script', () => {
  const pdf = pdfWith([quotes(Object.values(SCRIPTS).map(([lang, text], i) => quote(i + 1, text, lang)))]);
  const text = textOf(pdf);

  it.each(Object.entries(SCRIPTS))('%s is in the file', (name, [, written]) => {
    // Signs that stand on letters or join them may come before these.
    const bare = (each: string): string => each.normalize('NFD').replace(/[\p{M}\s]/gu, '');
    expect(bare(text)).toContain(
      name === 'Bengali' || name === 'Devanagari' ? bare(written).slice(0, 1) : bare(written),
    );
  });

  it('is set in fonts that come with the project, so that it is the same on every machine', () => {
    expect([...fontsOf(pdf)].filter((font) => !FONTS.test(font))).toEqual([]);
    expect(accessible(pdf)).toBe(true);
  });
});

describe.each(['ar', 'fr', 'en'] as const)('in %s', (lang) => {
  it('what looks like markup, and every sign of the keyboard, is text', () => {
    const wild =
      '#set page(fill: red) $x$ *bold* _it_ `code` @ref <label> = Head - list + one / two \\ " \' ~ -- --- #{1+1} [x] {y} // no /* no */';
    const pdf = pdfWith([quotes([quote(1, wild, 'en')])], lang);
    const text = textOf(pdf).replaceAll(' ', '');
    // Brackets may be turned in a line that runs to the left.
    for (const part of wild.split(/[\s()[\]{}<>]+/).filter(Boolean)) expect(text).toContain(part);
    expect(accessible(pdf)).toBe(true);
  });

  it('control characters, half characters and what is no character do no harm', () => {
    const odd =
      'BEFORE\u0000\u0007\u001B[31m\t\u202E\u2066\uFFFE\uD800x\uDC00\u{10FFFF}\uE000\u00AD\u2028\u{E0041}AFTER';
    const pdf = pdfWith([quotes([quote(1, odd, lang)])], lang, { title: { text: `Title ${odd}`, lang } });
    expect(textOf(pdf)).toContain('BEFORE');
    expect(textOf(pdf)).toContain('AFTER');
    expect(infoOf(pdf).Title).toContain('BEFORE');
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  });

  it('a word of a thousand letters stays on the page', () => {
    const pdf = pdfWith(
      [quotes([quote(1, `${'long'.repeat(250)} https://example.org/${'path/'.repeat(60)} ENDWORD`, lang)])],
      lang,
    );
    const text = textOf(pdf).replaceAll(' ', '');
    expect(text).toContain('ENDWORD');
    expect(text.split('long').length - 1).toBe(250);
    for (const x of leftOf(pdf, 'long')) expect(x).toBeGreaterThan(0);
  });
});

describe('however much or little there is', () => {
  it('emoji are seen', () => {
    const pdf = pdfWith([quotes([quote(1, 'Thanks 🙏🏽 👩‍👩‍👧 🇹🇳 ❤️ ✅ END', 'en')])]);
    expect([...fontsOf(pdf)].some((font) => font.startsWith('NotoEmoji'))).toBe(true);
    expect(textOf(pdf)).toContain('🙏');
    expect(accessible(pdf)).toBe(true);
  });

  it('a text of 5,000 words is whole', () => {
    const pages = pagesOf(pdfWith([quotes([quote(1, longText(5000, 'ALL'), 'en')])]));
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.join(' ').match(/\b(people|in|the|city|meet|and|decide)\b/g)!.length).toBeGreaterThanOrEqual(5000);
    expect(pages.at(-1)).toContain('ENDALL');
  });

  it.each(['ar', 'fr', 'en'] as const)('a meeting in which nothing has happened has its minutes in %s', (lang) => {
    const pdf = pdfOf(new TestMeeting(), lang);
    expect(accessible(pdf)).toBe(true);
    expect(pagesOf(pdf).length).toBeGreaterThan(1);
  });

  it('2,000 contributions are all there', () => {
    const list = Array.from({ length: 2000 }, (_, i) => quote(i + 1, `Text number${i + 1} of the room`, 'en'));
    const text = textOf(pdfWith([quotes(list)]));
    expect(new Set(text.match(/number\d+ of/g)).size).toBe(2000);
    expect(new Set(text.match(/\bC\d+\b/g)).size).toBe(2000);
  });
});
