import { stringify } from 'csv-stringify/sync';
import {
  type ActivitySection,
  type Author,
  type ItemSection,
  type MinutesDocument,
  type Quote,
  quotesIn,
} from '../domain/minutes-document.ts';
import { type Column, columns } from './columns.ts';

type Row = Record<Column, string | number>;

/**
 * A row for each text of the room and of the document that it worked on, UTF-8 with a byte order mark, RFC 4180. The text
 * stands once as written and, where it is translated into the document's language, once more in the next column. Pictures
 * and what was read are not texts of the room, and not here. No cell is a formula.
 */
export function renderCsv(doc: MinutesDocument): string {
  const rows = doc.sections.flatMap((section) =>
    section.activities.flatMap((activity) =>
      [...quotesIn(activity.blocks)].map((quote) => rowOf(doc, section, activity, quote)),
    ),
  );
  return stringify(rows, {
    bom: true,
    header: true,
    columns: columns.map((column) => ({ key: column, header: doc.columns[column] ?? column })),
    record_delimiter: '\r\n',
    quoted_string: true,
    escape_formulas: true,
  });
}

function rowOf(doc: MinutesDocument, section: ItemSection, activity: ActivitySection, quote: Quote): Row {
  const { by } = quote;
  const written = quote.original ?? quote.text;
  const row: Row = {
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
    event: quote.event,
    place: quote.place?.name.text ?? '',
    objections: quote.contested,
  };
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
