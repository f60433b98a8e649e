import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { languages } from '../../server/domain/plain.ts';

export const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'data/locales');

export interface Message {
  readonly key: string;
  readonly lang: (typeof languages)[number];
  readonly text: string;
}

/** The namespaces of a language: its files. */
export const namespaces = (lang: string): string[] =>
  readdirSync(path.join(folder, lang))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();

/** Every message of every language and namespace. */
export const messages: readonly Message[] = languages.flatMap((lang) =>
  namespaces(lang).flatMap((namespace) => {
    const file = JSON.parse(readFileSync(path.join(folder, lang, `${namespace}.json`), 'utf8')) as Record<
      string,
      string
    >;
    return Object.entries(file).map(([name, text]) => ({ key: `${namespace}.${name}`, lang, text }));
  }),
);

export const parsed = (message: Message): MessageFormatElement[] => {
  try {
    return parse(message.text);
  } catch (error) {
    throw new Error(`${message.lang} ${message.key}: ${(error as Error).message}`);
  }
};

/** Every element of a message, also inside plurals and choices. */
export function* elements(message: readonly MessageFormatElement[]): Iterable<MessageFormatElement> {
  for (const element of message) {
    yield element;
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) yield* elements(option.value);
  }
}

/** The values that a message asks for, by name, with the names among which it chooses; empty where it does not choose. */
export function argumentsOf(message: Message): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of elements(parsed(message))) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    const options = element.type === TYPE.select ? Object.keys(element.options).sort().join('|') : '';
    found.set(element.value, found.get(element.value) || options);
  }
  return found;
}

/** The words of a message without its arguments, one string for each stretch. */
export const literals = (message: Message): string[] =>
  [...elements(parsed(message))].flatMap((element) => (element.type === TYPE.literal ? [element.value] : []));

/** Source files under a folder of the project, by path from the root. */
export const sources = (under: string): string[] =>
  readdirSync(path.join(root, under), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(under, name.replaceAll(path.sep, '/')));

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
