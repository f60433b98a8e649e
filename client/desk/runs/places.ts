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

/**
 * Where something can be put, as the server has it (rule AGD14): anywhere after the current item; before it only beside
 * what is still to come on that day. `items` are without what is put.
 */
function isFree({ current }: AgendaView, items: readonly Item[], place: Place): boolean {
  const index = indexOf(items, place);
  if (index > items.findIndex(({ id }) => id === current)) return true;
  return items
    .slice(Math.max(0, index - 1), index + 1)
    .some(({ date, skipped, startedAt }) => date === place.date && !skipped && startedAt === null);
}

const slots = (items: readonly Item[], dates: readonly string[]): Place[] =>
  dates.flatMap((date) => [
    { after: null, date },
    ...items.filter((item) => item.date === date).map(({ id }) => ({ after: id, date })),
  ]);

/** Where something can be put in. */
export const freePlaces = (agenda: AgendaView, dates: readonly string[]): Place[] =>
  slots(agenda.items, dates).filter((place) => isFree(agenda, agenda.items, place));

/** Where an item now stands. */
export function placeOf(items: readonly Item[], item: Item): Place {
  const before = items[items.findIndex(({ id }) => id === item.id) - 1];
  return { after: before?.date === item.date ? before.id : null, date: item.date };
}

export const samePlace = (a: Place, b: Place): boolean => a.after === b.after && a.date === b.date;

/** One step up or down, over the night too and past places that are closed; null where there is none. */
export function stepOf(
  agenda: AgendaView,
  dates: readonly string[],
  item: Item,
  direction: 'up' | 'down',
): Place | null {
  if (item.startedAt !== null) return null;
  const rest = agenda.items.filter(({ id }) => id !== item.id);
  const all = slots(rest, dates);
  const index = all.findIndex((place) => samePlace(place, placeOf(agenda.items, item)));
  const ahead = direction === 'up' ? all.slice(0, Math.max(0, index)).reverse() : all.slice(index + 1);
  return ahead.find((place) => isFree(agenda, rest, place)) ?? null;
}

/** Where an item comes to that is dropped on the upper or lower half of another; null where it cannot go, or is. */
export function dropOn(agenda: AgendaView, item: Item, target: Item, half: 'upper' | 'lower'): Place | null {
  if (item.startedAt !== null || item.id === target.id) return null;
  const rest = agenda.items.filter(({ id }) => id !== item.id);
  const place: Place =
    half === 'lower' ? { after: target.id, date: target.date } : { ...placeOf(rest, target), date: target.date };
  return isFree(agenda, rest, place) && !samePlace(place, placeOf(agenda.items, item)) ? place : null;
}
