import { z } from 'zod';
import { ListId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Participant } from '../state.ts';
import { checkedLabel, filled, LabelInput, sameLabel } from '../text.ts';
import { Sealed } from '../vault.ts';
import {
  type City,
  current,
  entryOf,
  known,
  List,
  type ListsState,
  nameKey,
  type Organisation,
  participant,
  place,
} from './list-entries.ts';
import type { PartContext } from './part.ts';

/** Another name; for an organisation also another city or kind, which those who belong to it take over. */
export const Correct = z.strictObject({
  list: List,
  id: ListId,
  label: LabelInput.optional(),
  ...place,
  /** What it is to replace, as the view had it: where that is another by now, it is refused. */
  was: z.strictObject({ label: LabelInput.optional(), ...place }).optional(),
});

/**
 * An earlier name (null: of the meeting file) in the place of `only`, an earlier city or kind, and their own cities for
 * those who had some.
 */
export const CorrectBack = z.strictObject({
  list: List,
  id: ListId,
  back: Sealed.nullable().optional(),
  only: z.string().max(64).optional(),
  ...place,
  people: z.array(z.strictObject({ ...participant, city: ListId.nullable() })),
});
export type CorrectBack = z.infer<typeof CorrectBack>;

/** Puts a correction back: whoever has gone elsewhere since stays there. */
export function correctedBack(slice: ListsState, data: CorrectBack, ctx: PartContext) {
  const { list, id, back, only, people } = data;
  const now: City & Partial<Organisation> = entryOf(ctx.file, list, id);
  const standing = slice.names.get(nameKey(list, id))?.label?.id;
  if (back !== undefined && (standing !== only || (back && !ctx.state.vault.has(back.id))))
    throw new Rejection('NOT_FOUND');
  const place = {
    ...(data.city === undefined ? {} : { city: current(ctx, data.city) }),
    ...(data.kind === undefined ? {} : { kind: data.kind }),
  };
  known(ctx, 'cities', place.city);
  known(ctx, 'kinds', place.kind);
  const name = back === undefined ? {} : { label: back, forgets: only === undefined ? [] : [only] };
  const kind = place.kind ?? now.kind;
  const own = people.flatMap(({ participant: person, city: had }) => {
    const p = ctx.state.participants.get(person);
    if (!kind || p?.organisation !== id || p.city !== now.city) return [];
    const city = current(ctx, had);
    known(ctx, 'cities', city);
    return [{ type: 'lists.Assigned' as const, data: { participant: person, organisation: id, city, kind } }];
  });
  return [{ type: 'lists.Corrected' as const, data: { list, id, ...name, ...place } }, ...own];
}

/** @throws Rejection ITEM_CHANGED where another desk was there first */
export function corrected(slice: ListsState, data: z.infer<typeof Correct>, ctx: PartContext) {
  const { list, id, label: input, city, kind, was = {} } = data;
  const now: City & Partial<Organisation> = entryOf(ctx.file, list, id);
  if (list === 'cities' && (city !== undefined || kind !== undefined)) throw new Rejection('MALFORMED');
  known(ctx, 'cities', city);
  known(ctx, 'kinds', kind);
  const label = input && checkedLabel(input);
  const renamed = label !== undefined && !sameLabel(filled(label), now.name);
  const moved = city !== undefined && city !== now.city;
  const other = kind !== undefined && kind !== now.kind;
  if (!renamed && !moved && !other) return [];
  // Of what it replaces alone: two desks may correct the name and the city at once.
  const overtaken =
    (renamed && was.label && !sameLabel(filled(was.label), now.name)) ||
    (moved && was.city !== undefined && was.city !== now.city) ||
    (other && was.kind !== undefined && was.kind !== now.kind);
  if (overtaken) throw new Rejection('ITEM_CHANGED');
  const sealed = renamed ? ctx.seal({ kind: 'label', label }) : null;
  const { label: from = null, before = null } = slice.names.get(nameKey(list, id)) ?? {};
  // An organisation without a city leaves people their own, which the new one takes from them.
  const had = ({ id: person, organisation, city: own }: Participant) =>
    organisation === id && own !== city ? [{ participant: person, city: own }] : [];
  const back: z.infer<typeof CorrectBack> = {
    list,
    id,
    ...(sealed ? { back: from, only: sealed.id } : {}),
    ...(moved ? { city: now.city } : {}),
    ...(other ? { kind: now.kind } : {}),
    people: moved && now.city === null ? [...ctx.state.participants.values()].flatMap(had) : [],
  };
  ctx.undo(`lists/${id}`, [{ type: 'lists.CorrectBack', data: back }]);
  const change = {
    ...(sealed ? { label: sealed, forgets: before ? [before.id] : [] } : {}),
    ...(moved ? { city } : {}),
    ...(other ? { kind } : {}),
  };
  return [{ type: 'lists.Corrected' as const, data: { list, id, ...change } }];
}
