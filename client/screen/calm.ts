import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';

/** Whether the screen is frozen: then nothing takes the place of what leaves. */
export const Still = createContext(false);

/**
 * Puts chosen ids into slots so that what is already there keeps its place: only what left is replaced.
 * The first call fills the slots in order.
 */
export function intoSlots<T>(before: readonly T[], chosen: readonly T[]): T[] {
  const slots: (T | undefined)[] = before.slice(0, chosen.length).map((id) => (chosen.includes(id) ? id : undefined));
  const rest = chosen.filter((id) => !slots.includes(id));
  return chosen.map((_, i) => slots[i] ?? rest.shift()).filter((id): id is T => id !== undefined);
}

/**
 * The chosen ids, changing at most once in so many milliseconds: a picture that changes with every answer of a busy room
 * cannot be read. What is no longer there goes at once.
 */
export function useCalm<T extends string>(chosen: readonly T[], exists: (id: T) => boolean, pause: number): T[] {
  const [shown, setShown] = useState<T[]>(() => [...chosen]);
  const changedAt = useRef(0);
  const still = useContext(Still);
  const wanted = chosen.join(' ');
  const standing = shown.filter(exists);
  const gap = standing.length < Math.min(chosen.length, shown.length) || shown.length < chosen.length;
  useEffect(() => {
    if (still) return;
    const settle = () => {
      changedAt.current = Date.now();
      setShown((before) => intoSlots(before, chosen));
    };
    const wait = gap ? 0 : changedAt.current + pause - Date.now();
    if (wait <= 0) return settle();
    const timer = setTimeout(settle, wait);
    return () => clearTimeout(timer);
    // `wanted` stands for `chosen`, which is a new list each time.
  }, [wanted, gap, pause, still]);
  return standing;
}
