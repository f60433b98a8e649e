import { z } from 'zod';
import { ActivityId } from '../ids.ts';
import type { Activity, Typed } from './activity.ts';
import { discussion } from './discussion/index.ts';

/** The kinds of activity. Commands, events, permissions and the meeting file's schema all derive from this list. */
export const activities = [discussion] as const;

type AnyActivity = (typeof activities)[number];
export type ActivityKind = AnyActivity['kind'];
export type ActivityCommand = Typed<AnyActivity['commands']>;
export type ActivityEvent = Typed<AnyActivity['events']>;

/** Kinds by name. The core hands each its own slice, so their state types are of no concern here. */
export const activityByKind = new Map<string, Activity>(activities.map((a) => [a.kind, a as unknown as Activity]));

const entries = activities.map((a) => z.strictObject({ id: ActivityId, kind: z.literal(a.kind), config: a.config }));
export const ActivityEntry = z.discriminatedUnion('kind', entries as [(typeof entries)[number]]);
export type ActivityEntry = z.infer<typeof ActivityEntry>;
