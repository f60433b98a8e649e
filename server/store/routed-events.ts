import type { MeetingId } from '../domain/ids.ts';
import type { VaultValue } from '../domain/vault.ts';
import type { Stores } from './sqlite.ts';
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

/** Where each meeting is, and everything that there is. */
export interface Routes {
  of(meeting: MeetingId): Stores;
  all(): readonly Stores[];
  close(): Promise<void>;
}

/** The logs of all meetings, wherever each is. */
export class RoutedEventStore implements EventStore {
  constructor(private readonly routes: Routes) {}

  async append(batch: Batch): Promise<Head> {
    const { events } = this.routes.of(batch.meeting);
    // Each store knows its own codes alone.
    const { begins } = batch;
    if (begins && (await this.meetings()).some(({ id, code }) => code === begins.code && id !== batch.meeting))
      throw new StoreError('CODE_TAKEN', `the code ${begins.code} is another meeting's`);
    return events.append(batch);
  }

  async *read(meeting: MeetingId, from: number): AsyncGenerator<StoredRow> {
    yield* this.routes.of(meeting).events.read(meeting, from);
  }

  async vault(meeting: MeetingId): Promise<Map<string, VaultValue>> {
    return this.routes.of(meeting).events.vault(meeting);
  }

  async receipt(...args: Parameters<EventStore['receipt']>): ReturnType<EventStore['receipt']> {
    return this.routes.of(args[0]).events.receipt(...args);
  }

  async meetings(): Promise<readonly MeetingRow[]> {
    const rows = await Promise.all(this.routes.all().map(({ events }) => events.meetings()));
    return rows.flat().sort((a, b) => a.createdAt - b.createdAt);
  }

  async head(meeting: MeetingId): Promise<Head> {
    return this.routes.of(meeting).events.head(meeting);
  }

  async verify(meeting: MeetingId): Promise<Verdict> {
    return this.routes.of(meeting).events.verify(meeting);
  }

  async source(meeting: MeetingId): Promise<LogSource> {
    return this.routes.of(meeting).events.source(meeting);
  }

  close(): Promise<void> {
    return this.routes.close();
  }
}
