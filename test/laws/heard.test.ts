import { describe, expect, it } from '@jest/globals';
import type { MeetingEvent } from '../../server/domain/events.ts';
import { evolve } from '../../server/domain/evolve.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
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

type What = 'contributions' | 'endorsements';
type Place = Readonly<Record<'city' | 'kind', string>>;
interface Act {
  readonly who: string;
  readonly at: number;
}

/** What the log says of each activity and person, without a look at what the state says of it. */
class Count {
  /** Acts that are not counted yet, and the places of those that are, by activity and what was done. */
  private readonly waiting = new Map<string, Act[]>();
  private readonly counted = new Map<string, Place[]>();
  private readonly endorsed = new Set<string>();
  private readonly turns = new Map<string, { times: number; ms: number }>();
  private readonly came = new Map<string, { type: string; half: string }>();
  private readonly joined = new Map<string, number>();
  /** Who ever agreed to their name. */
  private readonly told = new Set<string>();
  private half = '';
  /** How many acts were counted with those of others, and by how many people each time. */
  readonly rounds: number[] = [];

  constructor(
    private readonly person: (id: string) => Participant,
    /** Where somebody stands in an activity whose authors appear by city or kind; null in others. */
    private readonly bucket: (activity: string, id: string) => Place | null,
  ) {}

  take({ type, data, at }: MeetingEvent): void {
    const [, name] = type.split('.');
    const d = data as unknown as { item: string; participant: string; activity: string; ref?: string; late?: boolean };
    if (type === 'core.ParticipantJoined') this.joined.set(data.participant, at);
    if ((type === 'core.ParticipantJoined' || type === 'core.ConsentsSet') && data.consents.words)
      this.told.add(data.participant);
    if (name === 'ContributionAdded' && d.participant) {
      const open = d.ref !== undefined && d.late !== true;
      this.act('contributions', d.activity, { who: d.participant, at }, open);
    }
    if (name === 'Endorsed' && !this.endorsed.has(`${d.participant} ${d.item}`)) {
      this.endorsed.add(`${d.participant} ${d.item}`);
      this.act('endorsements', d.activity, { who: d.participant, at }, false);
    }
    if (type === 'floor.Ended') {
      const { times, ms } = this.turns.get(data.participant) ?? { times: 0, ms: 0 };
      this.turns.set(data.participant, { times: times + 1, ms: ms + data.ms });
    }
    if (type === 'attendance.Arrived' || type === 'attendance.Left') {
      this.half = data.half;
      this.came.set(data.participant, { type, half: data.half });
    }
  }

  private act(what: What, activity: string, act: Act, shown: boolean): void {
    const key = `${what} ${activity}`;
    const by = (id: string): Place =>
      this.bucket(activity, id) ?? { city: this.person(id).city ?? '', kind: this.person(id).kind };
    const unnamed = this.bucket(activity, act.who) === null;
    const named = (id: string) => unnamed && this.person(id).consents.words;
    const counted = this.counted.get(key) ?? [];
    this.counted.set(key, counted);
    if (shown && (this.bucket(activity, act.who) !== null || named(act.who))) {
      counted.push(by(act.who));
      return;
    }
    const waiting = [...(this.waiting.get(key) ?? []), act];
    const authors = new Set(waiting.map(({ who }) => who));
    // Whom the round hides: those under no name, who could have written the first of it.
    const hidden = [...authors].filter(
      (id) => !(what === 'contributions' && unnamed && this.told.has(id)) && this.joined.get(id)! <= waiting[0]!.at,
    );
    this.waiting.set(key, hidden.length < 5 ? waiting : []);
    if (hidden.length < 5) return;
    this.rounds.push(hidden.length);
    for (const { who } of waiting) counted.push(by(who));
  }

  /** What is counted in no row yet. */
  waitingIn(activities: readonly string[]): Record<What, number> {
    const all = (what: What) => activities.reduce((n, id) => n + (this.waiting.get(`${what} ${id}`)?.length ?? 0), 0);
    return { contributions: all('contributions'), endorsements: all('endorsements') };
  }

