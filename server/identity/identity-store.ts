import type { Actor, CapabilityRole } from '../domain/actors.ts';
import type { MeetingId, ParticipantId } from '../domain/ids.ts';
import type { Surface } from '../domain/protocol.ts';

/*
 * What identity keeps, and how it asks for it: hashes alone, no secret. Times are in milliseconds since 1970, UTC.
 */

/** A capability link. Revoking it begins the next generation; earlier ones stay, so that none comes back. */
export interface LinkRow {
  readonly id: string;
  readonly meeting: MeetingId;
  readonly role: CapabilityRole;
  readonly generation: number;
  /** SHA-256 of the secret, in hex. */
  readonly hash: string;
  readonly created: number;
  readonly revoked: number | null;
}

export interface SessionRow {
  /** SHA-256 of the cookie's token, in hex; also the session's name among us. */
  readonly hash: string;
  readonly meeting: MeetingId;
  readonly actor: Actor;
  /** The link that it came from, for a capability. */
  readonly link: string | null;
  readonly surface: Surface;
  readonly created: number;
  readonly expires: number;
}

export interface IdentityStore {
  /** All links of a meeting, also revoked ones, oldest first. */
  links(meeting: MeetingId): Promise<readonly LinkRow[]>;
  linkByHash(hash: string): Promise<LinkRow | null>;
  /** Revokes the meeting's links of the new link's role and adds it, in one transaction. */
  replaceLink(next: LinkRow): Promise<void>;
  addSession(session: SessionRow): Promise<void>;
  /** The session, unless its link has been revoked. */
  session(hash: string): Promise<SessionRow | null>;
  endSession(hash: string): Promise<void>;
  /** Deletes the sessions whose links have been revoked, and gives their hashes. */
  endRevoked(): Promise<readonly string[]>;
  /** Deletes the sessions that expired before the time given. */
  sweep(now: number): Promise<void>;
  /** Whom a personal code belongs to. */
  participantOf(meeting: MeetingId, hash: string): Promise<ParticipantId | null>;
  addPersonalCode(meeting: MeetingId, hash: string, participant: ParticipantId): Promise<void>;
  /** A number that changes when another process has written to the database. */
  version(): number;
}
