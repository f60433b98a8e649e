import type { Voice } from './activities/activity.ts';
import { currentId } from './buckets.ts';
import { type By, hear, type Place, type What, waitingIn, whats } from './heard-rounds.ts';
import type { ParticipantId } from './ids.ts';
import { isPresent } from './parts/attendance.ts';
import { type ActivityInstance, attributionModeOf, coreReader, type MeetingState, type Participant } from './state.ts';

/** What a group wrote, endorsed and said, beside how many of it are there. */
export interface Heard {
  readonly present: number;
  readonly joined: number;
  /** Texts that people of the group wrote, and endorsements that they gave, also those that they took back later. */
  readonly contributions: number;
  readonly endorsements: number;
  /** Times that somebody of it had the floor, and for how long altogether, in milliseconds. */
  readonly times: number;
  readonly ms: number;
}

/** The groups by kind and by city; `waiting`: what is not counted yet, until five people have written or endorsed. */
export interface HeardTables {
  readonly byKind: Readonly<Record<string, Heard>>;
  readonly byCity: Readonly<Record<string, Heard>>;
  readonly waiting: Readonly<Record<What, number>>;
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
  by: By,
  of: (p: Participant) => string,
  activities: readonly ActivityInstance[],
  spoken: boolean,
): Groups {
  const names = standing(state.participants.values(), of);
  const groups: Groups = {};
  const row = (place: string) => {
    const name = names.has(place) ? place : '';
    groups[name] ??= { present: 0, joined: 0, contributions: 0, endorsements: 0, times: 0, ms: 0 };
    return groups[name];
  };
  for (const p of state.participants.values()) {
    const r = row(of(p));
    r.joined++;
    if (isPresent(state.parts.attendance, p.id)) r.present++;
  }
  for (const { heard } of activities)
    for (const what of whats)
      for (const [place, n] of heard[what].counted[by]) row(place && currentId(state, place))[what] += n;
  if (spoken)
    for (const [id, { times, ms }] of state.parts.floor.spoken) {
      const p = state.participants.get(id);
      if (!p) continue;
      const r = row(of(p));
      r.times += times;
      r.ms += ms;
    }
  return groups;
}

const kind = (p: Participant): string => p.kind;
const city = (p: Participant): string => p.city ?? '';

const tables = (state: MeetingState, activities: readonly ActivityInstance[], spoken: boolean): HeardTables => ({
  byKind: table(state, 'kind', kind, activities, spoken),
  byCity: table(state, 'city', city, activities, spoken),
  waiting: waiting(activities),
});

const waiting = (activities: readonly ActivityInstance[]): Record<What, number> => {
  const all = (what: What) => activities.reduce((sum, { heard }) => sum + waitingIn(heard, what), 0);
  return { contributions: all('contributions'), endorsements: all('endorsements') };
};

/** Who has been heard, over the whole meeting. Where authors appear by city or kind, what they wrote is not among it. */
export const heardOf = (state: MeetingState): HeardTables =>
  tables(
    state,
    [...state.activities.values()].filter((a) => attributionModeOf(a) === 'named'),
    true,
  );

/** Who has been heard in one activity: where authors appear by city or kind, by these and in their buckets alone. */
export function heardIn(state: MeetingState, a: ActivityInstance): HeardTables {
  const mode = attributionModeOf(a);
  if (mode === 'named') return tables(state, [a], false);
  const core = coreReader(state, a);
  const groups = table(state, mode, (p) => core.bucketOf(p.id) ?? '', [a], false);
  return mode === 'city'
    ? { byKind: {}, byCity: groups, waiting: waiting([a]) }
    : { byKind: groups, byCity: {}, waiting: waiting([a]) };
}

/** The keys of who has been heard, over the whole and in each activity: for what changes who is there. */
export const everyHeard = (state: MeetingState): string[] => [
  'heard',
  ...[...state.activities.keys()].map((id) => `heard/${id}`),
];

/** Takes up what somebody said in an activity, in place. */
export function noteVoice(state: MeetingState, a: ActivityInstance, voice: Voice, at: number): void {
  const mode = attributionModeOf(a);
  const own = (id: ParticipantId): Place => {
    const p = state.participants.get(id);
    if (mode === 'named') return { city: p?.city ?? '', kind: p?.kind ?? '' };
    return { [mode]: a.buckets?.of.get(id) ?? '' };
  };
  hear(a.heard, voice, at, {
    open: ({ shown, participant }) =>
      shown && (mode !== 'named' || state.participants.get(participant)?.consents.words === true),
    hides: (id, since) => {
      const p = state.participants.get(id);
      // Endorsements are under nobody's name, whatever their givers agreed to for their texts.
      const told = mode === 'named' && voice.what === 'contributions' && p?.named;
      return p !== undefined && p.joinedAt <= since && !told;
    },
    place: own,
  });
}