  /** Some people's sums, and those of some places, over some activities. */
  row(
    people: readonly Participant[],
    places: (place: Place) => boolean,
    activities: readonly string[],
    floor: boolean,
  ): Row {
    const sum = (of: (id: string) => number) => people.reduce((n, p) => n + of(p.id), 0);
    const acts = (what: What) =>
      activities.reduce((n, id) => n + (this.counted.get(`${what} ${id}`) ?? []).filter(places).length, 0);
    const here = ({ type, half }: { type: string; half: string }) => type.endsWith('Arrived') && half === this.half;
    return {
      present: sum((id) => (here(this.came.get(id) ?? { type: '', half: '' }) ? 1 : 0)),
      joined: people.length,
      contributions: acts('contributions'),
      endorsements: acts('endorsements'),
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
  /** The name of a place as it now is. */
  at: (place: Place) => string,
  count: (people: readonly Participant[], places: (place: Place) => boolean) => Row,
): void {
  const pooled = (name: string) => name === '' || !(name in rows);
  const pool = count(
    people.filter((p) => pooled(of(p))),
    (place) => pooled(at(place)),
  );
  const expected: Record<string, Row> = pool.joined + pool.contributions + pool.endorsements > 0 ? { '': pool } : {};
  for (const name of new Set(people.map(of)))
    if (!pooled(name))
      expected[name] = count(
        people.filter((p) => of(p) === name),
        (place) => at(place) === name,
      );
  expect(rows).toEqual(expected);
  // Nobody stands alone, nor with one other.
  const alone = Object.entries(rows).filter(([name, row]) => name !== '' && row.joined < 3);
  expect(alone).toEqual([]);
  expect(people.length >= 3 && pool.joined > 0 && pool.joined < 3).toBe(false);
}

interface Met {
  heard: number;
  endorsed: number;
  spoken: number;
  absent: number;
  pooled: number;
  rounds: number;
  waiting: number;
}

/** A random meeting over two days; the desk's numbers are compared with the log as it goes. */
function meetingOf(seed: number, parts: Partial<Parts> = {}): Met {
  const random = new Random(seed);
  const marker = new Marker();
  const meeting = new TestMeeting(parts);
  /** Who stood where when an activity fixed its groups, or when they joined it later. */
  const fixed = new Map<string, { listed: readonly string[]; by: 'city' | 'kind'; of: Map<string, string> }>();
  const names = new Map<string, string>();
  const current = (id: string): string => (names.has(id) ? current(names.get(id)!) : id);
  const bucket = (activity: string, id: string): string | null => {
    const { listed, of } = fixed.get(activity) ?? {};
    if (!listed || !of) return null;
    const place = of.get(id) ?? '';
    return listed.includes(place) ? current(place) : '';
  };
  const count = new Count(
    (id) => meeting.state.participants.get(id as Participant['id'])!,
    (activity, id) => {
      const name = bucket(activity, id);
      return name === null ? null : { city: name, kind: name };
    },
  );
  const met: Met = { heard: 0, endorsed: 0, spoken: 0, absent: 0, pooled: 0, rounds: 0, waiting: 0 };

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
    const over =
      (ids: readonly string[], floor = false) =>
      (of: readonly Participant[], places: (place: Place) => boolean) =>
        count.row(of, places, ids, floor);
    const byKind = [(p: Participant) => p.kind as string, (place: Place) => current(place.kind)] as const;
    const byCity = [(p: Participant) => p.city ?? '', (place: Place) => current(place.city)] as const;
    compare(whole.byKind, people, ...byKind, over(named, true));
    compare(whole.byCity, people, ...byCity, over(named, true));
    expect(whole.waiting).toEqual(count.waitingIn(named));
    for (const id of activities) {
      const own = seen(`heard/${id}`);
      expect(own.waiting).toEqual(count.waitingIn([id]));
      if (named.includes(id)) {
        compare(own.byKind, people, ...byKind, over([id]));
        compare(own.byCity, people, ...byCity, over([id]));
        continue;
      }
      const rows = { ...own.byCity, ...own.byKind };
      compare(rows, people, (p) => bucket(id, p.id) ?? '', byCity[1], over([id]));
    }
    met.waiting += whole.waiting.contributions;
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
  met.rounds = count.rounds.length;
  return met;
}

describe('who is heard, over random meetings', () => {
  const met: Met[] = [];

  it.each(SEEDS)('[HRD1] [HRD2] [HRD3] [HRD7] equals what the log says, seed %i', (seed) => {
    met.push(meetingOf(seed));
  });

  it('was a meeting in which people wrote, endorsed, spoke, went away and were few of a city', () => {
    const sum = (of: keyof Met) => met.reduce((n, m) => n + m[of], 0);
    for (const what of ['heard', 'endorsed', 'spoken', 'absent', 'pooled', 'waiting'] as const)
      expect({ what, much: sum(what) > 50 }).toEqual({ what, much: true });
    expect(sum('rounds')).toBeGreaterThan(5);
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
      'a round that ends with the first who speaks',
      (state, event) => {
        evolve(state, event);
        for (const { heard } of state.activities.values())
          for (const { waiting, counted } of [heard.contributions, heard.endorsements]) {
            for (const [id, n] of waiting) {
              const { kind } = state.participants.get(id)!;
              counted.kind.set(kind, (counted.kind.get(kind) ?? 0) + n);
            }
            waiting.clear();
          }
      },
    ],
    [
      'a number that goes down with what is withdrawn',
      (state, event) => {
        const { activity } = event.data as { activity: ActivityId };
        if (event.type === 'discussion.ContributionWithdrawn') {
          const { kind } = state.activities.get(activity)!.heard.contributions.counted;
          for (const [name, n] of kind) kind.set(name, n - 1);
        }
        evolve(state, event);
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
      for (let seed = 1; seed <= 60; seed++) meetingOf(seed, { evolve: faulty });
    }).toThrow();
  });
});
