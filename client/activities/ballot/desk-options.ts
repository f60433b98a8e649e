import type { BallotCountView, OptionResult, OptionView } from '../../../server/domain/activities/ballot/view.ts';

export interface OptionRow {
  readonly option: OptionView;
  /** Its place among the options as they were added, from 1. */
  readonly place: number;
  /** Null where results are not shown yet, or for one that was withdrawn. */
  readonly result: OptionResult | null;
}

export type Order = 'added' | 'dots';

/** The options with their results: as they were added, or by their dots; what was withdrawn comes last. */
export function optionRows(
  options: readonly OptionView[],
  results: BallotCountView['results'],
  order: Order,
): OptionRow[] {
  const rows = options.map((option, i) => ({ option, place: i + 1, result: results?.[option.id] ?? null }));
  const dots = ({ result }: OptionRow) => result?.dots ?? 0;
  return rows.sort(
    (a, b) =>
      Number(a.option.withdrawn) - Number(b.option.withdrawn) ||
      (order === 'dots' ? dots(b) - dots(a) : 0) ||
      a.place - b.place,
  );
}

/** All dots by group, over all options: what a group's dots on one option are a part of. */
export function dotsByGroup(results: BallotCountView['results']): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { groups } of Object.values(results ?? {}))
    for (const [group, n] of Object.entries(groups)) all[group] = (all[group] ?? 0) + n;
  return all;
}
