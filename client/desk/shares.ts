import type { Localized } from '../../server/domain/text.ts';

interface Share {
  readonly id: string;
  readonly name: string;
  readonly here: number;
  readonly joined: number;
}

/** Those who joined and those who are online, by the entries of a list; the unlisted last. */
export function sharesOf(
  list: readonly { id: string; name: Localized }[],
  joined: Readonly<Record<string, number>>,
  here: Readonly<Record<string, number>>,
  words: { name(text: Localized): string; unlisted: string },
): Share[] {
  const known = list
    .map(({ id, name }) => ({ id, name: words.name(name), joined: joined[id] ?? 0, here: here[id] ?? 0 }))
    .filter((share) => share.joined > 0)
    .sort((a, b) => b.joined - a.joined || a.name.localeCompare(b.name));
  const rest = { id: '', name: words.unlisted, joined: joined[''] ?? 0, here: here[''] ?? 0 };
  return rest.joined > 0 ? [...known, rest] : known;
}
