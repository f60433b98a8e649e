import { type PluralOrSelectOption, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from '@jest/globals';
import { commandSchemas } from '../../server/domain/commands.ts';
import { languages } from '../../server/domain/plain.ts';
import { argumentsOf, elements, literals, messages, namespaces, parsed, read, sources } from './messages.ts';

const of = (lang: string) => messages.filter((message) => message.lang === lang);
const keys = new Set(messages.map((message) => message.key));

const ARABIC = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** "# replies": a noun after the number that carries the mark of the plural. */
const addsAnS = (option: PluralOrSelectOption | undefined): boolean => {
  const [number, noun] = option?.value ?? [];
  return (
    number?.type === TYPE.pound &&
    noun?.type === TYPE.literal &&
    /^\s(?!hors|fois|mois)\p{L}+s(?!\p{L})/u.test(noun.value)
  );
};

/** A language may choose where another only prints (its ordinals, say); where both choose, it is among the same. */
const alike = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  [...a.keys()].sort().join() === [...b.keys()].sort().join() &&
  [...a].every(([name, options]) => options === '' || b.get(name) === '' || b.get(name) === options);

describe('the words of the interface', () => {
  it('are complete: the same namespaces and keys in all languages, none of them empty', () => {
    expect(keys.size).toBeGreaterThan(200);
    for (const lang of languages) {
      expect({ lang, namespaces: namespaces(lang) }).toEqual({ lang, namespaces: namespaces('en') });
      const missing = [...keys].filter((key) => !of(lang).some((message) => message.key === key));
      expect({ lang, missing }).toEqual({ lang, missing: [] });
    }
    expect(messages.filter((message) => message.text.trim() === '').map((message) => message.key)).toEqual([]);
  });

  it('ask for the same values in all languages, and choose among the same names', () => {
    const english = new Map(of('en').map((message) => [message.key, argumentsOf(message)]));
    const different = messages.filter((message) => !alike(argumentsOf(message), english.get(message.key) ?? new Map()));
    expect(different.map(({ lang, key }) => `${lang} ${key}`)).toEqual([]);
  });

  it('have the plural forms of their language: six in Arabic, and one where French or English adds an s', () => {
    let counted = 0;
    const wrong = messages.flatMap((message) =>
      [...elements(parsed(message))].flatMap((element) => {
        if (element.type !== TYPE.plural || element.pluralType === 'ordinal') return [];
        counted++;
        const forms = Object.keys(element.options);
        const needed = message.lang === 'ar' ? ARABIC : addsAnS(element.options.other) ? ['one', 'other'] : ['other'];
        const missing = needed.filter((form) => !forms.includes(form) && !(form === 'one' && forms.includes('=1')));
        return missing.length > 0 ? [`${message.lang} ${message.key} lacks ${missing.join(', ')}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
    expect(counted).toBeGreaterThan(20);
  });

  it('are set as each language is: no-break spaces and apostrophes in French, its own punctuation in Arabic', () => {
    const wrong: Record<string, RegExp> = {
      fr: /'|[^\u00A0\u202F][;?!»]|«[^\u00A0\u202F]|[^\u00A0\u202F\d]:(?!\/\/)/,
      ar: /[,;?"'](?!\S*[A-Za-z])|\u0640/,
      en: /["']/,
    };
    const faults = messages.flatMap((message) =>
      literals(message)
        .filter((text) => wrong[message.lang]?.test(text))
        .map((text) => `${message.lang} ${message.key}: ${text}`),
    );
    expect(faults.filter((fault) => !/^\w+ cli\./.test(fault))).toEqual([]);
  });
});

describe('the code', () => {
  const files = [...sources('client'), ...sources('server')].map((file) => ({ file, text: read(file) }));
  const spaces = namespaces('en').join('|');

  it('uses no key that has no words', () => {
    const literal = new RegExp(`'((?:${spaces})\\.[A-Za-z0-9_]+)'`, 'g');
    const used = files.flatMap(({ file, text }) =>
      [...text.matchAll(literal)].map((match) => ({ file, key: match[1]! })),
    );
    const named = used.filter(({ file }) => file.startsWith('client/'));
    expect(named.length).toBeGreaterThan(100);
    // A kind's commands are named like its words.
    expect(named.filter(({ key }) => !keys.has(key) && !(key in commandSchemas))).toEqual([]);
  });

  it('builds keys only where words begin so', () => {
    const built = new RegExp(`\`((?:${spaces})\\.[A-Za-z0-9_]*)\\$\\{`, 'g');
    const used = files.flatMap(({ file, text }) =>
      [...text.matchAll(built)].map((match) => ({ file, start: match[1]! })),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter(({ start }) => ![...keys].some((key) => key.startsWith(start)))).toEqual([]);
  });

  /** Where the words of a namespace are called by their names alone, as in `wallWord(language, 'here')`. */
  const byName: Readonly<Record<string, RegExp>> = {
    cli: /^server\/cli\//,
    minutes: /^server\//,
    pages: /^server\/http\//,
    reader: /^client\/reader\//,
    reasons: /schema/,
    rejections: /rejection/,
    screen: /screen/,
  };

  it('leaves none of the words unused', () => {
    const all = files.map(({ text }) => text).join('\n');
    const begins = [...all.matchAll(new RegExp(`\`((?:${spaces})\\.[A-Za-z0-9_]+)\\$\\{`, 'g'))].map(
      (match) => match[1]!,
    );
    const ends = [...all.matchAll(new RegExp(`\`(${spaces})\\.\\$\\{[^}]*\\}([A-Za-z0-9_]+)\``, 'g'))];
    const named = new Map(
      Object.entries(byName).map(([space, where]) => {
        const own = files.filter(({ file }) => where.test(file)).map(({ text }) => text);
        return [space, own.join('\n')];
      }),
    );
    const isNamed = (space: string, name: string): boolean => {
      const own = named.get(space) ?? '';
      const starts = [...own.matchAll(/`([A-Za-z0-9]+_)\$\{/g)].map((match) => match[1]!);
      return new RegExp(`['"]${name}['"]|\\b${name}:`).test(own) || starts.some((start) => name.startsWith(start));
    };
    const unused = [...keys].filter((key) => {
      const [space = '', name = ''] = key.split('.');
      if (all.includes(`'${key}'`) || begins.some((start) => key.startsWith(start))) return false;
      if (ends.some(([, of, end]) => of === space && name.endsWith(end!))) return false;
      return !isNamed(space, name);
    });
    expect(unused).toEqual([]);
    expect(isNamed('screen', 'until')).toBe(false);
  });
});
