import type { Quote, QuoteTable } from '../../domain/minutes-document.ts';
import type { Said, Span, Spans } from './spans.ts';
import { LANDSCAPE, PORTRAIT } from './widths.ts';

export interface QuoteNode {
  readonly kind: 'quote';
  readonly ref: string;
  readonly at?: string;
  readonly as: Quote['kind'];
  readonly text: Said;
  readonly original?: Said;
  readonly notes: readonly Span[];
  /** A text of some length may go on overleaf. */
  readonly long: boolean;
  /** Parts, then what speaks against it, then replies. */
  readonly under: readonly QuoteNode[];
}

export interface PlacesNode {
  readonly kind: 'places';
  readonly landscape: boolean;
  readonly corner: readonly Span[];
  readonly columns: readonly (readonly Span[])[];
  readonly rows: readonly {
    readonly name: readonly Span[];
    readonly cells: readonly (readonly QuoteNode[])[];
  }[];
  readonly nothing: readonly Span[];
}

/** Below this many letters a text stays on one page. */
const SHORT = 420;

export function quoteNode(quote: Quote, spans: Spans): QuoteNode {
  const { ref, kind, text, original, notes, parts, contests, replies } = quote;
  return {
    kind: 'quote',
    ref,
    ...spans.place(ref),
    as: kind,
    text: spans.said(text),
    ...(original ? { original: spans.said(original) } : {}),
    notes: spans.pieces(notes, spans.dir === 'rtl' ? '، ' : ', '),
    long: lengthOf(quote) > SHORT,
    under: [...parts, ...contests, ...replies].map((each) => quoteNode(each, spans)),
  };
}

const lengthOf = ({ text, original }: Quote): number => text.text.length + (original?.text.length ?? 0);

/** A column of quotes narrower than this breaks every few words; of long ones, wider. */
const NARROW = 118;
const COMFORTABLE = 150;
const LONG_QUOTE = 160;

/** Upright where the columns are wide enough, lying else; null where not even so: it is no table then. */
export function orientationOf({ columns, rows }: QuoteTable): 'portrait' | 'landscape' | null {
  const lengths = rows.flatMap(({ cells }) => cells).flatMap(({ quotes }) => quotes.map(lengthOf));
  const long = lengths.filter((length) => length > LONG_QUOTE).length * 3 > lengths.length;
  const needs = columns.length * (long ? COMFORTABLE : NARROW);
  return needs <= PORTRAIT ? 'portrait' : needs <= LANDSCAPE ? 'landscape' : null;
}

export const placesNode = (
  { corner, columns, rows, nothing }: QuoteTable,
  landscape: boolean,
  spans: Spans,
): PlacesNode => ({
  kind: 'places',
  landscape,
  corner: spans.runs([corner]),
  columns: columns.map((column) => spans.runs([column])),
  rows: rows.map(({ name, cells }) => ({
    name: spans.runs([name]),
    cells: cells.map(({ quotes }) => quotes.map((quote) => quoteNode(quote, spans))),
  })),
  nothing: spans.runs([nothing]),
});
