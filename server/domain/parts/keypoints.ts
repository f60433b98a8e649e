import { z } from 'zod';
import { AgendaItemId, ItemId, Reference } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { itemOf, type MeetingState } from '../state.ts';
import { checkedLabel, type Label, LabelInput, sameLabel } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart } from './part.ts';

/** As many sentences as one reads at a glance. */
export const MAX_POINTS = 5;

/** Names a key point: made by the server. */
export const PointId = z.string().min(1).max(64);
export type PointId = z.infer<typeof PointId>;

/** What a point rests on: a reference stays with its item, whatever becomes of that. */
const Rest = z.strictObject({ item: ItemId, ref: Reference });
type Rest = z.infer<typeof Rest>;

export interface KeyPoint {
  readonly id: PointId;
  text: Sealed;
  items: readonly Rest[];
  /** The wording that this one replaced: kept for one step back, seen by nobody. */
  before: Sealed | null;
}

interface ItemPoints {
  readonly points: KeyPoint[];
  /** The words of the point that was removed last, kept likewise. */
  gone: Sealed | null;
}

export type KeyPointsState = Map<AgendaItemId, ItemPoints>;

/** The value of `keypoints/<agenda item>`: what is to be kept of it, in a few sentences; each says what it rests on. */
export interface KeyPointsView {
  readonly points: readonly {
    readonly id: PointId;
    readonly text: Label;
    readonly items: readonly Rest[];
  }[];
}

const of = { item: AgendaItemId };
const point = { ...of, point: PointId };
const forgets = z.array(z.string().max(64));
export const keyPointsKey = (item: AgendaItemId) => `keypoints/${item}`;
const changed = (data: { item: AgendaItemId }) => ({ keys: [keyPointsKey(data.item)] });

