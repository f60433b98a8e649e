import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HideReason, RemovalReason } from '../../server/domain/contributions/schema.ts';
import { rejectionCodes } from '../../server/domain/rejection.ts';
import { type Language, languages } from '../../server/domain/text.ts';
import { formatters, projectRoot, wordsFor } from '../../server/words.ts';

const namespaces = ['minutes', 'reader', 'rejections', 'reasons'] as const;
const messages = (lang: Language, namespace: string): Record<string, string> =>
  JSON.parse(readFileSync(join(projectRoot, 'data/locales', lang, `${namespace}.json`), 'utf8'));

/** Which forms a message has, for each of its plurals. */
function pluralsOf(message: string): string[][] {
  const found: string[][] = [];
  const walk = (nodes: ReturnType<typeof parse>): void => {
    for (const node of nodes)
      if ('options' in node) {
        if ('pluralType' in node) found.push(Object.keys(node.options));
        for (const option of Object.values(node.options)) walk(option.value);
      }
  };
  walk(parse(message));
  return found;
}

/** Names of the values that a message takes. */
const valuesOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name!))].sort();

describe.each(namespaces)('words of %s', (namespace) => {
  const all = Object.fromEntries(languages.map((lang) => [lang, messages(lang, namespace)]));

  it('are there in the three languages, with the same values', () => {
    const keys = Object.keys(all.ar!);
    for (const lang of languages) {
      expect(Object.keys(all[lang]!)).toEqual(keys);
      for (const key of keys)
        expect([lang, key, valuesOf(all[lang]![key]!)]).toEqual([lang, key, valuesOf(all.en![key]!)]);
    }
  });

  it('have all six forms in Arabic wherever something is counted', () => {
    for (const [key, message] of Object.entries(all.ar!))
      for (const forms of pluralsOf(message))
        expect([key, forms]).toEqual([key, ['zero', 'one', 'two', 'few', 'many', 'other']]);
    for (const [key, message] of Object.entries(all.en!))
      expect([key, pluralsOf(all.ar![key]!).length >= pluralsOf(message).length]).toEqual([key, true]);
  });

  it('follow the typography of each language', () => {
    for (const message of Object.values(all.fr!)) {
      expect(message).not.toMatch(/'| [;?!%»]| :(?!\w)|« |(?<=[A-Za-zé])[;!?»]/);
      expect(message).not.toMatch(/[“”]/);
    }
    for (const message of Object.values(all.ar!)) {
      const words = message.replace(
        /\{\w+, plural,|\{\w+(, number)?(, percent)?\}|\b(zero|one|two|few|many|other)\b|[{}]/g,
        '',
      );
      expect(words).not.toMatch(/[,;?"'\u0640]|[\u0660-\u0669]/);
    }
    for (const message of Object.values(all.en!)) expect(message).not.toMatch(/["']|[«»]| [;:?!]/);
  });
});

describe('words for what can be refused or hidden', () => {
  it('are there for each code and each reason, and for nothing else', () => {
    expect(Object.keys(messages('en', 'rejections')).sort()).toEqual([...rejectionCodes].sort());
    expect(Object.keys(messages('en', 'reasons'))).toEqual([
      ...HideReason.options.map((reason) => `hide_${reason}`),
      ...RemovalReason.options.map((reason) => `remove_${reason}`),
    ]);
  });

  it('can be said with the values they name', () => {
    for (const lang of languages)
      for (const code of rejectionCodes)
        expect(wordsFor(lang)(`rejections.${code}`, { max: 10_000, seconds: 30 })).toMatch(/.{10}/);
  });
});

describe('wordsFor', () => {
  const { NODE_ENV } = process.env;
  afterEach(() => {
    process.env.NODE_ENV = NODE_ENV;
  });

  it('counts in the six forms of Arabic, with the digits of the region', () => {
    const words = wordsFor('ar');
    const said = [0, 1, 2, 3, 11, 100].map((n) => words('minutes.replies', { n }));
    expect(said).toEqual(['لا ردود', 'ردّ واحد', 'ردّان', '3 ردود', '11 ردًّا', '100 ردّ']);
  });

  it('throws on a key without words in tests, and gives the key back elsewhere', () => {
    expect(() => wordsFor('fr')('minutes.nowhere')).toThrow('minutes.nowhere');
    process.env.NODE_ENV = 'production';
    expect(wordsFor('fr')('minutes.nowhere')).toBe('minutes.nowhere');
  });
});

describe('formatters', () => {
  const [ar, fr, en] = languages.map((lang) => formatters(lang, 'TN', 'Africa/Tunis')) as [Fmt, Fmt, Fmt];
  type Fmt = ReturnType<typeof formatters>;
  const at = Date.UTC(2019, 5, 25, 23, 30);

  it('use the months of the region and the zone of the meeting', () => {
    expect([ar, fr, en].map((f) => f.date('2019-06-25'))).toEqual(['25 جوان 2019', '25 juin 2019', '25 June 2019']);
    expect([ar, fr, en].map((f) => f.time(at))).toEqual(['00:30', '00:30', '00:30']);
    expect([ar, fr, en].map((f) => f.dateOf(at))).toEqual(['26 جوان 2019', '26 juin 2019', '26 June 2019']);
    expect(en.isoDate(at)).toBe('2019-06-26');
  });

  it('join two days that follow each other, and span more', () => {
    const two = [ar, fr, en].map((f) => f.dateRange('2019-06-25', '2019-06-26'));
    expect(two).toEqual(['25 و26 جوان 2019', '25 et 26 juin 2019', '25 and 26 June 2019']);
    expect(fr.dateRange('2019-06-25', '2019-06-25')).toBe('25 juin 2019');
    expect(fr.dateRange('2019-06-25', '2019-06-28')).toMatch(/^25\s?–\s?28 juin 2019$/);
  });

  it('name languages, and leave a tag that has no name', () => {
    expect([ar, fr, en].map((f) => f.languageName('fr'))).toEqual(['الفرنسية', 'français', 'French']);
    expect(en.languageName('qqq')).toBe('qqq');
  });
});
