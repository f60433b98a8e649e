import { keptNumbers } from '../../screen/keeping.ts';
import type { ScreenKind } from '../../screen/kind.ts';
import { BriefingPicture } from './screen.tsx';

export const briefing: ScreenKind = { Picture: BriefingPicture, kept: { marks: keptNumbers } };
