import { z } from 'zod';
import type { SchemaMap, Typed } from '../activities/activity.ts';
import { ActivityId, ItemId, ParticipantId, Reference } from '../ids.ts';
import { TextLanguage } from '../text.ts';
import { Sealed } from '../vault.ts';

/*
 * Contributions: the room's texts, in every kind of activity that has some. A kind gives these commands and events its
 * own name (`discussion.Hide`, `matrix.Hide`) and adds what only it has.
 */

/** live: the room sees each text as it comes. collect: nobody but its author sees a text before the reveal. */
export const RevealMode = z.enum(['live', 'collect']);
export type RevealMode = z.infer<typeof RevealMode>;

/** Why the desk took a text from view. Words for each stand in the locales; the author reads them. */
export const HideReason = z.enum(['names_a_person', 'insult', 'off_topic', 'duplicate', 'other']);
export type HideReason = z.infer<typeof HideReason>;
/** Why a text was destroyed; the log keeps this word and nothing else of it. */
export const RemovalReason = z.enum(['names_a_person', 'endangers', 'insult', 'author_asked', 'other']);
export type RemovalReason = z.infer<typeof RemovalReason>;

// Longer than any text may be, so that a text that is too long gets its own answer and not "malformed".
const rawText = z.string().max(60_000);
export const of = { activity: ActivityId };
export const ofItem = { ...of, item: ItemId };

/** What a text arrives with, wherever it goes. */
export const written = {
  text: rawText,
  /** As its author corrected it; otherwise it is guessed. */
  lang: TextLanguage.optional(),
  /** When it was sent on the phone, in server time: what arrives after the close may have been written before it. */
  writtenAt: z.int().optional(),
};

export const contributionCommands = {
  Edit: z.strictObject({
    ...ofItem,
    text: rawText,
    lang: TextLanguage.optional(),
    /** The wording that the author saw; an edit of an older one is refused, so that two phones do not overwrite. */
    wording: z.int().optional(),
  }),
  CorrectLanguage: z.strictObject({ ...ofItem, lang: TextLanguage }),
  Withdraw: z.strictObject(ofItem),
  Endorse: z.strictObject(ofItem),
  Unendorse: z.strictObject(ofItem),
  Hide: z.strictObject({ ...ofItem, reason: HideReason, note: z.string().max(2000).optional() }),
  Unhide: z.strictObject(ofItem),
  Pin: z.strictObject(ofItem),
  Unpin: z.strictObject(ofItem),
  Merge: z.strictObject({ ...of, into: ItemId, from: z.array(ItemId).min(1).max(50) }),
  Unmerge: z.strictObject({ ...of, from: z.array(ItemId).min(1).max(50) }),
  Remove: z.strictObject({ ...ofItem, reason: RemovalReason }),
  Reveal: z.strictObject(of),
  AdmitLate: z.strictObject(ofItem),
};

/** Who may give them. */
const participants = ['participant'] as const;
const desk = ['facilitator'] as const;
export const contributionAllowed = {
  Edit: participants,
  CorrectLanguage: ['participant', 'facilitator'] as const,
  Withdraw: participants,
  Endorse: participants,
  Unendorse: participants,
  Hide: desk,
  Unhide: desk,
  Pin: desk,
  Unpin: desk,
  Merge: desk,
  Unmerge: desk,
  Remove: desk,
  Reveal: desk,
  AdmitLate: desk,
};

/** Ids of vault values that the event destroys, in its own transaction. */
const forgets = z.array(z.string().max(64));

export const contributionEvents = {
  ContributionAdded: z.strictObject({
    ...ofItem,
    /** Missing where the desk added it in nobody's name. */
    participant: ParticipantId.optional(),
    text: Sealed,
    lang: TextLanguage,
    guessed: z.boolean(),
    parent: ItemId.optional(),
    /** Where in the activity it stands, as that kind names its places (a cell). */
    place: z.string().max(140).optional(),
    /** It speaks against its parent. */
    contests: z.boolean().optional(),
    /** The desk wrote it down for its author, who has no phone. */
    behalf: z.boolean().optional(),
    /** Given now where it is published now; otherwise at the reveal, or when the desk lets a late one in. */
    ref: Reference.optional(),
    late: z.boolean().optional(),
  }),
  ContributionEdited: z.strictObject({ ...ofItem, text: Sealed, lang: TextLanguage, guessed: z.boolean(), forgets }),
  LanguageCorrected: z.strictObject({ ...ofItem, lang: TextLanguage }),
  ContributionWithdrawn: z.strictObject({ ...ofItem, forgets }),
  Endorsed: z.strictObject({ ...ofItem, participant: ParticipantId }),
  EndorsementWithdrawn: z.strictObject({ ...ofItem, participant: ParticipantId }),
  ContributionHidden: z.strictObject({ ...ofItem, reason: HideReason, note: Sealed.optional() }),
  ContributionUnhidden: z.strictObject({ ...ofItem, forgets }),
  ContributionPinned: z.strictObject(ofItem),
  ContributionUnpinned: z.strictObject(ofItem),
  ContributionsMerged: z.strictObject({ ...of, into: ItemId, from: z.array(ItemId) }),
  ContributionsUnmerged: z.strictObject({ ...of, from: z.array(ItemId) }),
  ContributionRemoved: z.strictObject({ ...ofItem, reason: RemovalReason, forgets }),
  Revealed: z.strictObject({ ...of, published: z.array(z.strictObject({ item: ItemId, ref: Reference })) }),
  LateContributionAdmitted: z.strictObject({ ...ofItem, ref: Reference.optional() }),
};

/** Only where the meeting file may bring some. */
export const seedEvents = {
  /** Texts of the meeting file become contributions like any other. `seed` counts them there, from 0. */
  SeedsPublished: z.strictObject({
    ...of,
    published: z.array(z.strictObject({ item: ItemId, ref: Reference, seed: z.int().min(0) })),
  }),
};

export type ContributionCommand = Typed<typeof contributionCommands>;
export type ContributionEvent = Typed<typeof contributionEvents & typeof seedEvents>;

/** A map's entries under the name of a kind: `Hide` of `matrix` is `matrix.Hide`. */
export type Prefixed<K extends string, M> = { [N in keyof M & string as `${K}.${N}`]: M[N] };

export const prefixed = <K extends string, M extends object>(kind: K, map: M): Prefixed<K, M> =>
  Object.fromEntries(Object.entries(map).map(([name, entry]) => [`${kind}.${name}`, entry])) as Prefixed<K, M>;

/** The same for a command or an event, and back. */
export const withKind = <T extends { readonly type: string }>(kind: string, typed: T): T => ({
  ...typed,
  type: `${kind}.${typed.type}`,
});
export const withoutKind = <M extends SchemaMap>(typed: { readonly type: string; readonly data: unknown }): Typed<M> =>
  ({ ...typed, type: typed.type.slice(typed.type.indexOf('.') + 1) }) as unknown as Typed<M>;
