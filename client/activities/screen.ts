import type { ScreenKind } from '../screen/kind.ts';
import { ballot } from './ballot/screen-kind.ts';
import { briefing } from './briefing/screen-kind.ts';
import { discussion } from './discussion/screen-kind.ts';
import { matrix } from './matrix/screen-kind.ts';

/** The kinds of activity on the screen. A new kind adds itself. */
export const screenKinds: Readonly<Record<string, ScreenKind>> = { ballot, briefing, discussion, matrix };
