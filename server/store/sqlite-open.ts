import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { guarded } from './sqlite-errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './sqlite-schema.ts';
import { StoreError } from './store.ts';

export const DATABASE_FILE = 'halqa.sqlite';
const LOCK_FILE = 'server.lock';

export interface OpenOptions {
  /** Milliseconds to wait for another process's write to end. */
  readonly busyTimeout?: number;
}

/** A connection to a database of ours, created where the folder has none. */
export interface OpenDatabase {
  readonly db: Database.Database;
  close(): void;
}

/**
 * Opens the database of a data folder for its one server. Nothing is touched where it is refused.
 * @throws StoreError UNWRITABLE, FOREIGN, NEWER, LOCKED.
 */
export function openDatabase(folder: string, options: OpenOptions = {}): OpenDatabase {
  makeFolder(folder);
  const file = join(folder, DATABASE_FILE);
  if (existsSync(file)) checkFile(file);
  const lock = takeLock(join(folder, LOCK_FILE));
  try {
    const db = guarded(() => prepared(file, options.busyTimeout ?? 2000));
    return {
      db,
      close() {
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Opens an existing database beside a running server, for commands: reading, or a single small write.
 * @throws StoreError UNWRITABLE (also where there is none), FOREIGN, NEWER.
 */
export function openBeside(folder: string, mode: 'read' | 'write'): OpenDatabase {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) throw new StoreError('UNWRITABLE', `there is no database in ${folder}`);
  checkFile(file);
  const db = guarded(() => {
    const opened = new Database(file, { fileMustExist: true, timeout: 5000, readonly: mode === 'read' });
    // One moment of the log for everything that is read, whatever is written meanwhile.
    if (mode === 'read') opened.exec('BEGIN');
    else pragmas(opened, 5000);
    return opened;
  });
  return { db, close: () => void db.close() };
}

/** A new database that is on no disk, and gone when it is closed. */
export function openInMemory(): OpenDatabase {
  const db = new Database(':memory:');
  pragmas(db, 0);
  db.exec(SCHEMA);
  label(db);
  return { db, close: () => void db.close() };
}

/** Opens a database from its bytes, to read. @throws StoreError FOREIGN, NEWER. */
export function openBytes(bytes: Uint8Array): OpenDatabase {
  const db = guarded(() => new Database(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  try {
    guarded(() => check(db, 'the database in memory'));
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, close: () => void db.close() };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreError('UNWRITABLE', `the folder ${folder} cannot be written to`, { cause: error });
  }
}

/** Looks at the file without changing it. */
function checkFile(file: string): void {
  guarded(() => {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    try {
      check(db, file);
    } finally {
      db.close();
    }
  });
}

function check(db: Database.Database, file: string): void {
  const id = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true }) as number;
  const empty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get() === 0;
  if (empty && id === 0 && version === 0) return;
  if (id !== APPLICATION_ID) throw new StoreError('FOREIGN', `${file} is a database of another program`);
  if (version > SCHEMA_VERSION)
    throw new StoreError('NEWER', `${file} was written by a later release (its tables are version ${version})`);
}

/**
 * Holds the folder for one server: a lock of SQLite's own, which the system drops when the process ends, however it
 * ends. Two servers on one log would each refuse the other's batches.
 */
function takeLock(file: string): Database.Database {
  return guarded(() => {
    const lock = new Database(file, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return lock;
  });
}

/** Says whose database it is. */
function label(db: Database.Database): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${SCHEMA_VERSION}`);
}

function pragmas(db: Database.Database, busyTimeout: number): void {
  db.pragma(`busy_timeout = ${busyTimeout}`);
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
}

function prepared(file: string, busyTimeout: number): Database.Database {
  const db = new Database(file, { timeout: busyTimeout });
  try {
    check(db, file);
    // Before the first table: a page's free space is zeroed from the start.
    pragmas(db, busyTimeout);
    if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal')
      throw new StoreError('UNWRITABLE', `${file}: this file system does not allow a write-ahead log`);
    db.transaction(() => {
      if (db.pragma('user_version', { simple: true }) !== 0) return;
      db.exec(SCHEMA);
      label(db);
    }).immediate();
    // A process that ended between a removal's commit and the emptying of the log has left the text in it.
    db.pragma('wal_checkpoint(TRUNCATE)');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
