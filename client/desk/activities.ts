import type { ComponentType } from 'preact';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { DiscussionDesk } from '../activities/discussion/desk.tsx';
import { DiscussionSettings } from '../activities/discussion/desk-settings.tsx';
import { DiscussionCounts } from '../contributions/desk-counts.tsx';
import { DiscussionTools } from '../contributions/desk-tools.tsx';

export interface ActivityDeskProps {
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
}

interface AtDesk {
  /** What the facilitator reads out. */
  readonly prompt: (activity: ActivityView) => Localized;
  /** Buttons of its own beside pause, close and time. */
  readonly Tools: ComponentType<ActivityDeskProps>;
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
    prompt: (activity) => activity.config.prompt as Localized,
    Tools: DiscussionTools,
    Settings: DiscussionSettings,
    Panel: DiscussionDesk,
    Counts: DiscussionCounts,
  },
};
