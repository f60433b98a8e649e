import { type ContributionsState, initialContributions } from '../../contributions/state.ts';
import type { ActivityId } from '../../ids.ts';
import type { MatrixConfig } from './schema.ts';

export interface MatrixState extends ContributionsState {
  config: MatrixConfig;
}

/** How a cell is named as the place of its entries. */
export const cellOf = (row: string, column: string): string => `${row}/${column}`;

const rulesOf = ({ endorsements, contests }: MatrixConfig) => ({ replies: false, endorsements, contests });

export const initial = (id: ActivityId, config: MatrixConfig): MatrixState => ({
  ...initialContributions(
    'matrix',
    id,
    rulesOf(config),
    config.reveal,
    config.seeds.map(({ row, column, text }) => ({ place: cellOf(row, column), text })),
  ),
  config,
});

export function configure(state: MatrixState, settings: Readonly<Record<string, unknown>>): void {
  state.config = { ...state.config, ...settings };
  state.rules = rulesOf(state.config);
  if ('reveal' in settings) state.revealed = state.config.reveal === 'live';
}
