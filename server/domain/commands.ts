import { z } from 'zod';
import type { Typed } from './activities/activity.ts';
import { type ActivityCommand, activities } from './activities/index.ts';
import type { Role } from './actors.ts';
import { ActivityId, AgendaItemId, CommandId, ItemId, ListId, ParticipantId } from './ids.ts';
import { MeetingFile } from './meeting-file.ts';
import { EndedTurn, type PartCommand, parts } from './parts/index.ts';
import { Language } from './text.ts';

/** One of the screens in the rooms: 1 is the large one. */
export const ScreenNumber = z.int().min(1).max(4);
export type ScreenNumber = z.infer<typeof ScreenNumber>;

/**
 * What a screen shows: what is open now, how to join, one contribution large, one activity (a side room's), or nothing
 * of ours: a speaker's computer is projected.
 */
export const ScreenShow = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('now') }),
  z.strictObject({ mode: z.literal('join') }),
  z.strictObject({ mode: z.literal('item'), item: ItemId }),
  z.strictObject({ mode: z.literal('activity'), activity: ActivityId }),
  z.strictObject({ mode: z.literal('other') }),
]);
export type ScreenShow = z.infer<typeof ScreenShow>;

const onScreen = { screen: ScreenNumber.optional() };
/** The same, with the screen that is meant; without a number, the first. */
const ShowOnScreen = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('now'), ...onScreen }),
  z.strictObject({ mode: z.literal('join'), ...onScreen }),
  z.strictObject({ mode: z.literal('item'), item: ItemId, ...onScreen }),
  z.strictObject({ mode: z.literal('activity'), activity: ActivityId, ...onScreen }),
  z.strictObject({ mode: z.literal('other'), ...onScreen }),
]);

const rawLine = z.string().max(2000);

/** How a participant describes themselves when joining: an organisation of the list, or their own words. */
export const ProfileInput = z.strictObject({
  name: rawLine,
  organisation: ListId.nullable(),
  organisationText: rawLine.optional(),
  city: ListId.nullable(),
  cityText: rawLine.optional(),
  kind: ListId.nullable(),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/** Both off unless the person turns them on. present: name in the list of those present. words: name beside their words. */
export const Consents = z.strictObject({ present: z.boolean(), words: z.boolean() });
export type Consents = z.infer<typeof Consents>;

export const coreCommands = {
  'core.Create': z.strictObject({
    file: MeetingFile,
    code: z.string().regex(/^[0-9]{6}$/),
    /** It is a copy of a meeting, to try things out in. */
    rehearsal: z.literal(true).optional(),
  }),
  'core.Join': z.strictObject({
    participant: ParticipantId,
    profile: ProfileInput,
    consents: Consents,
    lang: Language,
  }),
  /** Somebody without a phone, for whom the desk writes. */
  'core.AddParticipant': z.strictObject({ profile: ProfileInput, consents: Consents, lang: Language }),
  'core.SetConsents': Consents,
  'core.SetLanguage': z.strictObject({ lang: Language }),
  /** Goes to an agenda item: what was open before closes with its grace, the item's activities open. */
  'core.StartItem': z.strictObject({ item: AgendaItemId }),
  /** The way back from it, through undo alone. */
  'core.ReturnToItem': z.strictObject({
    item: AgendaItemId.nullable(),
    pause: z.array(ActivityId),
    reopen: z.array(ActivityId),
    /** One that was skipped before it was started. */
    skip: AgendaItemId.optional(),
    /** One that was at the floor then. */
    turn: EndedTurn.optional(),
  }),
  'core.OpenActivity': z.strictObject({ activity: ActivityId }),
  'core.PauseActivity': z.strictObject({ activity: ActivityId }),
  /** Seconds of grace; without a number, the activity's own. Closing again while it is closing ends the grace now. */
  'core.CloseActivity': z.strictObject({ activity: ActivityId, graceSeconds: z.number().min(0).max(900).optional() }),
  /** The server's own, when the grace is over. */
  'core.EndGrace': z.strictObject({ activity: ActivityId }),
  'core.AddTime': z.strictObject({ activity: ActivityId, seconds: z.int().min(-36_000).max(36_000) }),
  /** The way back from it, through undo alone: the milliseconds that it came to, null to take the timer away. */
  'core.TakeTimeBack': z.strictObject({ activity: ActivityId, ms: z.int().nullable() }),
  'core.Configure': z.strictObject({
    activity: ActivityId,
    /** Null takes the timer away. */
    minutes: z.int().min(1).max(600).nullable().optional(),
    graceSeconds: z.int().min(0).max(900).optional(),
    /** The activity's own settings, parsed by its schema. */
    settings: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])).optional(),
  }),
  'core.Translate': z.strictObject({
    item: ItemId,
    lang: Language,
    text: z.string().max(60_000),
    by: rawLine.optional(),
  }),
  /** `only`: the vault id of the one translation that is meant, as an undo names it. */
  'core.RemoveTranslation': z.strictObject({ item: ItemId, lang: Language, only: z.string().max(64).optional() }),
  'core.ShowOnScreen': ShowOnScreen,
  'core.BlankScreen': z.strictObject({ blank: z.boolean(), ...onScreen }),
  /** A frozen screen goes on showing what it shows, but for what may no longer be seen. */
  'core.FreezeScreen': z.strictObject({ frozen: z.boolean(), ...onScreen }),
  /** Puts back what the act with this number did. */
  'core.Undo': z.strictObject({ seq: z.int().min(1) }),
};
export type CoreCommand = Typed<typeof coreCommands>;
export type Command = CoreCommand | PartCommand | ActivityCommand;
export type CommandType = Command['type'];

const facilitator = ['facilitator'] as const;
const participant = ['participant'] as const;
const system = ['system'] as const;

const coreAllowed: { readonly [T in keyof typeof coreCommands]: readonly Role[] } = {
  'core.Create': system,
  'core.Join': system,
  'core.AddParticipant': facilitator,
  'core.SetConsents': participant,
  'core.SetLanguage': participant,
  'core.StartItem': facilitator,
  'core.ReturnToItem': [],
  'core.OpenActivity': facilitator,
  'core.PauseActivity': facilitator,
  'core.CloseActivity': facilitator,
  'core.EndGrace': system,
  'core.AddTime': facilitator,
  'core.TakeTimeBack': [],
  'core.Configure': facilitator,
  'core.Translate': facilitator,
  'core.RemoveTranslation': facilitator,
  'core.ShowOnScreen': facilitator,
  'core.BlankScreen': facilitator,
  'core.FreezeScreen': facilitator,
  'core.Undo': facilitator,
};

/** The actor table: who may give which command. Whatever is missing here is allowed to nobody. */
export const allowed = Object.assign(
  {},
  coreAllowed,
  ...parts.map((p) => p.allowed),
  ...activities.map((a) => a.allowed),
) as Record<CommandType, readonly Role[]>;

/** The schema of each command's data. */
export const commandSchemas = Object.assign(
  {},
  coreCommands,
  ...parts.map((p) => p.commands),
  ...activities.map((a) => a.commands),
) as Record<CommandType, z.ZodType>;

/** A command as it travels: `id` is the client's making and makes it happen once. Its data is parsed by type. */
export const CommandEnvelope = z.strictObject({
  id: CommandId,
  type: z.string().max(64),
  data: z.unknown(),
  /** The desk gives it in the place of a participant who has no phone. */
  for: ParticipantId.optional(),
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;
