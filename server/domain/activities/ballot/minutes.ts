import { lifecyclePieces, own } from '../../contributions/minutes.ts';
import type { Block } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import type { BallotState } from './state.ts';

/** The options in the order of their dots, with results by city or kind. */
export const minutes = (state: BallotState, ctx: MinutesContext): Block[] => [
  { type: 'heading', level: 3, runs: [own(state.config.prompt[ctx.lang], ctx)] },
  { type: 'line', pieces: lifecyclePieces(ctx) },
];
