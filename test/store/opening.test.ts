import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { openStores, openStoresBeside } from '../../server/store/sqlite.ts';
import { DATABASE_FILE, openDatabase } from '../../server/store/sqlite-open.ts';
import { SCHEMA_VERSION } from '../../server/store/sqlite-schema.ts';
import { all, batch, meeting } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

cleanUpAfterEach();

/** Every file of a folder with its bytes, to see that nothing was touched. */
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

const databaseIn = (folder: string, prepare: (db: Database.Database) => void): void => {
  const db = new Database(join(folder, DATABASE_FILE));
  prepare(db);
  db.close();
};

describe('opening the store', () => {
  it('[law 1] writes through to the disk at each commit, on the connection that is used', () => {
    const { db, close } = openDatabase(dataFolder());
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    close();
  });

  it('[law 1] so does the connection that a command writes on', () => {
    const folder = dataFolder();
    openDatabase(folder).close();
    const stores = openStoresBeside(folder, 'write');
    const { db } = stores.events as unknown as { db: Database.Database };
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    return stores.close();
  });

  it('makes the folder, for its owner alone', async () => {
    const folder = join(dataFolder(), 'deep', 'down');
    await openStores(folder).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('refuses a database of another program, and leaves it as it is', () => {
    const folder = dataFolder();
    databaseIn(folder, (db) => db.exec("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('couscous')"));
    const before = contents(folder);
    expect(() => openStores(folder)).toThrow(expect.objectContaining({ code: 'FOREIGN' }));
    expect(contents(folder)).toEqual(before);
  });

  it('refuses a file that is no database, and leaves it as it is', () => {
    const folder = dataFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'a letter to a friend, longer than a header '.repeat(50));
    const before = contents(folder);
    expect(() => openStores(folder)).toThrow(expect.objectContaining({ code: 'FOREIGN' }));
    expect(contents(folder)).toEqual(before);
  });

  it('refuses the tables of a later release, and leaves them as they are', async () => {
    const folder = dataFolder();
    const stores = openStores(folder);
    await stores.events.append(batch(0));
    await stores.close();
    databaseIn(folder, (db) => db.pragma(`user_version = ${SCHEMA_VERSION + 1}`));
    const before = readFileSync(join(folder, DATABASE_FILE));
    expect(() => openStores(folder)).toThrow(expect.objectContaining({ code: 'NEWER' }));
    expect(() => openStoresBeside(folder, 'write')).toThrow(expect.objectContaining({ code: 'NEWER' }));
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(before)).toBe(true);
  });

  it('takes an empty file for a new database', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, DATABASE_FILE), '');
    const stores = openStores(folder);
    expect(await stores.events.meetings()).toEqual([]);
    await stores.close();
  });

  it('lets one server into a folder', async () => {
    const folder = dataFolder();
    const first = openStores(folder);
    expect(() => openStores(folder)).toThrow(expect.objectContaining({ code: 'LOCKED' }));
    await first.close();
    await openStores(folder).close();
  });

  it('refuses a folder that cannot be written to', () => {
    const file = join(dataFolder(), 'a-file');
    writeFileSync(file, '');
    expect(() => openStores(join(file, 'below'))).toThrow(expect.objectContaining({ code: 'UNWRITABLE' }));
    const folder = join(dataFolder(), 'shut');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    if (process.getuid?.() === 0) return expectShutToOthers(folder);
    expect(() => openStores(folder)).toThrow(expect.objectContaining({ code: 'UNWRITABLE' }));
  });

  it('reads beside a running server, and sees one moment of the log', async () => {
    const folder = dataFolder();
    const server = openStores(folder);
    await server.events.append(batch(0, 2));
    const reader = openStoresBeside(folder, 'read');
    expect(await all(reader.events.read(meeting, 0))).toHaveLength(2);
    await server.events.append(batch(2));
    expect(await all(reader.events.read(meeting, 0))).toHaveLength(2);
    await expect(reader.events.append(batch(2))).rejects.toMatchObject({ name: 'StoreError' });
    await reader.close();
    await server.close();
  });

  it('reads what a server left behind', async () => {
    const folder = dataFolder();
    const server = openStores(folder);
    await server.events.append(batch(0, 2));
    await server.close();
    const reader = openStoresBeside(folder, 'read');
    expect((await reader.events.head(meeting)).seq).toBe(2);
    await reader.close();
  });

  it('says so where there is nothing to read', () => {
    expect(() => openStoresBeside(dataFolder(), 'read')).toThrow(expect.objectContaining({ code: 'UNWRITABLE' }));
  });
});

/** Root may write anywhere: a folder's mode is tried by a child of another user. */
function expectShutToOthers(folder: string): void {
  const tried = spawnSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(folder)}, 2)`], {
    uid: 65534,
    gid: 65534,
  });
  expect(tried.status).not.toBe(0);
}
