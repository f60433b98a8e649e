import { LargeItem } from '../../contributions/screen-item.tsx';
import type { ScreenKind } from '../../screen/kind.ts';
import { DiscussionPicture } from './screen.tsx';

export const discussion: ScreenKind = { Picture: DiscussionPicture, Item: LargeItem };
