import { z } from 'zod';
// Types only: the meeting file knows the activities, and these read the vault.
import type { MeetingFile } from './meeting-file.ts';
import { Label, MAX_NAME, MAX_NOTE, MAX_TEXT } from './text.ts';

/**
 * Names and texts stand beside the log, never in it: an event holds a {@link Sealed} value's id and its salted
 * commitment (SHA-256 of salt and canonical JSON), the vault holds value and salt. Destroying both leaves a log that
 * still verifies and tells nothing.
 */
export const Sealed = z.strictObject({
  id: z.string().max(64),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Sealed = z.infer<typeof Sealed>;

export const VaultValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('meeting'),
    file: z.custom<MeetingFile>((file) => typeof file === 'object' && file !== null),
  }),
  z.strictObject({
    kind: z.literal('profile'),
    name: z.string().max(MAX_NAME),
    /** Only where the participant's organisation or city is not on the meeting's list. */
    organisation: z.string().max(MAX_NAME).optional(),
    city: z.string().max(MAX_NAME).optional(),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({
    kind: z.literal('translation'),
    text: z.string().max(MAX_TEXT),
    by: z.string().max(MAX_NAME).optional(),
  }),
  z.strictObject({ kind: z.literal('note'), text: z.string().max(MAX_NOTE) }),
  /** What the desk names something while the meeting runs, in the languages that it had the time for. */
  z.strictObject({ kind: z.literal('label'), label: Label }),
  /** Where the interpretation into a language is heard. */
  z.strictObject({
    kind: z.literal('channel'),
    channel: z.string().max(MAX_NAME).optional(),
    link: z.string().max(500).optional(),
  }),
]);
export type VaultValue = z.infer<typeof VaultValue>;
export type VaultKind = VaultValue['kind'];
export type VaultOf<K extends VaultKind> = Extract<VaultValue, { kind: K }>;

/** The vault as the fold reads it. A missing value has been removed for good. */
export interface VaultReader {
  get(id: string): VaultValue | undefined;
}

/** The value of the expected kind, or undefined where it has been removed (or is of another kind, which is a fault). */
export function readVault<K extends VaultKind>(vault: VaultReader, sealed: Sealed, kind: K): VaultOf<K> | undefined {
  const value = vault.get(sealed.id);
  return value?.kind === kind ? (value as VaultOf<K>) : undefined;
}
