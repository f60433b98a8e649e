import { Bookmark, type Paragraph, type ParagraphChild, type Table } from 'docx';
import type { FlowPiece } from '../flow.ts';
import { blockOf, headingStyle } from './blocks.ts';
import { type Entry, entriesOf, isUnlisted } from './contents.ts';
import { paragraph } from './paragraph.ts';
import { uncited } from './passages.ts';
import type { Pen } from './pen.ts';
import { children } from './runs.ts';

/** Columns of texts, and of numbers, from which on a table lies on its side. */
const TEXTS = 3;
const NUMBERS = 9;

/** What is known of a flow before it is written. */
export interface Plan {
  readonly flow: readonly FlowPiece[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** The keys of the lines that stand right under a heading, and stay with what follows as it does. */
  readonly under: ReadonlySet<string>;
}

export function planOf(all: readonly FlowPiece[], pen: Pen): Plan {
  const flow = withoutEmpty(all, pen);
  const under = flow.filter(({ block }, i) => block.type === 'line' && flow[i - 1]?.block.type === 'heading');
  return { flow, entries: entriesOf(flow, pen), under: new Set(under.map(({ key }) => key)) };
}

/** A piece of the flow as paragraphs and tables; a heading with the bookmarks that lead to it. */
export function pieceOf(piece: FlowPiece, pen: Pen, { entries, under }: Plan): (Paragraph | Table)[] {
  const { key, anchor, block } = piece;
  if (block.type !== 'heading') return blockOf(block, pen, under.has(key));
  const placed = anchor === undefined ? null : pen.anchors.place(anchor);
  const names = [placed, entries.get(key)?.bookmark ?? null].filter((name) => name !== null);
  const marked = names.reduce<readonly ParagraphChild[]>(
    (inner, id) => [new Bookmark({ id, children: inner })],
    children(block.runs, pen),
  );
  return [paragraph(isUnlisted(piece) ? 'HeadingUnlisted' : headingStyle(block.level, pen), pen.dir, marked)];
}

/** The flow without headings of sources that all stand at the foot of pages. */
const withoutEmpty = (flow: readonly FlowPiece[], pen: Pen): FlowPiece[] =>
  flow.filter(({ block }, i) => {
    const next = flow[i + 1]?.block;
    return !(block.type === 'heading' && next?.type === 'sources' && uncited(next, pen).length === 0);
  });

/** Whether a piece needs a page that lies on its side. */
function needsLandscape({ block }: FlowPiece): boolean {
  if (block.type === 'quotes') return (block.table?.columns.length ?? 0) >= TEXTS;
  if (block.type === 'figure') return block.figure.kind === 'grid' && block.figure.columns.length >= NUMBERS;
  return block.type === 'table' && block.head.length > NUMBERS;
}

/** The keys of the pieces that stand on such a page: with what needs it, the headings and lines that lead to it. */
export function landscapeKeys(flow: readonly FlowPiece[]): Set<string> {
  const keys = new Set<string>();
  for (let i = flow.length - 1; i >= 0; i--) {
    const piece = flow[i];
    const next = flow[i + 1];
    if (!piece) continue;
    const leads = ['heading', 'line', 'note'].includes(piece.block.type);
    // What leads to a heading belongs to the piece before it, unless it is a heading itself.
    const stays = next?.block.type === 'heading' && piece.block.type === 'line';
    if (needsLandscape(piece) || (leads && !stays && next && keys.has(next.key))) keys.add(piece.key);
  }
  return keys;
}
