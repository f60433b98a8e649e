import type { MeetingId } from '../../domain/ids.ts';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { VaultValue } from '../../domain/vault.ts';
import type {
  Batch,
  EventStore,
  Head,
  LogSource,
  MeetingRow,
  StoredRow,
  VaultPut,
  Verdict,
} from '../../store/store.ts';
import { StoreError } from '../../store/store.ts';

/**
 * Keeps what one meeting's room appends, and writes it to the store behind it in one go: thousands of commands cost one
 * commit, and a run that is broken off leaves nothing. The room behind it is the only writer of its meeting.
 */
export class GatheringStore implements EventStore {
  private readonly rows: StoredRow[] = [];
  private readonly puts = new Map<string, VaultPut>();
  private readonly receipts = new Map<string, Batch['receipts'][number]>();
  private meeting: MeetingId | null = null;
  private code = '';

  constructor(private readonly behind: EventStore) {}

  /**
   * Writes the meeting whole; `createdAt` is when the store got it, in milliseconds since 1970.
   * @throws StoreError as `append`; then nothing was written, or nobody knows (IO).
   */
  async write(createdAt: number): Promise<Head> {
    if (this.meeting === null) throw new StoreError('IO', 'no meeting was begun');
    return this.behind.append({
      meeting: this.meeting,
      begins: { code: this.code, createdAt },
      expectedSeq: 0,
      events: this.rows,
      puts: [...this.puts.values()],
      // What was forgotten on the way has never been anywhere.
      forgets: [],
      receipts: [...this.receipts.values()],
    });
  }

  async append({ meeting, begins, expectedSeq, events, puts, forgets, receipts }: Batch): Promise<Head> {
    if (begins) {
      if (this.meeting !== null) throw new StoreError('CONFLICT', 'one meeting at a time');
      const taken = await this.behind.meetings();
      if (taken.some(({ code }) => code === begins.code)) throw new StoreError('CODE_TAKEN', begins.code);
      this.meeting = meeting;
      this.code = begins.code;
    }
    if (meeting !== this.meeting || expectedSeq !== this.rows.length)
      throw new StoreError('CONFLICT', `the log stands at ${this.rows.length}`);
    this.rows.push(...events);
    for (const put of puts) this.puts.set(put.id, put);
    for (const id of forgets) this.puts.delete(id);
    for (const receipt of receipts) this.receipts.set(`${receipt.actor} ${receipt.id}`, receipt);
    return this.head();
  }

  async *read(_meeting: MeetingId, from: number): AsyncGenerator<StoredRow> {
    yield* this.rows.slice(from);
  }

  async vault(): Promise<Map<string, VaultValue>> {
    return new Map([...this.puts].map(([id, { value }]) => [id, value]));
  }

  async receipt(_meeting: MeetingId, actor: string, id: string): Promise<CommandAnswer | null> {
    return this.receipts.get(`${actor} ${id}`)?.outcome ?? null;
  }

  meetings(): Promise<readonly MeetingRow[]> {
    return this.behind.meetings();
  }

  /** The hash follows when it is written. */
  async head(): Promise<Head> {
    return { seq: this.rows.length, hash: '' };
  }

  async verify(): Promise<Verdict> {
    return { ok: true, head: await this.head() };
  }

  source(meeting: MeetingId): Promise<LogSource> {
    return this.behind.source(meeting);
  }

  async close(): Promise<void> {}
}
