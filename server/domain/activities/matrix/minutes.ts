import { contributionMinutes } from '../../contributions/minutes.ts';
import type { Block } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import type { MatrixState } from './state.ts';

/** The table with its numbers, then what stands in it, with what speaks against it. */
export const minutes = (state: MatrixState, ctx: MinutesContext): Block[] =>
  contributionMinutes(state, state.config.prompt, ctx);
