import type Database from 'better-sqlite3';
import { Actor } from '../domain/actors.ts';
import type { MeetingId, ParticipantId } from '../domain/ids.ts';
import type { IdentityStore, LinkRow, SessionRow } from '../identity/identity-store.ts';
import { guarded } from './sqlite-errors.ts';

/** Links, sessions and personal codes in SQLite: hashes alone. */
export class SqliteIdentityStore implements IdentityStore {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(private readonly db: Database.Database) {
    this.statements = prepare(db);
  }

  async links(meeting: MeetingId): Promise<readonly LinkRow[]> {
    return guarded(() => this.statements.links.all(meeting)) as LinkRow[];
  }

  async linkByHash(hash: string): Promise<LinkRow | null> {
    return (guarded(() => this.statements.linkByHash.get(hash)) as LinkRow | undefined) ?? null;
  }

  async replaceLink(next: LinkRow): Promise<void> {
    const { id, meeting, role, generation, hash, created } = next;
    guarded(() =>
      this.db
        .transaction(() => {
          this.statements.revoke.run(created, meeting, role);
          this.statements.addLink.run(id, meeting, role, generation, hash, created);
        })
        .immediate(),
    );
  }

  async addSession(session: SessionRow): Promise<void> {
    const { hash, meeting, actor, link, surface, created, expires } = session;
    guarded(() =>
      this.statements.addSession.run(hash, meeting, JSON.stringify(actor), link, surface, created, expires),
    );
  }

  async session(hash: string): Promise<SessionRow | null> {
    const row = guarded(() => this.statements.session.get(hash)) as (SessionRow & { actor: string }) | undefined;
    return row ? { ...row, actor: Actor.parse(JSON.parse(row.actor)) } : null;
  }

  async endSession(hash: string): Promise<void> {
    guarded(() => this.statements.endSession.run(hash));
  }

  async endRevoked(): Promise<readonly string[]> {
    return guarded(() => this.statements.endRevoked.all()) as string[];
  }

  async sweep(now: number): Promise<void> {
    guarded(() => this.statements.sweep.run(now));
  }

  async participantOf(meeting: MeetingId, hash: string): Promise<ParticipantId | null> {
    return (guarded(() => this.statements.participantOf.get(meeting, hash)) as ParticipantId | undefined) ?? null;
  }

  async addPersonalCode(meeting: MeetingId, hash: string, participant: ParticipantId): Promise<void> {
    guarded(() => this.statements.addPersonalCode.run(meeting, hash, participant));
  }

  version(): number {
    return guarded(() => this.db.pragma('data_version', { simple: true })) as number;
  }
}

const prepare = (db: Database.Database) => ({
  links: db.prepare('SELECT * FROM links WHERE meeting = ? ORDER BY role, generation'),
  linkByHash: db.prepare('SELECT * FROM links WHERE hash = ?'),
  revoke: db.prepare('UPDATE links SET revoked = ? WHERE meeting = ? AND role = ? AND revoked IS NULL'),
  addLink: db.prepare('INSERT INTO links (id, meeting, role, generation, hash, created) VALUES (?, ?, ?, ?, ?, ?)'),
  addSession: db.prepare(
    'INSERT INTO sessions (hash, meeting, actor, link, surface, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  session: db.prepare(
    'SELECT s.* FROM sessions s LEFT JOIN links l ON l.id = s.link WHERE s.hash = ? AND l.revoked IS NULL',
  ),
  endSession: db.prepare('DELETE FROM sessions WHERE hash = ?'),
  endRevoked: db
    .prepare('DELETE FROM sessions WHERE link IN (SELECT id FROM links WHERE revoked IS NOT NULL) RETURNING hash')
    .pluck(),
  sweep: db.prepare('DELETE FROM sessions WHERE expires <= ?'),
  participantOf: db.prepare('SELECT participant FROM personal_codes WHERE meeting = ? AND hash = ?').pluck(),
  addPersonalCode: db.prepare('INSERT INTO personal_codes (meeting, hash, participant) VALUES (?, ?, ?)'),
});
