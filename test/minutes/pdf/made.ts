import type { Block, MinutesDocument, Quote, QuoteTable, Run } from '../../../server/domain/minutes-document.ts';
import type { Language, TextLanguage } from '../../../server/domain/text.ts';
import { compose } from '../../../server/minutes/compose.ts';
import { renderPdf } from '../../../server/minutes/pdf/render.ts';
import { wordsFor } from '../../../server/words.ts';
import { TestMeeting } from '../../support/test-meeting.ts';
import { HASH } from '../meeting.ts';

/* Documents composed of a meeting, or made by hand around an empty one. */

export const documentOf = ({ state, at }: TestMeeting, lang: Language): MinutesDocument =>
  compose(state, { lang, words: wordsFor(lang, state.file?.region), head: { seq: state.seq, hash: HASH }, now: at });

const made = new WeakMap<TestMeeting, Map<string, Uint8Array>>();

/** Made once for a meeting, in which nothing more may happen. */
export function pdfOf(meeting: TestMeeting, lang: Language, beside?: Language): Uint8Array {
  const own = made.get(meeting) ?? new Map<string, Uint8Array>();
  made.set(meeting, own);
  const name = `${lang} ${beside}`;
  const pdf =
    own.get(name) ?? renderPdf({ doc: documentOf(meeting, lang), beside: beside ? documentOf(meeting, beside) : null });
  own.set(name, pdf);
  return pdf;
}

/** The minutes of a meeting in which nothing has happened, with an annex of these blocks. */
export function pdfWith(
  annex: readonly Block[],
  lang: Language = 'en',
  more: Partial<MinutesDocument> = {},
): Uint8Array {
  const title: Block = { type: 'heading', level: 2, runs: [run('Annex', lang)] };
  return renderPdf({
    doc: { ...documentOf(new TestMeeting(), lang), annex: [title, ...annex], ...more },
    beside: null,
  });
}

export const run = (text: string, lang: TextLanguage = 'en'): Run => ({ text, lang });

/** A contribution with its reference, number `n`. */
export function quote(n: number, text: string, lang: TextLanguage = 'en', more: Partial<Quote> = {}): Quote {
  const by = {
    as: 'participant',
    name: run('a participant'),
    organisation: null,
    city: null,
  } as unknown as Quote['by'];
  return {
    id: `i${n}` as Quote['id'],
    ref: `C${n}` as Quote['ref'],
    kind: 'contribution',
    parent: null,
    place: null,
    event: n,
    text: run(text, lang),
    untranslated: false,
    translations: {},
    by,
    behalf: false,
    endorsements: { n: 0, earlier: 0 },
    contested: 0,
    merged: [],
    notes: [[run('a participant')]],
    parts: [],
    contests: [],
    replies: [],
    ...more,
  };
}

const nothing = { hidden: 0, removed: 0, withdrawn: 0, pending: 0, late: 0 };

export const quotes = (list: readonly Quote[], table?: QuoteTable): Block => ({
  type: 'quotes',
  quotes: list,
  withheld: nothing,
  ...(table ? { table } : {}),
});

/** Texts in rows and columns, each in a cell of its own. */
export function placesOf(columns: number, rows: number, text: (row: number, column: number) => string): Block {
  const cells = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => quote(i * columns + j + 1, text(i, j))),
  );
  return quotes(cells.flat(), {
    corner: run('Role'),
    columns: Array.from({ length: columns }, (_, j) => run(`COLUMN${j + 1}`)),
    rows: cells.map((list, i) => ({
      name: run(`ROW${i + 1}`),
      cells: list.map((each, j) => ({ name: run(`ROW${i + 1} · COLUMN${j + 1}`), quotes: [each] })),
    })),
    nothing: run('nothing'),
  });
}

/** So many words, no two neighbours alike, ending with `END` and the mark. */
export const longText = (words: number, mark = ''): string =>
  `${Array.from({ length: words }, (_, i) => ['people', 'in', 'the', 'city', 'meet', 'and', 'decide'][i % 7]).join(' ')} END${mark}`;
