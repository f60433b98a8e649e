import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../../server/domain/text.ts';

/** Letters, accents apart, blanks, line ends, joiners, marks, halves of pairs, and what hides or turns text. */
const raw = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'é', 'e\u0301', 'ق', '\u0301', '\u0323', '👩', '\u{E0041}', '\uD83D', '\uDE00', '\u1100'),
      fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', '\u00A0', '\u000B', '\u0085', '\u2028', '\u3000'),
      fc.constantFrom('\u200C', '\u200D', '\u200E', '\u200F', '\u061C', '\uFE0F', '\u3164'),
      fc.constantFrom('\u0000', '\u0007', '\u001B', '\u00AD', '\u200B', '\u202E', '\u2066', '\u2069', '\uFEFF'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const everywhere = { seed: 7, numRuns: 1500 };

describe('a text as it is stored', () => {
  it('[MTG48] is in NFC, also where something stood between a letter and its accent', () => {
    expect(cleanText('e\u0301le\u0300ve')).toBe('\u00E9l\u00E8ve');
    expect(cleanText('e\u200B\u0301')).toBe('\u00E9');
  });

  it.each([
    ['control characters', 'a\u0000b\u0007c\u001B[31md\u007Fe\u009Bf', 'abc[31mdef'],
    ['overrides, embeddings and isolates', '\u202Eevil\u202C \u202Ax\u202B \u2066y\u2067z\u2068\u2069', 'evil x yz'],
    ['zero-width characters', 'a\u200Bb\u2060c\uFEFFd\u00ADe\u180Ef', 'abcdef'],
    ['interlinear and tag characters', 'a\uFFF9b\uFFFAc\uFFFBd\u{E0001}\u{E0061}\u{E007F}e', 'abcde'],
  ])('[MTG48] has no %s', (_name, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('[MTG48] has no unpaired surrogates, and keeps pairs', () => {
    expect(cleanText('a\uD83Db\uDE00c')).toBe('abc');
    expect(cleanText('\uDE00\uD83D')).toBe('');
    expect(cleanText('\uD83D\uD83D\uDE00\uDE00')).toBe('\u{1F600}');
    expect(cleanText('\uD83D\u200B\uDE00x')).toBe('x');
  });

  it.each([
    ['a family of four', '👨‍👩‍👧‍👦'],
    ['a flag with joiners', '🏴‍☠️'],
    ['Persian with a non-joiner', 'می‌خواهم'],
    ['marks of direction', 'C12\u200E و\u200F ثم\u061C 3'],
    ['Arabic with its vowels', 'مُشارَكةٌ'],
    ['N’Ko, Tifinagh and Devanagari with joiners', 'ߒߞߏ ⵜⵉⴼⵉⵏⴰⵖ क्‍ष'],
  ])('[MTG48] keeps %s', (_name, text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'));
  });

  it('[MTG48] has at most two empty lines in a row, an empty line being one that shows nothing', () => {
    expect(cleanText('a\n\n\nb')).toBe('a\n\n\nb');
    expect(cleanText('a\n\n\n\n\n\nb')).toBe('a\n\n\nb');
    expect(cleanText('a\r\n\r\n \t\r\n\u00A0\r\n\u200F\n\u200Bb')).toBe('a\n\n\nb');
  });

  it('[MTG48] ends its lines with a newline, however they were ended, and without blanks', () => {
    expect(cleanText(' a \r\nb\rc\u2028d\u2029e\u0085f\u000Bg\t\n ')).toBe('a\nb\nc\nd\ne\nf\ng');
    expect(cleanLine(' a \r\nb\rc\u2028d\u200B \u0007 e\tf ')).toBe('a b c d e f');
    // As French is written.
    expect(cleanLine('Qui\u00a0?  «\u202fNous\u202f»')).toBe('Qui\u00a0? «\u202fNous\u202f»');
  });

  it.each([
    '',
    ' \n\t ',
    '\u200B',
    '\u200C\u200D\u200E\u200F\u061C',
    '\u202E\u202C',
    '\uFE0F',
    '\u3164 \u115F',
    '\uD800',
  ])('[MTG48] is empty where it would show nothing: %j', (text) => {
    expect(cleanText(text)).toBe('');
    expect(cleanLine(text)).toBe('');
  });

  it('[MTG48] is changed no further by being cleaned again', () => {
    fc.assert(
      fc.property(raw, (text) => {
        for (const clean of [cleanText, cleanLine]) expect(clean(clean(text))).toBe(clean(text));
      }),
      everywhere,
    );
  });

  it('[MTG48] is NFC, well formed, trimmed and without what hides or turns it, whatever came', () => {
    fc.assert(
      fc.property(raw, (text) => {
        for (const stored of [cleanText(text), cleanLine(text)]) {
          expect(stored).toBe(stored.normalize('NFC').trim());
          expect(stored).not.toMatch(/\p{Cs}|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]|\n{4}/u);
          expect(stored.replaceAll('\n', '')).not.toMatch(/\p{Cc}(?<!\t)/u);
        }
        expect(cleanLine(text)).not.toMatch(/\s{2}|[\n\t]/);
      }),
      everywhere,
    );
  });

  it('[MTG48] loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ب', 'é', '字', '\u200B', ' '), maxLength: 40 }), (text) => {
        expect(cleanText(text).replaceAll(' ', '')).toBe(text.replaceAll(/[\u200B ]/g, ''));
      }),
      everywhere,
    );
  });

  it('[MTG48] keeps no more combining marks on a letter than thirty, and all that a script needs', () => {
    expect(cleanText(`x${'\u0316'.repeat(60_000)}y`)).toBe(`x${'\u0316'.repeat(30)}y`);
    expect(cleanText('مُحَمَّدٌ')).toBe('مُحَمَّدٌ'.normalize('NFC'));
  });
});
