import { closePairs } from './similarity.ts';
import type { Stemmed } from './stems.ts';

/** Texts, by their places in the list, of which each is close to each. */
export interface Group {
  readonly members: readonly number[];
  /** How close the two of them are that are least so. */
  readonly score: number;
}

/** Fewer words in common say nothing, unless they are all that each text has. */
const MIN_SHARED = 2;

/**
 * Groups of texts that say nearly the same; each text is in one at most. The closest two come together first; others join
 * them that are close to every one of them and share words with all.
 */
export async function closeGroups(texts: readonly Stemmed[]): Promise<Group[]> {
  // What says exactly the same is compared once.
  const wordings = sameWordings(texts);
  const distinct = wordings.flatMap(([first = 0]) => texts[first] ?? []);
  const groups = new Map(distinct.map(({ stems }, i): [number, Joined] => [i, alone(i, stems.keys())]));
  const scores = new Map<number, number>();
  const at = (a: number, b: number) => Math.min(a, b) * distinct.length + Math.max(a, b);
  const pairs = (await closePairs(distinct)).sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
  for (const { a, b, score } of pairs) scores.set(at(a, b), score);
  for (const { a, b } of pairs) {
    const [one, other] = [groups.get(a), groups.get(b)];
    const joined = one && other && one !== other && join(one, other, (x, y) => scores.get(at(x, y)));
    if (joined) for (const i of joined.members) groups.set(i, joined);
  }
  return [...new Set(groups.values())].flatMap(({ members, score }) => {
    const all = members.flatMap((i) => wordings[i] ?? []).sort((a, b) => a - b);
    return all.length > 1 ? [{ members: all, score }] : [];
  });
}

interface Joined extends Group {
  /** The stems that all of them have. */
  readonly shared: ReadonlySet<string>;
}

const alone = (i: number, stems: Iterable<string>): Joined => ({ members: [i], score: 1, shared: new Set(stems) });

/** Both together, if each of the one is close to each of the other and something is common to all. */
function join(one: Joined, other: Joined, score: (a: number, b: number) => number | undefined): Joined | undefined {
  const shared = new Set([...one.shared].filter((stem) => other.shared.has(stem)));
  if (shared.size < MIN_SHARED) return undefined;
  let lowest = Math.min(one.score, other.score);
  for (const a of one.members)
    for (const b of other.members) {
      const close = score(a, b);
      if (close === undefined) return undefined;
      lowest = Math.min(lowest, close);
    }
  return { members: [...one.members, ...other.members], score: lowest, shared };
}

/** Texts of the same stems that deny alike, together; those that have none are left out. */
function sameWordings(texts: readonly Stemmed[]): number[][] {
  const found = new Map<string, number[]>();
  for (const [i, { stems, denies }] of texts.entries()) {
    if (stems.size === 0) continue;
    const key = `${denies} ${[...stems.keys()].sort().join(' ')}`;
    const same = found.get(key);
    if (same) same.push(i);
    else found.set(key, [i]);
  }
  return [...found.values()];
}
