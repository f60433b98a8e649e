import type { Block, MinutesDocument, Quote } from '../domain/minutes-document.ts';
import { sectionAnchor } from './agenda.ts';

/*
 * The document as one sequence of pieces, for formats that are read page by page. Two languages of one document have
 * nearly the same pieces under the same keys, so that they can be laid side by side.
 */

export interface FlowPiece {
  /** Unlike any other of its document; the same in every language. */
  readonly key: string;
  /** The part of the document that it belongs to; `cover` is its title, its facts are in `front`. */
  readonly part: 'opening' | 'front' | 'body' | 'back' | 'annex';
  /** Where a link can lead to it, besides the references that its quotes have: `item-<id>`, `log-<id>`. */
  readonly anchor?: string;
  /** Quotes come one by one, each with what stands under it; or all together where they stand in a table. */
  readonly block: Block;
}

/** The pieces of a document in the order in which they are read. */
export function flowOf(doc: MinutesDocument): FlowPiece[] {
  const plain = (part: FlowPiece['part'], where: string, blocks: readonly Block[]): FlowPiece[] =>
    keyed(where, blocks).map(([key, block]) => ({
      key,
      part,
      ...(block.type === 'heading' && block.id ? { anchor: block.id } : {}),
      block,
    }));
  return [
    ...plain('opening', 'opening', doc.opening),
    ...plain('front', 'front', doc.front),
    ...doc.sections.flatMap((section): FlowPiece[] => [
      {
        key: `item/${section.id}`,
        part: 'body',
        anchor: sectionAnchor(section.id),
        block: { type: 'heading', level: 2, runs: [section.title] },
      },
      { key: `item/${section.id}/when`, part: 'body', block: { type: 'line', pieces: [section.when] } },
      ...plain('body', `item/${section.id}`, section.blocks),
      ...section.activities.flatMap(({ id, blocks }) => plain('body', `activity/${id}`, blocks)),
    ]),
    ...plain('back', 'back', doc.back),
    ...plain('annex', 'annex', doc.annex),
  ];
}

/** Quotes by their ids; all else by its type and its number among those of that type, so that one more moves few. */
function keyed(where: string, blocks: readonly Block[]): [string, Block][] {
  const counts = new Map<string, number>();
  const next = (type: string): string => {
    const n = counts.get(type) ?? 0;
    counts.set(type, n + 1);
    return `${where}/${type}/${n}`;
  };
  return blocks.flatMap((block): [string, Block][] =>
    block.type === 'quotes' && !block.table
      ? block.quotes.map((quote: Quote) => [`quote/${quote.id}`, { ...block, quotes: [quote] }])
      : [[next(block.type === 'heading' && block.id ? block.id : block.type), block]],
  );
}

/** Whether a piece needs the width of the page, and so stands in one language after the other. */
export const isWide = ({ block }: FlowPiece): boolean =>
  block.type === 'table' || block.type === 'figure' || (block.type === 'quotes' && block.table !== undefined);

/** The same piece in two languages; null where one has it alone. */
export interface FlowPair {
  readonly first: FlowPiece | null;
  readonly second: FlowPiece | null;
}

/** Pieces of two languages side by side, in the order of the first; what the second has alone follows what it follows there. */
export function sideBySide(first: readonly FlowPiece[], second: readonly FlowPiece[]): FlowPair[] {
  const keys = new Set(first.map(({ key }) => key));
  const counterparts = new Map<string, FlowPiece>();
  const alone = new Map<string, FlowPair[]>();
  let before = '';
  for (const piece of second) {
    if (keys.has(piece.key)) {
      counterparts.set(piece.key, piece);
      before = piece.key;
    } else alone.set(before, [...(alone.get(before) ?? []), { first: null, second: piece }]);
  }
  return [
    ...(alone.get('') ?? []),
    ...first.flatMap((piece) => [
      { first: piece, second: counterparts.get(piece.key) ?? null },
      ...(alone.get(piece.key) ?? []),
    ]),
  ];
}