const sameItems = (a: readonly ItemId[], b: readonly ItemId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** The points of an item that still have their words. */
export const pointsOf = (state: MeetingState, item: AgendaItemId): KeyPointsView['points'] =>
  (state.parts.keypoints.get(item)?.points ?? []).flatMap(({ id, text, items }) => {
    const label = readVault(state.vault, text, 'label')?.label;
    return label ? [{ id, text: label, items }] : [];
  });

const ids = (...seals: (Sealed | null | undefined)[]): string[] => seals.flatMap((sealed) => sealed?.id ?? []);

/** Per agenda item up to five sentences of the desk, each with what it rests on. */
export const keypoints = definePart({
  name: 'keypoints',
  commands: {
    /** A new one, or another wording of one that stands. */
    'keypoints.Set': z.strictObject({
      ...of,
      point: PointId.optional(),
      label: LabelInput,
      items: z.array(ItemId).max(40),
      /** What it is to replace, as the view had it: else it is refused. */
      was: z.strictObject({ label: LabelInput, items: z.array(ItemId).max(40) }).optional(),
    }),
    'keypoints.Move': z.strictObject({ ...point, to: z.int().min(0).max(MAX_POINTS) }),
    /** `only`: the vault id of the one wording that is meant, as an undo names it. `forGood` leaves no step back. */
    'keypoints.Remove': z.strictObject({
      ...point,
      only: z.string().max(64).optional(),
      forGood: z.boolean().optional(),
    }),
    /** Through undo alone: an earlier wording in the place of `only`, or a removed point in its place among the others. */
    'keypoints.BringBack': z.strictObject({
      ...point,
      back: Sealed,
      items: z.array(Rest),
      only: z.string().max(64).optional(),
      to: z.int().min(0).optional(),
    }),
  },
  events: {
    'keypoints.PointSet': z.strictObject({ ...point, text: Sealed, items: z.array(Rest), forgets }),
    'keypoints.PointMoved': z.strictObject({ ...point, to: z.int() }),
    'keypoints.PointRemoved': z.strictObject({ ...point, forgets }),
  },
  allowed: {
    'keypoints.Set': ['facilitator'],
    'keypoints.Move': ['facilitator'],
    'keypoints.Remove': ['facilitator'],
    'keypoints.BringBack': [],
  },
  initial: (): KeyPointsState => new Map(),
  decide: (slice, command, ctx) => {
    const { item } = command.data;
    if (!ctx.file.agenda.some((entry) => entry.id === item)) throw new Rejection('NOT_FOUND');
    const { points = [], gone = null } = slice.get(item) ?? {};
    const found = points.find((p) => p.id === command.data.point);
    if (command.type === 'keypoints.BringBack') {
      const { point: id, back, items, only, to } = command.data;
      const kept = to === undefined ? found?.text.id === only : !found && gone?.id === back.id;
      if (!kept || !ctx.state.vault.has(back.id)) throw new Rejection('NOT_FOUND');
      const set = { item, point: id, text: back, items, forgets: ids(found?.text) };
      if (to === undefined || to >= points.length) return [{ type: 'keypoints.PointSet', data: set }];
      return [
        { type: 'keypoints.PointSet', data: set },
        { type: 'keypoints.PointMoved', data: { item, point: id, to } },
      ];
    }
    if (command.data.point !== undefined && !found) throw new Rejection('NOT_FOUND');
    switch (command.type) {
      case 'keypoints.Set': {
        if (!found && points.length >= MAX_POINTS) throw new Rejection('TOO_MANY_POINTS', { max: MAX_POINTS });
        const label = checkedLabel(command.data.label);
        // What it rests on stays, whatever has become of that; anything new is what the room can read.
        const items = [...new Set(command.data.items)].map((id) => {
          const ref = found?.items.find((rest) => rest.item === id)?.ref ?? itemOf(ctx.state, id, 'room')?.ref;
          if (!ref) throw new Rejection('NOT_FOUND');
          return { item: id, ref };
        });
        const now = found && readVault(ctx.state.vault, found.text, 'label')?.label;
        const restsOn = (all: readonly ItemId[]) => sameItems(all, found?.items.map((rest) => rest.item) ?? []);
        if (sameLabel(label, now) && restsOn(items.map((rest) => rest.item))) return [];
        const { was } = command.data;
        if (was && !(sameLabel(was.label, now) && restsOn(was.items))) throw new Rejection('ITEM_CHANGED');
        const id = found?.id ?? ctx.newId();
        const text = ctx.seal({ kind: 'label', label });
        const only = { item, point: id, only: text.id };
        ctx.undo(keyPointsKey(item), [
          found
            ? { type: 'keypoints.BringBack', data: { ...only, back: found.text, items: found.items } }
            : { type: 'keypoints.Remove', data: { ...only, forGood: true } },
        ]);
        const data = { item, point: id, text, items, forgets: ids(found?.before, gone) };
        return [{ type: 'keypoints.PointSet', data }];
      }
      case 'keypoints.Move': {
        const from = points.findIndex((p) => p.id === found?.id);
        const to = Math.min(command.data.to, points.length - 1);
        if (!found || from === to) return [];
        ctx.undo(keyPointsKey(item), [{ type: 'keypoints.Move', data: { item, point: found.id, to: from } }]);
        return [{ type: 'keypoints.PointMoved', data: { item, point: found.id, to } }];
      }
      case 'keypoints.Remove': {
        const { only, forGood = false } = command.data;
        if (!found || (only !== undefined && only !== found.text.id)) throw new Rejection('NOT_FOUND');
        const data = { item, point: found.id };
        const back = { ...data, back: found.text, items: found.items, to: points.indexOf(found) };
        if (!forGood) ctx.undo(keyPointsKey(item), [{ type: 'keypoints.BringBack', data: back }]);
        const forgotten = ids(...(forGood ? [found.text] : []), found.before, gone);
        return [{ type: 'keypoints.PointRemoved', data: { ...data, forgets: forgotten } }];
      }
    }
  },
  evolve: (slice, event) => {
    const { item, point: id } = event.data;
    const of = slice.get(item) ?? { points: [], gone: null };
    slice.set(item, of);
    const { points } = of;
    const index = points.findIndex((p) => p.id === id);
    const found = points[index];
    const forgotten = 'forgets' in event.data ? event.data.forgets : [];
    const kept = (sealed: Sealed | null | undefined) => (sealed && !forgotten.includes(sealed.id) ? sealed : null);
    switch (event.type) {
      case 'keypoints.PointSet':
        // The removed one that comes back is kept no longer, but stands.
        of.gone = event.data.text.id === of.gone?.id ? null : kept(of.gone);
        if (!found) points.push({ id, text: event.data.text, items: event.data.items, before: null });
        else Object.assign(found, { text: event.data.text, items: event.data.items, before: kept(found.text) });
        return;
      case 'keypoints.PointMoved':
        if (found) points.splice(event.data.to, 0, ...points.splice(index, 1));
        return;
      case 'keypoints.PointRemoved':
        of.gone = kept(found?.text);
        if (found) points.splice(index, 1);
        return;
    }
  },
  touches: {
    'keypoints.PointSet': changed,
    'keypoints.PointMoved': changed,
    // Removed for good: what could be put back before can be no more.
    'keypoints.PointRemoved': (data) => ({ keys: [keyPointsKey(data.item), 'acts'] }),
  },
  keyNames: ['keypoints'],
  keys: (slice) => [...slice.keys()].map(keyPointsKey),
  show: (_slice, key, _audience, state): KeyPointsView | undefined => {
    const points = pointsOf(state, key.slice('keypoints/'.length) as AgendaItemId);
    return points.length > 0 ? { points } : undefined;
  },
  randomCommand: (slice, { state, below, pick, text }) => {
    // One item, so that it fills up.
    const item = pick((state.file?.agenda ?? []).slice(0, 1))?.id;
    if (!item) return null;
    const { points = [] } = slice.get(item) ?? {};
    const chosen = pick(points)?.id;
    const items = [pick([...state.homes.keys()])].flatMap((id) => (id && below(2) === 0 ? [id] : []));
    const dice = below(8);
    if (chosen && dice < 1) return { type: 'keypoints.Move', data: { item, point: chosen, to: below(4) }, by: 'desk' };
    if (chosen && dice < 2 && points.length > 1)
      return { type: 'keypoints.Remove', data: { item, point: chosen, forGood: below(3) === 0 }, by: 'desk' };
    const was = below(8) === 0 ? { was: { label: { fr: text() }, items } } : {};
    const again = chosen && dice < 4 ? { point: chosen, ...was } : {};
    return { type: 'keypoints.Set', data: { item, ...again, label: { fr: text() }, items }, by: 'desk' };
  },
});
