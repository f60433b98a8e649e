import type { BallotCountView, OptionView } from '../../../server/domain/activities/ballot/view.ts';

/** A vote as it is sent: all of one's dots. */
export interface SentVote {
  readonly activity: string;
  readonly dots: readonly { readonly option: string; readonly n: number }[];
}

/**
 * What a refused vote becomes without the options that have been withdrawn since: null where it was refused for another
 * reason, or would be refused again.
 */
export function withoutWithdrawn(data: unknown, options: readonly OptionView[]): SentVote | null {
  const { activity, dots } = data as SentVote;
  const standing = new Set(options.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id as string));
  const rest = dots.filter(({ option }) => standing.has(option));
  return rest.length < dots.length ? { activity, dots: rest } : null;
}

/** Once it is over the most dots stand first; before, the options stay where they are. Withdrawn ones stand last. */
export function inOrder(
  options: readonly OptionView[],
  count: BallotCountView | undefined,
  ended: boolean,
): readonly OptionView[] {
  const dots = ({ id }: OptionView) => (ended ? (count?.results?.[id]?.dots ?? 0) : 0);
  return [...options].sort((a, b) => Number(a.withdrawn) - Number(b.withdrawn) || dots(b) - dots(a));
}
