import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Of 19: where all want the same processor, it gets a tenth of what others get, and does not starve. */
const NICE = 10;

/**
 * Puts this process behind the others: the room that is live goes first for the processor, and where memory runs out,
 * the system ends this one. Each as far as the system has it.
 */
export function standBehind(): void {
  try {
    setPriority(NICE);
    if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // It works all the same.
  }
}
