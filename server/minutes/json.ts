import {
  type ActivitySection,
  type Author,
  addWithheld,
  type MinutesDocument,
  nothingWithheld,
  type Quote,
  quotesIn,
} from '../domain/minutes-document.ts';
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
    meeting: { ...meeting, present: doc.present.map(person) },
    item: doc.item,
    counts: { shown: doc.quotes, merged: doc.merged, untranslated: doc.untranslated, ...doc.withheld },
    agenda: doc.agenda.map(({ id, date, start, minutes, title, startedAt, endedAt }) => ({
      id,
      date,
      start,
      minutes,
      title: title.text,
      startedAt: startedAt === null ? null : iso(startedAt),
      endedAt: endedAt === null ? null : iso(endedAt),
      activities: (doc.sections.find((section) => section.id === id)?.activities ?? []).map((a) => activity(a, doc)),
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

const person = ({ name, organisation, city }: Author) => ({
  name: name.text,
  organisation: organisation?.text ?? null,
  city: city?.text ?? null,
});

const author = (by: Author) => (by.named ? person(by) : null);

function activity(section: ActivitySection, doc: MinutesDocument): Json {
  const quotes = [...quotesIn(section.blocks)];
  const own = section.blocks.flatMap((block) => (block.type === 'quotes' ? [block] : []));
  return {
    id: section.id,
    kind: section.kind,
    title: section.title.text,
    counts: {
      shown: quotes.length,
      merged: quotes.filter((quote) => quote.kind === 'merged').length,
      untranslated: quotes.filter((quote) => quote.untranslated).length,
      ...own.map((block) => block.withheld).reduce(addWithheld, nothingWithheld),
    },
    contributions: own
      .flatMap((block) => block.quotes)
      .map((quote) => ({
        // One that answers what is not shown stands where contributions do.
        kind: quote.kind === 'reply' ? ('reply' as const) : ('contribution' as const),
        ...entry(quote, doc),
        parts: parts(quote, doc),
        replies: quote.replies.map((reply) => ({
          kind: 'reply' as const,
          ...entry(reply, doc),
          parts: parts(reply, doc),
        })),
      })),
  };
}

const parts = (quote: Quote, doc: MinutesDocument) =>
  quote.parts.map((part) => ({ kind: 'merged' as const, ...entry(part, doc) }));

function entry(quote: Quote, doc: MinutesDocument) {
  const translation = quote.original && quote.translations[doc.lang];
  const { text, lang } = quote.original ?? quote.text;
  return {
    ref: quote.ref,
    event: quote.event,
    parent: quote.parent,
    written: { lang, text },
    translation: translation
      ? { text: translation.text, by: translation.by ?? null, earlier: translation.earlier }
      : null,
    by: author(quote.by),
    endorsements: { n: quote.endorsements.n, earlier: quote.endorsements.earlier },
    merged: quote.merged.map((part) => ({ ref: part.ref, by: author(part.by) })),
  };
}
