import type { MarksView } from '../../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ListId } from '../../../server/domain/ids.ts';

export const marks = ['same', 'different', 'more'] as const;
export type Mark = (typeof marks)[number];
/** Which parts come first: as they stand in the text, by all their marks, or by one kind of them. */
export type Order = 'text' | 'all' | Mark;

/** A passage or practice, with the section that it stands in. */
export interface Part {
  readonly id: ListId;
  readonly section: ListId;
  readonly heading: string;
  readonly text: string;
  readonly notes: readonly ListId[];
  /** Of a practice: whose it is, a city of the list or its place in words. */
  readonly practice: { readonly city: ListId | null; readonly place: string | null } | null;
}

export const partsOf = (document: BriefingDocument): Part[] =>
  document.sections.flatMap(({ id: section, heading, passages, practices }) => [
    ...passages.map(({ id, text, notes }) => ({ id, section, heading, text, notes, practice: null })),
    ...practices.map(({ id, text, notes, city, place }) => ({
      id,
      section,
      heading,
      text,
      notes,
      practice: { city, place },
    })),
  ]);

const marksIn = (view: MarksView | undefined, order: Order): number => {
  if (!view) return 0;
  return order === 'text' || order === 'all' ? view.same + view.different + view.more : view[order];
};

/** The parts in this order; by marks, without those that have none. Equal ones stay as they stand in the text. */
export function ordered(
  parts: readonly Part[],
  marksOf: (part: ListId) => MarksView | undefined,
  order: Order,
): Part[] {
  if (order === 'text') return [...parts];
  return parts
    .map((part) => ({ part, n: marksIn(marksOf(part.id), order) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ part }) => part);
}
