import { ContributionCounts } from '../../contributions/desk-counts.tsx';
import { ContributionTools } from '../../contributions/desk-tools.tsx';
import type { DeskKind } from '../../desk/kind.ts';
import { DiscussionDesk } from './desk.tsx';
import { DiscussionSettings } from './desk-settings.tsx';
import { WriteInDiscussion } from './desk-write-for.tsx';

export const discussion: DeskKind = {
  Tools: ContributionTools,
  Settings: DiscussionSettings,
  Panel: DiscussionDesk,
  Counts: ContributionCounts,
  texts: true,
  ForPerson: WriteInDiscussion,
};
