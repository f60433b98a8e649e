import { z } from 'zod';
import { ActivityId } from '../ids.ts';
import type { Activity, SchemaMap, Typed } from './activity.ts';
import { ballot } from './ballot/index.ts';
import { briefing } from './briefing/index.ts';
import { discussion } from './discussion/index.ts';
import { matrix } from './matrix/index.ts';

/** The kinds of activity. Commands, events, permissions and the meeting file's schema all derive from this list. */
export const activities = [briefing, discussion, matrix, ballot] as const;

type AnyActivity = (typeof activities)[number];
// Of each kind by itself: the union of the maps has no name in common.
type CommandsOf<A> = A extends { commands: infer C extends SchemaMap } ? Typed<C> : never;
type EventsOf<A> = A extends { events: infer E extends SchemaMap } ? Typed<E> : never;
export type ActivityCommand = CommandsOf<AnyActivity>;
export type ActivityEvent = EventsOf<AnyActivity>;

/** Kinds by name. The core hands each its own slice, so their state types are of no concern here. */
export const activityByKind = new Map<string, Activity>(activities.map((a) => [a.kind, a as unknown as Activity]));

type EntryOf<A> = A extends { kind: infer K; config: infer C extends z.ZodType }
  ? { id: ActivityId; kind: K; config: z.infer<C> }
  : never;
/** An activity in a meeting file. */
export type ActivityEntry = EntryOf<AnyActivity>;

const entries = activities.map((a) => z.strictObject({ id: ActivityId, kind: z.literal(a.kind), config: a.config }));
// Made of a list, the union has lost which configuration goes with which kind: the type above says it.
export const ActivityEntry = z.discriminatedUnion(
  'kind',
  entries as [(typeof entries)[number], ...(typeof entries)[number][]],
) as unknown as z.ZodType<ActivityEntry, ActivityEntry>;
