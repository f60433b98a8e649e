import { stringify } from 'csv-stringify/sync';
import {
  type ActivitySection,
  type Author,
  type ItemSection,
  type KeyPoint,
  type MinutesDocument,
  type Quote,
  quotesIn,
} from '../domain/minutes-document.ts';
import { type Column, columns } from './columns.ts';

type Row = Record<Column, string | number>;

/**
 * A row for each text of the room and of the document that it worked on, and for each key point; UTF-8 with a byte order
 * mark, RFC 4180. The text stands once as written and, where it is translated into the document's language, once more in
 * the next column. Pictures, counts and what was read are not texts of the room, and not here. No cell is a formula.
 */
export function renderCsv(doc: MinutesDocument): string {
  const themes = new Map(
    doc.themes.flatMap(({ ref, label, texts }) =>
      texts.flatMap(({ refs }) => refs.map((text) => [text, `${ref} ${label.text}`] as const)),
    ),
  );
  const rows = doc.sections.flatMap((section) => [
    ...section.keyPoints.map((point) => pointRow(doc, section, point)),
    ...section.activities.flatMap((activity) =>
      [...quotesIn(activity.log)].map((quote) => rowOf(doc, section, activity, quote, themes.get(quote.ref) ?? '')),
    ),
  ]);
  return stringify(rows, {
    bom: true,
    header: true,
    columns: columns.map((column) => ({ key: column, header: doc.columns[column] ?? column })),
    record_delimiter: '\r\n',
    quoted_string: true,
    escape_formulas: true,
  });
}

/** A key point has no reference of its own; it names those that it rests on. */
function pointRow(doc: MinutesDocument, section: ItemSection, { text, rests }: KeyPoint): Row {
  const none = Object.fromEntries(columns.map((column) => [column, ''])) as Row;
  return inert({
    ...none,
    meeting: doc.meeting.title,
    item: section.title.text,
    kind: doc.kinds.keypoint,
    lang: text.lang,
    text: text.text,
    author: doc.desk,
    rests: rests.map(({ ref }) => ref).join('; '),
  });
}

function rowOf(
  doc: MinutesDocument,
  section: ItemSection,
  activity: ActivitySection,
  quote: Quote,
  theme: string,
): Row {
  const { by } = quote;
  const written = quote.original ?? quote.text;
  return inert({
    meeting: doc.meeting.title,
    item: section.title.text,
    activity: activity.title.text,
    ref: quote.ref,
    parent: quote.parent ?? '',
    kind: doc.kinds[quote.kind],
    lang: written.lang,
    text: written.text,
    translation: quote.original ? quote.text.text : '',
    translator: quote.original ? (quote.translations[doc.lang]?.by ?? '') : '',
    author: by.name.text,
    organisation: by.organisation?.text ?? '',
    city: by.city?.text ?? '',
    endorsements: quote.endorsements.n,
    merged: quote.merged.map((part) => `${part.ref} (${authorLine(part.by)})`).join('; '),
    event: quote.event ?? '',
    place: quote.place?.name.text ?? '',
    objections: quote.contested,
    theme,
    rests: '',
    behalf: quote.behalf ? doc.desk : '',
  });
}

function inert(row: Row): Row {
  for (const column of columns) {
    const value = row[column];
    if (typeof value === 'string') row[column] = guarded(value);
  }
  return row;
}

const authorLine = ({ name, organisation, city }: Author): string =>
  [name, organisation, city].flatMap((run) => (run ? [run.text] : [])).join(', ');

// A programme set to another separator splits a quoted cell at semicolons, tabs and line ends; what it finds behind one
// is made inert like the start of a cell, which escape_formulas looks after.
const guarded = (text: string): string => text.replace(/([;\t\n])(?=[=+@]|-\S)/g, "$1'");
