import { type MinutesDocument, type Quote, quotesIn, type Source } from '../../domain/minutes-document.ts';
import type { TextLanguage } from '../../domain/text.ts';
import { Anchors } from './anchors.ts';
import type { Footnotes } from './footnotes.ts';
import type { Direction } from './text.ts';

/** What blocks of one language are written with. */
export interface Pen {
  readonly lang: TextLanguage;
  readonly dir: Direction;
  readonly anchors: Anchors;
  readonly footnotes: Footnotes;
  /** The sources of its passages, by their anchors. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The anchors of those that a passage cites: they stand at the foot of its page. */
  readonly cited: ReadonlySet<string>;
  /** `Heading` of the first language; that of a second has styles of its own, so that the contents do not mix. */
  readonly headings: 'Heading' | 'HeadingBeside';
  /** The width that it has, in twips. */
  readonly width: number;
  /** Whether it writes in a table: there only headings hold on to what follows, or rows would hold each other. */
  readonly inTable: boolean;
  /** Whether a quote, as it was written, stands beside it already. */
  readonly besides: (quote: Quote) => boolean;
  /** A number for each list, so that each begins at 1. */
  readonly nextList: () => number;
}

/** What both languages of a file share. */
export interface Shared {
  readonly footnotes: Footnotes;
  readonly nextList: () => number;
}

/** The pen of a document; `other` is the document beside it, `second` whether it is itself the second of two. */
export function penOf(
  doc: MinutesDocument,
  { footnotes, nextList }: Shared,
  width: number,
  { second = false, other = null }: { readonly second?: boolean; readonly other?: MinutesDocument | null } = {},
): Pen {
  const beside = new Map(other ? [...quotesIn(other.annex)].map((quote) => [quote.id, quote.text.text]) : []);
  const blocks = doc.sections.flatMap((section) => [...section.blocks, ...section.activities.flatMap((a) => a.blocks)]);
  const sources = blocks.flatMap((block) => (block.type === 'sources' ? block.sources : []));
  const passages = blocks.flatMap((block) => (block.type === 'passages' ? block.passages : []));
  return {
    lang: doc.lang,
    dir: doc.dir,
    anchors: new Anchors(doc, second ? `_${doc.lang}` : ''),
    footnotes,
    sources: new Map(sources.map((source) => [source.anchor, source])),
    cited: new Set(passages.flatMap((passage) => passage.sources.map(({ target }) => target))),
    headings: second ? 'HeadingBeside' : 'Heading',
    width,
    inTable: false,
    besides: ({ id, original }) => original !== undefined && beside.get(id) === original.text,
    nextList,
  };
}
