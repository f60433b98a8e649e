import { parse } from '@formatjs/icu-messageformat-parser';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { isolate } from '../../client/lib/bidi.ts';
import { codeDigits, groupedCode, latinDigits, personalCodeOf } from '../../client/lib/digits.ts';
import { formatDate, formatDates, formatLeft, formatTime, setPlace } from '../../client/lib/formats.ts';
import { matches } from '../../client/lib/search.ts';
import { rich, t, useWords } from '../../client/lib/words.ts';

beforeEach(() => setPlace('Africa/Tunis', 'TN'));

describe('words', () => {
  it('count in the forms of the language, with Latin digits', () => {
    const replies = '{n, plural, zero {لا ردود} one {ردّ واحد} two {ردّان} few {# ردود} many {# ردًّا} other {# ردّ}}';
    useWords({ 'x.replies': parse(replies) }, 'ar');
    expect([0, 1, 2, 3, 11, 100].map((n) => t('x.replies', { n }))).toEqual([
      ...['لا ردود', 'ردّ واحد', 'ردّان', '3 ردود', '11 ردًّا', '100 ردّ'],
    ]);
  });

  it('isolate a value of the other direction, and not the name by which a message chooses', () => {
    useWords({ 'x.by': parse('ترجمة {by}'), 'x.choice': parse('{k, select, yes {نعم} other {لا}}') }, 'ar');
    expect(t('x.by', { by: 'Salma B.' })).toBe('ترجمة \u2068Salma B.\u2069');
    expect(t('x.by', { by: 'سلمى' })).toBe('ترجمة سلمى');
    expect(t('x.choice', { k: 'yes' })).toBe('نعم');
    expect(isolate('سمير', 'fr')).toBe('\u2068سمير\u2069');
  });

  it('give a gap back as its key, and elements in their place', () => {
    useWords({ 'x.seen': parse('Seen: {who}.'), 'x.plain': 'Plain' }, 'en');
    expect(t('x.none')).toBe('x.none');
    expect(t('x.plain')).toBe('Plain');
    const element = { type: 'strong' } as never;
    expect(rich('x.seen', { who: element })).toEqual(['Seen: ', element, '.']);
  });
});

describe('times and dates', () => {
  it('are those of the place of the meeting', () => {
    useWords({}, 'ar');
    expect(formatTime(Date.UTC(2019, 5, 25, 9, 42))).toBe('10:42');
    expect(formatDate('2019-06-25')).toBe('25 جوان 2019');
    useWords({}, 'fr');
    expect(formatDate('2019-06-25')).toBe('25 juin 2019');
    useWords({}, 'en');
    expect(formatDates('2019-06-25', '2019-06-26').replace(/\s*–\s*/, '–')).toBe('25–26 June 2019');
  });

  it('that are left are never less than nothing', () => {
    expect([400_000, 59_001, 0, -5000, 4_000_000].map(formatLeft)).toEqual(['6:40', '1:00', '0:00', '0:00', '1:06:40']);
  });
});

describe('codes', () => {
  it('are taken from every keyboard', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789');
    expect(codeDigits('٤٨٢-٩١٣')).toBe('482913');
    expect(codeDigits(' 482 913 77')).toBe('482913');
    expect(personalCodeOf(' ab۱2-cd34 ')).toBe('AB12CD34');
    expect(groupedCode('AB12CD34')).toBe('AB12 CD34');
    expect(groupedCode('AB12')).toBe('AB12');
  });
});

describe('the search in a list', () => {
  it('minds neither accents, vowel signs, alefs, the article nor the order of words', () => {
    const names = ['بلدية أثينا', 'Municipalité d’Athènes', 'City of Athens'];
    for (const query of ['athenes', 'اثينا', 'بلديه', 'athens city', 'MUNICIPALITE', 'd athen'])
      expect(matches(query, names)).toBe(true);
    for (const query of ['tunis', 'city x', 'ثين']) expect(matches(query, names)).toBe(false);
    expect(matches('شبكة', ['الشبكة المتوسّطية'])).toBe(true);
    expect(matches('', names)).toBe(true);
  });
});
