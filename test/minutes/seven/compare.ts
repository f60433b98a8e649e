import type { Expected, ExpectedEntry } from './expected.ts';
import { near, type ReadPdf, timesIn } from './pdf.ts';
import type { Read, ReadEntry } from './readers.ts';
import { skeleton, squash } from './squash.ts';

/* What minutes have that the log does not say, and the other way round: a line for each, none where they agree. */

/** A text so short that it may stand in another by chance. */
const SHORT = 8;
/** A text whose words may stand near each other by chance. */
const LOOSE = 16;

const token = (ref: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${ref}(?![A-Za-z0-9])`);

/** Minutes in one language, in a format that tells its texts apart. */
export function compare(expected: Expected, read: Read): string[] {
  return [
    ...references(expected, read.entries, 1),
    ...expected.entries.flatMap((entry) => {
      const found = read.entries.find(({ ref }) => ref === entry.ref);
      return found ? sameEntry(entry, found) : [];
    }),
    ...around([read.alone ? { ...expected, themes: [], ballots: [], present: [] } : expected], (text) =>
      read.all.includes(squash(text)),
    ),
    ...absent([expected], read.words, (text) =>
      squash(text).length < SHORT ? 0 : read.all.split(squash(text)).length - 1,
    ),
  ];
}

/** Each reference as often as there are languages, and no other. */
function references({ entries }: Expected, found: readonly ReadEntry[], languages: number): string[] {
  const counts = new Map<string, number>();
  for (const { ref } of found) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  const wanted = new Set(entries.map(({ ref }) => ref));
  return [
    ...entries.flatMap(({ ref }) => {
      const n = counts.get(ref) ?? 0;
      return n === languages ? [] : [`${ref} stands ${n} times`];
    }),
    ...[...counts.keys()].flatMap((ref) => (wanted.has(ref) ? [] : [`${ref} should not stand there`])),
  ];
}

/** A nought or nothing, as a format says it; not a number. */
const nothing = (n: number | null | undefined): number | null => (n === 0 ? 0 : null);

function sameEntry(entry: ExpectedEntry, found: ReadEntry): string[] {
  const differs = (what: string, is: unknown, should: unknown): string[] =>
    is === undefined || is === should ? [] : [`${entry.ref}: ${what} is ${String(is)}, not ${String(should)}`];
  // Where nobody's name is shown, something stands in its place.
  const named = found.author === undefined || entry.author !== null || found.author === null;
  return [
    ...differs('its text', found.texts, squash(entry.main + (entry.original ?? ''))),
    ...differs('the translator', found.translator, entry.translator),
    // Those of a part are counted with its whole.
    ...differs('endorsements', found.endorsements, entry.endorsements ?? nothing(found.endorsements)),
    ...differs('objections', found.objections, entry.objections ?? nothing(found.objections)),
    ...differs('the theme', found.theme, entry.theme),
    ...(named ? differs('the author', found.author, entry.author) : []),
  ];
}

/** What stands around the texts is somewhere in the file. */
function around(all: readonly Expected[], has: (text: string) => boolean): string[] {
  return all.flatMap(({ points, themes, ballots, present }) => [
    ...points.flatMap(({ text }) => (has(text) ? [] : [`the key point ${text} is missing`])),
    ...themes.flatMap(({ ref, label }) =>
      has(`${ref} ${label}`) || has(label) ? [] : [`the theme ${ref} is missing`],
    ),
    ...ballots.flatMap(({ options }) =>
      options.flatMap(({ label }) => (label === null || has(label) ? [] : [`the option ${label} is missing`])),
    ),
    ...present.flatMap((name) => (has(name) ? [] : [`${name} agreed to be listed and is not`])),
  ]);
}

/** What may not be read is not, unless the same words are to be read as something else. */
function absent(all: readonly Expected[], words: string, times: (text: string) => number): string[] {
  const allowed = all.flatMap(allowedIn).map(skeleton);
  // A translation into one language of a file is expected there.
  const [first, ...others] = all.map(({ forbidden }) => forbidden);
  const everywhere = (first ?? []).filter(({ text }) =>
    others.every((other) => other.some((each) => each.text === text)),
  );
  const seen = new Set<string>();
  return [
    ...everywhere.flatMap(({ what, text }) => {
      const letters = skeleton(text);
      if (letters === '' || seen.has(letters) || allowed.some((one) => one.includes(letters))) return [];
      seen.add(letters);
      return times(text) > 0 ? [`${what}: “${text}” stands there`] : [];
    }),
    ...(all[0]?.gone ?? []).flatMap((ref) =>
      token(ref).test(words) ? [`${ref} is named, and stands for nothing`] : [],
    ),
  ];
}

const allowedIn = ({ entries, points, themes, ballots, present }: Expected): string[] => [
  ...entries.flatMap(({ main, original, author, translator }) => [
    main,
    original ?? '',
    author ?? '',
    translator ?? '',
  ]),
  ...points.map(({ text }) => text),
  ...themes.map(({ label }) => label),
  ...ballots.flatMap(({ options }) => options.map(({ label }) => label ?? '')),
  ...present,
];

/** Two languages side by side: each text stands there in both. */
export function compareBeside(all: readonly [Expected, Expected], read: Read): string[] {
  return [
    ...references(all[0], read.entries, 2),
    ...all.flatMap(({ entries, lang }) =>
      entries.flatMap(({ ref, main }) =>
        read.entries.some((found) => found.ref === ref && found.texts.includes(squash(main)))
          ? []
          : [`${ref}: its text in ${lang} is missing`],
      ),
    ),
    ...around(all, (text) => read.all.includes(squash(text))),
    ...absent(all, read.words, (text) => (squash(text).length < SHORT ? 0 : read.all.split(squash(text)).length - 1)),
  ];
}

/** A PDF: texts are found in its letters, and counted there; which one a reference names is told by where they begin. */
export function comparePdf(all: readonly Expected[], { letters, words, beside: places }: ReadPdf): string[] {
  const mains = all.flatMap(({ entries }) => entries.map(({ main }) => main));
  const originals = all.flatMap(({ entries }) => entries.flatMap(({ original }) => original ?? []));
  const elsewhere = all.flatMap(({ points, themes, ballots }) => [
    ...points.map(({ text }) => text),
    ...themes.map(({ label }) => label),
    ...ballots.flatMap(({ options }) => options.flatMap(({ label }) => label ?? [])),
  ]);
  const within = (text: string, pieces: readonly string[]): number =>
    pieces.reduce((sum, piece) => sum + timesIn(skeleton(piece), text), 0);
  const strict = (text: string) => skeleton(text).length >= SHORT && letters.includes(skeleton(text));
  const beside = all.length > 1;
  return [
    ...new Set(
      all.flatMap(({ entries }) =>
        entries.flatMap(({ ref, main, original }) => {
          const here = [main, ...(original === null || beside ? [] : [original])];
          return here.flatMap((text) => {
            if (skeleton(text).length < SHORT) return [];
            const least = within(text, mains) + (beside ? 0 : within(text, originals));
            const most = least + (beside ? within(text, originals) : 0) + 3 * within(text, elsewhere);
            const n = timesIn(letters, text);
            const found = n === 0 && near(letters, text) ? least : n;
            return found < least || found > most ? [`${ref}: “${text}” stands ${found} times, not ${least}`] : [];
          });
        }),
      ),
    ),
    ...(all[0]?.entries ?? []).flatMap(({ ref }) => (token(ref).test(words) ? [] : [`${ref} is missing`])),
    ...(all[0]?.entries ?? []).flatMap((entry, i) =>
      paired(
        all.map(({ entries }) => entries[i] ?? entry),
        places,
      ),
    ),
    ...around(all, (text) => timesIn(letters, text) > 0 || near(letters, text)),
    ...absent(all, words, (text) => (skeleton(text).length < LOOSE ? Number(strict(text)) : timesIn(letters, text))),
  ];
}

/** Words of its text that stand beside a reference somewhere: of those with which it begins, a third. */
const BEGINS = 6;

/** Where a reference stands, its text begins. */
function paired(entries: readonly ExpectedEntry[], beside: ReadPdf['beside']): string[] {
  const [{ ref = '' } = {}] = entries;
  const places = beside.get(ref) ?? [];
  const begins = entries.map(({ main }) =>
    main
      .split(/\s+/)
      .map(skeleton)
      .filter((word) => word.length > 2)
      .slice(0, BEGINS),
  );
  const there = begins.some(
    (words) =>
      words.length < 3 || places.some((near) => words.filter((word) => near.includes(word)).length * 3 >= words.length),
  );
  return there ? [] : [`${ref}: its text does not begin where it stands`];
}
