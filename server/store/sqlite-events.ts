import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { MeetingId } from '../domain/ids.ts';
import { CommandAnswer } from '../domain/protocol.ts';
import { VaultValue } from '../domain/vault.ts';
import { canonicalJson } from './canonical.ts';
import { firstHash, nextHash, rowBytes } from './chain.ts';
import { guarded } from './sqlite-errors.ts';
import {
  type Batch,
  type EventStore,
  type Head,
  type LogSource,
  type MeetingRow,
  type StoredRow,
  StoreError,
  type Verdict,
} from './store.ts';
import { verifyLog } from './verify.ts';

const PAGE = 500;
const CHECKPOINT_TRIES = 20;
/** Milliseconds until a log that could not be emptied is tried again. */
const CHECKPOINT_AGAIN = 1000;

interface HeadRow {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The log, the vault and the receipts in SQLite. Each method is one statement or one transaction. */
export class SqliteEventStore implements EventStore {
  private readonly statements: ReturnType<typeof prepare>;
  /** A removal is durable but the write-ahead log still holds earlier pages: a reader kept it from being emptied. */
  private checkpointDue = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database.Database,
    private readonly closeDatabase: () => void,
  ) {
    this.statements = prepare(db);
  }

  async append(batch: Batch): Promise<Head> {
    const head = guarded(() => this.db.transaction(() => this.write(batch)).immediate());
    if (batch.forgets.length > 0) this.checkpointDue = true;
    if (this.checkpointDue) await this.emptyWriteAheadLog();
    return { seq: head.seq, hash: head.hash.toString('hex') };
  }

  async *read(meeting: MeetingId, from: number): AsyncGenerator<StoredRow> {
    for (let after = from; ; ) {
      const bodies = guarded(() => this.statements.page.all(meeting, after, PAGE)) as string[];
      for (const body of bodies) yield JSON.parse(body) as StoredRow;
      if (bodies.length < PAGE) return;
      after += bodies.length;
    }
  }

  async vault(meeting: MeetingId): Promise<Map<string, VaultValue>> {
    const values = new Map<string, VaultValue>();
    const rows = guarded(() => this.statements.values.all(meeting)) as { id: string; value: Buffer }[];
    for (const { id, value } of rows) values.set(id, VaultValue.parse(JSON.parse(value.toString('utf8'))));
    return values;
  }

  async receipt(meeting: MeetingId, actor: string, id: string): Promise<CommandAnswer | null> {
    const outcome = guarded(() => this.statements.receipt.get(meeting, actor, id)) as string | undefined;
    return outcome === undefined ? null : CommandAnswer.parse(JSON.parse(outcome));
  }

  async meetings(): Promise<readonly MeetingRow[]> {
    return guarded(() => this.statements.meetings.all()) as MeetingRow[];
  }

  async head(meeting: MeetingId): Promise<Head> {
    const { seq, hash } = guarded(() => this.last(meeting));
    return { seq, hash: hash.toString('hex') };
  }

  async verify(meeting: MeetingId): Promise<Verdict> {
    return guarded(() =>
      verifyLog(
        meeting,
        this.statements.log.iterate(meeting) as Iterable<{ seq: number; body: string; hash: Buffer }>,
        (id) => this.statements.value.get(meeting, id) as { salt: Buffer; value: Buffer } | undefined,
      ),
    );
  }

  async source(_meeting: MeetingId): Promise<LogSource> {
    return this.db.memory ? { bytes: guarded(() => this.db.serialize()) } : { folder: dirname(this.db.name) };
  }

  async close(): Promise<void> {
    clearTimeout(this.again);
    if (this.checkpointDue) await this.emptyWriteAheadLog();
    this.closeDatabase();
  }

  private last(meeting: string): HeadRow {
    return (this.statements.last.get(meeting) as HeadRow | undefined) ?? { seq: 0, hash: firstHash(meeting) };
  }

