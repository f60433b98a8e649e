const made = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const digits = '2-digit';
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    second: digits,
  });
  made.set(timeZone, clock);
  return clock;
}

/**
 * What the clock on the wall of a zone shows at a moment (milliseconds since 1970, UTC). A spreadsheet's dates are in no
 * zone: its UTC fields are those that the cell shows.
 */
export function wallClock(at: number, timeZone: string): Date {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}

/** A calendar date (2019-06-25) and, where it is given, a time of that day (09:00), as the cell shows them. */
export const calendarDate = (date: string, time = '00:00'): Date => new Date(Date.parse(`${date}T${time}:00Z`));
