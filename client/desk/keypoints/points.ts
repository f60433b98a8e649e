import type { ActivityId, ItemId, Reference } from '../../../server/domain/ids.ts';
import { isShown, type Row } from '../../contributions/desk-list.ts';
import { found } from '../../contributions/desk-texts.ts';

/** What a point may rest on. */
export interface Basis extends Row {
  readonly endorsements: number;
}

/** The texts that a point can rest on: those that the room reads, and that have a reference. */
export const readable = <R extends Row>(rows: readonly R[]): R[] =>
  rows.filter((row) => isShown(row) && row.view.ref !== null);

/** Of what is ticked, what a point can rest on: what the room reads, and what it rests on already. */
export function kept(
  chosen: Iterable<ItemId>,
  rows: readonly Row[],
  before: readonly { readonly item: ItemId }[],
): ItemId[] {
  const may = new Set([...rows.map(({ id }) => id), ...before.map(({ item }) => item)]);
  return [...chosen].filter((id) => may.has(id));
}

/**
 * Of the readable texts, those of these activities (null: of all) that are looked for. What
 * is pinned comes first, then what most endorse, then as it came.
 */
export function bases(
  rows: readonly Row[],
  endorsements: (id: ItemId) => number,
  { query, activities }: { readonly query: string; readonly activities: readonly ActivityId[] | null },
): Basis[] {
  return found(readable(rows), { query, activity: null })
    .filter((row) => activities?.includes(row.view.activity) ?? true)
    .map((row) => ({ ...row, endorsements: endorsements(row.id) }))
    .sort(
      (a, b) =>
        Number(b.view.pinned) - Number(a.view.pinned) || b.endorsements - a.endorsements || a.view.order - b.view.order,
    );
}

/** References as they are read out: C2 before C12. */
export const byReference = <R extends { readonly ref: Reference }>(items: readonly R[]): R[] =>
  [...items].sort((a, b) => a.ref[0]!.localeCompare(b.ref[0]!) || Number(a.ref.slice(1)) - Number(b.ref.slice(1)));
