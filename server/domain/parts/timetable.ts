import type { AgendaEntry, MeetingFile } from '../meeting-file.ts';

/** When a day of the programme must have ended, in minutes: the start of every item is before midnight. */
export const MINUTES_OF_DAY = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** How long what follows waits for an item: not at all where it is skipped, or lies open over night beside the rest. */
const lengthOf = ({ type, minutes, skipped }: Pick<AgendaEntry, 'type' | 'minutes' | 'skipped'>): number =>
  skipped || type === 'overnight' ? 0 : minutes;

/** Whether two items were planned for the same time: then neither waits for the other. */
function together(a: AgendaEntry, b: AgendaEntry): boolean {
  if (!a.planned || !b.planned || a.planned.date !== b.planned.date) return false;
  const [from, to] = [minutesOf(a.planned.start), minutesOf(b.planned.start)];
  const [first, length, second] =
    from <= to
      ? [from, lengthOf({ type: a.type, minutes: a.planned.minutes }), to]
      : [to, lengthOf({ type: b.type, minutes: b.planned.minutes }), from];
  return second < first + length;
}

interface Placed {
  readonly entry: AgendaEntry;
  readonly end: number;
}

/** When an item could begin at the earliest: with its day, and after those of the day before it that it waits for. */
const earliest = (entry: AgendaEntry, before: readonly Placed[], begins: number): number =>
  Math.max(begins, ...before.filter((other) => !together(other.entry, entry)).map(({ end }) => end));

/** The agenda of a meeting file as it stands at the beginning: each item knows what was planned, and the gap before it. */
export function asPlanned(items: readonly MeetingFile['agenda'][number][]): AgendaEntry[] {
  let day: Placed[] = [];
  let begins = 0;
  return items.map((item) => {
    const { date, start, minutes } = item;
    const entry: AgendaEntry = { ...item, planned: { date, start, minutes } };
    const from = minutesOf(start);
    if (day[0]?.entry.date !== date) {
      day = [];
      begins = from;
    }
    const gap = from - earliest(entry, day, begins);
    day.push({ entry, end: from + lengthOf(entry) });
    return { ...entry, gap };
  });
}

/** When a day begins, in minutes: as it did before; where it was empty, as was planned for it, or for the first day. */
function beginOf(date: string, before: readonly AgendaEntry[]): number {
  const first = before.find((entry) => entry.date === date);
  if (first) return minutesOf(first.start);
  const planned = before.flatMap(({ planned: was }) => (was ? [was] : []));
  const own = planned.filter((was) => was.date === date);
  return Math.min(...(own.length > 0 ? own : planned).map((was) => minutesOf(was.start)));
}

/**
 * Times after a change. Each day begins when it began before; each item follows those before it, after the gap that it
 * was planned with. So what comes after an inserted quarter of an hour comes a quarter of an hour later. A start of
 * 24:00 or more says that the day is too long.
 */
export function retimed(before: readonly AgendaEntry[], after: readonly AgendaEntry[]): AgendaEntry[] {
  let day: Placed[] = [];
  let begins = 0;
  return after.map((entry) => {
    if (day[0]?.entry.date !== entry.date) {
      day = [];
      begins = beginOf(entry.date, before);
    }
    // What has become the first of its day begins it, and keeps its gap for later.
    const start = day.length === 0 ? begins : earliest(entry, day, begins) + (entry.gap ?? 0);
    day.push({ entry, end: start + lengthOf(entry) });
    return { ...entry, start: timeOf(start) };
  });
}
