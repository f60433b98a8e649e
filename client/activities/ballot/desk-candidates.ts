import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { EndorsementView } from '../../../server/domain/contributions/view.ts';
import type { ActivityId } from '../../../server/domain/ids.ts';
import { isShown, type Row } from '../../contributions/desk-list.ts';
import { matches } from '../../lib/search.ts';

export interface Candidate extends Row {
  readonly endorsements: number;
  /** Whether it is an option already; `withdrawn` where it was and can be restored. */
  readonly option: 'none' | 'standing' | 'withdrawn';
}

export interface Wanted {
  readonly query: string;
  /** Null: of all activities. */
  readonly activity: ActivityId | null;
}

/** What can be carried over: texts that the room reads; a reason against one is no proposal of its own. */
export function candidatesOf(
  rows: readonly Row[],
  endorsements: (id: Row['id']) => EndorsementView | undefined,
  options: readonly OptionView[],
): Candidate[] {
  const taken = new Map(options.flatMap(({ item, withdrawn }) => (item ? [[item, withdrawn] as const] : [])));
  return rows
    .filter((row) => isShown(row) && !row.view.contests)
    .map((row) => {
      const withdrawn = taken.get(row.id);
      return {
        ...row,
        endorsements: endorsements(row.id)?.n ?? 0,
        option: withdrawn === undefined ? 'none' : withdrawn ? 'withdrawn' : 'standing',
      };
    });
}

/** Those that are looked for: what is pinned first, then what most endorse, then the newest. */
export const chosenFrom = (candidates: readonly Candidate[], { query, activity }: Wanted): Candidate[] =>
  candidates
    .filter(({ view }) => activity === null || view.activity === activity)
    .filter(({ view }) => matches(query, textsOf(view)))
    .sort(
      (a, b) =>
        Number(b.view.pinned) - Number(a.view.pinned) || b.endorsements - a.endorsements || b.view.order - a.view.order,
    );

/** What a search looks through: the reference, the text and its translations. */
const textsOf = ({ ref, text, translations }: Candidate['view']): string[] => [
  ref ?? '',
  text,
  ...Object.values(translations).map((translation) => translation.text),
];
