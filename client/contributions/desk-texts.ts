import type { ContributionView, EndorsementView } from '../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { Live } from '../lib/live.ts';
import { matches } from '../lib/search.ts';
import type { Row } from './desk-list.ts';

/** Every text of the room that the desk may see, of all activities. */
export const everyRow = (live: Live): Row[] =>
  live.keys('c/').value.flatMap((key) => {
    const view = live.value<ContributionView>(key).value;
    return view ? [{ id: key.slice(2) as ItemId, view }] : [];
  });

/** How many endorse a text. */
export const endorsementsOf = (live: Live, id: ItemId): number => live.value<EndorsementView>(`n/${id}`).value?.n ?? 0;

/** What a search looks through: the reference, the text and its translations. */
const searched = ({ ref, text, translations }: ContributionView): string[] => [
  ref ?? '',
  text,
  ...Object.values(translations).map((translation) => translation.text),
];

export interface Wanted {
  readonly query: string;
  /** Null: of all activities. */
  readonly activity: ActivityId | null;
}

/** Those of a list that are looked for. */
export const found = <R extends Row>(rows: readonly R[], { query, activity }: Wanted): R[] =>
  rows.filter(({ view }) => (activity === null || view.activity === activity) && matches(query, searched(view)));
