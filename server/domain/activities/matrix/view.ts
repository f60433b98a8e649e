import type { Audience } from '../../actors.ts';
import { nothing, type Total } from '../../contributions/state.ts';
import { type CountView, contributionCount, countKey, showContribution } from '../../contributions/view.ts';
import type { CoreReader, Key } from '../activity.ts';
import type { MatrixConfig } from './schema.ts';
import { cellOf, type MatrixState } from './state.ts';

/** The value of `count/<activity>`: what stands in each cell, by `<row>/<column>`; every cell is there. */
export interface MatrixCountView extends CountView {
  readonly cells: Readonly<Record<string, Total>>;
}

/** The configuration as it is sent: the seeds come as entries. */
export type MatrixView = Omit<MatrixConfig, 'seeds'>;

export const configOf = ({ config: { seeds: _seeds, ...config } }: MatrixState): MatrixView => config;

export const cellsOf = (state: MatrixState): Record<string, Total> =>
  Object.fromEntries(
    state.config.rows.flatMap((row) =>
      state.config.columns.map((column) => {
        const cell = cellOf(row.id, column.id);
        return [cell, state.totals.get(cell) ?? nothing];
      }),
    ),
  );

export function show(state: MatrixState, key: Key, audience: Audience, core: CoreReader): unknown {
  if (key !== countKey(state.id)) return showContribution(state, key, audience, core);
  return { ...contributionCount(state, audience), cells: cellsOf(state) } satisfies MatrixCountView;
}
