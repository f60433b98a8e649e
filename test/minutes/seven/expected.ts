import { type Language, languages } from '../../../server/domain/text.ts';
import type { Words } from './events.ts';
import type { Log, Said } from './log.ts';

/** A text as minutes in a language have to show it. */
export interface ExpectedEntry {
  readonly ref: string;
  readonly item: string;
  readonly activity: string;
  /** As it is read, and as it was written where that is something else. */
  readonly main: string;
  readonly original: string | null;
  readonly written: string;
  readonly translator: string | null;
  readonly kind: 'contribution' | 'reply' | 'contest' | 'merged';
  /** The name that may stand beside it; null for nobody's. */
  readonly author: string | null;
  /** Null for a part: it is counted with its whole. */
  readonly endorsements: number | null;
  readonly objections: number | null;
  readonly theme: string | null;
}

export interface ExpectedBallot {
  readonly activity: string;
  /** Dots and voters of an option are null where there is no result of it. */
  readonly options: readonly {
    readonly label: string | null;
    readonly dots: number | null;
    readonly voters: number | null;
  }[];
}

/** All that minutes in a language have to show of the room's work, and what they may not show. */
export interface Expected {
  readonly lang: Language;
  readonly entries: readonly ExpectedEntry[];
  readonly points: readonly { readonly text: string; readonly rests: readonly string[] }[];
  readonly themes: readonly { readonly ref: string; readonly label: string; readonly refs: readonly string[] }[];
  readonly ballots: readonly ExpectedBallot[];
  /** Names of those who agreed to be listed. */
  readonly present: readonly string[];
  /** How many were there in each half-day. */
  readonly halves: Readonly<Record<string, number>>;
  /** References that stand for nothing that readers may read, and are cited nowhere. */
  readonly gone: readonly string[];
  readonly forbidden: readonly { readonly what: string; readonly text: string }[];
}

const primary = (lang: string): string => lang.split('-')[0] ?? lang;
export const said = (label: Words, lang: Language): string =>
  label[lang] ?? languages.map((other) => label[other]).find((text) => text !== undefined) ?? '';

export function expected(log: Log, lang: Language): Expected {
  const readable = (one: Said | undefined): boolean =>
    one !== undefined &&
    one.ref !== null &&
    !one.gone &&
    !one.hidden &&
    !one.late &&
    (one.into === null || readable(log.said.get(one.into)));
  const all = [...log.said.values()];
  const shown = all.filter(readable);
  const named = (one: Said): string | null => {
    const person = one.author === null ? undefined : log.people.get(one.author);
    return person?.words && log.attribution.get(one.activity) === 'named' ? person.name : null;
  };
  const entries = shown.map((one) => entryOf(one, lang, log, all, named(one)));
  const byItem = new Map(entries.map((entry) => [entry.item, entry]));
  const points = [...log.points.values()].flat().map(({ label, rests }) => ({
    text: said(label, lang),
    rests: rests.map(({ ref }) => ref),
  }));
  const cited = new Set(points.flatMap(({ rests }) => rests));
  const halves: Record<string, number> = {};
  for (const person of log.people.values()) for (const half of person.halves) halves[half] = (halves[half] ?? 0) + 1;
  return {
    lang,
    entries,
    points,
    themes: [...log.themes].map(([id, { ref, label }]) => ({
      ref,
      label: said(label, lang),
      refs: [...log.themes.of].flatMap(([item, theme]) => (theme === id ? (byItem.get(item)?.ref ?? []) : [])),
    })),
    ballots: ballotsOf(log, lang, byItem),
    present: [...log.people.values()].filter(({ present }) => present).map(({ name }) => name),
    halves,
    gone: all.flatMap((one) => (one.ref && !readable(one) && !cited.has(one.ref) ? [one.ref] : [])),
    forbidden: forbiddenIn(log, lang, shown, all, entries),
  };
}

function entryOf(one: Said, lang: Language, log: Log, all: readonly Said[], author: string | null): ExpectedEntry {
  const translation = one.seed || primary(one.lang) === lang ? undefined : one.translations.get(lang);
  const written = one.seed?.[lang] ?? one.text;
  const parts = log.whole(one);
  const authors = new Set(parts.map((part) => part.author));
  const endorsers = new Set(parts.flatMap((part) => [...part.endorsers]));
  // Who wrote a part is behind the whole already.
  const counted = [...endorsers].filter((who) => parts.length === 1 || !authors.has(who)).length;
  const against = all.filter(
    (other) =>
      other.contests && other.ref && !other.gone && !other.hidden && parts.some(({ item }) => item === other.parent),
  );
  const theme = log.themes.get(log.themes.of.get(one.item) ?? '');
  return {
    ref: one.ref ?? '',
    item: one.item,
    activity: one.activity,
    main: translation?.text ?? written,
    original: translation ? one.text : null,
    written,
    translator: translation?.by ?? null,
    kind: one.into ? 'merged' : one.contests ? 'contest' : one.parent ? 'reply' : 'contribution',
    author,
    endorsements: one.into ? null : counted,
    objections: one.into ? null : new Set(against.map((other) => other.author)).size,
    theme: theme?.ref ?? null,
  };
}

function ballotsOf(log: Log, lang: Language, byItem: ReadonlyMap<string, ExpectedEntry>): ExpectedBallot[] {
  const labelOf = (item: string): string | null => byItem.get(log.said.get(item)?.into ?? item)?.main ?? null;
  return [...log.ballots].flatMap(([activity, { options, votes, closed, early }]) =>
    votes.size === 0 && !closed
      ? []
      : [
          {
            activity,
            options: [...options].map(([id, { file, label, withdrawn }]) => {
              const given = [...votes.values()].flatMap((dots) => dots.get(id) ?? []);
              const told = !withdrawn && (closed || early);
              return {
                label: file ? file[lang] : label ? said(label, lang) : labelOf(id),
                dots: told ? given.reduce((sum, n) => sum + n, 0) : null,
                voters: told ? given.length : null,
              };
            }),
          },
        ],
  );
}

function forbiddenIn(
  log: Log,
  lang: Language,
  shown: readonly Said[],
  all: readonly Said[],
  entries: readonly ExpectedEntry[],
): Expected['forbidden'] {
  const readable = new Set(shown);
  const found = [...log.dropped];
  for (const one of all)
    if (!readable.has(one)) {
      const what = one.gone
        ? 'gone'
        : one.hidden
          ? 'hidden'
          : one.late
            ? 'late'
            : one.ref
              ? 'part of hidden'
              : 'pending';
      for (const text of [one.text, ...[...one.translations.values()].map((each) => each.text)])
        if (text) found.push({ what, text });
    }
  // What is shown is shown in this language alone, beside what was written.
  for (const one of shown)
    for (const [other, { text }] of one.translations)
      if (other !== lang || primary(one.lang) === lang) found.push({ what: `translation into ${other}`, text });
  for (const { label } of log.themes.removed.values())
    for (const text of Object.values(label)) found.push({ what: 'theme', text });
  const signed = new Set(entries.flatMap(({ author }) => author ?? []));
  for (const person of log.people.values())
    if (!person.present && !(person.words && (person.spoke || signed.has(person.name))))
      found.push({ what: 'name', text: person.name });
  return found;
}
