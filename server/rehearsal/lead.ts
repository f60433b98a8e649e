import type { ActivityId, AgendaItemId } from '../domain/ids.ts';
import { kindOf, type MeetingState } from '../domain/state.ts';

/** The least time that a step of the programme gets, in milliseconds. */
const LEAST = 30_000;

/** What is opened, so many milliseconds after the beginning. */
export interface Step {
  readonly at: number;
  readonly type: 'core.StartItem';
  readonly data: { readonly item: AgendaItemId };
}

/**
 * The programme, led by itself: its items with activities one after the other, each as long as the next, over the time
 * given. Where there would be less than half a minute for each, what is there to be read is passed over, and then some
 * more, evenly.
 */
export function programme(state: MeetingState, ms: number): Step[] {
  const most = Math.max(1, Math.floor(ms / LEAST));
  const all = itemsOf(state);
  const answered = all.filter(({ activities }) => activities.some((id) => !isReading(state, id)));
  const items = all.length > most && answered.length > 0 ? answered : all;
  const count = Math.min(items.length, most);
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).flatMap((entry, i) =>
    entry ? [{ at: (i * ms) / count, type: 'core.StartItem', data: { item: entry.id } }] : [],
  );
}

/**
 * The first item of the programme at which people say something, for a room that is alive before anybody leads it; where
 * there is none, the first with an activity. Its item is started, not the activity alone: desk and screen show what is on.
 */
export function firstQuestion(state: MeetingState): Step[] {
  const order = itemsOf(state);
  const says = (id: ActivityId) => {
    const instance = state.activities.get(id);
    return instance !== undefined && kindOf(instance).voice !== undefined;
  };
  const entry = order.find(({ activities }) => activities.some(says)) ?? order[0];
  return entry ? [{ at: 0, type: 'core.StartItem', data: { item: entry.id } }] : [];
}

const itemsOf = ({ file }: MeetingState) =>
  (file?.agenda ?? []).filter(({ activities, skipped }) => activities.length > 0 && !skipped);

function isReading(state: MeetingState, id: ActivityId): boolean {
  const instance = state.activities.get(id);
  return instance !== undefined && kindOf(instance).reading !== undefined;
}
