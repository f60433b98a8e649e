import type { Stemmed } from './stems.ts';

/** Two texts, by their places in the list, and what they share of all that they say: above 0, at most 1. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * From here on two texts count as saying nearly the same. Chosen on one half of the sentences in test/suggest: lower brings
 * in sentences that only sound alike, higher loses how real documents say a thing twice.
 */
export const CLOSE = 0.35;
/** In a text of more stems a denial is about one part of it. */
const SHORT = 12;
/** The pairs of a text with earlier ones that are kept, the closest: a room that says one thing in 2,000 ways is no group. */
const MAX_PARTNERS = 30;
/** After so many texts others have their turn: the meeting goes on meanwhile. */
const BREATH = 50;

/**
 * Pairs of different texts that are close: the weights of the stems that both have, of those that either has. A stem
 * weighs more the fewer of the texts have it. Texts that differ in what they deny, or in all their numbers, are no pair.
 */
export async function closePairs(texts: readonly Stemmed[]): Promise<Pair[]> {
  const weights = weightsOf(texts);
  const totals = texts.map(({ stems }) => [...stems.keys()].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0));
  const pairs: Pair[] = [];
  const holders = new Map<string, number[]>();
  // What the text at hand has in common with each before it.
  const common = new Float64Array(texts.length);
  for (const [b, text] of texts.entries()) {
    const met: number[] = [];
    for (const stem of text.stems.keys()) {
      const weight = weights.get(stem) ?? 0;
      const others = holders.get(stem) ?? [];
      for (const a of others) {
        if (common[a] === 0) met.push(a);
        common[a]! += weight;
      }
      others.push(b);
      holders.set(stem, others);
    }
    let close: Pair[] = [];
    for (const a of met) {
      const score = common[a]! / (totals[a]! + totals[b]! - common[a]!);
      if (score >= CLOSE && !opposed(texts[a]!, text)) close.push({ a, b, score });
      if (close.length > 10 * MAX_PARTNERS) close = closest(close);
      common[a] = 0;
    }
    pairs.push(...closest(close));
    if (b % BREATH === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return pairs;
}

const closest = (pairs: Pair[]): Pair[] => pairs.sort((p, q) => q.score - p.score || p.a - q.a).slice(0, MAX_PARTNERS);

function weightsOf(texts: readonly Stemmed[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { stems } of texts) for (const stem of stems.keys()) held.set(stem, (held.get(stem) ?? 0) + 1);
  return new Map([...held].map(([stem, n]) => [stem, Math.log(1 + texts.length / n)]));
}

function opposed(a: Stemmed, b: Stemmed): boolean {
  if (a.denies !== b.denies && a.stems.size <= SHORT && b.stems.size <= SHORT) return true;
  return a.numbers.size > 0 && b.numbers.size > 0 && ![...a.numbers].some((number) => b.numbers.has(number));
}
