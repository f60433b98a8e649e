import type { AgendaView } from '../../server/domain/view.ts';
import { SENSIBLE } from '../lib/agenda.ts';
import { momentIn } from '../lib/moments.ts';

export { momentIn } from '../lib/moments.ts';

type Item = AgendaView['items'][number];

/**
 * Minutes behind the plan (negative: ahead): how late the current item began, or by how much it is over, whichever is
 * more. Null where there is nothing to say, and on another day or at another time than planned (a rehearsal), where such
 * a number would mean nothing: then the clock says enough.
 */
export function minutesBehind(agenda: AgendaView, now: number, zone: string): number | null {
  const current = agenda.items.find((item) => item.id === agenda.current);
  if (!current || current.startedAt === null) return null;
  const planned = momentIn(current.date, current.start, zone);
  const over = now - (planned + current.minutes * 60_000);
  const behind = Math.max(current.startedAt - planned, over);
  return Math.abs(behind) > SENSIBLE ? null : Math.round(behind / 60_000);
}

/** The item that *Next* opens: the one after the current that is not skipped, at first the first, none at the end. */
export function nextItem(agenda: AgendaView): Item | undefined {
  const current = agenda.items.findIndex((item) => item.id === agenda.current);
  return agenda.items.slice(current + 1).find((item) => !item.skipped);
}

/** How long an item is planned to take, in words; what lasts overnight is not told in minutes. */
export const durationOf = (
  item: Pick<Item, 'type' | 'minutes'>,
  words: (key: string, values?: { n: number }) => string,
): string => (item.type === 'overnight' ? words('desk.overnight') : words('desk.run_planned', { n: item.minutes }));

/** The items by day, with the day's number from 1. */
export function byDay(items: readonly Item[]): { date: string; n: number; items: Item[] }[] {
  const dates = [...new Set(items.map((item) => item.date))];
  return dates.map((date, i) => ({ date, n: i + 1, items: items.filter((item) => item.date === date) }));
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A time of day, from minutes after midnight; what runs past midnight goes on with 00:00. */
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const endOf = (items: readonly Pick<Item, 'start' | 'minutes'>[]): string | null =>
  items.length > 0 ? timeOf(Math.max(...items.map(({ start, minutes }) => minutesOf(start) + minutes))) : null;

/** When a day ends as it now stands, and when it was planned to; what lasts overnight does not count. */
export function dayEnd(items: readonly Item[], date: string): { now: string | null; planned: string | null } {
  const counted = items.filter(({ type }) => type !== 'overnight');
  return {
    now: endOf(counted.filter((item) => item.date === date && !item.skipped)),
    planned: endOf(
      counted
        .filter(({ inserted }) => !inserted)
        .map(({ date: on, start, minutes, planned }) => planned ?? { date: on, start, minutes })
        .filter(({ date: on }) => on === date),
    ),
  };
}
