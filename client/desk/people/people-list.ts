import type { ListId, ParticipantId } from '../../../server/domain/ids.ts';
import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { PersonView } from '../../../server/domain/view.ts';
import { type Lists, placeLine } from '../../lib/lists.ts';
import { matches } from '../../lib/search.ts';

/** Somebody who has joined, as the desk may know them. */
export interface Person {
  readonly id: ParticipantId;
  readonly view: PersonView;
  /** Null: they have agreed to be named nowhere. */
  readonly name: string | null;
  /** Where from, in a line. */
  readonly from: string;
  readonly atFloor: 'asks' | 'speaks' | null;
}

export type Which = 'all' | 'present' | 'away' | 'without_phone';
export const whiches = ['all', 'present', 'away', 'without_phone'] as const;

/** Whoever asks for the floor is called by name, and so has one here as long as they do. */
export function personOf(id: ParticipantId, view: PersonView, lists: Lists, floor: FloorView | undefined): Person {
  const asking = floor?.queue?.find(({ participant }) => participant === id);
  const speaking = floor?.speaker?.participant === id ? floor.speaker : undefined;
  return {
    id,
    view,
    name: view.name ?? asking?.name ?? speaking?.name ?? null,
    from: placeLine(lists, view),
    atFloor: speaking ? 'speaks' : asking ? 'asks' : null,
  };
}

const fits = ({ view }: Person, which: Which): boolean => {
  if (which === 'present') return view.present;
  if (which === 'away') return !view.present;
  return which === 'all' || !view.phone;
};

/** How many there are of each sort. */
export const countsOf = (people: readonly Person[]): Readonly<Record<Which, number>> => ({
  all: people.length,
  present: people.filter((person) => fits(person, 'present')).length,
  away: people.filter((person) => fits(person, 'away')).length,
  without_phone: people.filter((person) => fits(person, 'without_phone')).length,
});

/** Those who are looked for, by where they come from, then by name; those without one last. */
export const chosenPeople = (
  people: readonly Person[],
  { query, which }: { readonly query: string; readonly which: Which },
  compare: (a: string, b: string) => number,
): Person[] =>
  people
    .filter((person) => fits(person, which) && matches(query, [person.name ?? '', person.from]))
    .sort(
      (a, b) =>
        compare(a.from, b.from) ||
        Number(a.name === null) - Number(b.name === null) ||
        compare(a.name ?? '', b.name ?? '') ||
        (a.id < b.id ? -1 : 1),
    );

/** How many people, and how many organisations, belong to an entry of a list: what moves when it is merged. */
export function heldBy(
  lists: Lists,
  list: 'cities' | 'organisations',
  id: ListId,
  people: readonly Pick<Person, 'view'>[],
): { people: number; organisations: number } {
  const of = list === 'cities' ? 'city' : 'organisation';
  return {
    people: people.filter(({ view }) => view[of] === id).length,
    organisations: list === 'cities' ? lists.organisations.filter(({ city }) => city === id).length : 0,
  };
}
