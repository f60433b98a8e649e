import { z } from 'zod';
import { AgendaItemId } from '../ids.ts';
import type { AgendaEntry } from '../meeting-file.ts';
import { Rejection } from '../rejection.ts';
import type { MeetingState } from '../state.ts';
import { checkedLabel, filled, LabelInput } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart, type PartContext } from './part.ts';
import { isOpen, type Place, placeOf, put } from './places.ts';
import { MINUTES_OF_DAY, retimed } from './timetable.ts';

/*
 * The run-of-show while it runs: what is inserted, moved, shortened and skipped. The meeting's agenda itself changes;
 * what was planned stands in the meeting file in the vault, and beside each item.
 */

export interface AgendaState {
  /** The titles of what was inserted, for their removal. */
  readonly titles: Map<AgendaItemId, Sealed>;
  /** What was deleted and can come back by undo. */
  readonly gone: Map<AgendaItemId, { readonly entry: AgendaEntry; readonly title: Sealed }>;
}

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

/** Refuses what is no place of the programme: on none of its days, or after an item that is not of that day. */
function exists({ file }: PartContext, { after, date }: Place): void {
  if (date < file.dates.first || date > file.dates.last) throw new Rejection('NOT_FOUND');
  if (after !== null && entryOf(file.agenda, after).date !== date) throw new Rejection('NOT_FOUND');
}

/** Refuses a place among what is over. */
function open({ file, state }: PartContext, place: Place, moved?: AgendaItemId): void {
  const others = file.agenda.filter((entry) => entry.id !== moved);
  if (!isOpen(others, place, state.currentItem, (id) => begun(state, id))) throw new Rejection('ITEM_STARTED');
}

const begun = (state: MeetingState, id: AgendaItemId): boolean => state.progress.has(id);

/** Whether something of an item, opened by hand, still takes answers. */
const runs = (state: MeetingState, { activities }: AgendaEntry): boolean =>
  activities.some((id) => ['open', 'paused', 'closing'].includes(state.activities.get(id)?.status ?? ''));

/** Refuses a day that would not end. */
function fits(ctx: PartContext, items: readonly AgendaEntry[]): void {
  for (const entry of retimed(ctx.file.agenda, items))
    if (Number(entry.start.slice(0, 2)) * 60 >= MINUTES_OF_DAY) throw new Rejection('DAY_TOO_LONG');
}

const hasPoints = (state: MeetingState, id: AgendaItemId): boolean =>
  (state.parts.keypoints.get(id)?.points.length ?? 0) > 0;

