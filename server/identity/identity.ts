import { randomBytes } from 'node:crypto';
import { type Actor, type CapabilityRole, capabilityRoles } from '../domain/actors.ts';
import type { MeetingId, ParticipantId } from '../domain/ids.ts';
import type { Surface } from '../domain/protocol.ts';
import { tokenOf } from './cookies.ts';
import type { IdentityStore, LinkRow, SessionRow } from './identity-store.ts';
import { hashOf, newToken, type Secrets } from './secrets.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Sessions of links, and the shortest of a participant's. */
export const SESSION_DAYS = 30;
/** How long after a meeting's last day a participant is still known on their phone. */
const DAYS_AFTER = 30;

/** A session as it is handed to its browser: the token goes into the cookie and is kept nowhere here. */
export interface GivenSession {
  readonly token: string;
  readonly expires: number;
}

/** Whom a cookie speaks for; `session` names the session and is no secret. */
export interface KnownActor {
  readonly meeting: MeetingId;
  readonly actor: Actor;
  readonly session: string;
}

export interface LinkSecret {
  readonly role: CapabilityRole;
  readonly secret: string;
}

/** Who somebody is: links, sessions and personal codes. The store holds hashes; secrets come from the key. */
export class Identity {
  private readonly listeners = new Set<(session: string) => void>();
  private seenVersion: number;

  constructor(
    private readonly store: IdentityStore,
    private readonly secrets: Secrets,
    private readonly now: () => number = Date.now,
  ) {
    this.seenVersion = store.version();
  }

  /**
   * The meeting's links as they now are, one a role; made where it has none. Where the key is another than the one they
   * were made with (a database restored without it), new ones take their place.
   */
  async links(meeting: MeetingId): Promise<readonly LinkSecret[]> {
    const rows = await this.store.links(meeting);
    const links: LinkSecret[] = [];
    for (const role of capabilityRoles) {
      const last = rows.filter((row) => row.role === role).at(-1);
      const secret = last && this.secrets.link(meeting, role, last.generation);
      if (last && secret && last.revoked === null && last.hash === hashOf(secret)) links.push({ role, secret });
      else links.push(await this.nextLink(meeting, role, last));
    }
    return links;
  }

  /** All links of a meeting that ever were, oldest first. */
  linkRows(meeting: MeetingId): Promise<readonly LinkRow[]> {
    return this.store.links(meeting);
  }

  /**
   * Ends a role's link and all sessions that came from it; gives the link that takes its place. `endSessions` off leaves
   * their rows to the running server, which closes their connections too.
   */
  async revoke(meeting: MeetingId, role: CapabilityRole, { endSessions = true } = {}): Promise<LinkSecret> {
    const rows = await this.store.links(meeting);
    const next = await this.nextLink(meeting, role, rows.filter((row) => row.role === role).at(-1));
    if (endSessions) await this.endRevoked();
    return next;
  }

  /** Exchanges a link's secret for a session; null where it is none, or no longer. */
  async enter(secret: string): Promise<(GivenSession & { meeting: MeetingId; role: CapabilityRole }) | null> {
    const link = await this.store.linkByHash(hashOf(secret));
    if (!link || link.revoked !== null) return null;
    const { meeting, role, id } = link;
    const actor: Actor = { kind: 'capability', role, link: id };
    const given = await this.begin(meeting, actor, role, id, this.now() + SESSION_DAYS * DAY);
    return { ...given, meeting, role };
  }

  /** The id of the person who joins with this request. */
  participantFor(meeting: MeetingId, request: string): ParticipantId {
    return this.secrets.participant(meeting, request);
  }

  /** A session for a participant, until a while after the meeting's last day (milliseconds since 1970). */
  enterParticipant(meeting: MeetingId, id: ParticipantId, lastDay: number): Promise<GivenSession> {
    const expires = Math.max(this.now() + SESSION_DAYS * DAY, lastDay + DAYS_AFTER * DAY);
    return this.begin(meeting, { kind: 'participant', id }, 'participant', null, expires);
  }

  /** A person's code: the same whenever it is asked for. */
  async personalCode(meeting: MeetingId, participant: ParticipantId): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      const code = this.secrets.personalCode(meeting, participant, attempt);
      const hash = this.secrets.personalHash(meeting, code);
      const owner = await this.store.participantOf(meeting, hash);
      if (owner === null) await this.store.addPersonalCode(meeting, hash, participant);
      if (owner === null || owner === participant) return code;
    }
  }

  /** Whose code it is, in capitals without separators. */
  participantWith(meeting: MeetingId, code: string): Promise<ParticipantId | null> {
    return this.store.participantOf(meeting, this.secrets.personalHash(meeting, code));
  }

  /** Whom a request's cookie of that surface speaks for; null without a cookie, or with one that does not hold. */
  async actorFor(cookieHeader: string | undefined, surface: Surface): Promise<KnownActor | null> {
    return this.holder(tokenOf(cookieHeader, surface), surface);
  }

  /** Whom a token speaks for on a surface, and until when (milliseconds since 1970). */
  async holder(token: string | undefined, surface: Surface): Promise<(KnownActor & { expires: number }) | null> {
    if (!token || token.length > 100) return null;
    const session = await this.store.session(hashOf(token));
    if (!session || session.surface !== surface || session.expires <= this.now()) return null;
    const { meeting, actor, hash, expires } = session;
    return { meeting, actor, session: hash, expires };
  }

  /** Ends the session of the request's cookie, if it has one. */
  async forget(cookieHeader: string | undefined, surface: Surface): Promise<void> {
    const known = await this.actorFor(cookieHeader, surface);
    if (!known) return;
    await this.store.endSession(known.session);
    this.tell(known.session);
  }

  /** Told of each session that ends before its time, so that its sockets can be closed. */
  onRevoked(listener: (session: string) => void): void {
    this.listeners.add(listener);
  }

  /** Sees what another process (the command line) has revoked. Cheap; called every few seconds. */
  async look(): Promise<void> {
    const version = this.store.version();
    if (version === this.seenVersion) return;
    this.seenVersion = version;
    await this.endRevoked();
  }

  /** Deletes the sessions that have expired. */
  sweep(): Promise<void> {
    return this.store.sweep(this.now());
  }

  private async endRevoked(): Promise<void> {
    for (const session of await this.store.endRevoked()) this.tell(session);
  }

  private tell(session: string): void {
    for (const listener of this.listeners) listener(session);
  }

  private async nextLink(meeting: MeetingId, role: CapabilityRole, last: LinkRow | undefined): Promise<LinkSecret> {
    const generation = (last?.generation ?? 0) + 1;
    const secret = this.secrets.link(meeting, role, generation);
    await this.store.replaceLink({
      id: randomBytes(12).toString('base64url'),
      meeting,
      role,
      generation,
      hash: hashOf(secret),
      created: this.now(),
      revoked: null,
    });
    return { role, secret };
  }

  private async begin(
    meeting: MeetingId,
    actor: Actor,
    surface: Surface,
    link: string | null,
    expires: number,
  ): Promise<GivenSession> {
    const token = newToken();
    const session: SessionRow = { hash: hashOf(token), meeting, actor, link, surface, created: this.now(), expires };
    await this.store.addSession(session);
    return { token, expires };
  }
}
