import { lifecyclePieces, own } from '../../contributions/minutes.ts';
import type { Block } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import type { BriefingState } from './state.ts';

/** What was read, and which passages the room marked. */
export const minutes = (state: BriefingState, ctx: MinutesContext): Block[] => [
  { type: 'heading', level: 3, runs: [own(state.config.prompt[ctx.lang], ctx)] },
  { type: 'line', pieces: lifecyclePieces(ctx) },
];
