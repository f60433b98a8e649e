import { effect } from '@preact/signals';
import type { Live } from './live.ts';

/** How long the page says that the rehearsal has ended, in milliseconds. */
const SAID_FOR = 4000;

/**
 * After the end of a rehearsal the page starts anew, with whatever this browser was before it went in: the server gives
 * that back. `clear` takes away what the browser keeps of it.
 */
export function startAnewAfterRehearsal(live: Live, clear?: () => Promise<void>): void {
  effect(() => {
    if (!live.ended.value) return;
    const said = new Promise((resolve) => setTimeout(resolve, SAID_FOR));
    void Promise.allSettled([said, clear?.()]).then(() => location.reload());
  });
}
