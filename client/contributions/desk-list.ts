import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Language } from '../../server/domain/text.ts';

export interface Row {
  readonly id: ItemId;
  readonly view: ContributionView;
}

/** A contribution with its replies; `orphan` is a reply whose own contribution is no longer shown. */
export interface Thread extends Row {
  readonly replies: readonly Row[];
  readonly orphan: boolean;
}

export type Tab = 'all' | 'translate' | 'pinned' | 'hidden' | 'late';

export const isShown = ({ view }: Row): boolean => (view.status ?? 'shown') === 'shown';

/** A text of the meeting file: it is nobody's, stands in every language, and can only be hidden. */
export const isOfDocument = ({ by }: ContributionView): boolean => by.as === 'document';

/** The meeting's languages that a text has no translation into, or one of an earlier wording. */
export const missingIn = (view: ContributionView, languages: readonly Language[]): Language[] =>
  languages.filter((language) => {
    if (view.lang.split('-')[0] === language) return false;
    const translation = view.translations[language];
    return !translation || translation.earlier;
  });

/**
 * Shown contributions with their replies: pinned first, then the newest; replies in the order they were written. Replies
 * to what was merged stand under what it was merged into.
 */
export function threadsOf(rows: readonly Row[]): Thread[] {
  const shown = rows.filter(isShown);
  const homes = new Map<ItemId, ItemId>();
  for (const { id, view } of shown) {
    homes.set(id, id);
    for (const part of view.merged) homes.set(part.item, id);
  }
  const replies = new Map<ItemId, Row[]>();
  const tops: { row: Row; orphan: boolean }[] = [];
  for (const row of shown) {
    const home = row.view.parent === null ? undefined : homes.get(row.view.parent);
    if (home) replies.set(home, [...(replies.get(home) ?? []), row]);
    else tops.push({ row, orphan: row.view.parent !== null });
  }
  return tops
    .map(({ row, orphan }) => ({ ...row, orphan, replies: byOrder(replies.get(row.id) ?? []) }))
    .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned) || b.view.order - a.view.order);
}

const byOrder = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => a.view.order - b.view.order);

/** What each tab lists besides `all`: single rows, without their threads. */
export function rowsOf(tab: Exclude<Tab, 'all'>, rows: readonly Row[], languages: readonly Language[]): Row[] {
  const sorted = byOrder(rows);
  switch (tab) {
    case 'translate':
      // As an interpreter takes them: what is pinned, then the oldest.
      return sorted
        .filter((row) => isShown(row) && missingIn(row.view, languages).length > 0)
        .sort((a, b) => Number(b.view.pinned) - Number(a.view.pinned));
    case 'pinned':
      return sorted.filter((row) => isShown(row) && row.view.pinned);
    default:
      return sorted.filter((row) => row.view.status === tab);
  }
}

/**
 * Whether one may be merged into another: both plain and shown, in the same place and on the same level, both for or
 * both against it, and not itself made of several.
 */
export const canMerge = (from: Row, into: Row): boolean =>
  from.id !== into.id &&
  isShown(from) &&
  isShown(into) &&
  from.view.merged.length === 0 &&
  from.view.parent === into.view.parent &&
  from.view.place === into.view.place &&
  from.view.contests === into.view.contests;

/** What stands in a place: its entries, and what hangs on them. */
export function rowsIn(place: string, rows: readonly Row[]): Row[] {
  const there = new Set<ItemId>();
  for (const { id, view } of rows)
    if (view.place === place) for (const one of [id, ...view.merged.map(({ item }) => item)]) there.add(one);
  return rows.filter(({ id, view }) => there.has(id) || (view.parent !== null && there.has(view.parent)));
}

/** The order of a list at the moment it was held. */
export interface Held {
  readonly order: readonly ItemId[];
  readonly known: ReadonlySet<ItemId>;
}

export const holdOf = (threads: readonly Thread[]): Held => ({
  order: threads.map(({ id }) => id),
  known: new Set(threads.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)])),
});

/**
 * A list that somebody is reading or pointing at: it keeps its order and lets nothing new in. What came since is counted;
 * what is gone is gone.
 */
export function held(threads: readonly Thread[], hold: Held): { threads: Thread[]; waiting: number } {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  let waiting = 0;
  for (const { id, replies } of threads)
    waiting += (hold.known.has(id) ? 0 : 1) + replies.filter((reply) => !hold.known.has(reply.id)).length;
  // One that became a thread of its own since (its parent was hidden) was known, and comes last.
  const order = [
    ...hold.order,
    ...threads.map(({ id }) => id).filter((id) => hold.known.has(id) && !hold.order.includes(id)),
  ];
  return {
    waiting,
    threads: order.flatMap((id) => {
      const thread = byId.get(id);
      return thread ? [{ ...thread, replies: thread.replies.filter((reply) => hold.known.has(reply.id)) }] : [];
    }),
  };
}
