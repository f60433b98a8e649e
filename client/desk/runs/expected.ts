import { useComputed } from '@preact/signals';
import type { AgendaItemId } from '../../../server/domain/ids.ts';
import type { AgendaView } from '../../../server/domain/view.ts';
import { type Expected, expectedStarts } from '../../lib/agenda.ts';
import { everySecond } from '../../lib/clock.ts';
import { useDesk } from '../desk.ts';

/** Less than this is no delay, in milliseconds. */
export const MINUTE = 60_000;

/** When what follows is to begin, as things now stand; told anew six times a minute. */
export function useExpected(agenda: AgendaView, zone: string): ReadonlyMap<AgendaItemId, Expected> {
  const { live } = useDesk();
  const tick = useComputed(() => Math.floor(everySecond.value / 10_000));
  void tick.value;
  return expectedStarts(agenda, live.now(), zone);
}
