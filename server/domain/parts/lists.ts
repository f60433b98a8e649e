import { z } from 'zod';
import { ListId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState } from '../state.ts';
import { checkedLabel, LabelInput } from '../text.ts';
import { Sealed } from '../vault.ts';
import { Correct, CorrectBack, corrected, correctedBack } from './list-correcting.ts';
import {
  broughtBy,
  change,
  current,
  entryOf,
  isHeld,
  known,
  List,
  type ListsState,
  merge,
  nameIn,
  nameKey,
  participant,
  place,
  renamed,
  split,
} from './list-entries.ts';
import { definePart } from './part.ts';

export type { ListsState } from './list-entries.ts';

/*
 * The meeting's lists of cities and organisations, and whom they hold, as the desk corrects them while it runs. The
 * meeting itself changes, so that the join form, the views and the minutes all read the corrected lists.
 */

const forgets = z.array(z.string().max(64));
const membership = { organisation: ListId.nullable(), city: ListId.nullable(), kind: ListId };

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
    'lists.Correct': Correct,
    'lists.Merge': z.strictObject({ list: List, into: ListId, from: ListId }),
    /** Through undo alone. */
    'lists.Split': z.strictObject({ list: List, from: ListId }),
    /** Through undo alone. */
    'lists.CorrectBack': CorrectBack,
    /** Through undo alone: of an entry that the desk added, and on which nothing hangs. */
    'lists.TakeOut': z.strictObject({ list: List, id: ListId }),
    /** Where a person belongs. */
    'lists.Assign': z.strictObject({ ...participant, ...membership }),
  },
  events: {
    'lists.CityAdded': z.strictObject({ id: ListId, label: Sealed }),
    'lists.OrganisationAdded': z.strictObject({ id: ListId, label: Sealed, city: ListId.nullable(), kind: ListId }),
    /** The label is null where it has the name of the meeting file again. */
    'lists.Corrected': z.strictObject({
      list: List,
      id: ListId,
      label: Sealed.nullable().optional(),
      ...place,
      forgets: forgets.optional(),
    }),
    'lists.EntryTakenOut': z.strictObject({ list: List, id: ListId, forgets }),
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
    'lists.CorrectBack': [],
    'lists.TakeOut': [],
    'lists.Assign': ['facilitator'],
  },
  initial: (): ListsState => ({ merged: new Map(), names: new Map() }),
  decide: (slice, command, ctx) => {
    switch (command.type) {
      case 'lists.AddCity': {
        const label = checkedLabel(command.data.label);
        const id = ctx.newId() as ListId;
        ctx.undo(`lists/${id}`, [{ type: 'lists.TakeOut', data: { list: 'cities', id } }]);
        return [{ type: 'lists.CityAdded', data: { id, label: ctx.seal({ kind: 'label', label }) } }];
      }
      case 'lists.AddOrganisation': {
        const { label: input, city, kind } = command.data;
        const label = checkedLabel(input);
        known(ctx, 'cities', city);
        known(ctx, 'kinds', kind);
        const id = ctx.newId() as ListId;
        ctx.undo(`lists/${id}`, [{ type: 'lists.TakeOut', data: { list: 'organisations', id } }]);
        return [
          { type: 'lists.OrganisationAdded', data: { id, label: ctx.seal({ kind: 'label', label }), city, kind } },
        ];
      }
      case 'lists.Correct':
        return corrected(slice, command.data, ctx);
      case 'lists.CorrectBack':
        return correctedBack(slice, command.data, ctx);
      case 'lists.TakeOut': {
        const { list, id } = command.data;
        entryOf(ctx.file, list, id);
        if (isHeld(slice, ctx.state, list, id)) throw new Rejection('UNDO_OUTDATED');
        const { label, before } = slice.names.get(nameKey(list, id)) ?? {};
        const forgotten = [label, before].flatMap((sealed) => sealed?.id ?? []);
        return [{ type: 'lists.EntryTakenOut', data: { list, id, forgets: forgotten } }];
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
    const name = (label: Sealed) => nameIn(state, label);
    switch (event.type) {
      case 'lists.CityAdded':
        slice.names.set(nameKey('cities', event.data.id), { planned: null, label: event.data.label, before: null });
        return change(state, 'cities', (all) => [...all, { id: event.data.id, name: name(event.data.label) }]);
      case 'lists.OrganisationAdded': {
        const { id, label, city, kind } = event.data;
        slice.names.set(nameKey('organisations', id), { planned: null, label, before: null });
        return change(state, 'organisations', (all) => [...all, { id, name: name(label), city, kind }]);
      }
      case 'lists.Corrected': {
        const { list, id, label, city, kind } = event.data;
        const named = label === undefined ? {} : { name: renamed(slice, state, event.data, label) };
        if (list === 'cities')
          return change(state, 'cities', (all) => all.map((c) => (c.id === id ? { ...c, ...named } : c)));
        const moved = { ...(city === undefined ? {} : { city }), ...(kind === undefined ? {} : { kind }) };
        change(state, 'organisations', (all) => all.map((o) => (o.id === id ? { ...o, ...named, ...moved } : o)));
        const corrected = state.file?.organisations.find((o) => o.id === id);
        for (const p of [...state.participants.values()])
          if (corrected && p.organisation === id) state.participants.set(p.id, { ...p, ...broughtBy(corrected) });
        return;
      }
      case 'lists.EntryTakenOut': {
        const { list, id } = event.data;
        slice.names.delete(nameKey(list, id));
        if (list === 'cities') return change(state, 'cities', (all) => all.filter((c) => c.id !== id));
        return change(state, 'organisations', (all) => all.filter((o) => o.id !== id));
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
    'lists.EntryTakenOut': () => ({ keys: ['meeting'] }),
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
      const data = { list: 'organisations' as const, id: organisation.id, city: below(5) === 0 ? null : city.id };
      const was = below(8) === 0 ? { was: { label: { en: text() } } } : {};
      return { type: 'lists.Correct', data: below(2) === 0 ? data : { ...data, label: { en: text() }, ...was }, by };
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
