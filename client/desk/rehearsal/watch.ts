import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RehearsalView } from '../../../server/domain/protocol.ts';
import { askForRehearsal } from './requests.ts';

/** Milliseconds between two questions. */
const EVERY = 2000;

/** How the rehearsal stands that this page is in, asked again and again while somebody looks; null until it is known. */
export function useRehearsal(): ReadonlySignal<RehearsalView | null> {
  const told = useMemo(() => signal<RehearsalView | null>(null), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async () => {
      const answer = document.visibilityState === 'visible' ? await askForRehearsal() : null;
      // Out of reach, or just ended: what was told last stands until the page itself hears of it.
      if (answer?.ok && answer.body.rehearsal) told.value = answer.body.rehearsal;
      if (!gone) timer = setTimeout(() => void ask(), EVERY);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [told]);
  return told;
}
