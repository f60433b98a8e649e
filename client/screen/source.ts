import type { Live } from '../lib/live.ts';

/** What a picture of the screen is drawn from: the projector's own connection, or the desk's for its preview. */
export type ScreenSource = Pick<Live, 'value' | 'keys' | 'here' | 'now' | 'state'>;
