import { Document, type PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Embedded } from './fonts.ts';

type Body = Parameters<PageNumberEstimator>[0];

const layOut = estimatePageNumbersWith({ guess: true });

/**
 * The pages of the contents, found by laying out the document as Word does, with these fonts. What stands behind the
 * last of them need not be laid out: in a long annex that would take most of the time.
 */
export function pageNumbers(until: number, fonts: readonly Embedded[]): PageNumberEstimator {
  const measured = new Document({ fonts, sections: [] }).FontTable;
  return (body, context) => {
    const file: typeof context.file = Object.create(context.file, { FontTable: { value: measured } });
    return layOut(upTo(body, until), { ...context, file });
  };
}

/** The body up to a bookmark's end, with the last section's page. */
function upTo(body: Body, id: number): Body {
  const name = Object.keys(body)[0];
  const content: unknown = name === undefined ? undefined : body[name];
  if (name === undefined || !Array.isArray(content)) return body;
  const at = content.findIndex((child: Body) => JSON.stringify(child['w:bookmarkEnd'] ?? '').includes(`"w:id":${id}`));
  return { [name]: (at < 0 ? content : [...content.slice(0, at), content.at(-1)]).map(eased) };
}

const ENDLESS = /[^\s"\\]{300,}/gu;

/** A word that fills pages is broken letter by letter, which takes seconds: for laying out it is several words. */
function eased(child: Body): Body {
  const json = JSON.stringify(child);
  return json.search(ENDLESS) < 0 ? child : JSON.parse(json.replace(ENDLESS, (word) => word.replace(/.{60}/gu, '$& ')));
}
