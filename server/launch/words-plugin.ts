import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:words/';

/** What a page has besides a namespace of its own name. */
const besides: Readonly<Record<string, readonly string[]>> = { desk: ['order'] };

/** What every page needs, and the page's own; `kind-<name>` is what comes with that kind of activity, and nothing else. */
const namespacesOf = (surface: string): string[] =>
  surface.startsWith('kind-')
    ? [surface.slice('kind-'.length)]
    : ['common', 'rejections', 'reasons', surface, ...(besides[surface] ?? [])];

/**
 * `virtual:words/<surface>/<language>`: that page's messages, or those of a kind of activity, in one language: full key
 * → parsed message (a message without arguments stays a string). A message that does not parse ends the build with its file and name.
 */
export function wordsPlugin(locales: string): Plugin {
  return {
    name: 'halqa:words',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const [surface, lang] = id.slice(PREFIX.length + 1).split('/') as [string, string];
      const words: Record<string, string | MessageFormatElement[]> = {};
      for (const namespace of namespacesOf(surface)) {
        const file = join(locales, lang, `${namespace}.json`);
        this.addWatchFile(file);
        const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
        for (const [name, message] of Object.entries(messages))
          words[`${namespace}.${name}`] = compiled(message, `${file}: ${name}`);
      }
      return `export default ${JSON.stringify(words)}`;
    },
  };
}

function compiled(message: string, where: string): string | MessageFormatElement[] {
  try {
    const ast = parse(message, { captureLocation: false });
    const [only] = ast;
    if (!only) return '';
    return ast.length === 1 && only.type === TYPE.literal ? only.value : ast;
  } catch (error) {
    throw new Error(`${where} is not a message: ${(error as Error).message}`, { cause: error });
  }
}
