import type { Voice } from './activities/activity.ts';
import type { ListId, ParticipantId } from './ids.ts';

/*
 * What was said is counted by groups in rounds of five people. A number that moved with each text would tell, of one
 * that stands under "a participant", the kind and the city of its author, and the two together are often one person.
 * For the same reason nothing is ever taken out: what went down with a text that was withdrawn would tell whose it was.
 */

/** A round ends with the acts of so many people: two who know their own still cannot tell the other three apart. */
export const ROUND = 5;

export type What = Voice['what'];
export const whats = ['contributions', 'endorsements'] as const satisfies readonly What[];
export type By = 'city' | 'kind';

/** Where somebody stands when what they said is counted; the pool, and a city of no list, are the empty name. */
export type Place = Partial<Record<By, ListId | ''>>;

interface Round {
  /** What waits to be counted: how many acts of whom. */
  readonly waiting: Map<ParticipantId, number>;
  /** When the first of it was done, as in `Envelope.at`; null while nothing waits. */
  since: number | null;
  readonly counted: Record<By, Map<ListId | '', number>>;
}

/** Who has been heard in one activity. */
export interface Rounds extends Readonly<Record<What, Round>> {
  /** Endorsements that were ever given: taken back and given again, they are still one. */
  readonly endorsed: Set<string>;
}

const round = (): Round => ({ waiting: new Map(), since: null, counted: { city: new Map(), kind: new Map() } });
export const freshRounds = (): Rounds => ({ contributions: round(), endorsements: round(), endorsed: new Set() });

/** What the rounds have to know of people. */
export interface Known {
  /** Whether what was said shows who said it, or the group that they are counted in. */
  open(voice: Voice): boolean;
  /** Whether somebody who waits would be told by nothing else, and was there when the round began. */
  hides(id: ParticipantId, since: number): boolean;
  place(id: ParticipantId): Place;
}

/** Takes up one act, in place, and ends the round where it can end. */
export function hear(rounds: Rounds, voice: Voice, at: number, known: Known): void {
  const { what, participant } = voice;
  if (what === 'endorsements') {
    const act = `${participant} ${voice.item}`;
    if (rounds.endorsed.has(act)) return;
    rounds.endorsed.add(act);
  }
  const current = rounds[what];
  if (known.open(voice)) return add(current, known.place(participant), 1);
  current.since ??= at;
  current.waiting.set(participant, (current.waiting.get(participant) ?? 0) + 1);
  const { since } = current;
  if (current.waiting.size < ROUND) return;
  if ([...current.waiting.keys()].filter((id) => known.hides(id, since)).length < ROUND) return;
  for (const [id, n] of current.waiting) add(current, known.place(id), n);
  current.waiting.clear();
  current.since = null;
}

function add({ counted }: Round, place: Place, n: number): void {
  for (const by of ['city', 'kind'] as const) {
    const name = place[by];
    if (name !== undefined) counted[by].set(name, (counted[by].get(name) ?? 0) + n);
  }
}

/** How many acts wait to be counted. */
export const waitingIn = (rounds: Rounds, what: What): number =>
  [...rounds[what].waiting.values()].reduce((sum, n) => sum + n, 0);
