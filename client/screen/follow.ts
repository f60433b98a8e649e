import type { AgendaView } from '../../server/domain/view.ts';
import { type AgendaItem, expectedStarts } from '../lib/agenda.ts';
import { momentIn } from '../lib/moments.ts';

const MINUTE = 60_000;
const HOURS = 12 * 60 * MINUTE;

/**
 * When what follows begins: at its time, later than that as things stand, or any moment now, because its time has come.
 * `at` is the time of day, as milliseconds since 1970, UTC.
 */
type Follow =
  | { readonly state: 'planned' | 'later'; readonly at: number }
  | { readonly state: 'soon'; readonly at: undefined };

const soon: Follow = { state: 'soon', at: undefined };

/** When the next item begins, at a moment of the server's clock; before the first item and after a night alike. */
export function followOf(agenda: AgendaView, next: AgendaItem, now: number, zone: string): Follow {
  const own = momentIn(next.date, next.start, zone);
  const expected = expectedStarts(agenda, now, zone).get(next.id);
  if (!expected) {
    // On another day than its own (a rehearsal) its time says nothing about now.
    const over = now - own;
    return over >= MINUTE && over < HOURS ? soon : { state: 'planned', at: own };
  }
  const { at, late } = expected;
  if (late < MINUTE && at > now - MINUTE) return { state: 'planned', at: own };
  // It waits for what has no time left: its own would be the time of day, anew each minute.
  return at < now + MINUTE ? soon : { state: 'later', at: own + late };
}
