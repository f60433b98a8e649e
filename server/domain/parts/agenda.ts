import { z } from 'zod';
import { AgendaItemId } from '../ids.ts';
import type { AgendaEntry } from '../meeting-file.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState } from '../state.ts';
import { checkedLabel, filled, LabelInput } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart, type PartContext } from './part.ts';
import { MINUTES_OF_DAY, retimed } from './timetable.ts';

/*
 * The run-of-show while it runs: what is inserted, moved, shortened and skipped. The meeting's agenda itself changes;
 * what was planned stands in the meeting file in the vault, and beside each item.
 */

/** The titles of what was inserted, for their removal. */
export type AgendaState = Map<AgendaItemId, Sealed>;

const minutes = z.int().min(1).max(1440);
const item = { item: AgendaItemId };
/** After which item of which day; null is the beginning of that day. */
const place = { after: AgendaItemId.nullable(), date: z.iso.date() };
const Type = z.enum(['welcome', 'speech', 'session', 'break', 'visit', 'overnight', 'closing']);

const changed = () => ({ keys: ['agenda'] });

function entryOf(items: readonly AgendaEntry[], id: AgendaItemId): AgendaEntry {
  const found = items.find((entry) => entry.id === id);
  if (!found) throw new Rejection('NOT_FOUND');
  return found;
}

/** The place that an item would have: only what has not begun can be moved, and only to where nothing has begun. */
function placeFor(ctx: PartContext, after: AgendaItemId | null, date: string): void {
  const { agenda } = ctx.file;
  if (date < ctx.file.dates.first || date > ctx.file.dates.last) throw new Rejection('NOT_FOUND');
  if (after !== null && entryOf(agenda, after).date !== date) throw new Rejection('NOT_FOUND');
  const from = after === null ? agenda.findIndex((entry) => entry.date >= date) : indexOf(agenda, after) + 1;
  if (agenda.slice(from < 0 ? agenda.length : from).some((entry) => begun(ctx.state, entry.id)))
    throw new Rejection('ITEM_STARTED');
}

const indexOf = (items: readonly AgendaEntry[], id: AgendaItemId) => items.findIndex((entry) => entry.id === id);
const begun = (state: MeetingState, id: AgendaItemId): boolean => state.progress.has(id);

/** What stands before an item on its day: the place to which it can go back. */
function placeOf(items: readonly AgendaEntry[], id: AgendaItemId): { after: AgendaItemId | null; date: string } {
  const index = indexOf(items, id);
  const { date } = entryOf(items, id);
  const before = items[index - 1];
  return { after: before?.date === date ? before.id : null, date };
}

/** The items with one put at a place. */
function put(items: readonly AgendaEntry[], entry: AgendaEntry, after: AgendaItemId | null): AgendaEntry[] {
  const rest = items.filter((other) => other.id !== entry.id);
  const first = rest.findIndex((other) => other.date >= entry.date);
  const index = after === null ? (first < 0 ? rest.length : first) : indexOf(rest, after) + 1;
  return [...rest.slice(0, index), entry, ...rest.slice(index)];
}

/** Refuses a day that would not end. */
function fits(ctx: PartContext, items: readonly AgendaEntry[]): void {
  for (const entry of retimed(ctx.file.agenda, items))
    if (Number(entry.start.slice(0, 2)) * 60 >= MINUTES_OF_DAY) throw new Rejection('DAY_TOO_LONG');
}

/** The texts of its key points: they go with an item that is deleted. */
const pointsOn = (state: MeetingState, id: AgendaItemId): string[] =>
  (state.parts.keypoints.get(id) ?? []).map((point) => point.text.id);

function withSkipped({ skipped: _before, ...entry }: AgendaEntry, skipped: boolean): AgendaEntry {
  return skipped ? { ...entry, skipped } : entry;
}

