import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '../../server/store/sqlite-events.ts';
import { DATABASE_FILE, openDatabase } from '../../server/store/sqlite-open.ts';
import { all, batch, meeting, sealing } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

cleanUpAfterEach();

describe('a store that cannot write', () => {
  it('says that the disk is full, and has kept all that it acknowledged', async () => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder);
    const store = new SqliteEventStore(db, close);
    await store.append(batch(0));
    // SQLite's own limit fails exactly as a full disk does: in the middle of a transaction.
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 20}`);
    let acknowledged = 1;
    const fill = async () => {
      for (; acknowledged < 1000; acknowledged++) {
        const { row, puts } = sealing(acknowledged + 1, ['x'.repeat(3000), 'y'.repeat(9000)]);
        await store.append(batch(acknowledged, 0, { events: [row], puts }));
      }
    };
    await expect(fill()).rejects.toMatchObject({ name: 'StoreError', code: 'FULL' });
    expect(acknowledged).toBeGreaterThan(1);
    expect((await store.head(meeting)).seq).toBe(acknowledged);
    expect((await store.vault(meeting)).size).toBe((acknowledged - 1) * 2);
    // Room again: it goes on where it stood.
    db.pragma('max_page_count = 1000000');
    await store.append(batch(acknowledged));
    await store.close();
    const again = openDatabase(folder);
    expect(await all(new SqliteEventStore(again.db, again.close).read(meeting, 0))).toHaveLength(acknowledged + 1);
    again.close();
  });

  it('says that another process holds the database, and goes on when it lets go', async () => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder, { busyTimeout: 50 });
    const store = new SqliteEventStore(db, close);
    await store.append(batch(0));
    const other = new Database(join(folder, DATABASE_FILE));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(batch(1))).rejects.toMatchObject({ code: 'LOCKED' });
    other.exec('ROLLBACK');
    other.close();
    expect((await store.append(batch(1))).seq).toBe(2);
    await store.close();
  });

  it('refuses a batch after another process has written one', async () => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder);
    const store = new SqliteEventStore(db, close);
    await store.append(batch(0));
    const other = new Database(join(folder, DATABASE_FILE));
    await new SqliteEventStore(other, () => void other.close()).append(batch(1));
    await expect(store.append(batch(1))).rejects.toMatchObject({ code: 'CONFLICT' });
    await store.close();
  });
});
