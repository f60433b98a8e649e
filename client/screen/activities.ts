import type { ComponentType } from 'preact';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { DiscussionItem, DiscussionPicture } from '../activities/discussion/screen.tsx';
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
  /** The key of the view that holds an item of this kind. */
  readonly itemKey: (item: ItemId) => string;
  readonly Item: ComponentType<ItemPictureProps>;
}

/** What each kind of activity draws on the screen. */
export const onScreen: Readonly<Record<string, OnScreen>> = {
  discussion: { Picture: DiscussionPicture, itemKey: (item) => `c/${item}`, Item: DiscussionItem },
};
