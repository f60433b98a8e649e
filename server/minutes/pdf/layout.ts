import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { type FlowPiece, flowOf, isWide, sideBySide } from '../flow.ts';
import type { Edition } from '../formats.ts';
import { printable } from '../printable.ts';
import { Blocks, type Node } from './blocks.ts';
import { notesOf } from './sources.ts';
import { type Span, Spans } from './spans.ts';
import type { Direction } from './text.ts';

/** One node across the page in one of the languages; two lists side by side; or what stands on pages that lie. */
export type Item =
  | { readonly kind: 'one'; readonly of: number; readonly node: Node }
  | { readonly kind: 'two'; readonly nodes: readonly [readonly Node[], readonly Node[]] }
  | { readonly kind: 'lying'; readonly items: readonly Item[] };

/** A language of the edition, with what stands around the flow. */
export interface Front {
  readonly lang: string;
  readonly dir: Direction;
  /** Its name in itself. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly aside: readonly (readonly Span[])[];
  readonly facts: readonly Node[];
  readonly foot: readonly (readonly Span[])[];
  readonly labels: Readonly<Record<string, string>>;
}

/** What the template reads. */
export interface Paper {
  readonly languages: readonly Front[];
  readonly parts: Readonly<Record<FlowPiece['part'], readonly Item[]>>;
  /** Labels that a link can lead to. */
  readonly placed: Readonly<Record<string, true>>;
  /** The whole fingerprint, in groups. */
  readonly hash: readonly string[];
  /** The day on which it was composed (UTC): year, month, day, hour, minute, second. */
  readonly composed: readonly number[];
}

export function paperOf({ doc, beside }: Edition): Paper {
  const docs = beside ? [doc, beside] : [doc];
  const spans = docs.map(({ lang }) => new Spans(lang));
  const [first, second] = docs.map((each, i) => nodesOf(each, spans[i]!, beside === null));
  const at = new Date(doc.composedAt);
  const items = second
    ? pairs(first!, second)
    : first!.map(({ piece, nodes }) => ({ part: piece.part, items: ones(0, nodes) }));
  const part = (name: FlowPiece['part']): Item[] =>
    lying(items.filter((each) => each.part === name).flatMap((each) => each.items));
  const fronts = docs.map((each, i) => frontOf(each, spans[i]!));
  return {
    languages: fronts,
    parts: {
      opening: part('opening'),
      front: part('front'),
      body: part('body'),
      back: part('back'),
      annex: part('annex'),
    },
    placed: Object.fromEntries(spans.flatMap(({ placed }) => placed.map((label) => [label, true as const]))),
    hash: doc.head.hash.match(/.{1,4}/g) ?? [],
    composed: [
      at.getUTCFullYear(),
      at.getUTCMonth() + 1,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds(),
    ],
  };
}

interface Made {
  readonly piece: FlowPiece;
  readonly nodes: readonly Node[];
}

/** The nodes of a document; the facts are on its cover. */
function nodesOf(doc: MinutesDocument, spans: Spans, alone: boolean): Made[] {
  const pieces = flowOf(doc).filter(({ block }) => block.type !== 'facts');
  // Side by side, notes of two languages would mix at the foot of the page.
  const noted = alone ? notesOf(pieces) : { sources: null, pieces };
  const blocks = new Blocks(spans, noted.sources);
  return noted.pieces.map((piece, i) => {
    const nodes = blocks.nodes(piece);
    return { piece, nodes: staysWith(noted.pieces[i - 1], piece, noted.pieces[i + 1]) ? nodes.map(sticky) : nodes };
  });
}

/** A line under a heading stays with what follows it, as the heading does; unless that is about something else. */
function staysWith(before: FlowPiece | undefined, { block }: FlowPiece, after: FlowPiece | undefined): boolean {
  if (block.type !== 'line' || before?.block.type !== 'heading' || !after) return false;
  return after.block.type !== 'heading' || after.block.level > before.block.level;
}

const sticky = (node: Node): Node => (node.kind === 'line' ? { ...node, sticky: true } : node);

interface Placed {
  readonly part: FlowPiece['part'];
  readonly items: readonly Item[];
}

function pairs(first: readonly Made[], second: readonly Made[]): Placed[] {
  const made = new Map([...first, ...second].map(({ piece, nodes }) => [piece, nodes]));
  const nodes = (piece: FlowPiece | null): readonly Node[] => (piece && made.get(piece)) ?? [];
  return sideBySide(
    first.map(({ piece }) => piece),
    second.map(({ piece }) => piece),
  ).map((pair): Placed => {
    const some = pair.first ?? pair.second!;
    const items: Item[] = isWide(some)
      ? [...ones(0, nodes(pair.first)), ...ones(1, nodes(pair.second))]
      : twos(nodes(pair.first), nodes(pair.second));
    return { part: some.part, items };
  });
}

/** Of as many on both sides, each begins at the same height as its counterpart. */
const twos = (first: readonly Node[], second: readonly Node[]): Item[] =>
  first.length === second.length
    ? first.map((node, i) => ({ kind: 'two', nodes: [[node], [second[i]!]] }))
    : [{ kind: 'two', nodes: [first, second] }];

const ones = (of: number, nodes: readonly Node[]): Item[] => nodes.map((node) => ({ kind: 'one', of, node }));

/** What needs a page that lies takes along the headings and lines that stand right before it. */
function lying(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const before = out.at(-1);
    if (!lies(item)) out.push(item);
    else if (before?.kind === 'lying') out[out.length - 1] = { kind: 'lying', items: [...before.items, item] };
    else {
      let from = out.length;
      while (from > 0 && leadsIn(out[from - 1]!)) from--;
      out.push({ kind: 'lying', items: [...out.splice(from), item] });
    }
  }
  return out;
}

const lies = (item: Item): boolean => item.kind === 'one' && 'landscape' in item.node && item.node.landscape;

const leadsIn = (item: Item): boolean =>
  item.kind === 'lying'
    ? false
    : (item.kind === 'one' ? [item.node] : item.nodes.flat()).every((node) =>
        ['heading', 'line', 'note'].includes(node.kind),
      );

function frontOf(doc: MinutesDocument, spans: Spans): Front {
  const facts = new Blocks(spans, null);
  return {
    lang: doc.lang,
    dir: doc.dir,
    name: new Intl.DisplayNames(doc.lang, { type: 'language' }).of(doc.lang) ?? doc.lang,
    title: printable(doc.title.text),
    subtitle: printable(doc.subtitle.text),
    aside: doc.aside.map((run) => spans.runs([run])),
    facts: flowOf({ ...doc, opening: [], sections: [], back: [], annex: [] })
      .filter(({ block }) => block.type === 'facts')
      .flatMap((piece) => facts.nodes(piece)),
    foot: doc.foot.map((piece) => spans.runs(piece)),
    labels: doc.labels,
  };
}
