import type { ScreenKind } from '../../screen/kind.ts';
import { BallotPicture } from './screen.tsx';
import { keptOptions } from './screen-kept.ts';

export const ballot: ScreenKind = { Picture: BallotPicture, kept: { options: keptOptions } };
