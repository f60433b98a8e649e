import { StoreError, type StoreErrorCode } from './store.ts';

const codeOf = (sqlite: string): StoreErrorCode => {
  if (sqlite.startsWith('SQLITE_FULL')) return 'FULL';
  if (sqlite.startsWith('SQLITE_BUSY') || sqlite.startsWith('SQLITE_LOCKED')) return 'LOCKED';
  if (sqlite.startsWith('SQLITE_NOTADB') || sqlite.startsWith('SQLITE_CORRUPT')) return 'FOREIGN';
  if (sqlite.startsWith('SQLITE_READONLY') || sqlite.startsWith('SQLITE_CANTOPEN') || sqlite.startsWith('SQLITE_PERM'))
    return 'UNWRITABLE';
  if (sqlite.startsWith('SQLITE_CONSTRAINT')) return 'CONFLICT';
  return 'IO';
};

/**
 * What went wrong in SQLite, in the store's words; other errors stay as they are. Known by its code: the class is one
 * per copy of the module, and a test runner loads several.
 */
export function storeError(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  return new StoreError(codeOf(code), `${code}: ${String(message)}`, { cause: error });
}

/** Runs it, with SQLite's errors turned into StoreErrors. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw storeError(error);
  }
}
