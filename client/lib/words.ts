import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { signal } from '@preact/signals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChild } from 'preact';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language, Localized } from '../../server/domain/text.ts';
import { isolate } from './bidi.ts';
import { localeTag, place } from './formats.ts';
import { lang, rememberLanguage } from './language.ts';

export { dirOf } from '../../server/domain/plain.ts';
export { formatDate, formatDates, formatDay, formatLeft, formatNumber, formatTime, setPlace } from './formats.ts';
export { lang } from './language.ts';

/** Full key → syntax tree of the message, parsed when the client was built; a message without arguments stays a string. */
export type Catalogue = Readonly<Record<string, string | MessageFormatElement[]>>;
export type WordsSurface = 'delegate' | 'desk' | 'screen' | 'reader';
export type WordValues = Readonly<Record<string, string | number | boolean>>;
/** Where words are fetched from, by language. */
export type WordsLoader = Readonly<Record<Language, () => Promise<{ default: Catalogue }>>>;

const catalogue = signal<Catalogue>({});
let surface: WordsSurface | undefined;
/** What has come besides, with parts of the page that are fetched when they are needed. */
const more = new Set<WordsLoader>();
let formatters = new Map<string, { format: IntlMessageFormat; selectors: ReadonlySet<string> }>();
let formattersFor = '';

// Written out, so that the build makes a chunk of each and a page loads one.
const loaders: Record<WordsSurface, WordsLoader> = {
  delegate: {
    ar: () => import('virtual:words/delegate/ar'),
    fr: () => import('virtual:words/delegate/fr'),
    en: () => import('virtual:words/delegate/en'),
  },
  desk: {
    ar: () => import('virtual:words/desk/ar'),
    fr: () => import('virtual:words/desk/fr'),
    en: () => import('virtual:words/desk/en'),
  },
  screen: {
    ar: () => import('virtual:words/screen/ar'),
    fr: () => import('virtual:words/screen/fr'),
    en: () => import('virtual:words/screen/en'),
  },
  reader: {
    ar: () => import('virtual:words/reader/ar'),
    fr: () => import('virtual:words/reader/fr'),
    en: () => import('virtual:words/reader/en'),
  },
};

/** Loads a surface's words and turns the page to the language. Rejects where they cannot be fetched; nothing changes then. */
export async function loadWords(of: WordsSurface, language: Language): Promise<void> {
  const wanted = [loaders[of], ...more];
  const found = await Promise.all(wanted.map((loader) => loader[language]()));
  // More words came meanwhile, in the language that was.
  if (more.size >= wanted.length) return loadWords(of, language);
  surface = of;
  useWords(Object.assign({}, ...found.map(({ default: words }) => words)), language);
}

/** Loads the words of a part of the page, now and whenever the language changes. Rejects where they cannot be fetched. */
export async function loadMoreWords(loader: WordsLoader): Promise<void> {
  if (more.has(loader)) return;
  const language = lang.peek();
  const { default: words } = await loader[language]();
  if (lang.peek() !== language) return loadMoreWords(loader);
  more.add(loader);
  useWords({ ...catalogue.peek(), ...words }, language);
}

/** Puts a catalogue in use. */
export function useWords(words: Catalogue, language: Language): void {
  formatters = new Map();
  catalogue.value = words;
  lang.value = language;
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  document.documentElement.dir = dirOf(language);
}

/** Changes the language of the page, and remembers it in this browser for a year. */
export async function setLanguage(language: Language): Promise<void> {
  if (surface) await loadWords(surface, language);
  rememberLanguage(language);
}

/**
 * The words of a key in the language of the page, its values filled in. A value that runs in the other direction is
 * isolated. A key without words gives itself back, so that a gap is seen.
 */
export function t(key: string, values: WordValues = {}): string {
  return asText(rich(key, values));
}

/** The same with elements among the values: `rich('delegate.seenAs', {who: <strong>…</strong>})`. */
export function rich(key: string, values: Readonly<Record<string, ComponentChild>> = {}): ComponentChild[] {
  const message = catalogue.value[key];
  if (message === undefined) return [key];
  if (typeof message === 'string') return [message];
  const { format, selectors } = formatterOf(key, message);
  const language = lang.value;
  const filled = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && !selectors.has(name) ? isolate(value, language) : value,
    ]),
  );
  const result = format.format<ComponentChild>(filled as Record<string, string>);
  return Array.isArray(result) ? result : [result];
}

/** A text that its organiser wrote in the three languages, in the one of the page. */
export const localized = (text: Localized): string => text[lang.value];

function formatterOf(key: string, message: MessageFormatElement[]) {
  const tag = localeTag(lang.value, place.value.region);
  if (tag !== formattersFor) {
    formatters = new Map();
    formattersFor = tag;
  }
  const known = formatters.get(key);
  if (known) return known;
  const made = { format: new IntlMessageFormat(message, tag), selectors: new Set(selectorsOf(message)) };
  formatters.set(key, made);
  return made;
}

/** Arguments by which a message chooses: their values are names, not text. */
function* selectorsOf(message: readonly MessageFormatElement[]): Iterable<string> {
  for (const element of message) {
    if (!('options' in element)) continue;
    yield element.value;
    for (const option of Object.values(element.options)) yield* selectorsOf(option.value);
  }
}

const asText = (parts: readonly ComponentChild[]): string => parts.join('');
