import type { DelegateKind } from '../delegate/kind.ts';
import { ballot } from './ballot/delegate-kind.ts';
import { briefing } from './briefing/delegate-kind.ts';
import { discussion } from './discussion/delegate-kind.ts';
import { matrix } from './matrix/delegate-kind.ts';

/** The kinds of activity on a delegate's phone. A new kind adds itself. */
export const delegateKinds: Readonly<Record<string, DelegateKind>> = { ballot, briefing, discussion, matrix };
