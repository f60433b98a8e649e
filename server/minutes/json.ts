import {
  type ActivitySection,
  type Author,
  addWithheld,
  type Block,
  type MinutesDocument,
  nothingWithheld,
  type Quote,
  quotesIn,
} from '../domain/minutes-document.ts';
import { aroundJson, itemJson, personJson } from './json-around.ts';
import { figureJson } from './json-figure.ts';
import type { MinutesJson } from './json-schema.ts';

type Json = MinutesJson['agenda'][number]['activities'][number];

/** The minutes as JSON, in the shape of `minutes.schema.json`. */
export const renderJson = (doc: MinutesDocument): string => `${JSON.stringify(minutesJson(doc), null, 2)}\n`;

export function minutesJson(doc: MinutesDocument): MinutesJson {
  const { meeting } = doc;
  return {
    format: 1,
    lang: doc.lang,
    composedAt: iso(doc.composedAt),
    head: { seq: doc.head.seq, hash: doc.head.hash },
    meeting: { ...meeting, present: doc.present.map((by) => ({ ...personJson(by), halves: [...by.halves] })) },
    item: doc.item,
    day: doc.day,
    counts: { shown: doc.quotes, merged: doc.merged, untranslated: doc.untranslated, ...doc.withheld },
    ...aroundJson(doc),
    agenda: doc.agenda.map((line) => {
      const { id, date, start, minutes, title, startedAt, endedAt } = line;
      const section = doc.sections.find((one) => one.id === id);
      return {
        id,
        date,
        start,
        minutes,
        title: title.text,
        ...itemJson(line, section),
        startedAt: startedAt === null ? null : iso(startedAt),
        endedAt: endedAt === null ? null : iso(endedAt),
        activities: (section?.activities ?? []).map((a) => activity(a, doc)),
      };
    }),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

const author = (by: Author) => (by.as === 'name' ? personJson(by) : null);
const shownAs = ({ as, name }: Author) => ({ as, name: name.text });

function activity(section: ActivitySection, doc: MinutesDocument): Json {
  const quotes = [...quotesIn(section.log)];
  const own = section.log.flatMap((block) => (block.type === 'quotes' ? [block] : []));
  return {
    id: section.id,
    kind: section.kind,
    title: section.title.text,
    attribution: section.attribution,
    counts: {
      shown: quotes.length,
      merged: quotes.filter((quote) => quote.kind === 'merged').length,
      untranslated: quotes.filter((quote) => quote.untranslated).length,
      ...own.map((block) => block.withheld).reduce(addWithheld, nothingWithheld),
    },
    contributions: own
      .flatMap((block) => block.quotes)
      .map((quote) => ({
        // One that answers or contests what is not shown stands where contributions do.
        kind: quote.kind === 'merged' ? ('contribution' as const) : quote.kind,
        ...entry(quote, doc),
        parts: parts(quote, doc),
        contests: quote.contests.map((contest) => below('contest', contest, doc)),
        replies: quote.replies.map((reply) => below('reply', reply, doc)),
      })),
    figures: section.blocks.flatMap((block) => (block.type === 'figure' ? [figureJson(block.figure)] : [])),
    passages: section.blocks.flatMap(passages),
    sources: section.blocks.flatMap((block) =>
      block.type === 'sources' ? block.sources.map(({ n, text }) => ({ n, text: text.text })) : [],
    ),
  };
}

const passages = (block: Block): Json['passages'] =>
  block.type === 'passages'
    ? block.passages.map(({ id, lead, text, sources, marks }) => ({
        id,
        section: block.section.text,
        lead: lead?.text ?? null,
        text: text.text,
        sources: sources.map(({ n }) => n),
        marks: marks.map((mark) => ({ id: mark.id, n: mark.n })),
      }))
    : [];

const below = <K extends 'reply' | 'contest'>(kind: K, quote: Quote, doc: MinutesDocument) => ({
  kind,
  ...entry(quote, doc),
  parts: parts(quote, doc),
});

const parts = (quote: Quote, doc: MinutesDocument) =>
  quote.parts.map((part) => ({ kind: 'merged' as const, ...entry(part, doc) }));

function entry(quote: Quote, doc: MinutesDocument) {
  const translation = quote.original && quote.translations[doc.lang];
  const { text, lang } = quote.original ?? quote.text;
  return {
    ref: quote.ref,
    event: quote.event,
    parent: quote.parent,
    place: quote.place && { id: quote.place.id, name: quote.place.name.text },
    written: { lang, text },
    translation: translation
      ? { text: translation.text, by: translation.by ?? null, earlier: translation.earlier }
      : null,
    by: author(quote.by),
    shownAs: shownAs(quote.by),
    behalf: quote.behalf,
    endorsements: { n: quote.endorsements.n, earlier: quote.endorsements.earlier },
    contested: quote.contested,
    merged: quote.merged.map((part) => ({ ref: part.ref, by: author(part.by), shownAs: shownAs(part.by) })),
  };
}
