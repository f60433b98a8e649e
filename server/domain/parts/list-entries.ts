import { z } from 'zod';
import { currentId } from '../buckets.ts';
import { ListId, ParticipantId } from '../ids.ts';
import type { Meeting } from '../meeting-file.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState, Participant } from '../state.ts';
import { filled, type Localized } from '../text.ts';
import { readVault, type Sealed } from '../vault.ts';
import type { PartContext } from './part.ts';

/* The entries of the lists: what they hold, and how they change in the meeting itself. */

export const List = z.enum(['cities', 'organisations']);
export type List = z.infer<typeof List>;
export type City = Meeting['cities'][number];
export type Organisation = Meeting['organisations'][number];

type Membership = Pick<Participant, 'organisation' | 'city' | 'kind'>;

/** An entry that was merged into another and can come back by undo, with its place and those whom it held. */
interface MergedEntry {
  readonly entry: City | Organisation;
  readonly index: number;
  readonly into: ListId;
  readonly people: ReadonlyMap<ParticipantId, Membership>;
  readonly organisations: readonly ListId[];
}

/** Where an entry's name comes from, if not from the meeting file alone. */
interface Naming {
  /** The name that the meeting file gave it; null where the desk added it. */
  readonly planned: Localized | null;
  /** Null: the one of the meeting file. */
  readonly label: Sealed | null;
  /** The name that this one replaced: kept for one step back, seen by nobody. */
  readonly before: Sealed | null;
}

export interface ListsState {
  readonly merged: Map<ListId, MergedEntry>;
  readonly names: Map<string, Naming>;
}

export const participant = { participant: ParticipantId };
export const place = { city: ListId.nullable().optional(), kind: ListId.optional() };

export function entryOf<L extends List>(meeting: Meeting, list: L, id: ListId): Meeting[L][number] {
  const found = meeting[list].find((entry) => entry.id === id);
  if (!found) throw new Rejection('NOT_FOUND');
  return found;
}

export const current = (ctx: PartContext, id: ListId | null) => id && currentId(ctx.state, id);

export const known = (ctx: PartContext, list: List | 'kinds', id: ListId | null | undefined): void => {
  if (id !== null && id !== undefined && !ctx.file[list].some((entry) => entry.id === id))
    throw new Rejection('NOT_FOUND');
};

export const fieldOf = (list: List) => (list === 'cities' ? 'city' : 'organisation');

/** Whether anything hangs on an entry, so that it cannot be taken out of its list again. */
export function isHeld(slice: ListsState, state: MeetingState, list: List, id: ListId): boolean {
  const field = fieldOf(list);
  const organisations = list === 'cities' ? (state.file?.organisations ?? []) : [];
  return (
    [...state.participants.values()].some((p) => p[field] === id) ||
    organisations.some((o) => o.city === id) ||
    // What was merged may come out again, and be what it was.
    [...slice.merged.values()].some(
      ({ entry, into, people }) =>
        into === id || ('city' in entry && entry.city === id) || [...people.values()].some((p) => p[field] === id),
    ) ||
    [...state.activities.values()].some(({ buckets }) => buckets?.listed.has(id))
  );
}

/** A city and an organisation may have the same id. */
export const nameKey = (list: List, id: ListId): string => `${list}/${id}`;

/** What an organisation of the list brings to those who belong to it; without a city, they keep their own. */
export const broughtBy = ({ id, kind, city }: Organisation): Partial<Membership> => ({
  organisation: id,
  kind,
  ...(city === null ? {} : { city }),
});

/** Puts all that an entry holds into another: people, and for a city its organisations. */
export function merge(slice: ListsState, state: MeetingState, list: List, into: ListId, from: ListId): void {
  const { file } = state;
  const index = file?.[list].findIndex((other) => other.id === from) ?? -1;
  const entry = file?.[list][index];
  if (!file || !entry) return;
  const held = [...state.participants.values()].filter((p) => p[fieldOf(list)] === from);
  const organisations = list === 'cities' ? file.organisations.filter((o) => o.city === from).map((o) => o.id) : [];
  const people = new Map(held.map(({ id, organisation, city, kind }) => [id, { organisation, city, kind }]));
  slice.merged.set(from, { entry, index, into, people, organisations });
  const target = list === 'organisations' ? file.organisations.find((o) => o.id === into) : undefined;
  for (const p of held) state.participants.set(p.id, { ...p, ...(target ? broughtBy(target) : { city: into }) });
  change(state, 'organisations', (all) => all.map((o) => (organisations.includes(o.id) ? { ...o, city: into } : o)));
  if (list === 'cities') change(state, 'cities', (all) => all.filter((other) => other.id !== from));
  else change(state, 'organisations', (all) => all.filter((other) => other.id !== from));
}

/** Takes an entry out again, with those whom it held and who have gone nowhere else since. */
export function split(slice: ListsState, state: MeetingState, list: List, from: ListId): void {
  const merged = slice.merged.get(from);
  if (!merged) return;
  const { entry, index, into, people, organisations } = merged;
  slice.merged.delete(from);
  if (list === 'cities') change(state, 'cities', (all) => all.toSpliced(index, 0, entry as City));
  else change(state, 'organisations', (all) => all.toSpliced(index, 0, entry as Organisation));
  for (const [id, before] of people) {
    const p = state.participants.get(id);
    if (p?.[fieldOf(list)] !== into) continue;
    state.participants.set(id, { ...p, ...(list === 'cities' ? { city: from } : before) });
  }
  const back = (o: Organisation) => organisations.includes(o.id) && o.city === into;
  change(state, 'organisations', (all) => all.map((o) => (back(o) ? { ...o, city: from } : o)));
}

export const nameIn = (state: MeetingState, label: Sealed): Localized =>
  filled(readVault(state.vault, label, 'label')?.label ?? {});

/** Notes where the name of a corrected entry comes from; the name. */
export function renamed(
  slice: ListsState,
  state: MeetingState,
  { list, id, forgets: forgotten = [] }: { list: List; id: ListId; forgets?: readonly string[] | undefined },
  label: Sealed | null,
): Localized {
  const file = state.file?.[list].find((entry) => entry.id === id)?.name ?? filled({});
  const { planned, label: from } = slice.names.get(nameKey(list, id)) ?? { planned: file, label: null };
  slice.names.set(nameKey(list, id), { planned, label, before: from && !forgotten.includes(from.id) ? from : null });
  return label ? nameIn(state, label) : (planned ?? file);
}

export function change<L extends List>(state: MeetingState, list: L, apply: (entries: Meeting[L]) => Meeting[L]): void {
  if (state.file) state.file = { ...state.file, [list]: apply(state.file[list]) };
}
