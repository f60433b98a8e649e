import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { Total } from '../../../server/domain/contributions/state.ts';

/**
 * What weighs in a cell, on every page alike: each entry once for who wrote it, and once more for each who endorses it.
 * Where nothing is endorsed, the entries.
 */
export const weightOf = ({ endorsements }: Pick<MatrixView, 'endorsements'>, total: Total | undefined): number =>
  total ? total.shown + (endorsements ? total.endorsements : 0) : 0;
