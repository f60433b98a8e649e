import { z } from 'zod';

/** Ids are made by the server (or, for commands, by the client) and carry no meaning; they may stand in the log. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

export const MeetingId = id.brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;
export const ParticipantId = id.brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof ParticipantId>;
export const AgendaItemId = id.brand<'AgendaItemId'>();
export type AgendaItemId = z.infer<typeof AgendaItemId>;
export const ActivityId = id.brand<'ActivityId'>();
export type ActivityId = z.infer<typeof ActivityId>;
/** What the room says or fills in, of any kind of activity: a contribution, a reply, a matrix entry. */
export const ItemId = id.brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;
/** A name for a list entry of the meeting file: a city, an organisation, a kind of organisation. */
export const ListId = id.brand<'ListId'>();
export type ListId = z.infer<typeof ListId>;
/** Made by the client, so that a command sent twice happens once; at least 16 characters, so that none is guessed. */
export const CommandId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/)
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** A reference people read out: C12. Given at first publication and never again to anything else. */
export const Reference = z.string().regex(/^[A-Z][1-9][0-9]*$/);
export type Reference = z.infer<typeof Reference>;
