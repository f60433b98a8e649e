import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { momentIn } from './moments.ts';

export type AgendaItem = AgendaView['items'][number];

export const currentItem = (agenda: AgendaView): AgendaItem | undefined =>
  agenda.items.find((item) => item.id === agenda.current);

/** What follows the current item; the first one before the meeting has begun. What is skipped does not follow. */
export function nextItem(agenda: AgendaView): AgendaItem | undefined {
  const at = agenda.items.findIndex((item) => item.id === agenda.current);
  return agenda.items.slice(at + 1).find((item) => !item.skipped);
}

/** The dates of the agenda in order. */
export const daysOf = (agenda: AgendaView): string[] => [...new Set(agenda.items.map((item) => item.date))];

/** When an item is planned to end, as a time of day: `10:30`. */
export function plannedEnd({ start, minutes }: Pick<AgendaItem, 'start' | 'minutes'>): string {
  const [h = 0, m = 0] = start.split(':').map(Number);
  const end = h * 60 + m + minutes;
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Where an activity stands among those of the agenda that count: "question 3 of 4". */
export function placeOf(
  agenda: AgendaView,
  activity: string,
  counts: (activity: string) => boolean = () => true,
): { n: number; of: number } {
  const all = agenda.items.flatMap((item) => (item.activities as readonly string[]).filter(counts));
  return { n: all.indexOf(activity) + 1, of: all.length };
}

/** What can be answered stands first, and what belongs to the current item before what is left of an earlier one. */
function rank({ status }: ActivityView, ofCurrent: boolean): number {
  if (status === 'open') return ofCurrent ? 0 : 1;
  if (status === 'closed') return 5;
  if (ofCurrent) return 2;
  return status === 'closing' ? 3 : 4;
}

/**
 * What is asked of the room now: every activity that is open, paused or closing, and all of the current item.
 */
export function activitiesNow(agenda: AgendaView, activity: (id: string) => ActivityView | undefined): ActivityView[] {
  const current = currentItem(agenda);
  const shown = agenda.items.flatMap((item) =>
    item.activities.flatMap((id) => {
      const view = activity(id);
      if (!view) return [];
      const asked = item === current || ['open', 'paused', 'closing'].includes(view.status);
      return asked ? [{ view, rank: rank(view, item === current) }] : [];
    }),
  );
  return shown.sort((a, b) => a.rank - b.rank).map(({ view }) => view);
}

const HOUR = 3_600_000;

/** Further than this from its time a programme is not late or early, but held at another time, in milliseconds. */
export const SENSIBLE = 1.5 * HOUR;

/**
 * By how much the clock of a day stands beside its programme, in milliseconds: none on the day itself; where the meeting
 * is held on another day (a rehearsal), the first item that was opened sets the clock.
 */
function shiftOf(agenda: AgendaView, date: string, zone: string): number {
  const started = agenda.items.filter((item) => item.date === date && item.startedAt !== null);
  const anchor = started.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))[0];
  if (!anchor || anchor.startedAt === null) return 0;
  const shift = anchor.startedAt - momentIn(anchor.date, anchor.start, zone);
  return Math.abs(shift) < 12 * HOUR ? 0 : shift;
}

/** When an item is to begin (milliseconds since 1970, UTC), and by how much that is later than its time. */
export interface Expected {
  readonly at: number;
  readonly late: number;
}

/**
 * When what follows the current item on its day is to begin, as things stand at `now`:
 * at its time, or later where what it waits for lasts longer; what was planned beside it is not waited for. What is
 * skipped, comes on another day, or would be further from its time than is sensible, is not among them.
 */
export function expectedStarts(agenda: AgendaView, now: number, zone: string): ReadonlyMap<AgendaItemId, Expected> {
  const starts = new Map<AgendaItemId, Expected>();
  const at = agenda.items.findIndex((item) => item.id === agenda.current);
  const current = agenda.items[at];
  if (!current || current.startedAt === null || current.type === 'overnight') return starts;
  const shift = shiftOf(agenda, current.date, zone);
  const planned = (item: AgendaItem) => momentIn(item.date, item.start, zone) + shift;
  const length = (item: AgendaItem) => (item.type === 'overnight' ? 0 : item.minutes * 60_000);
  const before = [
    { plannedEnd: planned(current) + length(current), end: Math.max(now, current.startedAt + length(current)) },
  ];
  for (const item of agenda.items.slice(at + 1)) {
    if (item.date !== current.date || item.skipped) continue;
    const own = planned(item);
    const start = Math.max(own, ...before.filter(({ plannedEnd }) => plannedEnd <= own).map(({ end }) => end));
    if (start - own <= SENSIBLE) starts.set(item.id, { at: start, late: start - own });
    before.push({ plannedEnd: own + length(item), end: start + length(item) });
  }
  return starts;
}
