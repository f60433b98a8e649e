import { useEffect, useRef, useState } from 'preact/hooks';
import { type Held, held, holdOf, type Thread } from './desk-list.ts';

/**
 * Keeps a list still while the pointer is over it, the focus is in it, or it is scrolled down: rows must not jump away
 * from under a finger. Gives the list as it is to be drawn, how many wait, and the way to let them in.
 */
export function useHold(threads: readonly Thread[]) {
  const list = useRef<HTMLDivElement>(null);
  const reasons = useRef({ pointer: false, focus: false, scrolled: false });
  const newest = useRef(threads);
  newest.current = threads;
  const [hold, setHold] = useState<Held | null>(null);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // With what lies over the list: the button for the new ones must not let them in by lying under the pointer.
    const box = element.parentElement ?? element;
    const update = (change: Partial<typeof reasons.current>) => {
      Object.assign(reasons.current, change);
      const wanted = Object.values(reasons.current).some(Boolean);
      setHold((before) => (wanted ? (before ?? holdOf(newest.current)) : null));
    };
    const enter = (event: PointerEvent) => event.pointerType === 'mouse' && update({ pointer: true });
    const leave = () => update({ pointer: false });
    // The keyboard's focus; the one that a click leaves behind means nobody is still there.
    const focusIn = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(':focus-visible') && update({ focus: true });
    const focusOut = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) update({ focus: false });
    };
    // On a phone the whole middle scrolls, not the list alone.
    const column = element.closest('.mid');
    const scroll = () => {
      const above = column ? column.getBoundingClientRect().top - element.getBoundingClientRect().top : 0;
      update({ scrolled: element.scrollTop > 8 || above > 8 });
    };
    box.addEventListener('pointerenter', enter);
    box.addEventListener('pointerleave', leave);
    box.addEventListener('focusin', focusIn);
    box.addEventListener('focusout', focusOut);
    element.addEventListener('scroll', scroll, { passive: true });
    column?.addEventListener('scroll', scroll, { passive: true });
    return () => {
      box.removeEventListener('pointerenter', enter);
      box.removeEventListener('pointerleave', leave);
      box.removeEventListener('focusin', focusIn);
      box.removeEventListener('focusout', focusOut);
      element.removeEventListener('scroll', scroll);
      column?.removeEventListener('scroll', scroll);
    };
  }, []);

  const shown = hold ? held(threads, hold) : { threads: [...threads], waiting: 0 };
  const letIn = () => {
    const element = list.current;
    if (element) {
      element.scrollTop = 0;
      // The button is gone once nothing waits; the focus goes on in the list.
      element.focus({ preventScroll: true });
      const column = element.closest('.mid');
      const above = column ? column.getBoundingClientRect().top - element.getBoundingClientRect().top : 0;
      if (above > 0) column?.scrollBy({ top: -above });
    }
    setHold(holdOf(newest.current));
  };
  return { list, ...shown, letIn };
}
