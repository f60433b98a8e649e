import type { SchemaMap, Typed } from '../activities/activity.ts';
import { agenda } from './agenda.ts';
import { attendance } from './attendance.ts';
import { floor } from './floor.ts';
import { interpretation } from './interpretation.ts';
import { keypoints } from './keypoints.ts';
import { lists } from './lists.ts';
import type { Part } from './part.ts';
import { themes } from './themes.ts';

/** The parts of a meeting that are no activities. Commands, events and permissions derive from this list. */
export const parts = [agenda, attendance, floor, lists, interpretation, keypoints, themes] as const;

type AnyPart = (typeof parts)[number];
type CommandsOf<P> = P extends { commands: infer C extends SchemaMap } ? Typed<C> : never;
type EventsOf<P> = P extends { events: infer E extends SchemaMap } ? Typed<E> : never;
export type PartCommand = CommandsOf<AnyPart>;
export type PartEvent = EventsOf<AnyPart>;

/** The slices, by the names of their parts. */
export type PartsState = { readonly [P in AnyPart as P['name']]: ReturnType<P['initial']> };

/** Parts by name. The core hands each its own slice, so their state types are of no concern here. */
export const partByName = new Map<string, Part>(parts.map((part) => [part.name, part as unknown as Part]));

/** The part that a command or an event belongs to, by what its type begins with. */
export const partOf = (type: string): Part | undefined => partByName.get(type.slice(0, type.indexOf('.')));

/** The part that shows a key. */
export const partOfKey = (key: string): Part | undefined => byKeyName.get(key.split('/', 1)[0] ?? '');
const byKeyName = new Map<string, Part>(
  [...partByName.values()].flatMap((part) => part.keyNames.map((name): [string, Part] => [name, part])),
);

export const initialParts = (): PartsState =>
  Object.fromEntries(parts.map((part) => [part.name, part.initial()])) as PartsState;
