import { z } from 'zod';
import { currentId } from '../buckets.ts';
import { ListId, ParticipantId } from '../ids.ts';
import type { Meeting } from '../meeting-file.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState, Participant } from '../state.ts';
import { checkedLabel, filled, LabelInput, type Localized, languages } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart, type PartContext } from './part.ts';

/*
 * The meeting's lists of cities and organisations, and whom they hold, as the desk corrects them while it runs. The
 * meeting itself changes, so that the join form, the views and the minutes all read the corrected lists.
 */

const List = z.enum(['cities', 'organisations']);
type List = z.infer<typeof List>;
type City = Meeting['cities'][number];
type Organisation = Meeting['organisations'][number];

type Membership = Pick<Participant, 'organisation' | 'city' | 'kind'>;

/** An entry that was merged into another and can come back by undo, with its place and those whom it held. */
interface MergedEntry {
  readonly entry: City | Organisation;
  readonly index: number;
  readonly into: ListId;
  readonly people: ReadonlyMap<ParticipantId, Membership>;
  readonly organisations: readonly ListId[];
}

export interface ListsState {
  readonly merged: Map<ListId, MergedEntry>;
}

const participant = { participant: ParticipantId };
const membership = { organisation: ListId.nullable(), city: ListId.nullable(), kind: ListId };

function entryOf<L extends List>(meeting: Meeting, list: L, id: ListId): Meeting[L][number] {
  const found = meeting[list].find((entry) => entry.id === id);
  if (!found) throw new Rejection('NOT_FOUND');
  return found;
}

const current = (ctx: PartContext, id: ListId | null) => id && currentId(ctx.state, id);

const known = (ctx: PartContext, list: List | 'kinds', id: ListId | null | undefined): void => {
  if (id !== null && id !== undefined && !ctx.file[list].some((entry) => entry.id === id))
    throw new Rejection('NOT_FOUND');
};

const fieldOf = (list: List) => (list === 'cities' ? 'city' : 'organisation');

/** What an organisation of the list brings to those who belong to it; without a city, they keep their own. */
const broughtBy = ({ id, kind, city }: Organisation): Partial<Membership> => ({
  organisation: id,
  kind,
  ...(city === null ? {} : { city }),
});

