import type { AgendaItemId } from '../../../server/domain/ids.ts';
import type { AgendaView } from '../../../server/domain/view.ts';

type Item = AgendaView['items'][number];

/** A place of the run-of-show: after an item, or (null) at the beginning of a day. */
export interface Place {
  readonly after: AgendaItemId | null;
  readonly date: string;
}

/** The dates from the first to the last, each of them. */
export function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

/** Before which of the items a place lies, by its index. */
function indexOf(items: readonly Item[], { after, date }: Place): number {
  if (after !== null) return items.findIndex(({ id }) => id === after) + 1;
  const index = items.findIndex((item) => item.date >= date);
  return index < 0 ? items.length : index;
}

/** What has begun stays where it is, and what comes before it too. */
const isFree = (items: readonly Item[], place: Place): boolean =>
  items.slice(indexOf(items, place)).every(({ startedAt }) => startedAt === null);

const slots = (items: readonly Item[], dates: readonly string[]): Place[] =>
  dates.flatMap((date) => [
    { after: null, date },
    ...items.filter((item) => item.date === date).map(({ id }) => ({ after: id, date })),
  ]);

/** Where something can be put in. */
export const freePlaces = (items: readonly Item[], dates: readonly string[]): Place[] =>
  slots(items, dates).filter((place) => isFree(items, place));

/** Where an item now stands. */
export function placeOf(items: readonly Item[], item: Item): Place {
  const before = items[items.findIndex(({ id }) => id === item.id) - 1];
  return { after: before?.date === item.date ? before.id : null, date: item.date };
}

export const samePlace = (a: Place, b: Place): boolean => a.after === b.after && a.date === b.date;

/** One step up or down, over the night too; null where there is none. */
export function stepOf(
  items: readonly Item[],
  dates: readonly string[],
  item: Item,
  direction: 'up' | 'down',
): Place | null {
  if (item.startedAt !== null) return null;
  const rest = items.filter(({ id }) => id !== item.id);
  const all = slots(rest, dates);
  const own = placeOf(items, item);
  const index = all.findIndex((place) => samePlace(place, own));
  const place = all[index + (direction === 'up' ? -1 : 1)];
  return index >= 0 && place && isFree(items, place) ? place : null;
}

/** Where an item comes to that is dropped on the upper or lower half of another; null where it cannot go, or is. */
export function dropOn(items: readonly Item[], item: Item, target: Item, half: 'upper' | 'lower'): Place | null {
  if (item.startedAt !== null || item.id === target.id) return null;
  const rest = items.filter(({ id }) => id !== item.id);
  const place: Place =
    half === 'lower' ? { after: target.id, date: target.date } : { ...placeOf(rest, target), date: target.date };
  return isFree(items, place) && !samePlace(place, placeOf(items, item)) ? place : null;
}
