import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const KEY_FILE = 'key';
const KEY_BYTES = 32;

/** The key file cannot be made, read, or is not a key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/**
 * The key of a data folder, 32 random bytes in a file of its own outside the database, so that the database (or a
 * backup of it) gives nobody a link. Made on the first call.
 * @throws KeyError
 */
export function readKey(folder: string): Buffer {
  const file = join(folder, KEY_FILE);
  try {
    const key = existing(file) ?? made(file);
    if (key.length === KEY_BYTES) return key;
  } catch (error) {
    throw new KeyError(`the key file ${file} cannot be read or made`, { cause: error });
  }
  throw new KeyError(`${file} is not a key of ${KEY_BYTES} bytes`);
}

function existing(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function made(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, key);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return key;
}
