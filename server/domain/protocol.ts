import { z } from 'zod';
import { capabilityRoles } from './actors.ts';
import { CommandEnvelope, Consents, ProfileInput } from './commands.ts';
import { CommandId, type ItemId, type Reference } from './ids.ts';
import type { MeetingFile } from './meeting-file.ts';
import { rejectionCodes } from './rejection.ts';
import { Language } from './text.ts';

/*
 * The wire between server and client. PROTOCOL.md and protocol.schema.json in server/live/ are generated from here.
 */

export { PROTOCOL_VERSION } from './plain.ts';

/** The most bytes of a frame that a client may send; Socket.IO itself cuts off at MAX_BUFFER. */
export const MAX_FRAME = 128 * 1024;
export const MAX_BUFFER = 1024 * 1024;

/** Whom the socket speaks for; the session's cookie of that surface must fit. */
export const Surface = z.enum(['participant', ...capabilityRoles]);
export type Surface = z.infer<typeof Surface>;

/** `join`: the number that the client's view stands at, 0 for none, and the life of the stream that it belongs to. */
export const JoinFrame = z.strictObject({
  version: z.int(),
  surface: Surface,
  last: z.int().min(0),
  epoch: z.string().max(64).nullable(),
});
export type JoinFrame = z.infer<typeof JoinFrame>;

export const CommandFrame = CommandEnvelope;
export type CommandFrame = z.infer<typeof CommandFrame>;

const entries = z.array(z.tuple([z.string(), z.unknown()]));

/** `snapshot`: replaces a view whole. Encoded once for everybody who needs it. */
export const SnapshotFrame = z.strictObject({ epoch: z.string(), seq: z.int(), entries });
export type SnapshotFrame = z.infer<typeof SnapshotFrame>;

/** `patch`: brings a view at `from` to `to`, the stream's own numbers. A client at another number joins again. */
export const PatchFrame = z.strictObject({ from: z.int(), to: z.int(), entries });
export type PatchFrame = z.infer<typeof PatchFrame>;

