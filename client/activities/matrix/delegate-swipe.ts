import { useRef } from 'preact/hooks';
import { dirOf, lang } from '../../lib/words.ts';

/** Pixels across, and how much more across than along, that make a swipe. */
const FAR = 60;
const STEEP = 2;

/**
 * Handlers that tell of a swipe across: `onStep(1)` towards the end of the line of reading's next page, `onStep(-1)` back.
 * What begins in a field, where a finger moves the cursor, is none.
 */
export function useSwipe(onStep: (step: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => {
      const [touch] = event.touches;
      const writing = event.target instanceof Element && event.target.closest('textarea, input, select') !== null;
      start.current = touch && event.touches.length === 1 && !writing ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const [touch] = event.changedTouches;
      if (!start.current || !touch) return;
      const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      start.current = null;
      if (Math.abs(x) < FAR || Math.abs(x) < STEEP * Math.abs(y)) return;
      const forward = dirOf(lang.peek()) === 'rtl' ? x > 0 : x < 0;
      onStep(forward ? 1 : -1);
    },
    onTouchCancel: () => {
      start.current = null;
    },
  };
}
