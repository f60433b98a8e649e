import { z } from 'zod';
import { ListId, ParticipantId } from '../ids.ts';
import type { Meeting } from '../meeting-file.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState } from '../state.ts';
import { checkedLabel, filled, LabelInput } from '../text.ts';
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

export interface ListsState {
  /** Entries that were merged into others and can come back by undo, with the place that they had in their list. */
  readonly merged: Map<ListId, { readonly entry: City | Organisation; readonly index: number; readonly into: ListId }>;
}

const participant = { participant: ParticipantId };
const membership = { organisation: ListId.nullable(), city: ListId.nullable(), kind: ListId };
const ids = { participants: z.array(ParticipantId), organisations: z.array(ListId) };

function entryOf<L extends List>(meeting: Meeting, list: L, id: ListId): Meeting[L][number] {
  const found = meeting[list].find((entry) => entry.id === id);
  if (!found) throw new Rejection('NOT_FOUND');
  return found;
}

const known = (ctx: PartContext, list: List | 'kinds', id: ListId | null | undefined): void => {
  if (id !== null && id !== undefined && !ctx.file[list].some((entry) => entry.id === id))
    throw new Rejection('NOT_FOUND');
};

/** Those whom a merging moves: people, and for a city its organisations. */
function members(state: MeetingState, list: List, id: ListId) {
  const field = list === 'cities' ? 'city' : 'organisation';
  return {
    participants: [...state.participants.values()].filter((p) => p[field] === id).map((p) => p.id),
    organisations:
      list === 'cities' ? (state.file?.organisations ?? []).filter((o) => o.city === id).map((o) => o.id) : [],
  };
}

function move(
  state: MeetingState,
  list: List,
  to: ListId,
  who: { participants: readonly ParticipantId[]; organisations: readonly ListId[] },
) {
  for (const id of who.participants) {
    const p = state.participants.get(id);
    if (p) state.participants.set(id, { ...p, ...(list === 'cities' ? { city: to } : { organisation: to }) });
  }
  const moved = new Set(who.organisations);
  change(state, 'organisations', (all) => all.map((o) => (moved.has(o.id) ? { ...o, city: to } : o)));
}

function change<L extends List>(state: MeetingState, list: L, apply: (entries: Meeting[L]) => Meeting[L]): void {
  if (state.file) state.file = { ...state.file, [list]: apply(state.file[list]) };
}

/** Whose name, organisation or city stands where: everything that shows a person. */
const everywhere = (_data: unknown, _slice: unknown, state: MeetingState) => ({
  everything: true,
  selves: [...state.participants.keys()],
});

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
    'lists.Split': z.strictObject({ list: List, from: ListId, ...ids }),
    /** Where a person belongs. */
    'lists.Assign': z.strictObject({ ...participant, ...membership }),
    /** Through undo alone: where they were. */
    'lists.AssignBack': z.strictObject({ ...participant, ...membership }),
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
    'lists.Merged': z.strictObject({ list: List, into: ListId, from: ListId, ...ids }),
    'lists.Split': z.strictObject({ list: List, from: ListId, ...ids }),
    'lists.Assigned': z.strictObject({ ...participant, ...membership }),
  },
  allowed: {
    'lists.AddCity': ['facilitator'],
    'lists.AddOrganisation': ['facilitator'],
    'lists.Correct': ['facilitator'],
    'lists.Merge': ['facilitator'],
    'lists.Split': [],
    'lists.Assign': ['facilitator'],
    'lists.AssignBack': [],
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
        entryOf(ctx.file, list, id);
        if (list === 'cities' && (city !== undefined || kind !== undefined)) throw new Rejection('MALFORMED');
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        const label = input && ctx.seal({ kind: 'label', label: checkedLabel(input) });
        if (!label && city === undefined && kind === undefined) return [];
        const data = {
          list,
          id,
          ...(label ? { label } : {}),
          ...(city === undefined ? {} : { city }),
          ...(kind === undefined ? {} : { kind }),
        };
        return [{ type: 'lists.Corrected', data }];
      }
      case 'lists.Merge': {
        const { list, into, from } = command.data;
        entryOf(ctx.file, list, into);
        entryOf(ctx.file, list, from);
        if (into === from) throw new Rejection('MERGE_IMPOSSIBLE');
        const who = members(ctx.state, list, from);
        ctx.undo(`lists/${list}`, [{ type: 'lists.Split', data: { list, from, ...who } }]);
        return [{ type: 'lists.Merged', data: { list, into, from, ...who } }];
      }
      case 'lists.Split':
        if (!slice.merged.has(command.data.from)) throw new Rejection('NOT_FOUND');
        return [{ type: 'lists.Split', data: command.data }];
      case 'lists.Assign': {
        const { participant: id, organisation, city, kind } = command.data;
        const p = ctx.state.participants.get(id);
        if (!p) throw new Rejection('NOT_FOUND');
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        // An organisation of the list brings its kind and its city, as in joining.
        const listed = organisation === null ? null : entryOf(ctx.file, 'organisations', organisation);
        const now = { organisation, city: listed?.city ?? city, kind: listed?.kind ?? kind };
        if (p.organisation === now.organisation && p.city === now.city && p.kind === now.kind) return [];
        const back = { participant: id, organisation: p.organisation, city: p.city, kind: p.kind };
        ctx.undo(`lists/${id}`, [{ type: 'lists.AssignBack', data: back }]);
        return [{ type: 'lists.Assigned', data: { participant: id, ...now } }];
      }
      case 'lists.AssignBack':
        return [{ type: 'lists.Assigned', data: command.data }];
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
        for (const p of [...state.participants.values()])
          if (p.organisation === id) state.participants.set(p.id, { ...p, ...moved });
        return;
      }
      case 'lists.Merged': {
        const { list, into, from, ...who } = event.data;
        const index = state.file?.[list].findIndex((other) => other.id === from) ?? -1;
        const entry = state.file?.[list][index];
        if (!entry) return;
        slice.merged.set(from, { entry, index, into });
        move(state, list, into, who);
        if (list === 'cities') change(state, 'cities', (all) => all.filter((other) => other.id !== from));
        else change(state, 'organisations', (all) => all.filter((other) => other.id !== from));
        return;
      }
      case 'lists.Split': {
        const { list, from, ...who } = event.data;
        const found = slice.merged.get(from);
        if (!found) return;
        slice.merged.delete(from);
        if (list === 'cities') change(state, 'cities', (all) => all.toSpliced(found.index, 0, found.entry as City));
        else change(state, 'organisations', (all) => all.toSpliced(found.index, 0, found.entry as Organisation));
        return move(state, list, from, who);
      }
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
    'lists.Split': everywhere,
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
