import { z } from 'zod';
import { ActivityId, ItemId, ParticipantId } from '../../ids.ts';
import { LabelInput, Localized } from '../../text.ts';
import { Sealed } from '../../vault.ts';

/** When the room and the desk see results: as they come, or once the ballot is closed. */
export const Results = z.enum(['live', 'closed']);
export type Results = z.infer<typeof Results>;
/** Whose the dots are: each participant's, or each organisation's. */
export const Voters = z.enum(['participant', 'organisation']);
export type Voters = z.infer<typeof Voters>;

/** The most options that a meeting file may have. */
export const MAX_OPTIONS = 40;

const dots = z.int().min(1).max(20);

export const BallotConfig = z.strictObject({
  prompt: Localized,
  help: Localized.optional(),
  /** The text is a few words; the detail says in one or two sentences what is meant. */
  options: z
    .array(z.strictObject({ text: Localized, detail: Localized.optional() }))
    .max(MAX_OPTIONS)
    .default([]),
  /** How many each voter has, and the most that may go on one option: never more than there are. */
  dots: dots.default(3),
  perOption: dots.default(20),
  results: Results.default('closed'),
  voters: Voters.default('participant'),
  /** Votes are counted by city or by kind of organisation, never by person. */
  attribution: z.enum(['city', 'kind']).default('kind'),
  minutes: z.int().min(1).max(1440).optional(),
  graceSeconds: z.int().min(0).max(900).default(120),
});
export type BallotConfig = z.infer<typeof BallotConfig>;

/** What the desk may change while the meeting runs. */
export const settings = z.strictObject({
  results: Results.optional(),
  voters: Voters.optional(),
  dots: dots.optional(),
  perOption: dots.optional(),
  attribution: z.enum(['city', 'kind']).optional(),
});

/** An option of the meeting file (`o1`, `o2`, …), one that the desk typed, or the item that was carried over. */
export const OptionId = ItemId;
export type OptionId = z.infer<typeof OptionId>;

const of = { activity: ActivityId };
const option = { ...of, option: OptionId };
/** All of a voter's dots: a vote replaces the one before it. */
const allDots = z.array(z.strictObject({ option: OptionId, n: dots })).max(40);

export const commands = {
  /** No dots: the vote is taken back. */
  'ballot.Vote': z.strictObject({ ...of, dots: allDots }),
  'ballot.AddOption': z.strictObject({ ...of, label: LabelInput }),
  'ballot.CarryOver': z.strictObject({ ...of, items: z.array(ItemId).min(1).max(40) }),
  'ballot.WithdrawOption': z.strictObject(option),
  'ballot.RestoreOption': z.strictObject(option),
};

export const events = {
  'ballot.Voted': z.strictObject({
    ...of,
    participant: ParticipantId,
    /** Whose vote it then is, and what it is counted under, follow from who the participant is. */
    dots: allDots,
  }),
  'ballot.OptionAdded': z.strictObject({ ...option, label: Sealed }),
  'ballot.OptionsCarriedOver': z.strictObject({ ...of, items: z.array(ItemId) }),
  'ballot.OptionWithdrawn': z.strictObject(option),
  'ballot.OptionRestored': z.strictObject(option),
};
