import {
  type ActivitySection,
  type Author,
  type ItemSection,
  type Quote,
  quotesIn,
} from '../../domain/minutes-document.ts';
import type { Value } from './cells.ts';
import type { Making } from './making.ts';
import { type Column, type Sheet, tableSheet } from './sheet.ts';

const LONG = 60;

/** A row for each text of the room and of the document that it worked on: the columns of the table of texts. */
export function textsSheet({ doc, say, make }: Making): Sheet | null {
  const themes = new Map<string, string>();
  for (const { ref, label, texts } of doc.themes)
    for (const text of texts.flatMap(({ refs }) => refs)) themes.set(text, `${ref} ${label.text}`);
  const languages = new Intl.DisplayNames(doc.lang, { type: 'language', fallback: 'code' });
  const named = (lang: string): string => (lang === 'und' ? '' : (languages.of(lang) ?? lang));

  const rowOf = (section: ItemSection, activity: ActivitySection, quote: Quote): Value[] => {
    const written = quote.original ?? quote.text;
    const translation = quote.original ? quote.translations[doc.lang] : undefined;
    const { by, endorsements } = quote;
    return [
      quote.ref,
      written,
      quote.original ? quote.text : null,
      doc.kinds[quote.kind],
      quote.parent,
      section.title,
      activity.title,
      quote.place?.name ?? null,
      by.name,
      by.organisation,
      by.city,
      quote.behalf ? doc.desk : null,
      // Those of a part count for its whole, and stand there.
      quote.kind === 'merged' ? null : endorsements.n,
      endorsements.earlier || null,
      quote.kind === 'merged' ? null : quote.contested,
      quote.merged.map((part) => `${part.ref} (${authorLine(part.by)})`).join('\n'),
      themes.get(quote.ref) ?? null,
      named(written.lang),
      [translation?.by, translation?.earlier ? say('earlierTranslation') : undefined].filter(Boolean).join(' · '),
      quote.event,
    ];
  };
  const rows = doc.sections.flatMap((section) =>
    section.activities.flatMap((activity) =>
      [...quotesIn(activity.log)].map((quote) => rowOf(section, activity, quote)),
    ),
  );
  if (rows.length === 0) return null;
  const own = (name: string, more: Omit<Column, 'name'> = {}): Column => ({ name: doc.columns[name] ?? name, ...more });
  const number = { centred: true, optional: true } as const;
  return tableSheet(make, {
    name: say('sheetTexts'),
    keeps: 1,
    columns: [
      own('ref'),
      own('text', { most: LONG }),
      own('translation', { most: LONG, optional: true }),
      own('kind', { most: 16 }),
      own('parent', { optional: true, most: 16 }),
      own('item', { most: 30 }),
      own('activity', { most: 48 }),
      own('place', { optional: true, most: 24 }),
      own('author', { most: 22 }),
      own('organisation', { optional: true, most: 24 }),
      own('city', { optional: true }),
      own('behalf', { optional: true, most: 20 }),
      own('endorsements', { centred: true }),
      { name: say('earlierEndorsements'), ...number, most: 14 },
      own('objections', { centred: true }),
      own('merged', { optional: true, most: 30 }),
      own('theme', { optional: true, most: 30 }),
      own('lang', { most: 14 }),
      own('translator', { optional: true, most: 24 }),
      own('event', number),
    ],
    rows,
  });
}

const authorLine = ({ name, organisation, city }: Author): string =>
  [name, organisation, city].flatMap((run) => (run ? [run.text] : [])).join(' · ');

/** A row for each key point, under its item, with the references of what it rests on. */
export function pointsSheet({ doc, say, make }: Making): Sheet | null {
  const rows = doc.sections.flatMap(({ title, keyPoints }) =>
    keyPoints.map(({ text, rests }, i): Value[] => [
      title,
      i + 1,
      text,
      rests.map(({ ref, shown }) => (shown ? ref : `${ref} (${say('notShownMark')})`)).join(' · '),
    ]),
  );
  if (rows.length === 0) return null;
  return tableSheet(make, {
    name: say('sheetPoints'),
    columns: [
      { name: doc.columns.item ?? '', most: 30 },
      { name: '№', centred: true },
      { name: doc.kinds.keypoint, most: 80 },
      { name: doc.columns.rests ?? '', optional: true, most: 24 },
    ],
    rows,
  });
}

/** A row for each text of a theme, by its reference; one for a theme in which readers may read none. */
export function themesSheet({ doc, say, make }: Making): Sheet | null {
  if (doc.themes.length === 0) return null;
  const rows = doc.themes.flatMap(({ ref, label, texts, notShown }): Value[][] => {
    const cited = texts.flatMap(({ title, refs }) => refs.map((text): [Value, Value] => [text, title]));
    const [first = [null, null], ...rest] = cited;
    // How many are not shown is told once, so that it can be added up.
    return [first, ...rest].map(([text, title], i) => [ref, label, text, title, i === 0 && notShown ? notShown : null]);
  });
  return tableSheet(make, {
    name: say('sheetThemes'),
    columns: [
      { name: doc.columns.ref ?? '' },
      { name: doc.columns.theme ?? '', most: 50 },
      { name: say('sheetTexts') },
      { name: doc.columns.activity ?? '', most: 50 },
      { name: say('notShown'), centred: true, optional: true, most: 16 },
    ],
    rows,
  });
}
