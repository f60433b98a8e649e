import type { ItemId, Reference } from '../domain/ids.ts';
import type { Suggestion } from '../domain/protocol.ts';
import { type Language, languages } from '../domain/text.ts';
import { closeGroups } from './groups.ts';
import { type Stemmed, stemmed } from './stems.ts';

/** One reading of an item: its own text, or a translation of it. */
export interface Reading {
  readonly id: ItemId;
  readonly ref: Reference | null;
  readonly text: string;
  readonly lang: Language;
  readonly translated: boolean;
  /** What it replies to. */
  readonly parent: ItemId | null;
  /** The theme that it is in. */
  readonly theme: string | null;
}

export const MAX_SUGGESTIONS = 50;

/**
 * Groups of items of which some reading in one language says nearly the same, the closest first. An item and a reply to
 * it are never in one group, and items that are all in one theme already are none. The same readings give the same
 * groups.
 */
export async function suggestions(readings: readonly Reading[]): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  for (const lang of languages) found.push(...(await inLanguage(readings, lang)));
  found.sort((a, b) => b.score - a.score || b.items.length - a.items.length);
  return found
    .filter((group, i) => !found.some((other, j) => i !== j && within(group, other, i < j)))
    .slice(0, MAX_SUGGESTIONS);
}

async function inLanguage(all: readonly Reading[], lang: Language): Promise<Suggestion[]> {
  const readings = all.filter((reading) => reading.lang === lang);
  const texts = stemmed(
    readings.map(({ text }) => text),
    lang,
  );
  const each = texts.flatMap((text, i): Compared[] => (readings[i] ? [{ reading: readings[i], text }] : []));
  return (await closeGroups(texts)).flatMap(({ members, score }) => {
    const group = together(members.flatMap((i) => each[i] ?? []));
    if (group.length < 2 || inOneTheme(group)) return [];
    return [
      {
        items: group.map(({ reading }) => reading.id),
        refs: group.map(({ reading }) => reading.ref),
        translated: group.flatMap(({ reading }) => (reading.translated ? [reading.id] : [])),
        lang,
        shared: sharedWords(group.map(({ text }) => text)),
        score: Math.round(score * 100) / 100,
      },
    ];
  });
}

interface Compared {
  readonly reading: Reading;
  readonly text: Stemmed;
}

/** What all of them say, as the first has written it. */
const sharedWords = ([first, ...others]: readonly Stemmed[]): string[] =>
  [...(first?.stems ?? [])].flatMap(([stem, word]) => (others.every(({ stems }) => stems.has(stem)) ? [word] : []));

/** Without replies to what stays, and what it replies to. */
function together(all: readonly Compared[]): Compared[] {
  const kept: Compared[] = [];
  const answers = (a: Reading, b: Reading) => a.parent === b.id || b.parent === a.id;
  for (const one of all) if (!kept.some(({ reading }) => answers(reading, one.reading))) kept.push(one);
  return kept;
}

const inOneTheme = ([first, ...others]: readonly Compared[]): boolean =>
  first?.reading.theme != null && others.every(({ reading }) => reading.theme === first.reading.theme);

/** Whether another group says it all: one that holds its items and more, or the same ones and comes first. */
function within(group: Suggestion, other: Suggestion, first: boolean): boolean {
  const size = group.items.length;
  if (size > other.items.length || (size === other.items.length && first)) return false;
  return group.items.every((id) => other.items.includes(id));
}
