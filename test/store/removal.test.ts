import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '../../server/store/sqlite-events.ts';
import { DATABASE_FILE, openDatabase } from '../../server/store/sqlite-open.ts';
import { batch, meeting, sealing } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

cleanUpAfterEach();

/** The files of the folder that hold these bytes. */
const holding = (folder: string, marker: string | Uint8Array): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(Buffer.from(marker as string)));

/** A store whose pages are small, so that few texts already fill many. */
function smallPages(folder: string) {
  const file = join(folder, DATABASE_FILE);
  const first = new Database(file);
  first.pragma('page_size = 512');
  first.close();
  const { db, close } = openDatabase(folder);
  return { db, store: new SqliteEventStore(db, close) };
}

describe('[law 9] what is removed is gone from every file of the data folder', () => {
  it.each([
    ['a short text', 'marker-\u0627\u0644\u0635\u0641\u0627\u0642\u0633-1'],
    ['a text over many pages', `marker-${'لا يبقى منه شيء '.repeat(600)}-end`],
  ])('%s, and its salt', async (_name, text) => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder);
    const store = new SqliteEventStore(db, close);
    const { row, puts, ids } = sealing(1, ['before', text, 'after']);
    const salt = puts[1]!.salt;
    await store.append(batch(0, 0, { events: [row], puts, begins: { code: '123456', createdAt: 1 } }));
    expect(holding(folder, 'marker-')).not.toEqual([]);
    expect(holding(folder, salt)).not.toEqual([]);
    await store.append(batch(1, 1, { forgets: [ids[1] as string] }));
    expect(holding(folder, 'marker-')).toEqual([]);
    expect(holding(folder, text.slice(-12))).toEqual([]);
    expect(holding(folder, salt)).toEqual([]);
    expect((await store.vault(meeting)).size).toBe(2);
    expect(await store.verify(meeting)).toMatchObject({ ok: true });
    await store.close();
  });

  it('among many, of all lengths, in any order', async () => {
    const folder = dataFolder();
    const { store } = smallPages(folder);
    const living = new Map<string, string>();
    const removed: string[] = [];
    let seq = 0;
    // A fixed sequence, so that a failure comes back.
    let seed = 7;
    const below = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % n;
    };
    for (let round = 0; round < 120; round++) {
      const texts = Array.from({ length: 1 + below(4) }, () => {
        const marker = `<${randomBytes(9).toString('hex')}>`;
        return `${marker}${'.'.repeat(below(3) === 0 ? below(4000) : below(200))}${marker}`;
      });
      const { row, puts, ids } = sealing(seq + 1, texts);
      await store.append(batch(seq, 0, { events: [row], puts }));
      seq += 1;
      ids.forEach((id, i) => {
        living.set(id, texts[i] as string);
      });
      const leaving = [...living.keys()].filter(() => below(5) === 0);
      if (leaving.length === 0) continue;
      await store.append(batch(seq, 1, { forgets: leaving }));
      seq += 1;
      for (const id of leaving) {
        removed.push((living.get(id) as string).slice(0, 20));
        living.delete(id);
      }
    }
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(removed.length).toBeGreaterThan(100);
    expect(removed.filter((marker) => bytes.some((file) => file.includes(marker)))).toEqual([]);
    const kept = [...(await store.vault(meeting)).values()].map((value) => value.kind === 'text' && value.text);
    expect(new Set(kept)).toEqual(new Set(living.values()));
    await store.close();
  });

  it('a value put and forgotten in one batch was never written', async () => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder);
    const store = new SqliteEventStore(db, close);
    const { row, puts, ids } = sealing(1, ['marker-at-once']);
    await store.append(batch(0, 0, { events: [row], puts, forgets: ids, begins: { code: '123456', createdAt: 1 } }));
    expect(holding(folder, 'marker-at-once')).toEqual([]);
    await store.close();
  });

  it('where a reader holds the write-ahead log, with the next batch after it lets go', async () => {
    const folder = dataFolder();
    const { db, close } = openDatabase(folder, { busyTimeout: 1 });
    const store = new SqliteEventStore(db, close);
    const { row, puts, ids } = sealing(1, ['marker-held']);
    await store.append(batch(0, 0, { events: [row], puts, begins: { code: '123456', createdAt: 1 } }));
    const reader = new Database(join(folder, DATABASE_FILE), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM vault').get();
    await store.append(batch(1, 1, { forgets: ids }));
    expect((await store.vault(meeting)).size).toBe(0);
    reader.exec('COMMIT');
    reader.close();
    await store.append(batch(2));
    expect(holding(folder, 'marker-held')).toEqual([]);
    await store.close();
  });

  it('where a reader holds it for a moment, others are answered meanwhile', async () => {
    const folder = dataFolder();
    // As long as this a write may wait for another; waiting so for a reader, which ends in this process, it never would.
    const { db, close } = openDatabase(folder, { busyTimeout: 600_000 });
    const store = new SqliteEventStore(db, close);
    const { row, puts, ids } = sealing(1, ['marker-moment']);
    await store.append(batch(0, 0, { events: [row], puts, begins: { code: '123456', createdAt: 1 } }));
    const reader = new Database(join(folder, DATABASE_FILE), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM vault').get();
    setTimeout(() => reader.close(), 60);
    await store.append(batch(1, 1, { forgets: ids }));
    expect(holding(folder, 'marker-moment')).toEqual([]);
    await store.close();
  });
});
