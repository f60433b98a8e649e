import { useEffect, useState } from 'preact/hooks';
import type { ScreenNumber } from '../../server/domain/commands.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { wallWord } from './wall-words.ts';

/** Milliseconds: long enough for whoever connects the projector, gone before the room looks. */
const SEEN_FOR = 12_000;

/** Which screen this is, for a moment after it was connected. */
export function NumberLabel({ number, first }: { number: ScreenNumber; first: Language }) {
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(false), SEEN_FOR);
    return () => clearTimeout(timer);
  }, []);
  if (!seen) return null;
  return (
    <p class="number-label" role="status" lang={first} dir={dirOf(first)}>
      {wallWord(first, 'page_title')} <span class="num">{number}</span>
    </p>
  );
}
