import type { AgendaItemId } from '../ids.ts';
import type { AgendaEntry } from '../meeting-file.ts';

/* Places of the programme: after an item of a day, or (null) at its beginning. */

export interface Place {
  readonly after: AgendaItemId | null;
  readonly date: string;
}

export const indexOf = (items: readonly AgendaEntry[], id: AgendaItemId | null): number =>
  items.findIndex((entry) => entry.id === id);

/** Before which of the items a place lies, by its index. */
function indexAt(items: readonly AgendaEntry[], { after, date }: Place): number {
  if (after !== null) return indexOf(items, after) + 1;
  const first = items.findIndex((entry) => entry.date >= date);
  return first < 0 ? items.length : first;
}

/** What stands before an item on its day: the place to which it can go back. */
export function placeOf(items: readonly AgendaEntry[], { id, date }: AgendaEntry): Place {
  const before = items[indexOf(items, id) - 1];
  return { after: before?.date === date ? before.id : null, date };
}

/** The items with one put at a place of its day. */
export function put(items: readonly AgendaEntry[], entry: AgendaEntry, after: AgendaItemId | null): AgendaEntry[] {
  const rest = items.filter((other) => other.id !== entry.id);
  const index = indexAt(rest, { after, date: entry.date });
  return [...rest.slice(0, index), entry, ...rest.slice(index)];
}

/**
 * Whether something can be put at a place: anywhere after the current item; before it only beside what is still to come
 * on that day, because what was passed over is held later. `items` are without what is put.
 */
export function isOpen(
  items: readonly AgendaEntry[],
  place: Place,
  current: AgendaItemId | null,
  begun: (id: AgendaItemId) => boolean,
): boolean {
  const index = indexAt(items, place);
  if (index > indexOf(items, current)) return true;
  return items
    .slice(Math.max(0, index - 1), index + 1)
    .some((entry) => entry.date === place.date && !entry.skipped && !begun(entry.id));
}
