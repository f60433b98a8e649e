import type { EndorsementView } from '../../../server/domain/contributions/view.ts';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { Shown } from '../../contributions/screen-choice.ts';

/** The tones of a cell, from 1 to 5; 0 is an empty one. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5;

/** Under so many the strongest tone is not used: two hands of fifty are no strength yet. */
const FEW = 10;

/** How deep a cell's tone is, compared with the cell that has most. */
export const stepOf = (n: number, most: number): Step =>
  n <= 0 ? 0 : (Math.max(1, Math.min(5, Math.ceil((5 * n) / Math.max(most, FEW)))) as Step);

/** How much stands in a row: two lines of text beside the number, one, or the number alone. */
export function densityOf(rows: number, columns: number): 'roomy' | 'close' | 'tight' {
  if (columns <= 2 && rows <= 5) return 'roomy';
  return (columns <= 2 && rows <= 8) || (columns === 3 && rows <= 5) ? 'close' : 'tight';
}

/** Longer names do not fit on two lines. */
const LONGEST = 40;

/** Whether the rows stand with their whole names, or all of them with the word that stands for it. */
export const wholeNames = (names: readonly string[], density: ReturnType<typeof densityOf>): boolean =>
  density === 'roomy' && names.every((name) => name.length <= LONGEST);

/** The entries by cell. */
export function byPlace(shown: readonly Shown[]): ReadonlyMap<string, Shown[]> {
  const cells = new Map<string, Shown[]>();
  for (const one of shown) {
    const { place, parent } = one.view;
    if (place === null || parent !== null) continue;
    const cell = cells.get(place);
    if (cell) cell.push(one);
    else cells.set(place, [one]);
  }
  return cells;
}

/** The entry whose text stands in the cell: a pinned one, else the most endorsed, of equals the one that came first. */
export function foremost(
  entries: readonly Shown[],
  endorsements: (id: ItemId) => EndorsementView | undefined,
): Shown | undefined {
  const n = ({ id }: Shown) => endorsements(id)?.n ?? 0;
  return [...entries].sort(
    (a, b) => Number(b.view.pinned) - Number(a.view.pinned) || n(b) - n(a) || a.view.order - b.view.order,
  )[0];
}
