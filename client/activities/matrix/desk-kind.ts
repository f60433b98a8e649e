import { ContributionCounts } from '../../contributions/desk-counts.tsx';
import { ContributionTools } from '../../contributions/desk-tools.tsx';
import type { DeskKind } from '../../desk/kind.ts';
import { MatrixDesk } from './desk.tsx';
import { MatrixSettings } from './desk-settings.tsx';
import { WriteInCell } from './desk-write-for.tsx';

export const matrix: DeskKind = {
  Tools: ContributionTools,
  Settings: MatrixSettings,
  Panel: MatrixDesk,
  Counts: ContributionCounts,
  texts: true,
  ForPerson: WriteInCell,
};
