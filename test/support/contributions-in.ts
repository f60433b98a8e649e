import type { Contribution, ContributionsState } from '../../server/domain/contributions/state.ts';

/** The contributions of an activity's slice, whatever its kind; none where the kind has none. */
export const contributionsIn = (slice: unknown): Iterable<Contribution> =>
  (slice as Partial<ContributionsState>).contributions?.values() ?? [];
