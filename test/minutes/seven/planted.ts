import type { Block, ItemSection, MinutesDocument, Quote } from '../../../server/domain/minutes-document.ts';
import { renderCsv } from '../../../server/minutes/csv.ts';
import { renderDocx } from '../../../server/minutes/docx/render.ts';
import type { MinutesFormat } from '../../../server/minutes/formats.ts';
import { renderHtml } from '../../../server/minutes/html.ts';
import { renderJson } from '../../../server/minutes/json.ts';
import { renderMarkdown } from '../../../server/minutes/markdown.ts';
import { renderPdf } from '../../../server/minutes/pdf/render.ts';
import { renderXlsx } from '../../../server/minutes/xlsx/render.ts';

/* Documents with a fault put into them: what compares minutes with the log has to find it. */

export async function rendered(doc: MinutesDocument, format: MinutesFormat): Promise<Uint8Array> {
  const edition = { doc, beside: null };
  switch (format) {
    case 'html':
      return Buffer.from(renderHtml(doc));
    case 'md':
      return Buffer.from(renderMarkdown(doc));
    case 'csv':
      return Buffer.from(renderCsv(doc));
    case 'json':
      return Buffer.from(renderJson(doc));
    case 'pdf':
      return renderPdf(edition);
    case 'docx':
      return renderDocx(edition);
    case 'xlsx':
      return renderXlsx(doc);
  }
}

/** Changes each quote of some; null leaves it out. */
type Change = (quote: Quote) => readonly Quote[];

const changed = (quotes: readonly Quote[], change: Change): Quote[] =>
  quotes.flatMap((quote) =>
    change({
      ...quote,
      parts: changed(quote.parts, change),
      contests: changed(quote.contests, change),
      replies: changed(quote.replies, change),
    }),
  );

const inBlocks = (blocks: readonly Block[], change: Change): Block[] =>
  blocks.map((block) =>
    block.type !== 'quotes'
      ? block
      : {
          ...block,
          quotes: changed(block.quotes, change),
          ...(block.table
            ? {
                table: {
                  ...block.table,
                  rows: block.table.rows.map((row) => ({
                    ...row,
                    cells: row.cells.map((cell) => ({ ...cell, quotes: changed(cell.quotes, change) })),
                  })),
                },
              }
            : {}),
        },
  );

function withQuotes(doc: MinutesDocument, change: Change): MinutesDocument {
  const section = (each: ItemSection): ItemSection => ({
    ...each,
    activities: each.activities.map((activity) => ({ ...activity, log: inBlocks(activity.log, change) })),
  });
  return { ...doc, sections: doc.sections.map(section), annex: inBlocks(doc.annex, change) };
}

/** Without the text of a reference. */
export const without = (doc: MinutesDocument, ref: string): MinutesDocument =>
  withQuotes(doc, (quote) => (quote.ref === ref ? [] : [quote]));

/** With a text twice. */
export const twice = (doc: MinutesDocument, ref: string): MinutesDocument =>
  withQuotes(doc, (quote) => (quote.ref === ref ? [quote, quote] : [quote]));

/** With another text under a reference. */
export const saying = (doc: MinutesDocument, ref: string, text: string): MinutesDocument =>
  withQuotes(doc, (quote) => (quote.ref === ref ? [{ ...quote, text: { ...quote.text, text } }] : [quote]));

/** With one more, after a text. */
export const withMore = (doc: MinutesDocument, after: string, ref: string, text: string): MinutesDocument =>
  withQuotes(doc, (quote) =>
    quote.ref === after
      ? [
          quote,
          { ...quote, ref: ref as Quote['ref'], text: { ...quote.text, text }, parts: [], replies: [], merged: [] },
        ]
      : [quote],
  );

/** With a name beside a text. */
export const signed = (doc: MinutesDocument, ref: string, name: string): MinutesDocument =>
  withQuotes(doc, (quote) => {
    const run = { text: name, lang: 'und' };
    return quote.ref === ref ? [{ ...quote, by: { ...quote.by, as: 'name', name: run }, notes: [[run]] }] : [quote];
  });
