import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { Total } from '../../../server/domain/contributions/state.ts';
import { localized } from '../../lib/words.ts';
import { weightOf } from './weight.ts';

export interface Cell {
  /** As entries name their place. */
  readonly id: string;
  readonly total: Total;
  /** How much it weighs beside the others, from 0 (nothing) to 4. */
  readonly heat: number;
}

const NOTHING: Total = { shown: 0, endorsements: 0, contests: 0 };
const STEPS = 4;

/** The cells by their ids; of one that nobody has told yet there is nothing. */
export function cellsOf(config: MatrixView, totals: Readonly<Record<string, Total>>): ReadonlyMap<string, Cell> {
  const ids = config.rows.flatMap((row) => config.columns.map((column) => `${row.id}/${column.id}`));
  const most = Math.max(1, ...ids.map((id) => weightOf(config, totals[id])));
  return new Map(
    ids.map((id) => {
      const total = totals[id] ?? NOTHING;
      return [id, { id, total, heat: Math.ceil((weightOf(config, total) / most) * STEPS) }];
    }),
  );
}

/** "Rights · Strengths": a cell by the names of its row and column. */
export function cellNameOf(config: MatrixView, cell: string): string {
  const [row, column] = cell.split('/');
  const names = [config.rows.find(({ id }) => id === row)?.short, config.columns.find(({ id }) => id === column)?.name];
  return names.flatMap((name) => (name ? [localized(name)] : [])).join(' · ');
}
