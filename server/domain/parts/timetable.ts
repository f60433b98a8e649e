import type { AgendaEntry, MeetingFile } from '../meeting-file.ts';

/** When a day of the programme must have ended, in minutes: the start of every item is before midnight. */
export const MINUTES_OF_DAY = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** How long an item takes of its day: nothing where it is skipped. */
const lengthOf = ({ minutes, skipped }: AgendaEntry): number => (skipped ? 0 : minutes);

/** The agenda of a meeting file as it stands at the beginning: each item knows what was planned, and the gap before it. */
export function asPlanned(items: readonly MeetingFile['agenda'][number][]): AgendaEntry[] {
  return items.map((entry, i) => {
    const { date, start, minutes } = entry;
    const before = items[i - 1];
    const gap = before?.date === date ? Math.max(0, minutesOf(start) - minutesOf(before.start) - before.minutes) : 0;
    return { ...entry, gap, planned: { date, start, minutes } };
  });
}

/**
 * Times after a change. Each day begins when it began before; each item follows the one before it, after the gap that it
 * was planned with. So what comes after an inserted quarter of an hour comes a quarter of an hour later. A start of
 * 24:00 or more says that the day is too long.
 */
export function retimed(before: readonly AgendaEntry[], after: readonly AgendaEntry[]): AgendaEntry[] {
  let day = '';
  let end = 0;
  return after.map((entry) => {
    const first = entry.date !== day;
    if (first) {
      day = entry.date;
      end = minutesOf((before.find((other) => other.date === day) ?? entry).start);
    }
    // What has become the first of its day begins it, and keeps its gap for later.
    const start = end + (first ? 0 : (entry.gap ?? 0));
    end = start + lengthOf(entry);
    return { ...entry, start: timeOf(start) };
  });
}
