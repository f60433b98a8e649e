import { describe, expect, it } from '@jest/globals';
import type { MeetingEvent } from '../../server/domain/events.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import type { Participant } from '../../server/domain/state.ts';
import { type HeardView, show } from '../../server/domain/view.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { type Parts, TestMeeting } from '../support/test-meeting.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
const STEPS = 500;
const HOURS = 3_600_000;

type Row = HeardView['byKind'][string];

/** What the log says of each person, by activity, without a look at the state. */
class Count {
  private readonly authors = new Map<string, string>();
  private readonly texts = new Map<string, Set<string>>();
  private readonly endorsed = new Map<string, Set<string>>();
  private readonly wholes = new Map<string, string>();
  private readonly turns = new Map<string, { times: number; ms: number }>();
  private readonly came = new Map<string, { type: string; half: string }>();
  private half = '';

  take({ type, data }: MeetingEvent): void {
    const [, name] = type.split('.');
    const d = data as unknown as { item: string; participant: string; activity: string; into: string; from: string[] };
    const of = (map: Map<string, Set<string>>, id: string) => {
      const key = `${d.activity} ${id}`;
      const set = map.get(key) ?? new Set<string>();
      map.set(key, set);
      return set;
    };
    if (name === 'ContributionAdded' && d.participant) {
      this.authors.set(d.item, d.participant);
      of(this.texts, d.participant).add(d.item);
    }
    if (name === 'ContributionWithdrawn' || name === 'ContributionRemoved') {
      of(this.texts, this.authors.get(d.item) ?? '').delete(d.item);
      this.wholes.delete(d.item);
      for (const [part, whole] of this.wholes) if (whole === d.item) this.wholes.delete(part);
    }
    if (name === 'ContributionsMerged') for (const part of d.from) this.wholes.set(part, d.into);
    if (name === 'ContributionsUnmerged') for (const part of d.from) this.wholes.delete(part);
    if (name === 'Endorsed') of(this.endorsed, d.participant).add(d.item);
    if (name === 'EndorsementWithdrawn')
      for (const item of [d.item, ...[...this.wholes].flatMap(([part, whole]) => (whole === d.item ? [part] : []))])
        of(this.endorsed, d.participant).delete(item);
    if (type === 'floor.Ended') {
      const { times, ms } = this.turns.get(data.participant) ?? { times: 0, ms: 0 };
      this.turns.set(data.participant, { times: times + 1, ms: ms + data.ms });
    }
    if (type === 'attendance.Arrived' || type === 'attendance.Left') {
      this.half = data.half;
      this.came.set(data.participant, { type, half: data.half });
    }
  }

  /** Some people's sums, over some activities. */
  row(people: readonly Participant[], activities: readonly string[], floor: boolean): Row {
    const sum = (of: (id: string) => number) => people.reduce((n, p) => n + of(p.id), 0);
    const size = (map: Map<string, Set<string>>) => (id: string) =>
      activities.reduce((n, activity) => n + (map.get(`${activity} ${id}`)?.size ?? 0), 0);
    const here = ({ type, half }: { type: string; half: string }) => type.endsWith('Arrived') && half === this.half;
    return {
      present: sum((id) => (here(this.came.get(id) ?? { type: '', half: '' }) ? 1 : 0)),
      joined: people.length,
      contributions: sum(size(this.texts)),
      endorsements: sum(size(this.endorsed)),
      times: floor ? sum((id) => this.turns.get(id)?.times ?? 0) : 0,
      ms: floor ? sum((id) => this.turns.get(id)?.ms ?? 0) : 0,
    };
  }
}

/** Which rows there should be is a rule of its own; what stands in them is what the people in them did. */
function compare(
  rows: Readonly<Record<string, Row>>,
  people: readonly Participant[],
  of: (p: Participant) => string,
  count: (people: readonly Participant[]) => Row,
): void {
  const pool = people.filter((p) => !(of(p) in rows) || of(p) === '');
  const expected: Record<string, Row> = pool.length > 0 ? { '': count(pool) } : {};
  for (const name of new Set(people.map(of)))
    if (name in rows && name !== '') expected[name] = count(people.filter((p) => of(p) === name));
  expect(rows).toEqual(expected);
  // Nobody stands alone, nor with one other.
  const alone = Object.entries(rows).filter(([, row]) => row.joined < 3);
  expect(alone.map(([name]) => name)).toEqual(people.length > 0 && people.length < 3 ? [''] : []);
}

interface Met {
  heard: number;
  endorsed: number;
  spoken: number;
  absent: number;
  pooled: number;
}

