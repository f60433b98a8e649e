import { z } from 'zod';
import { ParticipantId } from './ids.ts';

/**
 * Who acts. A participant joined with the meeting's code; a capability is whoever holds a link; the system is the
 * server itself (a timer that ran out, a person let in by the HTTP side).
 * A token (one anonymous voice in one activity) will join this union with anonymous attribution.
 */
export const capabilityRoles = ['facilitator', 'screen', 'reader'] as const;
export const CapabilityRole = z.enum(capabilityRoles);
export type CapabilityRole = z.infer<typeof CapabilityRole>;

export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('participant'),
    id: ParticipantId,
    /** The link through which the desk acted for them, where they have no phone. */
    via: z.string().max(64).optional(),
  }),
  z.strictObject({ kind: z.literal('capability'), role: CapabilityRole, link: z.string().max(64) }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

export const roles = ['participant', ...capabilityRoles, 'system'] as const;
export type Role = (typeof roles)[number];

export const roleOf = (actor: Actor): Role => (actor.kind === 'capability' ? actor.role : actor.kind);

/** One string for an actor, for receipts and limits: the same person or link gives the same key. */
export const actorKey = (actor: Actor): string =>
  actor.kind === 'participant' ? `p:${actor.id}` : actor.kind === 'capability' ? `l:${actor.link}` : 'system';

/** What a client sees at one address: the audiences that share a stream. */
export const audiences = ['desk', 'room', 'screen'] as const;
export type Audience = (typeof audiences)[number];

/** The stream that a role reads live; a reader has the minutes and no stream. */
export const audienceOf: Record<Role, Audience | null> = {
  participant: 'room',
  facilitator: 'desk',
  screen: 'screen',
  reader: null,
  system: null,
};
