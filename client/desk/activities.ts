import type { ComponentType } from 'preact';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { BallotDesk } from '../activities/ballot/desk.tsx';
import { BallotCounts } from '../activities/ballot/desk-counts.tsx';
import { BallotSettings } from '../activities/ballot/desk-settings.tsx';
import { BallotTools } from '../activities/ballot/desk-tools.tsx';
import { BriefingDesk } from '../activities/briefing/desk.tsx';
import { BriefingCounts } from '../activities/briefing/desk-counts.tsx';
import { BriefingSettings } from '../activities/briefing/desk-settings.tsx';
import { DiscussionDesk } from '../activities/discussion/desk.tsx';
import { DiscussionSettings } from '../activities/discussion/desk-settings.tsx';
import { MatrixDesk } from '../activities/matrix/desk.tsx';
import { MatrixSettings } from '../activities/matrix/desk-settings.tsx';
import { ContributionCounts } from '../contributions/desk-counts.tsx';
import { ContributionTools } from '../contributions/desk-tools.tsx';

export interface ActivityDeskProps {
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
}

interface AtDesk {
  /** Buttons of its own beside pause, close and time. */
  readonly Tools?: ComponentType<ActivityDeskProps>;
  /** Its settings, as a dialog. */
  readonly Settings: ComponentType<ActivityDeskProps & { onClose: () => void }>;
  /** What the room sends. */
  readonly Panel: ComponentType<ActivityDeskProps>;
  /** Its numbers, for the panel at the end. */
  readonly Counts: ComponentType<ActivityDeskProps>;
}

/** What each kind of activity shows at the desk. */
export const atDesk: Readonly<Record<string, AtDesk>> = {
  discussion: {
    Tools: ContributionTools,
    Settings: DiscussionSettings,
    Panel: DiscussionDesk,
    Counts: ContributionCounts,
  },
  matrix: { Tools: ContributionTools, Settings: MatrixSettings, Panel: MatrixDesk, Counts: ContributionCounts },
  ballot: { Tools: BallotTools, Settings: BallotSettings, Panel: BallotDesk, Counts: BallotCounts },
  briefing: { Settings: BriefingSettings, Panel: BriefingDesk, Counts: BriefingCounts },
};

/** What the facilitator reads out: every kind has one. */
export const promptOf = (activity: Pick<ActivityView, 'config'>): Localized => activity.config.prompt as Localized;
