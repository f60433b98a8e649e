import type { Cell } from '../../domain/minutes-document.ts';
import { plain } from '../isolate.ts';

/*
 * Widths of columns, in points. The template could let a table find them by itself, but then a column of long texts
 * takes the width of those that need little, and a table of many columns runs off the page.
 */

/** The width of the text on a page upright, and lying. */
export const PORTRAIT = 470;
export const LANDSCAPE = 714;

/** Between columns. */
const GAP = 12;
/** Of a letter, at the usual size of a table and at the small one. */
const LETTER = 5.3;
const SMALL = 4;
/** What a column asks for at most; beyond, its texts have several lines. */
const ENOUGH = 240;
/** No column is narrower, so that a word broken in parts can still be read. */
const LEAST = 34;
/** A longer word is broken. */
const LONGEST_WORD = 24;

export interface Widths {
  readonly columns: readonly number[];
  readonly landscape: boolean;
  /** So many columns that the letters must be smaller. */
  readonly small: boolean;
}

/** What a table needs: upright if it can stand, else lying, else lying in small letters. */
export function widthsOf(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Widths {
  const needs = (letter: number) =>
    head.map((cell, i) => needOf([cell, ...rows.flatMap((row) => row[i] ?? [])], letter));
  const usual = needs(LETTER);
  const least = (list: readonly Need[]) => list.reduce((sum, need) => sum + need.least, 0);
  if (least(usual) <= PORTRAIT) return { columns: shared(usual, PORTRAIT), landscape: false, small: false };
  const small = least(usual) > LANDSCAPE;
  return { columns: shared(small ? needs(SMALL) : usual, LANDSCAPE), landscape: true, small };
}

interface Need {
  /** The longest word. */
  readonly least: number;
  /** The longest text, within reason. */
  readonly wants: number;
}

function needOf(cells: readonly Cell[], letter: number): Need {
  let least = LEAST;
  let wants = LEAST;
  for (const { runs, items = [] } of cells)
    for (const text of [runs, ...items].map(plain)) {
      const word = Math.max(0, ...text.split(/[\s\u200B-]+/).map((each) => Math.min(each.length, LONGEST_WORD)));
      least = Math.max(least, word * letter + GAP);
      wants = Math.max(wants, Math.min(text.length * letter + GAP, ENOUGH));
    }
  return { least, wants: Math.max(least, wants) };
}

/** What is left over goes to those who want more; then to each as much as it is wide. */
function shared(needs: readonly Need[], width: number): number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least > width) return needs.map((need) => (need.least * width) / least);
  const wanted = needs.reduce((sum, need) => sum + need.wants - need.least, 0);
  const left = width - least;
  const part = wanted > 0 ? Math.min(1, left / wanted) : 0;
  const columns = needs.map((need) => need.least + part * (need.wants - need.least));
  const all = columns.reduce((sum, column) => sum + column, 0);
  return columns.map((column) => (column * width) / all);
}