/** A random meeting over two days; the desk's numbers are compared with the log as it goes. */
function meetingOf(seed: number, parts: Partial<Parts> = {}): Met {
  const random = new Random(seed);
  const marker = new Marker();
  const meeting = new TestMeeting(parts);
  const count = new Count();
  /** Who stood where when an activity fixed its groups, or when they joined it later. */
  const fixed = new Map<string, { listed: readonly string[]; by: 'city' | 'kind'; of: Map<string, string> }>();
  const names = new Map<string, string>();
  const current = (id: string): string => (names.has(id) ? current(names.get(id)!) : id);
  const met: Met = { heard: 0, endorsed: 0, spoken: 0, absent: 0, pooled: 0 };

  meeting.onCommit((_touches, events) => {
    for (const event of events) {
      count.take(event);
      if (event.type === 'core.BucketsFixed') {
        const { activity, by, buckets: listed } = event.data;
        const where = [...meeting.state.participants.values()].map((p): [string, string] => [p.id, p[by] ?? '']);
        fixed.set(activity, { listed, by, of: new Map(where) });
      }
      if (event.type === 'core.ParticipantJoined')
        for (const { by, of } of fixed.values()) of.set(event.data.participant, event.data[by] ?? '');
      if (event.type === 'lists.Merged') names.set(event.data.from, event.data.into);
      if (event.type === 'lists.WasSplit') names.delete(event.data.from);
    }
  });

  const look = (): void => {
    const { state } = meeting;
    const people = [...state.participants.values()];
    const seen = (key: string) => show(state, key, 'desk') as HeardView;
    const activities = [...state.activities.keys()] as string[];
    const named = activities.filter((id) => {
      const { config } = show(state, `a/${id}`, 'desk') as { config: { attribution?: string } };
      return (config.attribution ?? 'named') === 'named';
    });
    const whole = seen('heard');
    compare(
      whole.byKind,
      people,
      (p) => p.kind,
      (of) => count.row(of, named, true),
    );
    compare(
      whole.byCity,
      people,
      (p) => p.city ?? '',
      (of) => count.row(of, named, true),
    );
    for (const id of activities) {
      const own = seen(`heard/${id}`);
      const row = (of: readonly Participant[]) => count.row(of, [id], false);
      if (named.includes(id)) {
        compare(own.byKind, people, (p) => p.kind, row);
        compare(own.byCity, people, (p) => p.city ?? '', row);
        continue;
      }
      const bucket = (p: Participant): string => {
        const { listed = [], of } = fixed.get(id) ?? {};
        const place = of?.get(p.id) ?? '';
        return listed.includes(place) ? current(place) : '';
      };
      const rows = { ...own.byCity, ...own.byKind };
      compare(rows, people, bucket, row);
    }
    const all = Object.values(whole.byKind);
    met.heard += all.reduce((n, r) => n + r.contributions, 0);
    met.endorsed += all.reduce((n, r) => n + r.endorsements, 0);
    met.spoken += all.reduce((n, r) => n + r.ms, 0);
    met.absent += all.reduce((n, r) => n + r.joined - r.present, 0);
    met.pooled += whole.byCity[''] ? 1 : 0;
  };

  for (let step = 0; step < STEPS; step++) {
    meeting.at += random.chance(1) ? 5 * HOURS : random.below(20_000);
    const next = randomCommand(meeting.state, random, marker, meeting.at);
    try {
      if (next) meeting.give(next.actor, next.type, next.data);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
    if (step % 10 === 0) look();
  }
  look();
  return met;
}

describe('who is heard, over random meetings', () => {
  const met: Met[] = [];

  it.each(SEEDS)('[HRD1] [HRD2] [HRD3] equals what the log says, seed %i', (seed) => {
    met.push(meetingOf(seed));
  });

  it('was a meeting in which people wrote, endorsed, spoke, went away and were few of a city', () => {
    const sum = (of: keyof Met) => met.reduce((n, m) => n + m[of], 0);
    for (const what of ['heard', 'endorsed', 'spoken', 'absent', 'pooled'] as const)
      expect({ what, much: sum(what) > 50 }).toEqual({ what, much: true });
  });

  it.each<[string, Parts['evolve']]>([
    [
      'a turn counted twice',
      (state, event) => {
        evolve(state, event);
        if (event.type !== 'floor.Ended') return;
        const spoken = state.parts.floor.spoken.get(event.data.participant);
        if (spoken) spoken.times++;
      },
    ],
    [
      'a leaving that nobody notes',
      (state, event) => {
        evolve(state, event);
        if (event.type === 'attendance.Left') state.parts.attendance.away.delete(event.data.participant);
      },
    ],
    [
      'groups that follow those who move',
      (state, event) => {
        evolve(state, event);
        if (event.type !== 'lists.Assigned') return;
        const { participant, city, kind } = event.data;
        for (const { buckets } of state.activities.values())
          if (buckets) {
            const value = buckets.by === 'city' ? city : kind;
            buckets.of.set(participant, value !== null && buckets.listed.has(value) ? value : null);
          }
      },
    ],
  ])('and %s is noticed', (_name, faulty) => {
    expect(() => {
      for (const seed of SEEDS) meetingOf(seed, { evolve: faulty });
    }).toThrow();
  });
});
