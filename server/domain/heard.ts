import type { Voice } from './activities/activity.ts';
import type { ParticipantId } from './ids.ts';
import { isPresent } from './parts/attendance.ts';
import {
  type ActivityInstance,
  attributionModeOf,
  coreReader,
  kindOf,
  type MeetingState,
  type Participant,
} from './state.ts';

/** What a group wrote, endorsed and said, beside how many of it are there. */
export interface Heard {
  readonly present: number;
  readonly joined: number;
  readonly contributions: number;
  /** Endorsements that people of the group gave. */
  readonly endorsements: number;
  /** Times that somebody of it had the floor, and for how long altogether, in milliseconds. */
  readonly times: number;
  readonly ms: number;
}

/** Fewer people than this do not stand as a group: what they wrote would be theirs by the number alone. */
const GROUP = 3;

type Groups = Record<string, { -readonly [F in keyof Heard]: Heard[F] }>;

/** The names that stand by themselves: of enough people, and so that those who are left over are enough or none. */
function standing(people: Iterable<Participant>, of: (p: Participant) => string): Set<string> {
  const size = new Map<string, number>();
  for (const p of people) size.set(of(p), (size.get(of(p)) ?? 0) + 1);
  let left = size.get('') ?? 0;
  size.delete('');
  const names = [...size].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (let last = names.at(-1); last && (last[1] < GROUP || (left > 0 && left < GROUP)); last = names.at(-1)) {
    left += last[1];
    names.pop();
  }
  return new Set(names.map(([name]) => name));
}

/** The rows of people who share a kind, or a city; small ones stand together under the empty name. */
function table(
  state: MeetingState,
  of: (p: Participant) => string,
  voices: readonly (readonly [ParticipantId, Voice])[],
  spoken: boolean,
): Groups {
  const names = standing(state.participants.values(), of);
  const groups: Groups = {};
  const row = (p: Participant) => {
    const name = names.has(of(p)) ? of(p) : '';
    groups[name] ??= { present: 0, joined: 0, contributions: 0, endorsements: 0, times: 0, ms: 0 };
    return groups[name];
  };
  for (const p of state.participants.values()) {
    const r = row(p);
    r.joined++;
    if (isPresent(state.parts.attendance, p.id)) r.present++;
  }
  for (const [id, { contributions, endorsements }] of voices) {
    const p = state.participants.get(id);
    if (!p) continue;
    const r = row(p);
    r.contributions += contributions;
    r.endorsements += endorsements;
  }
  if (spoken)
    for (const [id, { times, ms }] of state.parts.floor.spoken) {
      const p = state.participants.get(id);
      if (!p) continue;
      const r = row(p);
      r.times += times;
      r.ms += ms;
    }
  return groups;
}

const voicesOf = (a: ActivityInstance): (readonly [ParticipantId, Voice])[] => [...(kindOf(a).voices?.(a.slice) ?? [])];
const kind = (p: Participant): string => p.kind;
const city = (p: Participant): string => p.city ?? '';

/** Who has been heard, over the whole meeting. Where authors appear by city or kind, what they wrote is not among it. */
export function heardOf(state: MeetingState): { byKind: Record<string, Heard>; byCity: Record<string, Heard> } {
  const voices = [...state.activities.values()].filter((a) => attributionModeOf(a) === 'named').flatMap(voicesOf);
  return { byKind: table(state, kind, voices, true), byCity: table(state, city, voices, true) };
}

/** Who has been heard in one activity: where authors appear by city or kind, by these and in their buckets alone. */
export function heardIn(
  state: MeetingState,
  a: ActivityInstance,
): { byKind: Record<string, Heard>; byCity: Record<string, Heard> } {
  const mode = attributionModeOf(a);
  const voices = voicesOf(a);
  if (mode === 'named') return { byKind: table(state, kind, voices, false), byCity: table(state, city, voices, false) };
  const core = coreReader(state, a);
  const groups = table(state, (p) => core.bucketOf(p.id) ?? '', voices, false);
  return mode === 'city' ? { byKind: {}, byCity: groups } : { byKind: groups, byCity: {} };
}

/** The keys of who has been heard, over the whole and in each activity: for what changes who is there. */
export const everyHeard = (state: MeetingState): string[] => [
  'heard',
  ...[...state.activities.keys()].map((id) => `heard/${id}`),
];
