import { useEffect, useState } from 'preact/hooks';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ActivityId } from '../../../server/domain/ids.ts';
import type { Language } from '../../../server/domain/text.ts';
import { fetchDocument } from '../../lib/documents.ts';

/** Milliseconds until it is asked for again, where it did not come. */
const AGAIN = 3000;

/** The picture stands on the projector's page and, small, on the desk's; each has a session of its own. */
const surface = () => (document.documentElement.dataset.surface === 'desk' ? 'facilitator' : 'screen');

const fetched = new Map<string, BriefingDocument>();

/** A briefing's text in each of the languages; undefined until it has come. Nobody stands at a projector to ask again. */
export function useBriefings(activity: ActivityId, order: readonly Language[]): (BriefingDocument | undefined)[] {
  const [, setArrived] = useState('');
  const keys = order.map((language) => `${activity}/${language}`);
  useEffect(() => {
    let wanted = true;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const ask = async (language: Language, key: string) => {
      const answer = await fetchDocument<BriefingDocument>(surface(), activity, language);
      if (answer.ok) fetched.set(key, answer.body);
      if (!wanted) return;
      if (answer.ok) setArrived(key);
      else timers.add(setTimeout(() => void ask(language, key), AGAIN));
    };
    order.forEach((language, i) => {
      const key = keys[i]!;
      if (!fetched.has(key)) void ask(language, key);
    });
    return () => {
      wanted = false;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [keys.join(' ')]);
  return keys.map((key) => fetched.get(key));
}
