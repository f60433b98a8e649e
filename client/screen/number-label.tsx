import { useEffect, useState } from 'preact/hooks';
import type { ScreenNumber } from '../../server/domain/commands.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { wallWord } from './wall-words.ts';

/** Milliseconds: long enough for whoever connects the projector, gone before the room looks. */
const SEEN_FOR = 12_000;

/** The number of a screen for a moment after it was connected, then null. */
export function useFreshNumber(number: ScreenNumber, connected: boolean): ScreenNumber | null {
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    if (!connected) return;
    const timer = setTimeout(() => setSeen(false), SEEN_FOR);
    return () => clearTimeout(timer);
  }, [connected]);
  return seen ? number : null;
}

/** Which screen this is, where otherwise the people are counted: so it covers nothing. */
export const NumberLabel = ({ number, first }: { number: ScreenNumber; first: Language }) => (
  <p class="number-label" role="status" lang={first} dir={dirOf(first)}>
    {wallWord(first, 'page_title')} <span class="num">{number}</span>
  </p>
);
