import { z } from 'zod';
import { AttributionMode } from '../../attribution.ts';
import { contributionSchemas } from '../../contributions/kind.ts';
import { of, RevealMode, written } from '../../contributions/schema.ts';
import { ItemId } from '../../ids.ts';
import { Localized } from '../../text.ts';

export const DiscussionConfig = z.strictObject({
  prompt: Localized,
  /** One or two sentences that help to understand the prompt. */
  help: Localized.optional(),
  reveal: RevealMode.default('live'),
  attribution: AttributionMode.default('named'),
  replies: z.boolean().default(true),
  endorsements: z.boolean().default(true),
  /** The time set for it; without it there is no timer. */
  minutes: z.int().min(1).max(1440).optional(),
  /** How long after closing what is on its way may still arrive, in seconds. */
  graceSeconds: z.int().min(0).max(900).default(120),
});
export type DiscussionConfig = z.infer<typeof DiscussionConfig>;

/** What the desk may change while the meeting runs. */
export const settings = z.strictObject({
  reveal: RevealMode.optional(),
  attribution: AttributionMode.optional(),
  replies: z.boolean().optional(),
  endorsements: z.boolean().optional(),
});

const shared = contributionSchemas('discussion');

export const commands = {
  ...shared.commands,
  'discussion.Contribute': z.strictObject({ ...of, ...written, parent: ItemId.optional() }),
};
export const { events } = shared;
export const allowed = { ...shared.allowed, 'discussion.Contribute': ['participant'] as const };
