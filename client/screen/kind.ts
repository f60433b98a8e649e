import type { ComponentType } from 'preact';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import type { AnyKept } from './keeping.ts';
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

/** What a kind of activity draws on the screen. */
export interface ScreenKind {
  readonly Picture: ComponentType<ActivityPictureProps>;
  /** One of its items, large; none where it has no texts of the room. */
  readonly Item?: ComponentType<ItemPictureProps>;
  /** Where it needs the whole width: what the line under it explains, beside time, people and code. */
  readonly Key?: ComponentType<{ readonly meeting: MeetingView; readonly activity: ActivityView }>;
  /** What a frozen screen keeps of values that this kind alone has, by the first part of their keys. */
  readonly kept?: Readonly<Record<string, AnyKept>>;
}
