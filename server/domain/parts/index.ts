import type { SchemaMap, Typed } from '../activities/activity.ts';
import { type AgendaState, agenda } from './agenda.ts';
import { type AttendanceState, attendance } from './attendance.ts';
import { type FloorState, floor } from './floor.ts';
import { type InterpretationState, interpretation } from './interpretation.ts';
import { type KeyPointsState, keypoints } from './keypoints.ts';
import { type ListsState, lists } from './lists.ts';
import type { Part } from './part.ts';
import { type ThemesState, themes } from './themes.ts';

// A part asks for the meeting's state, and that for this list: loaded by itself first, it would be missing here.
export { isNoted } from './attendance.ts';
export { EndedTurn, turnEnded, turnOfSpeaker, turnResumed } from './floor-turn.ts';

/** The parts of a meeting that are no activities. Commands, events and permissions derive from this list. */
export const parts = [agenda, attendance, floor, lists, interpretation, keypoints, themes] as const;

type AnyPart = (typeof parts)[number];
type CommandsOf<P> = P extends { commands: infer C extends SchemaMap } ? Typed<C> : never;
type EventsOf<P> = P extends { events: infer E extends SchemaMap } ? Typed<E> : never;
export type PartCommand = CommandsOf<AnyPart>;
export type PartEvent = EventsOf<AnyPart>;

/** The slices, by the names of their parts. Written out: parts read one another's, and their types cannot be inferred in a circle. */
export interface PartsState {
  readonly agenda: AgendaState;
  readonly attendance: AttendanceState;
  readonly floor: FloorState;
  readonly lists: ListsState;
  readonly interpretation: InterpretationState;
  readonly keypoints: KeyPointsState;
  readonly themes: ThemesState;
}

/** Parts by name. The core hands each its own slice, so their state types are of no concern here. */
export const partByName = new Map<string, Part>(parts.map((part) => [part.name, part as unknown as Part]));

/** The part that a command or an event belongs to, by what its type begins with. */
export const partOf = (type: string): Part | undefined => partByName.get(type.slice(0, type.indexOf('.')));

/** The part that shows a key. */
export const partOfKey = (key: string): Part | undefined => byKeyName.get(key.split('/', 1)[0] ?? '');
const byKeyName = new Map<string, Part>(
  [...partByName.values()].flatMap((part) => part.keyNames.map((name): [string, Part] => [name, part])),
);

export const initialParts = (): PartsState => ({
  agenda: agenda.initial(),
  attendance: attendance.initial(),
  floor: floor.initial(),
  lists: lists.initial(),
  interpretation: interpretation.initial(),
  keypoints: keypoints.initial(),
  themes: themes.initial(),
});
