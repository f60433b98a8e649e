import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from '@jest/globals';
import { openStores, type Stores } from '../../server/store/sqlite.ts';
import { type Batch, type EventStore, StoreError } from '../../server/store/store.ts';

const made: (() => void)[] = [];

/** Removes the folders made so far. */
export function removeFolders(): void {
  for (const undo of made.splice(0)) undo();
}

/** Removes the folders of a test file's tests after each of them. */
export function cleanUpAfterEach(): void {
  afterEach(removeFolders);
}

/** An empty data folder, on a real disk. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'halqa-test-'));
  made.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real SQLite store in a folder of its own. */
export const freshStores = (folder = dataFolder()): Stores => openStores(folder);

export type Fault = 'none' | 'before' | 'unclear';

/** A store whose commits can be made to fail: before anything is written, or after it was, without anybody knowing. */
export class FaultyStore implements EventStore {
  /** What the next append does. */
  next: () => Fault = () => 'none';
  /** Waits before each append, as a slow disk would. */
  delay: () => Promise<void> = async () => {};
  appended = 0;

  constructor(private readonly store: EventStore) {}

  async append(batch: Batch) {
    await this.delay();
    const fault = this.next();
    if (fault === 'before') throw new StoreError('FULL', 'planted: nothing was written');
    const head = await this.store.append(batch);
    this.appended++;
    if (fault === 'unclear') throw new StoreError('IO', 'planted: it was written, and nobody knows');
    return head;
  }

  read = (...args: Parameters<EventStore['read']>) => this.store.read(...args);
  vault = (...args: Parameters<EventStore['vault']>) => this.store.vault(...args);
  receipt = (...args: Parameters<EventStore['receipt']>) => this.store.receipt(...args);
  meetings = () => this.store.meetings();
  head = (...args: Parameters<EventStore['head']>) => this.store.head(...args);
  verify = (...args: Parameters<EventStore['verify']>) => this.store.verify(...args);
  source = (...args: Parameters<EventStore['source']>) => this.store.source(...args);
  close = () => this.store.close();
}
