import { z } from 'zod';
import type { Key } from '../activities/activity.ts';
import { ItemId, Reference } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { itemOf, type MeetingState } from '../state.ts';
import { checkedLabel, type Label, LabelInput, sameLabel } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart, type PartContext } from './part.ts';

/** Names a theme: made by the server. */
export const ThemeId = z.string().min(1).max(64);
export type ThemeId = z.infer<typeof ThemeId>;

export interface Theme {
  readonly id: ThemeId;
  readonly ref: Reference;
  label: Sealed;
  /** The name that this one replaced: kept for one step back, seen by nobody. */
  before: Sealed | null;
  /** In the order in which they came in. */
  items: ItemId[];
}

export interface ThemesState {
  readonly themes: Map<ThemeId, Theme>;
  /** The theme that each item is in: one at most. */
  readonly of: Map<ItemId, ThemeId>;
  /** Themes that were merged into another or taken away, and can come back by undo: with where their items went. */
  readonly gone: Map<ThemeId, { readonly theme: Theme; readonly into: ThemeId | null }>;
}

/**
 * The value of `theme/<theme>`: a group of items of any activities, in no order. An item that the audience may not read
 * (any more) is among them by its id alone.
 */
export interface ThemeView {
  readonly id: ThemeId;
  readonly ref: Reference;
  readonly label: Label;
  readonly items: readonly ItemId[];
}

const theme = { theme: ThemeId };
const items = z.array(ItemId).max(500);
const forgets = z.array(z.string().max(64));
export const themeKey = (id: ThemeId): Key => `theme/${id}`;

function existing(slice: ThemesState, id: ThemeId): Theme {
  const found = slice.themes.get(id);
  if (!found) throw new Rejection('NOT_FOUND');
  return found;
}

/** The earlier name of one that is renamed again, or goes. */
const superseded = ({ before }: Theme): string[] => (before ? [before.id] : []);

/** Where an item is: in a theme, or in none. */
const placeOf = (slice: ThemesState, id: ItemId): ThemeId | null => slice.of.get(id) ?? null;

/** Items that can be grouped: those that the desk may read, and those that were until their authors took them back. */
function groupable(slice: ThemesState, ids: readonly ItemId[], ctx: PartContext): ItemId[] {
  const all = [...new Set(ids)];
  for (const id of all) if (!slice.of.has(id) && !itemOf(ctx.state, id, 'desk')) throw new Rejection('NOT_FOUND');
  return all;
}

/** Where items are now, so that they can go back from the theme they go to: one command a place. */
function backTo(slice: ThemesState, moved: readonly ItemId[], from: ThemeId | null) {
  const places = new Map<ThemeId | null, ItemId[]>();
  for (const id of moved) {
    const place = placeOf(slice, id);
    places.set(place, [...(places.get(place) ?? []), id]);
  }
  return [...places].map(([to, ids]) => ({ type: 'themes.Put', data: { theme: to, items: ids, from } }));
}

function put(slice: ThemesState, id: ThemeId | null, moved: readonly ItemId[]): void {
  for (const item of moved) {
    const before = slice.themes.get(slice.of.get(item) ?? '');
    if (before) before.items = before.items.filter((other) => other !== item);
    slice.of.delete(item);
  }
  const to = id !== null && slice.themes.get(id);
  if (!to) return;
  to.items = [...to.items, ...moved];
  for (const item of moved) slice.of.set(item, to.id);
}

/** The themes that items leave, and the one that they enter. */
const touched = (slice: ThemesState, ids: readonly ItemId[], ...more: (ThemeId | null)[]) => ({
  keys: [...new Set([...ids.flatMap((id) => slice.of.get(id) ?? []), ...more.flatMap((id) => id ?? [])])].map(themeKey),
});

export function themeView(state: MeetingState, { id, ref, label, items: grouped }: Theme): ThemeView | undefined {
  const text = readVault(state.vault, label, 'label')?.label;
  return text && { id, ref, label: text, items: [...grouped].sort() };
}

