import { signal } from '@preact/signals';

const now = signal(Date.now(), {
  watched() {
    now.value = Date.now();
    ticking = setInterval(() => {
      now.value = Date.now();
    }, 1000);
  },
  unwatched() {
    clearInterval(ticking);
  },
});
let ticking: ReturnType<typeof setInterval> | undefined;

/**
 * Makes whoever reads it read again each second; it ticks only while somebody does. Its value is this machine's clock:
 * for times of the meeting take `Live.now()`.
 */
export const everySecond = now as { readonly value: number };
