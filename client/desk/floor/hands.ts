import type { ParticipantId } from '../../../server/domain/ids.ts';
import type { PersonView } from '../../../server/domain/view.ts';
import type { Live } from '../../lib/live.ts';

/** Somebody who can be picked out of the list by whoever sees a raised hand. */
export interface Hand {
  readonly id: ParticipantId;
  /** Null where they have not agreed to be listed, and are the only one of their place. */
  readonly name: string | null;
  /** Their organisation and city. */
  readonly place: string;
  readonly phone: boolean;
  readonly present: boolean;
}

/** People of a place whom the desk cannot tell apart. */
export interface Unnamed {
  readonly place: string;
  readonly n: number;
}

/** Everybody who has joined, as far as the desk may know them. */
export const everybody = (live: Pick<Live, 'keys' | 'value'>): (readonly [ParticipantId, PersonView])[] =>
  live.keys('person/').value.flatMap((key) => {
    const person = live.value<PersonView>(key).value;
    return person ? [[key.slice('person/'.length) as ParticipantId, person] as const] : [];
  });

/** Whom one can give the floor to, those present first and by their names; and the others, by place. */
export function handsOf(
  people: readonly (readonly [ParticipantId, PersonView])[],
  placeOf: (person: PersonView) => string,
): { hands: Hand[]; unnamed: Unnamed[] } {
  const hands: Hand[] = [];
  const nameless = new Map<string, Hand[]>();
  for (const [id, person] of people) {
    const { name, phone, present } = person;
    const hand: Hand = { id, name, place: placeOf(person), phone, present };
    if (name === null) nameless.set(hand.place, [...(nameless.get(hand.place) ?? []), hand]);
    else hands.push(hand);
  }
  const unnamed: Unnamed[] = [];
  for (const [place, of] of nameless) {
    const [only] = of;
    if (only && of.length === 1) hands.push(only);
    else unnamed.push({ place, n: of.length });
  }
  const by = (hand: Hand) => hand.name ?? hand.place;
  hands.sort((a, b) => Number(b.present) - Number(a.present) || by(a).localeCompare(by(b)));
  unnamed.sort((a, b) => a.place.localeCompare(b.place));
  return { hands, unnamed };
}
