import type { ActivityView, AgendaView } from '../../server/domain/view.ts';

export type AgendaItem = AgendaView['items'][number];

export const currentItem = (agenda: AgendaView): AgendaItem | undefined =>
  agenda.items.find((item) => item.id === agenda.current);

/** What follows the current item; the first one before the meeting has begun. */
export function nextItem(agenda: AgendaView): AgendaItem | undefined {
  const at = agenda.items.findIndex((item) => item.id === agenda.current);
  return agenda.items[at + 1];
}

/** The dates of the agenda in order. */
export const daysOf = (agenda: AgendaView): string[] => [...new Set(agenda.items.map((item) => item.date))];

/** When an item is planned to end, as a time of day: `10:30`. */
export function plannedEnd({ start, minutes }: Pick<AgendaItem, 'start' | 'minutes'>): string {
  const [h = 0, m = 0] = start.split(':').map(Number);
  const end = h * 60 + m + minutes;
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Where an activity stands among all of the agenda: "question 3 of 4". */
export function placeOf(agenda: AgendaView, activity: string): { n: number; of: number } {
  const all = agenda.items.flatMap((item) => item.activities as readonly string[]);
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
