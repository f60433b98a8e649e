import type { ActivityId, ItemId, Reference } from '../domain/ids.ts';
import { type ActivitySection, quotesIn, type Run } from '../domain/minutes-document.ts';

/** The texts that readers may read, by their ids, with the question that each answers: in the order of the agenda. */
export type Shown = ReadonlyMap<
  ItemId,
  { readonly ref: Reference; readonly activity: ActivityId; readonly title: Run }
>;

export const shownIn = (activities: Iterable<ActivitySection>): Shown =>
  new Map(
    [...activities].flatMap(({ id: activity, title, log }) =>
      [...quotesIn(log)].map(({ id, ref }) => [id, { ref, activity, title }] as const),
    ),
  );
