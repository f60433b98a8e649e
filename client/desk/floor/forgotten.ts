const FIVE_MINUTES = 300_000;

/** Whether a turn (milliseconds spoken, of so many seconds) runs so far past its time that it may have been forgotten. */
export const isForgotten = (spoken: number, seconds: number): boolean =>
  spoken >= Math.max(2 * seconds * 1000, seconds * 1000 + FIVE_MINUTES);
