import type { ComponentType } from 'preact';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { BallotPicture } from '../activities/ballot/screen.tsx';
import { BriefingPicture } from '../activities/briefing/screen.tsx';
import { DiscussionPicture } from '../activities/discussion/screen.tsx';
import { MatrixKey, MatrixPicture } from '../activities/matrix/screen.tsx';
import { MatrixItem } from '../activities/matrix/screen-item.tsx';
import { LargeItem } from '../contributions/screen-item.tsx';
import type { ScreenSource } from './source.ts';

export interface ActivityPictureProps {
  readonly source: ScreenSource;
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
  /** The agenda item that it belongs to. */
  readonly title: Localized;
}

export interface ItemPictureProps {
  readonly source: ScreenSource;
  readonly meeting: MeetingView;
  readonly item: ItemId;
}

interface OnScreen {
  readonly Picture: ComponentType<ActivityPictureProps>;
  /** One of its items, large; none where it has no texts of the room. */
  readonly Item?: ComponentType<ItemPictureProps>;
  /** Where it needs the whole width: what the line under it explains, beside time, people and code. */
  readonly Key?: ComponentType<{ readonly meeting: MeetingView; readonly activity: ActivityView }>;
}

/** What each kind of activity draws on the screen. */
export const onScreen: Readonly<Record<string, OnScreen>> = {
  discussion: { Picture: DiscussionPicture, Item: LargeItem },
  matrix: { Picture: MatrixPicture, Item: MatrixItem, Key: MatrixKey },
  ballot: { Picture: BallotPicture },
  briefing: { Picture: BriefingPicture },
};

/** The kind of the activity that an item belongs to; undefined where the item is not, or no longer, to be seen. */
export function kindOfItem(source: ScreenSource, item: ItemId): string | undefined {
  const home = source.value<ContributionView>(`c/${item}`).value?.activity;
  return home && source.value<ActivityView>(`a/${home}`).value?.kind;
}
