import { randomBytes } from 'node:crypto';
import { languageGuesser } from './language.ts';
import type { RoomSurroundings } from './room.ts';

/** The real clock, timers, ids and language guess. A timer that waits does not keep the process alive. */
export async function realSurroundings(report: (error: unknown) => void): Promise<RoomSurroundings> {
  return {
    now: Date.now,
    after: (ms, callback) => {
      // setTimeout takes 32 bits; a later look sets the rest.
      const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
      timer.unref();
      return () => clearTimeout(timer);
    },
    newId: () => randomBytes(12).toString('base64url'),
    guessLanguage: await languageGuesser(),
    report,
  };
}