/** Puts all that an entry holds into another: people, and for a city its organisations. */
function merge(slice: ListsState, state: MeetingState, list: List, into: ListId, from: ListId): void {
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
function split(slice: ListsState, state: MeetingState, list: List, from: ListId): void {
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

function change<L extends List>(state: MeetingState, list: L, apply: (entries: Meeting[L]) => Meeting[L]): void {
  if (state.file) state.file = { ...state.file, [list]: apply(state.file[list]) };
}

/** Whose name, organisation or city stands where: everything that shows a person. */
const everywhere = (_data: unknown, _slice: unknown, state: MeetingState) => ({
  everything: true,
  selves: [...state.participants.keys()],
});

const sameName = (a: Localized, b: Localized | undefined): boolean => languages.every((lang) => a[lang] === b?.[lang]);

export const lists = definePart({
  name: 'lists',
  commands: {
    'lists.AddCity': z.strictObject({ label: LabelInput }),
    'lists.AddOrganisation': z.strictObject({ label: LabelInput, city: ListId.nullable(), kind: ListId }),
    /** Another name; for an organisation also another city or kind, which those who belong to it take over. */
    'lists.Correct': z.strictObject({
      list: List,
      id: ListId,
      label: LabelInput.optional(),
      city: ListId.nullable().optional(),
      kind: ListId.optional(),
    }),
    'lists.Merge': z.strictObject({ list: List, into: ListId, from: ListId }),
    /** Through undo alone. */
    'lists.Split': z.strictObject({ list: List, from: ListId }),
    /** Where a person belongs. */
    'lists.Assign': z.strictObject({ ...participant, ...membership }),
  },
  events: {
    'lists.CityAdded': z.strictObject({ id: ListId, label: Sealed }),
    'lists.OrganisationAdded': z.strictObject({ id: ListId, label: Sealed, city: ListId.nullable(), kind: ListId }),
    'lists.Corrected': z.strictObject({
      list: List,
      id: ListId,
      label: Sealed.optional(),
      city: ListId.nullable().optional(),
      kind: ListId.optional(),
    }),
    'lists.Merged': z.strictObject({ list: List, into: ListId, from: ListId }),
    'lists.WasSplit': z.strictObject({ list: List, from: ListId }),
    'lists.Assigned': z.strictObject({ ...participant, ...membership }),
  },
  allowed: {
    'lists.AddCity': ['facilitator'],
    'lists.AddOrganisation': ['facilitator'],
    'lists.Correct': ['facilitator'],
    'lists.Merge': ['facilitator'],
    'lists.Split': [],
    'lists.Assign': ['facilitator'],
  },
  initial: (): ListsState => ({ merged: new Map() }),
  decide: (slice, command, ctx) => {
    switch (command.type) {
      case 'lists.AddCity': {
        const label = checkedLabel(command.data.label);
        const id = ctx.newId() as ListId;
        return [{ type: 'lists.CityAdded', data: { id, label: ctx.seal({ kind: 'label', label }) } }];
      }
      case 'lists.AddOrganisation': {
        const { label: input, city, kind } = command.data;
        const label = checkedLabel(input);
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        const id = ctx.newId() as ListId;
        return [
          { type: 'lists.OrganisationAdded', data: { id, label: ctx.seal({ kind: 'label', label }), city, kind } },
        ];
      }
      case 'lists.Correct': {
        const { list, id, label: input, city, kind } = command.data;
        const now: Partial<Organisation> = entryOf(ctx.file, list, id);
        if (list === 'cities' && (city !== undefined || kind !== undefined)) throw new Rejection('MALFORMED');
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        const label = input && checkedLabel(input);
        const another = label && !sameName(filled(label), now.name);
        const data = {
          list,
          id,
          ...(another ? { label: ctx.seal({ kind: 'label', label }) } : {}),
          ...(city === undefined || city === now.city ? {} : { city }),
          ...(kind === undefined || kind === now.kind ? {} : { kind }),
        };
        return Object.keys(data).length > 2 ? [{ type: 'lists.Corrected', data }] : [];
      }
      case 'lists.Merge': {
        const { list, into, from } = command.data;
        entryOf(ctx.file, list, into);
        entryOf(ctx.file, list, from);
        if (into === from) throw new Rejection('MERGE_IMPOSSIBLE');
        ctx.undo('lists', [{ type: 'lists.Split', data: { list, from } }]);
        return [{ type: 'lists.Merged', data: { list, into, from } }];
      }
      case 'lists.Split':
        if (!slice.merged.has(command.data.from)) throw new Rejection('NOT_FOUND');
        return [{ type: 'lists.WasSplit', data: command.data }];
      case 'lists.Assign': {
        const { participant: id, kind } = command.data;
        // What was merged since another desk, or the act that this undoes, named it.
        const [organisation, city] = [current(ctx, command.data.organisation), current(ctx, command.data.city)];
        const p = ctx.state.participants.get(id);
        if (!p) throw new Rejection('NOT_FOUND');
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        // An organisation of the list brings its kind and its city, as in joining.
        const listed = organisation === null ? null : entryOf(ctx.file, 'organisations', organisation);
        const now = { organisation, city: listed?.city ?? city, kind: listed?.kind ?? kind };
        if (p.organisation === now.organisation && p.city === now.city && p.kind === now.kind) return [];
        const back = { participant: id, organisation: p.organisation, city: p.city, kind: p.kind };
        ctx.undo(`lists/${id}`, [{ type: 'lists.Assign', data: back }]);
        return [{ type: 'lists.Assigned', data: { participant: id, ...now } }];
      }
    }
  },
  evolve: (slice, event, state) => {
    const name = (label: Sealed) => filled(readVault(state.vault, label, 'label')?.label ?? {});
    switch (event.type) {
      case 'lists.CityAdded':
        return change(state, 'cities', (all) => [...all, { id: event.data.id, name: name(event.data.label) }]);
      case 'lists.OrganisationAdded': {
        const { id, label, city, kind } = event.data;
        return change(state, 'organisations', (all) => [...all, { id, name: name(label), city, kind }]);
      }
      case 'lists.Corrected': {
        const { list, id, label, city, kind } = event.data;
        const named = label ? { name: name(label) } : {};
        if (list === 'cities')
          return change(state, 'cities', (all) => all.map((c) => (c.id === id ? { ...c, ...named } : c)));
        const moved = { ...(city === undefined ? {} : { city }), ...(kind === undefined ? {} : { kind }) };
        change(state, 'organisations', (all) => all.map((o) => (o.id === id ? { ...o, ...named, ...moved } : o)));
        const corrected = state.file?.organisations.find((o) => o.id === id);
        for (const p of [...state.participants.values()])
          if (corrected && p.organisation === id) state.participants.set(p.id, { ...p, ...broughtBy(corrected) });
        return;
      }
      case 'lists.Merged':
        return merge(slice, state, event.data.list, event.data.into, event.data.from);
      case 'lists.WasSplit':
        return split(slice, state, event.data.list, event.data.from);
      case 'lists.Assigned': {
        const { participant: id, ...now } = event.data;
        const p = state.participants.get(id);
        if (p) state.participants.set(id, { ...p, ...now });
        return;
      }
    }
  },
  touches: {
    'lists.CityAdded': () => ({ keys: ['meeting'] }),
    'lists.OrganisationAdded': () => ({ keys: ['meeting'] }),
    'lists.Corrected': everywhere,
    'lists.Merged': everywhere,
    'lists.WasSplit': everywhere,
    'lists.Assigned': everywhere,
  },
  // The lists are shown by the core, with the meeting.
  keyNames: [],
  keys: () => [],
  show: () => undefined,
  randomCommand: (_slice, { state, below, pick, text }) => {
    const by = 'desk' as const;
    const { file } = state;
    if (!file) return null;
    const [city, organisation, kind] = [pick(file.cities), pick(file.organisations), pick(file.kinds)];
    if (!city || !organisation || !kind) return null;
    const dice = below(10);
    if (dice < 2) return { type: 'lists.AddCity', data: { label: { fr: text() } }, by };
    if (dice < 4)
      return { type: 'lists.AddOrganisation', data: { label: { ar: text() }, city: city.id, kind: kind.id }, by };
    if (dice < 5) {
      const data = { list: 'organisations' as const, id: organisation.id, city: city.id };
      return { type: 'lists.Correct', data: below(2) === 0 ? data : { ...data, label: { en: text() } }, by };
    }
    if (dice < 7) {
      const list = pick(['cities', 'organisations'] as const)!;
      // Few are merged, so that some are left.
      const all = file[list].map((entry) => entry.id);
      return all.length < 3 ? null : { type: 'lists.Merge', data: { list, into: pick(all), from: pick(all) }, by };
    }
    const participant = pick([...state.participants.keys()]);
    const to = below(3) === 0 ? null : organisation.id;
    return participant
      ? { type: 'lists.Assign', data: { participant, organisation: to, city: city.id, kind: kind.id }, by }
      : null;
  },
});
