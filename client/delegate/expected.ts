import { useComputed } from '@preact/signals';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { type Expected, expectedStarts } from '../lib/agenda.ts';
import { everySecond } from '../lib/clock.ts';
import { useSession } from './session.ts';

/** Less than this is no delay, in milliseconds. */
const DELAY = 60_000;

const none: ReadonlyMap<AgendaItemId, Expected> = new Map();

/** What is to begin later than its time says, and when, as things now stand; told anew six times a minute. */
export function useDelays(agenda: AgendaView): ReadonlyMap<AgendaItemId, Expected> {
  const { live, meeting } = useSession();
  const tick = useComputed(() => Math.floor(everySecond.value / 10_000));
  void tick.value;
  const zone = meeting.value?.timezone;
  if (!zone) return none;
  return new Map([...expectedStarts(agenda, live.now(), zone)].filter(([, { late }]) => late >= DELAY));
}
