import type { Block, Cell, Passage, Source } from '../../domain/minutes-document.ts';
import type { FlowPiece } from '../flow.ts';
import { plain } from '../isolate.ts';
import { type BarsNode, figureNode, type GridNode } from './figures.ts';
import { orientationOf, type PlacesNode, placesNode, type QuoteNode, quoteNode } from './quotes.ts';
import type { Span, Spans } from './spans.ts';
import { widthsOf } from './widths.ts';

/** A source as it stands at the foot of the page; only its number where it stands there already. */
interface NoteNode {
  readonly n: number;
  readonly label: string;
  readonly text?: readonly Span[];
  /** Where there are no notes, it leads to the list of sources. */
  readonly to?: string;
}

interface CellNode {
  readonly runs: readonly Span[];
  readonly items: readonly (readonly Span[])[];
  readonly names: boolean;
}

/** What the template sets, one after the other. */
export type Node =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly runs: readonly Span[];
      readonly at?: string;
      /** It stands in the table of contents and among the bookmarks. */
      readonly listed: boolean;
    }
  | {
      readonly kind: 'paragraph' | 'note' | 'line';
      readonly runs: readonly Span[];
      /** It belongs to what follows it, and stays with it. */
      readonly sticky?: true;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Span[])[];
      /** Many short things, in two columns. */
      readonly halves: boolean;
    }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: readonly Span[]; readonly value: readonly Span[] }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: readonly Span[];
      readonly look: 'list' | 'grid' | 'numbers';
      readonly head: readonly CellNode[];
      readonly rows: readonly (readonly CellNode[])[];
      readonly columns: readonly number[];
      readonly landscape: boolean;
      readonly small: boolean;
    }
  | {
      readonly kind: 'passage';
      readonly lead: readonly Span[];
      readonly text: readonly Span[];
      readonly notes: readonly NoteNode[];
      readonly marks: readonly Span[];
    }
  | {
      readonly kind: 'sources';
      readonly sources: readonly { readonly n: number; readonly at?: string; readonly text: readonly Span[] }[];
    }
  | GridNode
  | BarsNode
  | QuoteNode
  | PlacesNode;

/** A list of so many things, each of at most so many letters, would leave half of the page empty. */
const MANY = 8;
const BRIEF = 100;

/** Makes nodes of the pieces of one language. */
export class Blocks {
  /** Sources that stand at the foot of a page. */
  private readonly noted = new Set<string>();
  private level = 0;

  constructor(
    private readonly spans: Spans,
    /** Sources by their anchors, where they are notes; null side by side, where they stand in their lists. */
    private readonly sources: ReadonlyMap<string, Source> | null,
  ) {}

  private get beside(): boolean {
    return this.sources === null;
  }

  nodes(piece: FlowPiece): Node[] {
    const { block } = piece;
    const { spans } = this;
    switch (block.type) {
      case 'heading':
        return [this.heading(piece, block)];
      case 'paragraph':
      case 'note':
        return [{ kind: block.type, runs: spans.runs(block.runs) }];
      case 'line':
        return [{ kind: 'line', runs: spans.pieces(block.pieces, ' · ') }];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: block.ordered,
            items: block.items.map((item) => spans.runs(item)),
            halves:
              !block.ordered &&
              !this.beside &&
              block.items.length >= MANY &&
              block.items.every((item) => plain(item).length <= BRIEF),
          },
        ];
      case 'facts':
        return [
          {
            kind: 'facts',
            facts: block.facts.map(({ name, value }) => ({
              name: spans.runs([name]),
              value: spans.pieces(value, ' · '),
            })),
          },
        ];
      case 'table':
        return [this.table(block)];
      case 'figure':
        return [figureNode(block.figure, spans)];
      case 'passages':
        return block.passages.map((passage) => this.passage(passage));
      case 'sources':
        return [
          {
            kind: 'sources',
            sources: block.sources.map(({ n, anchor, text }) => ({
              n,
              ...spans.place(anchor),
              text: spans.runs([text]),
            })),
          },
        ];
      case 'quotes':
        return this.quotes(block);
    }
  }

  /** A level may go up by one alone, or those who read by headings would miss a step. */
  private heading(piece: FlowPiece, { level, runs }: Extract<Block, { type: 'heading' }>): Node {
    this.level = Math.min(level - 1, this.level + 1);
    return {
      kind: 'heading',
      level: this.level,
      runs: this.spans.runs(runs),
      ...this.spans.place(piece.anchor),
      listed: level === 2 || (level === 3 && piece.part !== 'opening' && !piece.key.startsWith('item/')),
    };
  }

  private table({ caption, look, head, rows }: Extract<Block, { type: 'table' }>): Node {
    return {
      kind: 'table',
      caption: caption ? this.spans.runs([caption]) : [],
      look,
      head: head.map((cell) => this.cell(cell)),
      rows: rows.map((row) => row.map((cell) => this.cell(cell))),
      ...widthsOf(head, rows),
    };
  }

  private cell({ runs, items = [], names }: Cell): CellNode {
    return { runs: this.spans.runs(runs), items: items.map((item) => this.spans.runs(item)), names: names === true };
  }

  private passage({ lead, text, sources, marks }: Passage): Node {
    const { spans } = this;
    return {
      kind: 'passage',
      lead: lead ? spans.runs([lead]) : [],
      text: spans.runs([text]),
      notes: sources.map(({ n, target }) => this.note(n, target)),
      marks: spans.pieces(
        marks.map(({ said }) => [said]),
        spans.dir === 'rtl' ? '، ' : ', ',
      ),
    };
  }

  private note(n: number, target: string): NoteNode {
    const source = this.sources?.get(target);
    const label = `note/${target}`;
    if (!source) return { n, label, ...this.spans.lead(target) };
    if (this.noted.has(target)) return { n, label };
    this.noted.add(target);
    return { n, label, text: this.spans.runs([source.text]) };
  }

  private quotes({ quotes, table }: Extract<Block, { type: 'quotes' }>): Node[] {
    const { spans } = this;
    if (!table) return quotes.map((quote) => quoteNode(quote, spans));
    const orientation = orientationOf(table);
    if (orientation) return [placesNode(table, orientation === 'landscape', spans)];
    return table.rows
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell.quotes.length > 0)
      .flatMap((cell): Node[] => [
        { kind: 'heading', level: Math.min(3, this.level + 1), runs: spans.runs([cell.name]), listed: false },
        ...cell.quotes.map((quote) => quoteNode(quote, spans)),
      ]);
  }
}
