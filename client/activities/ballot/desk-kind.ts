import type { DeskKind } from '../../desk/kind.ts';
import { BallotDesk } from './desk.tsx';
import { carrying } from './desk-carrying.ts';
import { BallotCounts } from './desk-counts.tsx';
import { BallotSettings } from './desk-settings.tsx';
import { BallotTools } from './desk-tools.tsx';
import { VoteFor } from './desk-vote-for.tsx';

export const ballot: DeskKind = {
  Tools: BallotTools,
  Settings: BallotSettings,
  Panel: BallotDesk,
  Counts: BallotCounts,
  ForPerson: VoteFor,
  carrying,
};
