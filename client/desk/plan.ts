import type { AgendaView } from '../../server/domain/view.ts';

type Item = AgendaView['items'][number];

const HOUR = 3_600_000;

/** The moment (milliseconds since 1970, UTC) of a date and time of day in a zone. */
export function momentIn(date: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const first = asUtc - offsetAt(asUtc, zone);
  // Once more, where the zone changed its clock in between.
  return asUtc - offsetAt(first, zone);
}

function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - ms;
}

/**
 * Minutes behind the plan (negative: ahead): how late the current item began, or by how much it is over, whichever is
 * more. Held on another day than planned, the first item of that day sets the clock. Null where there is nothing to say.
 */
export function minutesBehind(agenda: AgendaView, now: number, zone: string): number | null {
  const current = agenda.items.find((item) => item.id === agenda.current);
  if (!current || current.startedAt === null) return null;
  const planned = momentIn(current.date, current.start, zone);
  const shift = Math.abs(current.startedAt - planned) < 12 * HOUR ? 0 : shiftOf(agenda.items, current.date, zone);
  const began = current.startedAt - planned - shift;
  const over = now - (planned + current.minutes * 60_000 + shift);
  const behind = Math.max(began, over);
  return Math.abs(behind) > 6 * HOUR ? null : Math.round(behind / 60_000);
}

function shiftOf(items: readonly Item[], date: string, zone: string): number {
  const started = items.filter((item) => item.date === date && item.startedAt !== null);
  const anchor = started.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))[0];
  return anchor?.startedAt ? anchor.startedAt - momentIn(anchor.date, anchor.start, zone) : 0;
}

/** The item that *Next* opens: the one after the current, the first before the start, none at the end. */
export function nextItem(agenda: AgendaView): Item | undefined {
  return agenda.items[agenda.items.findIndex((item) => item.id === agenda.current) + 1];
}

/** The items by day, with the day's number from 1. */
export function byDay(items: readonly Item[]): { date: string; n: number; items: Item[] }[] {
  const dates = [...new Set(items.map((item) => item.date))];
  return dates.map((date, i) => ({ date, n: i + 1, items: items.filter((item) => item.date === date) }));
}
