import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Words } from './domain/activities/activity.ts';
import type { Language, TextLanguage } from './domain/text.ts';

/** The project's folder: the nearest above this file that holds a package.json, from the source and from the build alike. */
export const projectRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('no package.json above the server');
    folder = above;
  }
  return folder;
})();

/** `ar-TN-u-nu-latn`: the language as the meeting's region writes it, with Latin digits; the same on every surface. */
export const localeTag = (lang: Language, region: string): string =>
  `${lang === 'en' ? 'en-GB' : `${lang}-${region}`}-u-nu-latn`;

const catalogues = new Map<Language, ReadonlyMap<string, string>>();

/** Full key → message of every namespace of a language, read once. */
export function messagesOf(lang: Language): ReadonlyMap<string, string> {
  const known = catalogues.get(lang);
  if (known) return known;
  const messages = new Map<string, string>();
  const folder = join(projectRoot, 'data', 'locales', lang);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const entries = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
    for (const [name, message] of Object.entries(entries)) messages.set(`${file.slice(0, -5)}.${name}`, message);
  }
  catalogues.set(lang, messages);
  return messages;
}

const made = new Map<string, Words>();

/**
 * The words of `data/locales/<lang>/` as a function of key and values.
 * @throws Error on a key without words, in tests; otherwise the key itself stands in, so that a gap is seen.
 */
export function wordsFor(lang: Language, region = 'TN'): Words {
  const tag = localeTag(lang, region);
  const known = made.get(tag);
  if (known) return known;
  const formats = new Map<string, IntlMessageFormat>();
  const words: Words = (key, values) => {
    let format = formats.get(key);
    if (!format) {
      const message = messagesOf(lang).get(key);
      if (message === undefined) {
        if (process.env.NODE_ENV === 'test') throw new Error(`no words for ${key} in ${lang}`);
        return key;
      }
      format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  };
  made.set(tag, words);
  return words;
}

export interface Formatters {
  /** A moment in milliseconds since 1970, UTC: 15:05 in the meeting's zone. */
  time(at: number): string;
  /** A moment as a date of the meeting's zone: 25 June 2019. */
  dateOf(at: number): string;
  /** A calendar date, 2019-06-25: 25 June 2019. */
  date(iso: string): string;
  /** The same with the day of the week. */
  day(iso: string): string;
  /** Two calendar dates: 25 and 26 June 2019; further apart, 25–28 June 2019. */
  dateRange(first: string, last: string): string;
  /** Two moments of one day: 10:20–11:05. */
  timeRange(from: number, to: number): string;
  /** A moment as a calendar date of the meeting's zone: 2019-06-25. */
  isoDate(at: number): string;
  number(n: number): string;
  list(parts: readonly string[]): string;
  /** The name of a text's language; its tag where it has no name. */
  languageName(lang: TextLanguage): string;
}

/** Dates, times, numbers and lists as the meeting's region writes them. */
export function formatters(lang: Language, region: string, timezone: string): Formatters {
  const tag = localeTag(lang, region);
  const at = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const clock = at({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timezone);
  const moment = at(long, timezone);
  const date = at(long, 'UTC');
  const dayOfMonth = at({ day: 'numeric' }, 'UTC');
  const weekday = at({ ...long, weekday: 'long' }, 'UTC');
  const iso = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag);
  const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
  return {
    time: (ms) => clock.format(ms),
    dateOf: (ms) => moment.format(ms),
    date: (day) => date.format(Date.parse(day)),
    day: (day) => weekday.format(Date.parse(day)),
    dateRange(first, last) {
      const [from, to] = [Date.parse(first), Date.parse(last)];
      if (first === last) return date.format(from);
      const next = to - from === 86_400_000 && first.slice(0, 7) === last.slice(0, 7);
      return next ? lists.format([dayOfMonth.format(from), date.format(to)]) : date.formatRange(from, to);
    },
    timeRange: (from, to) => `${clock.format(from)}–${clock.format(to)}`,
    isoDate: (ms) => iso.format(ms),
    number: (n) => numbers.format(n),
    list: (parts) => lists.format(parts),
    languageName: (language) => names.of(language) ?? language,
  };
}
