import type { Request } from 'express';
import type { Limits } from '../identity/limits.ts';
import { GUEST_HEADER } from '../rehearsal/task.ts';
import type { HttpDeps } from './deps.ts';

type DoorLimits = Pick<Limits, 'request' | 'join' | 'wrongCode' | 'rightCode' | 'mayGuess' | 'joined'>;

const free = async (): Promise<void> => {};
/** Rehearsed delegates all come from this machine: they are not refused, and use up nothing of what others there have. */
const ofGuests: DoorLimits = {
  request: free,
  join: free,
  wrongCode: free,
  rightCode: free,
  mayGuess: free,
  joined: free,
};

/** The limits that hold for a request. */
export const limitsOf = (
  { limits, rehearsals }: Pick<HttpDeps, 'limits' | 'rehearsals'>,
  request: Request,
): DoorLimits => (rehearsals.isGuest(request.headers[GUEST_HEADER]) ? ofGuests : limits);
