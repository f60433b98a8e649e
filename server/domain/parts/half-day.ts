import { z } from 'zod';

/** A half-day: a date, and before or after one o'clock. The night belongs to the evening before it. */
export const Half = z.string().regex(/^\d{4}-\d{2}-\d{2}\/(am|pm)$/);
export type Half = z.infer<typeof Half>;

/** When a day begins and when its afternoon does, in hours: who still writes at one in the morning is up late. */
const MORNING = 4;
const AFTERNOON = 13;

/** The half-day of a moment in the meeting's time zone. */
export function halfOf(at: number, timezone: string): Half {
  const parts = formatterOf(timezone).formatToParts(at - MORNING * 3_600_000);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const hour = Number(part('hour')) + MORNING;
  return `${part('year')}-${part('month')}-${part('day')}/${hour < AFTERNOON ? 'am' : 'pm'}`;
}

const DAY = 24 * 3_600_000;

/** When the half-day of a moment is over: the first millisecond of the next one. It lasts fewer than 24 hours. */
export function halfEnd(at: number, timezone: string): number {
  const half = halfOf(at, timezone);
  let within = at;
  let beyond = at + DAY;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (halfOf(middle, timezone) === half) within = middle;
    else beyond = middle;
  }
  return beyond;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const found = formatters.get(timeZone);
  if (found) return found;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}
