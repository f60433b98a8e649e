import type { MeetingId, ParticipantId } from '../domain/ids.ts';
import type { IdentityStore, LinkRow, SessionRow } from '../identity/identity-store.ts';
import type { Routes } from './routed-events.ts';

/** Links, sessions and personal codes of all meetings: a secret alone does not say where its meeting is. */
export class RoutedIdentityStore implements IdentityStore {
  constructor(private readonly routes: Routes) {}

  async links(meeting: MeetingId): Promise<readonly LinkRow[]> {
    return this.of(meeting).links(meeting);
  }

  linkByHash(hash: string): Promise<LinkRow | null> {
    return this.first((store) => store.linkByHash(hash));
  }

  async replaceLink(next: LinkRow): Promise<void> {
    await this.of(next.meeting).replaceLink(next);
  }

  async addSession(session: SessionRow): Promise<void> {
    await this.of(session.meeting).addSession(session);
  }

  session(hash: string): Promise<SessionRow | null> {
    return this.first((store) => store.session(hash));
  }

  async endSession(hash: string): Promise<void> {
    for (const store of this.all()) await store.endSession(hash);
  }

  async endRevoked(): Promise<readonly string[]> {
    const ended = await Promise.all(this.all().map((store) => store.endRevoked()));
    return ended.flat();
  }

  async sweep(now: number): Promise<void> {
    for (const store of this.all()) await store.sweep(now);
  }

  async participantOf(meeting: MeetingId, hash: string): Promise<ParticipantId | null> {
    return this.of(meeting).participantOf(meeting, hash);
  }

  async addPersonalCode(meeting: MeetingId, hash: string, participant: ParticipantId): Promise<void> {
    await this.of(meeting).addPersonalCode(meeting, hash, participant);
  }

  /** Of the lasting store alone: no other process writes to what is on no disk. */
  version(): number {
    return this.all()[0]?.version() ?? 0;
  }

  private of(meeting: MeetingId): IdentityStore {
    return this.routes.of(meeting).identity;
  }

  private all(): IdentityStore[] {
    return this.routes.all().map(({ identity }) => identity);
  }

  private async first<T>(find: (store: IdentityStore) => Promise<T | null>): Promise<T | null> {
    for (const store of this.all()) {
      const found = await find(store);
      if (found !== null) return found;
    }
    return null;
  }
}