/** Groups of items of any activities. */
export const themes = definePart({
  name: 'themes',
  commands: {
    'themes.Add': z.strictObject({ label: LabelInput, items }),
    /** `was`: the name that it is to replace, as the view had it; else it is refused. */
    'themes.Rename': z.strictObject({ ...theme, label: LabelInput, was: LabelInput.optional() }),
    /** Into a theme, or out of every theme. `from`: only those that are still there, as an undo means them. */
    'themes.Put': z.strictObject({
      theme: ThemeId.nullable(),
      items: items.min(1),
      from: ThemeId.nullable().optional(),
    }),
    'themes.Merge': z.strictObject({ into: ThemeId, from: ThemeId }),
    /** Its items stand alone again. `only`: the vault id of the one name that is meant, as an undo names it. */
    'themes.Remove': z.strictObject({ ...theme, only: z.string().max(64).optional() }),
    /** Through undo alone. */
    'themes.BringBack': z.strictObject({ ...theme, items }),
    /** Through undo alone: an earlier name in the place of `only`, the vault id of the one that replaced it. */
    'themes.BringNameBack': z.strictObject({ ...theme, back: Sealed, only: z.string().max(64) }),
  },
  events: {
    'themes.ThemeAdded': z.strictObject({ ...theme, ref: Reference, label: Sealed, items }),
    'themes.ThemeRenamed': z.strictObject({ ...theme, label: Sealed, forgets }),
    'themes.ItemsPut': z.strictObject({ theme: ThemeId.nullable(), items }),
    'themes.ThemesMerged': z.strictObject({ into: ThemeId, from: ThemeId, forgets: forgets.optional() }),
    'themes.ThemeRemoved': z.strictObject({ ...theme, forgets: forgets.optional() }),
    'themes.ThemeBroughtBack': z.strictObject({ ...theme, items }),
  },
  allowed: {
    'themes.Add': ['facilitator'],
    'themes.Rename': ['facilitator'],
    'themes.Put': ['facilitator'],
    'themes.Merge': ['facilitator'],
    'themes.Remove': ['facilitator'],
    'themes.BringBack': [],
    'themes.BringNameBack': [],
  },
  initial: (): ThemesState => ({ themes: new Map(), of: new Map(), gone: new Map() }),
  decide: (slice, command, ctx) => {
    switch (command.type) {
      case 'themes.Add': {
        const label = checkedLabel(command.data.label);
        const grouped = groupable(slice, command.data.items, ctx);
        const id = ctx.newId();
        const sealed = ctx.seal({ kind: 'label', label });
        const ref = ctx.reference('T');
        // Its items go back before it is taken away: what went elsewhere since stays there.
        const back = backTo(slice, grouped, id).filter(({ data }) => data.theme !== null);
        ctx.undo(`themes/${id}`, [...back, { type: 'themes.Remove', data: { theme: id, only: sealed.id } }], ref);
        return [{ type: 'themes.ThemeAdded', data: { theme: id, ref, label: sealed, items: grouped } }];
      }
      case 'themes.Rename': {
        const found = existing(slice, command.data.theme);
        const label = checkedLabel(command.data.label);
        const now = readVault(ctx.state.vault, found.label, 'label')?.label;
        if (sameLabel(label, now)) return [];
        const { was } = command.data;
        if (was && !sameLabel(was, now)) throw new Rejection('ITEM_CHANGED');
        const sealed = ctx.seal({ kind: 'label', label });
        const back = { theme: found.id, back: found.label, only: sealed.id };
        ctx.undo(`themes/${found.id}`, [{ type: 'themes.BringNameBack', data: back }], found.ref);
        const data = { theme: found.id, label: sealed, forgets: superseded(found) };
        return [{ type: 'themes.ThemeRenamed', data }];
      }
      case 'themes.BringNameBack': {
        const { back, only } = command.data;
        const found = existing(slice, command.data.theme);
        if (found.label.id !== only || !ctx.state.vault.has(back.id)) throw new Rejection('NOT_FOUND');
        return [{ type: 'themes.ThemeRenamed', data: { theme: found.id, label: back, forgets: [only] } }];
      }
      case 'themes.Put': {
        const { theme: to, from } = command.data;
        if (to !== null) existing(slice, to);
        const meant = command.data.items.filter((id) => from === undefined || placeOf(slice, id) === from);
        const moved = groupable(slice, meant, ctx).filter((id) => placeOf(slice, id) !== to);
        if (moved.length === 0) return [];
        ctx.undo(`themes/${to ?? 'none'}`, backTo(slice, moved, to));
        return [{ type: 'themes.ItemsPut', data: { theme: to, items: moved } }];
      }
      case 'themes.Merge': {
        const [into, from] = [existing(slice, command.data.into), existing(slice, command.data.from)];
        if (into === from) throw new Rejection('MERGE_IMPOSSIBLE');
        const data = { theme: from.id, items: from.items };
        ctx.undo(`themes/${into.id}`, [{ type: 'themes.BringBack', data }], into.ref);
        const merged = { into: into.id, from: from.id, forgets: superseded(from) };
        return [{ type: 'themes.ThemesMerged', data: merged }];
      }
      case 'themes.Remove': {
        const found = existing(slice, command.data.theme);
        const { only } = command.data;
        if (only !== undefined && only !== found.label.id) throw new Rejection('NOT_FOUND');
        const data = { theme: found.id, items: found.items };
        ctx.undo(`themes/${found.id}`, [{ type: 'themes.BringBack', data }], found.ref);
        return [{ type: 'themes.ThemeRemoved', data: { theme: found.id, forgets: superseded(found) } }];
      }
      case 'themes.BringBack': {
        const { theme: id, items: taken } = command.data;
        const gone = slice.gone.get(id);
        if (!gone) throw new Rejection('NOT_FOUND');
        if (gone.into !== null) existing(slice, gone.into);
        // What went elsewhere since stays there.
        const back = taken.filter((item) => placeOf(slice, item) === gone.into);
        return [{ type: 'themes.ThemeBroughtBack', data: { theme: id, items: back } }];
      }
    }
  },
  evolve: (slice, event) => {
    switch (event.type) {
      case 'themes.ThemeAdded': {
        const { theme: id, ref, label, items: grouped } = event.data;
        slice.themes.set(id, { id, ref, label, before: null, items: [] });
        return put(slice, id, grouped);
      }
      case 'themes.ThemeRenamed': {
        const found = slice.themes.get(event.data.theme);
        if (!found) return;
        found.before = event.data.forgets.includes(found.label.id) ? null : found.label;
        found.label = event.data.label;
        return;
      }
      case 'themes.ItemsPut':
        return put(slice, event.data.theme, event.data.items);
      case 'themes.ThemesMerged':
      case 'themes.ThemeRemoved': {
        const id = event.type === 'themes.ThemesMerged' ? event.data.from : event.data.theme;
        const found = slice.themes.get(id);
        if (!found) return;
        const into = event.type === 'themes.ThemesMerged' ? event.data.into : null;
        put(slice, into, found.items);
        slice.themes.delete(id);
        found.before = null;
        slice.gone.set(id, { theme: found, into });
        return;
      }
      case 'themes.ThemeBroughtBack': {
        const found = slice.gone.get(event.data.theme)?.theme;
        if (!found) return;
        slice.gone.delete(found.id);
        slice.themes.set(found.id, found);
        return put(slice, found.id, event.data.items);
      }
    }
  },
  touches: {
    'themes.ThemeAdded': (data, slice) => touched(slice, data.items, data.theme),
    'themes.ThemeRenamed': (data) => ({ keys: [themeKey(data.theme)] }),
    'themes.ItemsPut': (data, slice) => touched(slice, data.items, data.theme),
    'themes.ThemesMerged': (data) => ({ keys: [themeKey(data.into), themeKey(data.from)] }),
    'themes.ThemeRemoved': (data) => ({ keys: [themeKey(data.theme)] }),
    'themes.ThemeBroughtBack': (data, slice) => touched(slice, data.items, data.theme),
  },
  keyNames: ['theme'],
  keys: (slice) => [...slice.themes.keys()].map(themeKey),
  show: (slice, key, _audience, state) => {
    const found = slice.themes.get(key.slice('theme/'.length));
    return found && themeView(state, found);
  },
  randomCommand: (slice, { state, below, pick, text }) => {
    const by = 'desk' as const;
    const all = [...slice.themes.keys()];
    const one = pick(all);
    const item = pick([...state.homes.keys()]);
    const dice = below(12);
    if (!one || dice < 3) return { type: 'themes.Add', data: { label: { en: text() }, items: item ? [item] : [] }, by };
    if (dice < 4)
      return {
        type: 'themes.Rename',
        data: { theme: one, label: { ar: text() }, ...(below(8) === 0 ? { was: { ar: text() } } : {}) },
        by,
      };
    if (dice < 9)
      return item ? { type: 'themes.Put', data: { theme: below(5) === 0 ? null : one, items: [item] }, by } : null;
    const other = below(5) === 0 ? one : pick(all.filter((id) => id !== one));
    if (dice < 11) return other ? { type: 'themes.Merge', data: { into: one, from: other }, by } : null;
    return { type: 'themes.Remove', data: { theme: one }, by };
  },
});
