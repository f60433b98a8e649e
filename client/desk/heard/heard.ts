import type { Heard } from '../../../server/domain/heard.ts';

/** In writing, or at the microphone. */
export type Aspect = 'written' | 'aloud';

/** A group beside the room: shares from 0 to 1. */
export interface HeardRow {
  /** An id of the list; '' for the small groups together. */
  readonly id: string;
  /** Of those present. */
  readonly room: number;
  /** Of the contributions; aloud, of the time. */
  readonly share: number;
  /** Of the endorsements given; null aloud. */
  readonly endorsements: number | null;
  /** Much less heard than there. */
  readonly low: boolean;
}

export interface HeardTable {
  readonly rows: readonly HeardRow[];
  /** What was written, or how many times somebody spoke, altogether. */
  readonly total: number;
  /** The groups that are heard least for their size, two at most, with their shares together; null where none is. */
  readonly hint: { readonly ids: readonly string[]; readonly room: number; readonly share: number } | null;
}

/** Fewer contributions than this say nothing about who is silent. */
const ENOUGH = 10;
/** A smaller part of the room may be silent for a while without anything being wrong. */
const PART = 0.1;

const shareOf = (part: number, all: number): number => (all > 0 ? part / all : 0);

/** The groups of a table by their part of the room, largest first, the small ones together last. */
export function heardTable(groups: Readonly<Record<string, Heard>>, aspect: Aspect): HeardTable {
  const entries = Object.entries(groups);
  const sum = (of: (heard: Heard) => number) => entries.reduce((all, [, heard]) => all + of(heard), 0);
  const written = aspect === 'written';
  const told = (heard: Heard) => (written ? heard.contributions : heard.ms);
  const [present, all, given] = [sum((h) => h.present), sum(told), sum((h) => h.endorsements)];
  const total = sum((h) => (written ? h.contributions : h.times));
  const rows = entries
    .map(([id, heard]): HeardRow => {
      const room = shareOf(heard.present, present);
      const share = shareOf(told(heard), all);
      return {
        id,
        room,
        share,
        endorsements: written ? shareOf(heard.endorsements, given) : null,
        low: total >= ENOUGH && room >= PART && share < room / 2,
      };
    })
    .filter(({ room, share, endorsements }) => room > 0 || share > 0 || (endorsements ?? 0) > 0)
    .sort((a, b) => Number(a.id === '') - Number(b.id === '') || b.room - a.room || (a.id < b.id ? -1 : 1));
  const named = rows
    .filter(({ low }) => low)
    .sort((a, b) => b.room - b.share - (a.room - a.share))
    .slice(0, 2);
  const together = (of: (row: HeardRow) => number) => named.reduce((part, row) => part + of(row), 0);
  const hint =
    named.length > 0
      ? { ids: named.map(({ id }) => id), room: together((r) => r.room), share: together((r) => r.share) }
      : null;
  return { rows, total, hint };
}

/** As many rows as there is room for: those that are heard too little always, then the largest; in the table's order. */
export function shortened(rows: readonly HeardRow[], most: number): readonly HeardRow[] {
  const kept = new Set([...rows].sort((a, b) => Number(b.low) - Number(a.low) || b.room - a.room).slice(0, most));
  return rows.filter((row) => kept.has(row));
}
