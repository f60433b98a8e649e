import { describe, expect, it } from '@jest/globals';
import { parse } from '@swc/core';
import { read, sources } from './messages.ts';

/** Attributes that people read or hear. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'placeholder', 'title', 'alt', 'label']);

/** Each language is offered by its own name, whatever the language of the page. */
const OWN_NAMES = /^(العربية|Français|English)$/;

/** What stands on the keys of a keyboard is the same in every language. */
const KEYS = /^(PgDn|B|F|Esc|Enter|Ctrl)$/;

interface Node {
  readonly type?: string;
  readonly [field: string]: unknown;
}

function* nodes(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) for (const entry of value) yield* nodes(entry);
  else if (value !== null && typeof value === 'object') {
    yield value as Node;
    for (const field of Object.values(value)) yield* nodes(field);
  }
}

/** Words of the interface that stand in a source text. */
async function wordsIn(source: string, tsx = true): Promise<string[]> {
  const tree = await parse(source, { syntax: 'typescript', tsx, target: 'es2022' });
  const found: string[] = [];
  for (const node of nodes(tree)) {
    if (node.type === 'JSXText') {
      const shown = String(node.value).trim();
      if (/\p{L}/u.test(shown) && !KEYS.test(shown)) found.push(shown);
    }
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { value: string }; value: Node | null };
      if (SPOKEN.has(name.value) && value?.type === 'StringLiteral' && /\p{L}/u.test(String(value.value)))
        found.push(String(value.value));
    }
    // Two letters of Arabic or an accented one: nobody writes that in a name of code.
    const text = node.type === 'StringLiteral' ? node.value : node.type === 'TemplateElement' ? node.raw : undefined;
    if (typeof text === 'string' && /[\u0621-\u064A]{2}|[àâçéèêëîïôùûœ]/i.test(text) && !OWN_NAMES.test(text))
      found.push(text);
  }
  return found;
}

describe('the client’s code', () => {
  it('holds no words of the interface: they stand in data/locales', async () => {
    const files = sources('client');
    expect(files.length).toBeGreaterThan(50);
    const faults: string[] = [];
    for (const file of files)
      for (const word of await wordsIn(read(file), file.endsWith('x'))) faults.push(`${file}: ${word}`);
    expect(faults).toEqual([]);
  });

  it.each([
    ['<p>Saved</p>', 'Saved'],
    ['<button aria-label="Close"/>', 'Close'],
    ["<p>{'محفوظة'}</p>", 'محفوظة'],
    ['<p>{`Enregistrée à ` + x}</p>', 'Enregistrée à '],
  ])('would be caught with %s', async (jsx, word) => {
    expect(await wordsIn(`const a = ${jsx};`)).toContain(word);
  });
});
