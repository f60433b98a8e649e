import type { ComponentType } from 'preact';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import type { Live } from '../lib/live.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people/people-list.ts';

export interface ActivityDeskProps {
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
}

/** What a form for somebody without a phone is given. */
export interface ForPersonProps extends ActivityDeskProps {
  readonly person: Person;
  /** Says what was done. */
  readonly onSaid: (words: string) => void;
}

/** How texts of any activity become part of one. */
export interface Carrying {
  /** As many as go at once. */
  readonly most: number;
  /** Those that are not in it, or no longer. */
  missing(live: Live, into: ActivityId, items: readonly ItemId[]): ItemId[];
  carry(desk: Desk, into: ActivityId, items: readonly ItemId[]): Promise<CommandAnswer>;
}

/** What a kind of activity has at the desk. */
export interface DeskKind {
  /** Buttons of its own beside pause, close and time. */
  readonly Tools?: ComponentType<ActivityDeskProps>;
  /** Its settings, as a dialog. */
  readonly Settings: ComponentType<ActivityDeskProps & { onClose: () => void }>;
  /** What the room sends. */
  readonly Panel: ComponentType<ActivityDeskProps>;
  /** Its numbers, for the panel at the end. */
  readonly Counts: ComponentType<ActivityDeskProps>;
  /** The room writes texts in it, and who has been heard is told of it by itself. */
  readonly texts?: boolean;
  /** What is done in it in the place of somebody without a phone; missing where that is nothing. */
  readonly ForPerson?: ComponentType<ForPersonProps>;
  /** Missing where it takes no texts of other activities. */
  readonly carrying?: Carrying;
}

/** What the facilitator reads out: every kind has one. */
export const promptOf = (activity: Pick<ActivityView, 'config'>): Localized => activity.config.prompt as Localized;
