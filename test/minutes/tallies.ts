import type { MeetingEvent } from '../../server/domain/events.ts';
import { facilitator, person, TestMeeting } from '../support/test-meeting.ts';
import { workFile } from './work.ts';

const COLUMNS = ['strong', 'weak'] as const;
const ROWS = ['rights', 'services'] as const;

/** A matrix in which forty people write, endorse and contest, and the desk hides, merges, separates and removes. */
export function cellsAtRandom(seed: number): TestMeeting {
  let state = seed * 7919;
  const below = (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % n;
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const meeting = new TestMeeting({}, workFile({ table: { reveal: 'live', attribution: 'named' } }));
  const people = Array.from({ length: 40 }, (_, i) => meeting.join(`p${i}`));
  meeting.open('table');
  const items = () =>
    meeting.log.flatMap((e): string[] =>
      e.type === 'matrix.ContributionAdded'
        ? [e.data.item]
        : e.type === 'matrix.SeedsPublished'
          ? e.data.published.map((p) => p.item)
          : [],
    );
  const attempt = (by: 'desk' | 'room', type: string, data: object) =>
    meeting.refused(by === 'desk' ? facilitator : person(`p${below(40)}`), type as never, {
      activity: 'table',
      ...data,
    });
  for (let i = 0; i < 300; i++) {
    const item = pick(items());
    const n = below(20);
    if (n < 4)
      attempt('room', 'matrix.Contribute', { row: pick(ROWS), column: pick(COLUMNS), text: `t${i}`, lang: 'fr' });
    else if (n < 11) attempt('room', 'matrix.Endorse', { item });
    else if (n < 14) attempt('room', 'matrix.Contest', { item, text: `c${i}`, lang: 'fr' });
    else if (n === 14) attempt('desk', 'matrix.Hide', { item, reason: 'off_topic' });
    else if (n === 15) attempt('desk', 'matrix.Unhide', { item });
    else if (n === 16) attempt('desk', 'matrix.Unmerge', { from: [item] });
    else if (n === 17) attempt('desk', 'matrix.Remove', { item, reason: 'insult' });
    else for (let k = 0; k < 6; k++) attempt('desk', 'matrix.Merge', { into: pick(items()), from: [pick(items())] });
  }
  const endorsers = people.slice(0, 5);
  for (const who of endorsers)
    for (const item of items().slice(0, 6)) meeting.refused(who, 'matrix.Endorse', { activity: 'table', item });
  return meeting;
}

interface Entry {
  readonly place: string;
  readonly author: string | null;
  /** What it contests. */
  readonly against: string | null;
  shown: boolean;
  gone: boolean;
  into: string | null;
  readonly endorsers: Set<string>;
}

export interface Cell {
  entries: number;
  endorsements: number;
  contests: number;
}

/** What stands in each cell, from the events alone: a count that knows nothing of the domain's own. */
export function counted(log: readonly MeetingEvent[]): Record<string, Cell> {
  const all = new Map<string, Entry>();
  const entry = (id: string): Entry => all.get(id)!;
  const add = (id: string, of: Pick<Entry, 'place' | 'author' | 'against'>) =>
    all.set(id, { ...of, shown: true, gone: false, into: null, endorsers: new Set() });
  const wholeOf = (id: string): string[] => [id, ...[...all].filter(([, e]) => e.into === id).map(([part]) => part)];
  const destroy = (id: string) => {
    entry(id).gone = true;
    entry(id).into = null;
    for (const part of wholeOf(id)) entry(part).into = null;
  };
  let seeds = 0;
  const seeded = ['rights/strong', 'services/weak'];
  for (const { type, data } of log)
    switch (type) {
      case 'matrix.SeedsPublished':
        for (const p of data.published) add(p.item, { place: seeded[seeds++]!, author: null, against: null });
        break;
      case 'matrix.ContributionAdded':
        add(data.item, { place: data.place ?? '', author: data.participant ?? null, against: data.parent ?? null });
        break;
      case 'matrix.Endorsed':
        entry(data.item).endorsers.add(data.participant);
        break;
      case 'matrix.EndorsementWithdrawn':
        for (const id of wholeOf(data.item)) entry(id).endorsers.delete(data.participant);
        break;
      case 'matrix.ContributionHidden':
      case 'matrix.ContributionUnhidden':
        entry(data.item).shown = type === 'matrix.ContributionUnhidden';
        break;
      case 'matrix.ContributionsMerged':
        for (const id of data.from) entry(id).into = data.into;
        break;
      case 'matrix.ContributionsUnmerged':
        for (const id of data.from) entry(id).into = null;
        break;
      case 'matrix.ContributionWithdrawn':
      case 'matrix.ContributionRemoved':
        destroy(data.item);
        break;
      default:
    }
  const cells: Record<string, Cell> = {};
  for (const row of ROWS)
    for (const column of COLUMNS) cells[`${row}/${column}`] = { entries: 0, endorsements: 0, contests: 0 };
  for (const [id, e] of all) {
    if (e.against !== null || !e.shown || e.gone || e.into !== null) continue;
    const cell = cells[e.place]!;
    const parts = wholeOf(id);
    const authors = new Set(parts.map((part) => entry(part).author));
    const endorsers = new Set(parts.flatMap((part) => [...entry(part).endorsers]));
    const against = [...all.values()].filter(
      (o) => o.against !== null && parts.includes(o.against) && o.shown && !o.gone,
    );
    cell.entries++;
    cell.endorsements += [...endorsers].filter((who) => parts.length === 1 || !authors.has(who)).length;
    cell.contests += new Set(against.map((o) => o.author)).size;
  }
  return cells;
}