/** The words of its key points, also those kept for a step back: they go with an item that is deleted. */
function wordsOn(state: MeetingState, id: AgendaItemId): string[] {
  const { points = [], gone = null } = state.parts.keypoints.get(id) ?? {};
  return [...points.flatMap(({ text, before }) => [text, before]), gone].flatMap((sealed) => sealed?.id ?? []);
}

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
    /** Through undo alone: to where it was, also of one that was deleted. */
    'agenda.PutBack': z.strictObject({ ...item, ...place }),
    /** Through undo alone: of an insertion. */
    'agenda.TakeOut': z.strictObject(item),
  },
  events: {
    'agenda.ItemInserted': z.strictObject({ ...item, ...place, type: Type, minutes, title: Sealed }),
    'agenda.ItemMoved': z.strictObject({ ...item, ...place }),
    'agenda.ItemResized': z.strictObject({ ...item, minutes }),
    'agenda.ItemSkipped': z.strictObject({ ...item, skipped: z.boolean() }),
    /** For good, where it forgets anything. */
    'agenda.ItemDeleted': z.strictObject({ ...item, forgets: z.array(z.string().max(64)) }),
    'agenda.ItemBroughtBack': z.strictObject({ ...item, ...place }),
  },
  allowed: {
    'agenda.Insert': ['facilitator'],
    'agenda.Move': ['facilitator'],
    'agenda.Resize': ['facilitator'],
    'agenda.Skip': ['facilitator'],
    'agenda.Delete': ['facilitator'],
    'agenda.PutBack': [],
    'agenda.TakeOut': [],
  },
  initial: (): AgendaState => ({ titles: new Map(), gone: new Map() }),
  decide: ({ titles, gone }, command, ctx) => {
    const { agenda: items } = ctx.file;
    switch (command.type) {
      case 'agenda.Insert': {
        const { label, after, date, type, minutes: length } = command.data;
        const value = checkedLabel(label);
        exists(ctx, { after, date });
        open(ctx, { after, date });
        const id = ctx.newId() as AgendaItemId;
        fits(
          ctx,
          put(items, { id, date, start: '00:00', minutes: length, title: filled(value), type, activities: [] }, after),
        );
        ctx.undo(`programme/${id}`, [{ type: 'agenda.TakeOut', data: { item: id } }]);
        const title = ctx.seal({ kind: 'label', label: value });
        return [{ type: 'agenda.ItemInserted', data: { item: id, after, date, type, minutes: length, title } }];
      }
      case 'agenda.Move': {
        const { item: id, after, date } = command.data;
        const entry = entryOf(items, id);
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        if (after === id) throw new Rejection('UNCHANGED');
        exists(ctx, { after, date });
        const back = placeOf(items, entry);
        if (back.after === after && back.date === date) return [];
        open(ctx, { after, date }, id);
        fits(ctx, put(items, { ...entry, date }, after));
        ctx.undo(`programme/${id}`, [{ type: 'agenda.PutBack', data: { item: id, ...back } }]);
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
        // What is being answered is not passed over; it can be taken up again at any time.
        if (begun(ctx.state, id) || (skipped && runs(ctx.state, entry))) throw new Rejection('ITEM_STARTED');
        ctx.undo(`programme/${id}`, [{ type: 'agenda.Skip', data: { item: id, skipped: !skipped } }]);
        return [{ type: 'agenda.ItemSkipped', data: { item: id, skipped } }];
      }
      case 'agenda.Delete': {
        const { item: id } = command.data;
        const entry = entryOf(items, id);
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        const title = titles.get(id);
        if (!title) throw new Rejection('ITEM_PLANNED');
        if (!hasPoints(ctx.state, id)) {
          ctx.undo(`programme/${id}`, [{ type: 'agenda.PutBack', data: { item: id, ...placeOf(items, entry) } }]);
          return [{ type: 'agenda.ItemDeleted', data: { item: id, forgets: [] } }];
        }
        return [{ type: 'agenda.ItemDeleted', data: { item: id, forgets: [title.id, ...wordsOn(ctx.state, id)] } }];
      }
      case 'agenda.PutBack': {
        // It was there before: that others have begun since is no obstacle.
        const { item: id, after, date } = command.data;
        exists(ctx, { after, date });
        const entry = gone.get(id)?.entry ?? entryOf(items, id);
        if (begun(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        fits(ctx, put(items, { ...entry, date }, after));
        const type = gone.has(id) ? 'agenda.ItemBroughtBack' : 'agenda.ItemMoved';
        return [{ type, data: { item: id, after, date } }];
      }
      case 'agenda.TakeOut': {
        const { item: id } = command.data;
        const title = titles.get(id);
        if (!title) throw new Rejection('NOT_FOUND');
        // What was written on it meanwhile would go with it.
        if (begun(ctx.state, id) || hasPoints(ctx.state, id)) throw new Rejection('ITEM_STARTED');
        return [{ type: 'agenda.ItemDeleted', data: { item: id, forgets: [title.id, ...wordsOn(ctx.state, id)] } }];
      }
    }
  },
  evolve: ({ titles, gone }, event, state) => {
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
      case 'agenda.ItemDeleted': {
        const { item: id, forgets } = event.data;
        const [entry, title] = [items.find((other) => other.id === id), titles.get(id)];
        titles.delete(id);
        if (entry && title && forgets.length === 0) gone.set(id, { entry, title });
        return set(items.filter((other) => other.id !== id));
      }
      case 'agenda.ItemBroughtBack': {
        const { item: id, after, date } = event.data;
        const back = gone.get(id);
        if (!back) return;
        gone.delete(id);
        titles.set(id, back.title);
        return set(put(items, { ...back.entry, date }, after));
      }
    }
  },
  touches: {
    'agenda.ItemInserted': changed,
    'agenda.ItemMoved': changed,
    'agenda.ItemResized': changed,
    'agenda.ItemSkipped': changed,
    'agenda.ItemBroughtBack': changed,
    'agenda.ItemDeleted': ({ item: id }) => ({ keys: ['agenda', `keypoints/${id}`, 'acts'] }),
  },
  // The agenda is shown by the core, with its real times.
  keyNames: [],
  keys: () => [],
  show: () => undefined,
  randomCommand: (_slice, { state, below, pick, text }) => {
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
