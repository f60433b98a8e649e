import type { Attribution } from './attribution.ts';
import type { ListId, ParticipantId } from './ids.ts';
import type { ActivityInstance, MeetingState, Participant } from './state.ts';

/** Where authors appear by city or by kind: what was fixed at the opening, and whom it found there. */
export interface Buckets {
  readonly by: 'city' | 'kind';
  /** The cities or kinds that stand by themselves. Where there are none, all are "a participant". */
  readonly listed: ReadonlySet<ListId>;
  /**
   * Each person's own, as it was when they joined or when it was fixed: a later correction of their city or kind moves
   * nothing, since what moves with a correction tells whose it is. Null is the pool.
   */
  readonly of: Map<ParticipantId, ListId | null>;
}

/** The fewest people, and the fewest organisations, that may stand behind one name. */
const ENOUGH = { city: { people: 3, units: 2 }, kind: { people: 3, units: 3 } } as const;

interface Group {
  people: number;
  readonly units: Set<string>;
}

/** The organisation of the list that a participant belongs to; who is of none stands alone. */
export const unitOf = ({ id, organisation }: Participant): string => organisation ?? `p:${id}`;

const sharedBy = (participant: Participant, by: 'city' | 'kind'): ListId | null =>
  by === 'city' ? participant.city : participant.kind;

/**
 * The cities or kinds that can stand by themselves: each of enough people and organisations, and enough of them left
 * over for the pool of all others, to which whoever joins later with another value will belong. Only those present
 * count: whoever knows the attendance knows who cannot have written.
 */
export function bucketsOf(present: Iterable<Participant>, by: 'city' | 'kind'): ListId[] {
  const groups = new Map<ListId | null, Group>();
  const group = (value: ListId | null): Group => {
    const found = groups.get(value) ?? { people: 0, units: new Set<string>() };
    groups.set(value, found);
    return found;
  };
  for (const participant of present) {
    const g = group(sharedBy(participant, by));
    g.people++;
    g.units.add(unitOf(participant));
  }
  const enough = ({ people, units }: Group) => people >= ENOUGH[by].people && units.size >= ENOUGH[by].units;
  const pool = group(null);
  const join = ({ people, units }: Group) => {
    pool.people += people;
    for (const unit of units) pool.units.add(unit);
  };
  const standing: [ListId, Group][] = [];
  for (const [value, g] of groups)
    if (value !== null && enough(g)) standing.push([value, g]);
    else if (value !== null) join(g);
  // Largest first: the smallest is the first to join the pool. By name where they are equal, so that it is one answer.
  standing.sort(([a, x], [b, y]) => y.people - x.people || (a < b ? -1 : 1));
  while (!enough(pool)) {
    const smallest = standing.pop();
    if (!smallest) return [];
    join(smallest[1]);
  }
  return standing.map(([value]) => value).sort();
}

/** What `BucketsFixed` makes of the people who have joined. */
export function fixedBuckets(state: MeetingState, by: 'city' | 'kind', listed: readonly ListId[]): Buckets {
  const buckets: Buckets = { by, listed: new Set(listed), of: new Map() };
  for (const participant of state.participants.values()) fixBucket(state, buckets, participant);
  return buckets;
}

/** Somebody who joins later belongs to what is there. */
export function fixBucket(state: MeetingState, { by, listed, of }: Buckets, participant: Participant): void {
  const value = sharedBy(participant, by);
  // Under whatever name a city now stands: one that was merged into another is that one.
  const found = value === null ? undefined : [...listed].find((id) => id === value || currentId(state, id) === value);
  of.set(participant.id, found ?? null);
}

/** A participant's bucket, under the name that it now has; null is the pool. */
export function bucketOf(state: MeetingState, buckets: Buckets, id: ParticipantId): ListId | null {
  const found = buckets.of.get(id) ?? null;
  return found && currentId(state, found);
}

/** The id under which an entry of the lists now stands: that of what it was merged into. */
export function currentId(state: MeetingState, id: ListId): ListId {
  const merged = state.parts.lists.merged.get(id);
  return merged ? currentId(state, merged.into) : id;
}

/** How a participant appears in an activity whose buckets are fixed. */
export function attributionIn(state: MeetingState, instance: ActivityInstance, id: ParticipantId): Attribution {
  const { buckets } = instance;
  if (!buckets || buckets.listed.size === 0) return { as: 'participant' };
  const bucket = bucketOf(state, buckets, id);
  return buckets.by === 'city' ? { as: 'city', city: bucket } : { as: 'kind', kind: bucket };
}