  private write(batch: Batch): HeadRow {
    const { meeting, begins } = batch;
    if (begins) this.begin(meeting, begins.code, begins.createdAt);
    const before = this.last(meeting);
    if (before.seq !== batch.expectedSeq)
      throw new StoreError('CONFLICT', `the log of ${meeting} stands at ${before.seq}, not at ${batch.expectedSeq}`);
    let { seq, hash } = before;
    for (const event of batch.events) {
      seq += 1;
      if (event.seq !== seq) throw new StoreError('CONFLICT', `event ${event.seq} of ${meeting} should be ${seq}`);
      const body = rowBytes(event);
      hash = nextHash(hash, body);
      this.statements.addEvent.run(meeting, seq, body, hash);
    }
    const forgets = new Set(batch.forgets);
    for (const put of batch.puts) {
      // Sealed and forgotten in one batch: it is never written at all, only its place is.
      const value = forgets.has(put.id) ? Buffer.alloc(0) : Buffer.from(canonicalJson(put.value), 'utf8');
      this.statements.addValue.run(meeting, put.id, put.salt, value);
    }
    for (const id of forgets) this.statements.forget.run(meeting, id);
    for (const { actor, id, outcome } of batch.receipts)
      this.statements.addReceipt.run(meeting, actor, id, canonicalJson(outcome));
    return { seq, hash };
  }

  private begin(meeting: string, code: string, createdAt: number): void {
    if (this.statements.codeTaken.get(code))
      throw new StoreError('CODE_TAKEN', `the code ${code} is another meeting's`);
    if (this.statements.meeting.get(meeting)) throw new StoreError('CONFLICT', `the meeting ${meeting} exists already`);
    this.statements.addMeeting.run(meeting, code, createdAt);
  }

  /** Tries it, without waiting for readers as a write waits for a write: nobody would be answered meanwhile. */
  private checkpoint(): boolean {
    const patience = this.db.pragma('busy_timeout', { simple: true });
    this.db.pragma('busy_timeout = 0');
    try {
      const [result] = guarded(() => this.db.pragma('wal_checkpoint(TRUNCATE)')) as { busy: number }[];
      return result?.busy === 0;
    } finally {
      this.db.pragma(`busy_timeout = ${patience}`);
    }
  }

  /** Copies the log's pages into the database and cuts it to nothing; where a reader is busy, the next batch tries again. */
  private async emptyWriteAheadLog(): Promise<void> {
    for (let tries = 0; tries < CHECKPOINT_TRIES; tries++) {
      if (this.checkpoint()) {
        this.checkpointDue = false;
        return;
      }
      await wait(25);
    }
    // In a quiet room no batch may follow for hours.
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.emptyWriteAheadLog().catch(() => {}), CHECKPOINT_AGAIN).unref();
  }
}

const prepare = (db: Database.Database) => ({
  last: db.prepare('SELECT seq, hash FROM events WHERE meeting = ? ORDER BY seq DESC LIMIT 1'),
  page: db.prepare('SELECT body FROM events WHERE meeting = ? AND seq > ? ORDER BY seq LIMIT ?').pluck(),
  log: db.prepare('SELECT seq, body, hash FROM events WHERE meeting = ? ORDER BY seq'),
  values: db.prepare('SELECT id, value FROM vault WHERE meeting = ? AND forgotten = 0 ORDER BY n'),
  value: db.prepare('SELECT salt, value FROM vault WHERE meeting = ? AND id = ? AND forgotten = 0'),
  receipt: db.prepare('SELECT outcome FROM receipts WHERE meeting = ? AND actor = ? AND id = ?').pluck(),
  meetings: db.prepare('SELECT id, code, created AS createdAt FROM meetings ORDER BY created, id'),
  meeting: db.prepare('SELECT 1 FROM meetings WHERE id = ?').pluck(),
  codeTaken: db.prepare('SELECT 1 FROM meetings WHERE code = ?').pluck(),
  addMeeting: db.prepare('INSERT INTO meetings (id, code, created) VALUES (?, ?, ?)'),
  addEvent: db.prepare('INSERT INTO events (meeting, seq, body, hash) VALUES (?, ?, ?, ?)'),
  addValue: db.prepare('INSERT INTO vault (meeting, id, salt, value) VALUES (?, ?, ?, ?)'),
  addReceipt: db.prepare('INSERT INTO receipts (meeting, actor, id, outcome) VALUES (?, ?, ?, ?)'),
  forget: db.prepare(
    'UPDATE vault SET forgotten = 1, salt = zeroblob(length(salt)), value = zeroblob(length(value)) WHERE meeting = ? AND id = ?',
  ),
});