export const agenda = definePart({
  name: 'agenda',
  commands: {
    'agenda.Insert': z.strictObject({ ...place, type: Type, minutes, label: LabelInput }),
    'agenda.Move': z.strictObject({ ...item, ...place }),
    'agenda.Resize': z.strictObject({ ...item, minutes }),
    'agenda.Skip': z.strictObject({ ...item, skipped: z.boolean() }),
    /** Of one that was inserted; one of the meeting file can be skipped. */
    'agenda.Delete': z.strictObject(item),
  },
  events: {
    'agenda.ItemInserted': z.strictObject({ ...item, ...place, type: Type, minutes, title: Sealed }),
    'agenda.ItemMoved': z.strictObject({ ...item, ...place }),
    'agenda.ItemResized': z.strictObject({ ...item, minutes }),
    'agenda.ItemSkipped': z.strictObject({ ...item, skipped: z.boolean() }),
    'agenda.ItemDeleted': z.strictObject({ ...item, forgets: z.array(z.string().max(64)) }),
  },
  allowed: {
    'agenda.Insert': ['facilitator'],
    'agenda.Move': ['facilitator'],
    'agenda.Resize': ['facilitator'],
    'agenda.Skip': ['facilitator'],
    'agenda.Delete': ['facilitator'],
  },
  initial: (): AgendaState => new Map(),
  decide: (titles, command, ctx) => {
    const { agenda: items } = ctx.file;
    switch (command.type) {
      case 'agenda.Insert': {
        const { label, after, date, type, minutes: length } = command.data;
        const value = checkedLabel(label);
        placeFor(ctx, after, date);
        const id = ctx.newId() as AgendaItemId;
        fits(
          ctx,
          put(items, { id, date, start: '00:00', minutes: length, title: filled(value), type, activities: [] }, after),
        );
        ctx.undo(`programme/${id}`, [{ type: 'agenda.Delete', data: { item: id } }]);
        const title = ctx.seal({ kind: 'label', label: value });
        return [{ type: 'agenda.ItemInserted', data: { item: id, after, date, type, minutes: length, title } }];
      }
      case 'agenda.Move': {
        const { item: id, after, date } = command.data;
        const entry = entryOf(items, id);
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        if (after === id) throw new Rejection('UNCHANGED');
        placeFor(ctx, after, date);
        const back = placeOf(items, id);
        if (back.after === after && back.date === date) return [];
        fits(ctx, put(items, { ...entry, date }, after));
        ctx.undo(`programme/${id}`, [{ type: 'agenda.Move', data: { item: id, ...back } }]);
        return [{ type: 'agenda.ItemMoved', data: { item: id, after, date } }];
      }
      case 'agenda.Resize': {
        const { item: id, minutes: length } = command.data;
        const entry = entryOf(items, id);
        if (entry.minutes === length) return [];
        fits(
          ctx,
          items.map((other) => (other.id === id ? { ...other, minutes: length } : other)),
        );
        ctx.undo(`programme/${id}`, [{ type: 'agenda.Resize', data: { item: id, minutes: entry.minutes } }]);
        return [{ type: 'agenda.ItemResized', data: { item: id, minutes: length } }];
      }
      case 'agenda.Skip': {
        const { item: id, skipped } = command.data;
        const entry = entryOf(items, id);
        if ((entry.skipped ?? false) === skipped) return [];
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        ctx.undo(`programme/${id}`, [{ type: 'agenda.Skip', data: { item: id, skipped: !skipped } }]);
        return [{ type: 'agenda.ItemSkipped', data: { item: id, skipped } }];
      }
      case 'agenda.Delete': {
        const { item: id } = command.data;
        entryOf(items, id);
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        const title = titles.get(id);
        if (!title) throw new Rejection('ITEM_PLANNED');
        return [{ type: 'agenda.ItemDeleted', data: { item: id, forgets: [title.id, ...pointsOn(ctx.state, id)] } }];
      }
    }
  },
  evolve: (titles, event, state) => {
    if (!state.file) return;
    const items = state.file.agenda;
    const set = (next: readonly AgendaEntry[]) => {
      if (state.file) state.file = { ...state.file, agenda: retimed(items, next) };
    };
    switch (event.type) {
      case 'agenda.ItemInserted': {
        const { item: id, after, date, type, minutes: length, title } = event.data;
        titles.set(id, title);
        const label = readVault(state.vault, title, 'label')?.label ?? {};
        const entry = { id, date, start: '00:00', minutes: length, title: filled(label), type, activities: [] };
        return set(put(items, { ...entry, inserted: true }, after));
      }
      case 'agenda.ItemMoved': {
        const entry = items.find((other) => other.id === event.data.item);
        return entry && set(put(items, { ...entry, date: event.data.date }, event.data.after));
      }
      case 'agenda.ItemResized':
        return set(items.map((e) => (e.id === event.data.item ? { ...e, minutes: event.data.minutes } : e)));
      case 'agenda.ItemSkipped':
        return set(items.map((e) => (e.id === event.data.item ? withSkipped(e, event.data.skipped) : e)));
      case 'agenda.ItemDeleted':
        titles.delete(event.data.item);
        return set(items.filter((entry) => entry.id !== event.data.item));
    }
  },
  touches: {
    'agenda.ItemInserted': changed,
    'agenda.ItemMoved': changed,
    'agenda.ItemResized': changed,
    'agenda.ItemSkipped': changed,
    'agenda.ItemDeleted': ({ item: id }) => ({ keys: ['agenda', `keypoints/${id}`] }),
  },
  // The agenda is shown by the core, with its real times.
  keyNames: [],
  keys: () => [],
  show: () => undefined,
  randomCommand: (_titles, { state, below, pick, text }) => {
    const items = state.file?.agenda ?? [];
    const entry = pick(items);
    if (!entry) return null;
    const by = 'desk' as const;
    const dice = below(10);
    const inserted = pick(items.filter((other) => other.inserted));
    const to = below(4) === 0 ? { after: null, date: entry.date } : { after: entry.id, date: entry.date };
    if (dice < 3)
      return {
        type: 'agenda.Insert',
        data: { ...to, type: 'break', minutes: 10 + below(20), label: { fr: text() } },
        by,
      };
    if (dice < 5) return { type: 'agenda.Move', data: { item: pick(items)!.id, ...to }, by };
    if (dice < 7)
      return { type: 'agenda.Resize', data: { item: entry.id, minutes: below(8) === 0 ? 900 : 5 + below(60) }, by };
    if (dice < 9) return { type: 'agenda.Skip', data: { item: entry.id, skipped: below(2) === 0 }, by };
    return { type: 'agenda.Delete', data: { item: (inserted ?? entry).id }, by };
  },
});
