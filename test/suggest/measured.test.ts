import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../server/domain/text.ts';
import { suggestions } from '../../server/suggest/suggest.ts';
import { readings } from './readings.ts';
import { arabic, english, french, type Halves, type Sentences } from './sentences.ts';

/** Suggested pairs that say the same, suggested ones that do not, and all that do. */
async function measure({ same, alike }: Sentences, lang: Language) {
  const meanings = [...same, ...alike.flat().map((text) => [text])];
  const texts = meanings.flatMap((list, meaning) => list.map((text) => ({ text, meaning })));
  const groups = await suggestions(
    readings(
      texts.map(({ text }) => text),
      lang,
    ),
  );
  const of = new Map(texts.map(({ meaning }, i) => [`c${i + 1}`, meaning]));
  const pairs = groups.flatMap(({ items }) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const)));
  const right = pairs.filter(([a, b]) => of.get(a) === of.get(b)).length;
  return {
    right,
    wrong: pairs.length - right,
    all: same.reduce((n, { length }) => n + (length * (length - 1)) / 2, 0),
  };
}

const measured: { lang: Language; halves: Halves; half: keyof Halves; right: number; wrong: number; all: number }[] = [
  { lang: 'ar', halves: arabic, half: 'chosen', right: 16, wrong: 1, all: 18 },
  { lang: 'fr', halves: french, half: 'chosen', right: 14, wrong: 0, all: 16 },
  { lang: 'en', halves: english, half: 'chosen', right: 16, wrong: 3, all: 18 },
  { lang: 'ar', halves: arabic, half: 'kept', right: 14, wrong: 1, all: 16 },
  { lang: 'fr', halves: french, half: 'kept', right: 14, wrong: 3, all: 16 },
  { lang: 'en', halves: english, half: 'kept', right: 14, wrong: 3, all: 16 },
];

describe('what is suggested of sentences like a room’s', () => {
  it.each(measured)('$lang, the half that was $half: no worse than it was', async ({ lang, halves, half, ...was }) => {
    const now = await measure(halves[half], lang);
    expect(now.all).toBe(was.all);
    expect(now.right).toBeGreaterThanOrEqual(was.right);
    expect(now.wrong).toBeLessThanOrEqual(was.wrong);
  });
});
