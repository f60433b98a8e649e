import type { DeskKind } from '../desk/kind.ts';
import { ballot } from './ballot/desk-kind.ts';
import { briefing } from './briefing/desk-kind.ts';
import { discussion } from './discussion/desk-kind.ts';
import { matrix } from './matrix/desk-kind.ts';

/** The kinds of activity at the desk. A new kind adds itself. */
export const deskKinds: Readonly<Record<string, DeskKind>> = { ballot, briefing, discussion, matrix };
