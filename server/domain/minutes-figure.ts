import type { Reference } from './ids.ts';
import type { Run } from './minutes-document.ts';

/*
 * What the minutes hold besides texts of the room: pictures as data, and what was read. A renderer draws it, or says it
 * in words; it knows nothing of where the numbers come from.
 */

/** Numbers in rows and columns. `tone`: what a column speaks for gives it its colour. */
export interface MatrixFigure {
  readonly kind: 'grid';
  readonly caption: Run;
  /** The same in words, for whoever does not see it. */
  readonly alternative: Run;
  readonly corner: Run;
  readonly rows: readonly { readonly id: string; readonly name: Run }[];
  readonly columns: readonly {
    readonly id: string;
    readonly name: Run;
    readonly tone: 'for' | 'against' | 'plain';
  }[];
  /** What the cells show: entries and their endorsements together, or entries alone where nothing is endorsed. */
  readonly counts: 'support' | 'entries';
  /** By row, then by column. */
  readonly cells: readonly (readonly FigureCell[])[];
}

export interface FigureCell {
  readonly entries: number;
  readonly endorsements: number;
  /** People who contest what stands in it. */
  readonly contests: number;
  /** What it shows, of the first two. */
  readonly n: number;
  /** 0 for nothing, else 1 to 5: fifths of the largest number in the picture, so that one colour is one number. */
  readonly step: number;
}

/** Dots on options, the most first; those that were withdrawn come last. */
export interface BarsFigure {
  readonly kind: 'bars';
  readonly caption: Run;
  readonly bars: readonly Bar[];
  /** Voters by city or kind; empty where all are one pool. `id` is null for the pool. */
  readonly groups: readonly { readonly id: string | null; readonly name: Run; readonly voters: number }[];
  /** How many voted, and of how many. */
  readonly voted: { readonly n: number; readonly of: number };
}

export interface Bar {
  readonly id: string;
  readonly label: Run;
  /** What is meant, in a sentence. */
  readonly detail: Run | null;
  /** Where the label is a text of the room. */
  readonly ref: Reference | null;
  readonly withdrawn: boolean;
  /** Null while results are still to come, or where it was withdrawn. */
  readonly result: BarResult | null;
  /** Dots and voters in words, or that it was withdrawn; null while results are still to come. */
  readonly said: Run | null;
}

export interface BarResult {
  readonly dots: number;
  readonly voters: number;
  /** Dots by the figure's groups, in their order. */
  readonly groups: readonly number[];
}

export type Figure = MatrixFigure | BarsFigure;

/** A part of a text that was read, with what the room marked on it. */
export interface Passage {
  readonly id: string;
  /** What it is about, before the text: a city. */
  readonly lead: Run | null;
  readonly text: Run;
  /** Numbers of its sources, with their anchors. */
  readonly sources: readonly { readonly n: number; readonly target: string }[];
  /** Marks that somebody set: people, and the same in words. */
  readonly marks: readonly { readonly id: string; readonly n: number; readonly said: Run }[];
}

export interface Source {
  readonly n: number;
  readonly anchor: string;
  readonly text: Run;
}
