import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { openStores } from '../../server/store/sqlite.ts';
import { SqliteEventStore } from '../../server/store/sqlite-events.ts';
import { DATABASE_FILE, openDatabase } from '../../server/store/sqlite-open.ts';
import { batch, meeting, sealing } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

cleanUpAfterEach();

const holding = (folder: string, marker: string): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker));

it('[law 9] a process that ends between a removal and the emptying of its log leaves nothing for the next one', async () => {
  const folder = dataFolder();
  const { db, close } = openDatabase(folder, { busyTimeout: 1 });
  const store = new SqliteEventStore(db, close);
  const { row, puts, ids } = sealing(1, ['marker-left-behind']);
  await store.append(batch(0, 0, { events: [row], puts, begins: { code: '123456', createdAt: 1 } }));
  // A reader keeps the log from being emptied, so that the folder is caught in the middle of a removal.
  const reader = new Database(join(folder, DATABASE_FILE), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM vault').get();
  await store.append(batch(1, 1, { forgets: ids }));
  const crashed = join(dataFolder(), 'crashed');
  cpSync(folder, crashed, { recursive: true });
  reader.close();
  await store.close();

  expect(holding(crashed, 'marker-left-behind')).not.toEqual([]);
  const next = openStores(crashed);
  expect((await next.events.vault(meeting)).size).toBe(0);
  expect(holding(crashed, 'marker-left-behind')).toEqual([]);
  await next.close();
});
