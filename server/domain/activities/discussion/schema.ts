import { z } from 'zod';
import { AttributionMode } from '../../attribution.ts';
import { ActivityId, ItemId, ParticipantId, Reference } from '../../ids.ts';
import { Localized, TextLanguage } from '../../text.ts';
import { Sealed } from '../../vault.ts';

/** live: the room sees each text as it comes. collect: nobody but its author sees a text before the reveal. */
export const RevealMode = z.enum(['live', 'collect']);
export type RevealMode = z.infer<typeof RevealMode>;

export const DiscussionConfig = z.strictObject({
  prompt: Localized,
  /** One or two sentences that help to understand the prompt. */
  help: Localized.optional(),
  reveal: RevealMode.default('live'),
  attribution: AttributionMode.default('named'),
  replies: z.boolean().default(true),
  endorsements: z.boolean().default(true),
  /** The time set for it; without it there is no timer. */
  minutes: z.int().min(1).max(600).optional(),
  /** How long after closing what is on its way may still arrive, in seconds. */
  graceSeconds: z.int().min(0).max(900).default(120),
});
export type DiscussionConfig = z.infer<typeof DiscussionConfig>;

/** What the desk may change while the meeting runs. */
export const settings = z.strictObject({
  reveal: RevealMode.optional(),
  replies: z.boolean().optional(),
  endorsements: z.boolean().optional(),
});

/** Why the desk took a text from view. Words for each stand in the locales; the author reads them. */
export const HideReason = z.enum(['names_a_person', 'insult', 'off_topic', 'duplicate', 'other']);
export type HideReason = z.infer<typeof HideReason>;
/** Why a text was destroyed; the log keeps this word and nothing else of it. */
export const RemovalReason = z.enum(['names_a_person', 'endangers', 'insult', 'author_asked', 'other']);
export type RemovalReason = z.infer<typeof RemovalReason>;

// Longer than any text may be, so that a text that is too long gets its own answer and not "malformed".
const rawText = z.string().max(60_000);
const of = { activity: ActivityId };
const item = { ...of, item: ItemId };

export const commands = {
  'discussion.Contribute': z.strictObject({
    ...of,
    text: rawText,
    /** As its author corrected it; otherwise it is guessed. */
    lang: TextLanguage.optional(),
    parent: ItemId.optional(),
    /** When it was sent on the phone, in server time: what arrives after the close may have been written before it. */
    writtenAt: z.int().optional(),
  }),
  'discussion.Edit': z.strictObject({
    ...item,
    text: rawText,
    lang: TextLanguage.optional(),
    /** The wording that the author saw; an edit of an older one is refused, so that two phones do not overwrite. */
    wording: z.int().optional(),
  }),
  'discussion.CorrectLanguage': z.strictObject({ ...item, lang: TextLanguage }),
  'discussion.Withdraw': z.strictObject(item),
  'discussion.Endorse': z.strictObject(item),
  'discussion.Unendorse': z.strictObject(item),
  'discussion.Hide': z.strictObject({ ...item, reason: HideReason, note: z.string().max(2000).optional() }),
  'discussion.Unhide': z.strictObject(item),
  'discussion.Pin': z.strictObject(item),
  'discussion.Unpin': z.strictObject(item),
  'discussion.Merge': z.strictObject({ ...of, into: ItemId, from: z.array(ItemId).min(1).max(50) }),
  'discussion.Unmerge': z.strictObject({ ...of, from: z.array(ItemId).min(1).max(50) }),
  'discussion.Remove': z.strictObject({ ...item, reason: RemovalReason }),
  'discussion.Reveal': z.strictObject(of),
  'discussion.AdmitLate': z.strictObject(item),
};

/** Ids of vault values that the event destroys, in its own transaction. */
const forgets = z.array(z.string().max(64));

export const events = {
  'discussion.ContributionAdded': z.strictObject({
    ...item,
    participant: ParticipantId,
    text: Sealed,
    lang: TextLanguage,
    guessed: z.boolean(),
    parent: ItemId.optional(),
    /** Given now where it is published now; otherwise at the reveal, or when the desk lets a late one in. */
    ref: Reference.optional(),
    late: z.boolean().optional(),
  }),
  'discussion.ContributionEdited': z.strictObject({
    ...item,
    text: Sealed,
    lang: TextLanguage,
    guessed: z.boolean(),
    forgets,
  }),
  'discussion.LanguageCorrected': z.strictObject({ ...item, lang: TextLanguage }),
  'discussion.ContributionWithdrawn': z.strictObject({ ...item, forgets }),
  'discussion.Endorsed': z.strictObject({ ...item, participant: ParticipantId }),
  'discussion.EndorsementWithdrawn': z.strictObject({ ...item, participant: ParticipantId }),
  'discussion.ContributionHidden': z.strictObject({ ...item, reason: HideReason, note: Sealed.optional() }),
  'discussion.ContributionUnhidden': z.strictObject({ ...item, forgets }),
  'discussion.ContributionPinned': z.strictObject(item),
  'discussion.ContributionUnpinned': z.strictObject(item),
  'discussion.ContributionsMerged': z.strictObject({ ...of, into: ItemId, from: z.array(ItemId) }),
  'discussion.ContributionsUnmerged': z.strictObject({ ...of, from: z.array(ItemId) }),
  'discussion.ContributionRemoved': z.strictObject({ ...item, reason: RemovalReason, forgets }),
  'discussion.Revealed': z.strictObject({
    ...of,
    published: z.array(z.strictObject({ item: ItemId, ref: Reference })),
  }),
  'discussion.LateContributionAdmitted': z.strictObject({ ...item, ref: Reference.optional() }),
};