export const RejectionFrame = z.strictObject({
  code: z.enum(rejectionCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type RejectionFrame = z.infer<typeof RejectionFrame>;

/**
 * The answer to `join`. Whatever the client lacks, a `snapshot` or the `patch`es after its number, was sent just before
 * it, so that on this answer the view stands at `seq`. `now` is the server's clock in milliseconds since 1970, by which
 * timers are shown. `self` is the participant's own view, whole (SelfView); null on other surfaces.
 */
export const JoinAnswer = z.union([
  z.strictObject({ ok: z.literal(true), epoch: z.string(), seq: z.int(), now: z.int(), self: z.unknown().nullable() }),
  z.strictObject({ ok: z.literal(false), rejection: RejectionFrame }),
]);
export type JoinAnswer = z.infer<typeof JoinAnswer>;

/**
 * The answer to `command`, sent only after its outcome is on disk. `items` are the ids of what it created; `ref` the
 * reference given, where one was; `participant` is somebody without a phone whom the desk added.
 */
export const CommandAnswer = z.union([
  z.strictObject({
    ok: z.literal(true),
    seq: z.int(),
    at: z.int(),
    items: z.array(z.string()).optional(),
    ref: z.string().optional(),
    late: z.boolean().optional(),
    participant: z.string().optional(),
  }),
  z.strictObject({ ok: z.literal(false), rejection: RejectionFrame }),
]);
export type CommandAnswer = z.infer<typeof CommandAnswer>;

/** `self`: SelfView, whole, to that participant alone, whenever it changes. */

/** `here`: who is connected now; not stored, not numbered, at most once a second, to desk and screen. */
export const HereFrame = z.strictObject({
  here: z.int(),
  byKind: z.record(z.string(), z.int()).optional(),
  byCity: z.record(z.string(), z.int()).optional(),
});
export type HereFrame = z.infer<typeof HereFrame>;

/**
 * `bye`: why the server ends the connection. `revoked`: the link or session no longer holds. `ended`: the meeting was a
 * rehearsal, and is over; a page that is loaded anew is back where it came from.
 */
export const ByeFrame = z.strictObject({
  reason: z.enum(['revoked', 'flooding', 'too_slow', 'stopping', 'too_old', 'ended']),
});
export type ByeFrame = z.infer<typeof ByeFrame>;

/* HTTP, JSON both ways. Every refusal is {rejection} with a fitting status. */

/** POST /api/lookup → LookupAnswer. Digits of any script; spaces and hyphens do not count. */
export const LookupRequest = z.strictObject({ code: z.string().max(40) });
/** What a person sees of a meeting before they join it. */
export type LookupAnswer = Pick<
  MeetingFile,
  | 'title'
  | 'subtitle'
  | 'place'
  | 'dates'
  | 'timezone'
  | 'region'
  | 'languages'
  | 'holder'
  | 'cities'
  | 'kinds'
  | 'organisations'
> & { readonly code: string };

/** POST /api/join → JoinedAnswer, and the participant's cookie. `id` makes a repeated request the same person. */
export const JoinRequest = z.strictObject({
  id: CommandId,
  code: z.string().max(40),
  profile: ProfileInput,
  consents: Consents,
  lang: Language,
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/** `personalCode` brings the person back on another phone: eight letters and digits, shown as two groups of four. */
export const JoinedAnswer = z.strictObject({ participant: z.string(), personalCode: z.string() });
export type JoinedAnswer = z.infer<typeof JoinedAnswer>;

/** POST /api/return → JoinedAnswer, and the participant's cookie. */
export const ReturnRequest = z.strictObject({ code: z.string().max(40), personalCode: z.string().max(40) });

/** POST /api/link → {role}, and the cookie of that surface: the secret comes out of the page's fragment. */
export const LinkRequest = z.strictObject({ secret: z.string().min(20).max(200) });

/**
 * One of the groups of GET /api/suggestions: items that say nearly the same in one language. `refs` goes with `items`;
 * `translated` are those of which a translation does so. `shared` are the words that all of them have, as the first has
 * them; `score` is above 0 and at most 1, which is the same words.
 */
export interface Suggestion {
  readonly items: readonly ItemId[];
  readonly refs: readonly (Reference | null)[];
  readonly translated: readonly ItemId[];
  readonly lang: Language;
  readonly shared: readonly string[];
  readonly score: number;
}

/** GET /api/suggestions?activity=…&activity=… (none: all) → for the desk alone, the closest first. Nothing is grouped by it. */
export interface SuggestionsAnswer {
  readonly groups: readonly Suggestion[];
}

/** POST /api/forget: this browser is no longer the participant. */
export const ForgetRequest = z.strictObject({ surface: Surface });

/** The most delegates that a rehearsal may have, and the longest that they stay, in minutes. */
export const MAX_DELEGATES = 300;
export const MAX_REHEARSAL_MINUTES = 60;

/**
 * POST /api/rehearsals → RehearsalAnswer, and the desk's cookie of the copy. `lead`: it opens the programme's activities
 * by itself, one after the other; without it, only the first that people can answer.
 */
export const RehearsalRequest = z.strictObject({
  delegates: z.int().min(1).max(MAX_DELEGATES),
  minutes: z.int().min(1).max(MAX_REHEARSAL_MINUTES),
  lead: z.boolean(),
});
export type RehearsalRequest = z.infer<typeof RehearsalRequest>;

/**
 * A rehearsal: a copy of a meeting, with delegates who leave at `delegatesUntil`; times in milliseconds since 1970.
 * `here`: delegates who are connected now. `written`, `refused`: their commands that were accepted, and that were not, by
 * the code of the refusal. `lost`: texts that were acknowledged and are not in the log, which must be none. `running`:
 * the delegates are still at work.
 */
export const RehearsalView = z.strictObject({
  id: z.string(),
  code: z.string(),
  join: z.string(),
  links: z.strictObject({ facilitator: z.string(), screen: z.string(), reader: z.string() }),
  delegates: z.int(),
  here: z.int(),
  written: z.int(),
  refused: z.record(z.string(), z.int()),
  lost: z.int(),
  startedAt: z.int(),
  delegatesUntil: z.int(),
  running: z.boolean(),
  lead: z.boolean(),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

/**
 * GET /api/rehearsals → RehearsalAnswer: that of the desk's meeting, or the one that this browser's desk is in. POST
 * /api/rehearsals/end → the same, with its last figures; null where there was none.
 */
export const RehearsalAnswer = z.strictObject({ rehearsal: RehearsalView.nullable() });
export type RehearsalAnswer = z.infer<typeof RehearsalAnswer>;
