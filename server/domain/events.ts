import { z } from 'zod';
import type { Envelope, Typed } from './activities/activity.ts';
import { type ActivityEvent, activities } from './activities/index.ts';
import { Actor } from './actors.ts';
import { Consents, ScreenNumber, ScreenShow } from './commands.ts';
import { ActivityId, AgendaItemId, ItemId, ListId, ParticipantId, Reference } from './ids.ts';
import { type PartEvent, parts } from './parts/index.ts';
import { Language } from './text.ts';
import { Sealed } from './vault.ts';

const forgets = z.array(z.string().max(64));

export const coreEvents = {
  'core.MeetingCreated': z.strictObject({ file: Sealed, code: z.string(), rehearsal: z.literal(true).optional() }),
  'core.ParticipantJoined': z.strictObject({
    participant: ParticipantId,
    profile: Sealed,
    organisation: ListId.nullable(),
    city: ListId.nullable(),
    kind: ListId,
    lang: Language,
    consents: Consents,
    /** False where the desk added them: they have no phone here. */
    phone: z.boolean().optional(),
  }),
  'core.ConsentsSet': z.strictObject({ participant: ParticipantId, consents: Consents }),
  'core.LanguageSet': z.strictObject({ participant: ParticipantId, lang: Language }),
  'core.ItemStarted': z.strictObject({ item: AgendaItemId }),
  'core.ItemReturned': z.strictObject({ item: AgendaItemId.nullable() }),
  'core.ActivityOpened': z.strictObject({ activity: ActivityId, endsAt: z.int().nullable() }),
  /** At the first opening: the cities or kinds that stand by themselves; all others are one pool. */
  'core.BucketsFixed': z.strictObject({ activity: ActivityId, by: z.enum(['city', 'kind']), buckets: z.array(ListId) }),
  'core.ActivityPaused': z.strictObject({ activity: ActivityId, remaining: z.int().nullable() }),
  'core.ActivityClosing': z.strictObject({ activity: ActivityId, closesAt: z.int() }),
  'core.ActivityClosed': z.strictObject({ activity: ActivityId, closesAt: z.int() }),
  'core.TimeSet': z.strictObject({ activity: ActivityId, endsAt: z.int().nullable(), remaining: z.int().nullable() }),
  'core.ActivityConfigured': z.strictObject({
    activity: ActivityId,
    /** What changed; prompts and other texts are not settings. */
    minutes: z.int().nullable().optional(),
    graceSeconds: z.int().optional(),
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
  'core.Translated': z.strictObject({ item: ItemId, lang: Language, text: Sealed, wording: z.int(), forgets }),
  'core.TranslationRemoved': z.strictObject({ item: ItemId, lang: Language, forgets }),
  'core.ScreenSet': z.strictObject({
    show: ScreenShow,
    blank: z.boolean(),
    frozen: z.boolean().optional(),
    screen: ScreenNumber.optional(),
  }),
  'core.Undone': z.strictObject({ seq: z.int() }),
};
export type CoreEvent = Typed<typeof coreEvents>;
export type DomainEvent = CoreEvent | PartEvent | ActivityEvent;
export type EventType = DomainEvent['type'];

export const eventSchemas = Object.assign(
  {},
  coreEvents,
  ...parts.map((p) => p.events),
  ...activities.map((a) => a.events),
) as Record<EventType, z.ZodType>;

/** What puts a command's events back: commands without texts, since they stand in the log. */
export const UndoRecord = z.strictObject({
  target: z.string().max(80),
  ref: Reference.optional(),
  /** The command that did it, for the words of the undo strip. */
  act: z.string().max(64),
  commands: z.array(z.strictObject({ type: z.string().max(64), data: z.unknown() })),
});
export type UndoRecord = z.infer<typeof UndoRecord>;

/** An event as it is stored: numbered from 1 in its meeting, `v` the version of its type's shape. */
export const StoredEvent = z.strictObject({
  seq: z.int().min(1),
  type: z.string(),
  v: z.int().min(1),
  at: z.int(),
  actor: Actor,
  data: z.unknown(),
  undo: UndoRecord.optional(),
});

export type MeetingEvent = DomainEvent & Envelope & { readonly v: number; readonly undo?: UndoRecord };
