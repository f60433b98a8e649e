import type { Source } from '../../domain/minutes-document.ts';
import type { FlowPiece } from '../flow.ts';

/**
 * Sources that become notes at the foot of the page where they are cited, by their anchors; and the pieces without the
 * lists and headings that say the same. A list of which something is cited nowhere stays, and its sources with it.
 */
export function notesOf(pieces: readonly FlowPiece[]): {
  readonly sources: ReadonlyMap<string, Source>;
  readonly pieces: FlowPiece[];
} {
  const cited = new Set(
    pieces.flatMap(({ block }) =>
      block.type === 'passages' ? block.passages.flatMap(({ sources }) => sources.map(({ target }) => target)) : [],
    ),
  );
  const sources = new Map<string, Source>();
  const dropped = new Set<FlowPiece>();
  pieces.forEach((piece, i) => {
    if (piece.block.type !== 'sources' || !piece.block.sources.every(({ anchor }) => cited.has(anchor))) return;
    for (const source of piece.block.sources) sources.set(source.anchor, source);
    dropped.add(piece);
    const before = pieces[i - 1];
    if (before?.block.type === 'heading') dropped.add(before);
  });
  return { sources, pieces: pieces.filter((piece) => !dropped.has(piece)) };
}
