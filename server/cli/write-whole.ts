import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { CommandError } from './usage.ts';

/**
 * Writes a file whole or not at all: beside its place first, then into it. What is no file (a device, a pipe) is
 * written to directly.
 * @throws CommandError where there is no space left, or the file cannot be written; what stood there still stands.
 */
export function writeWhole(file: string, body: Uint8Array): void {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there && !there.isFile()) writeFileSync(file, body);
    else putInPlace(there ? realpathSync(file) : file, body, there?.mode);
  } catch (error) {
    throw new CommandError(isFull(error) ? 'cli.diskFull' : 'cli.fileUnwritable', { file });
  }
}

/** Whether a disk, or a person's share of it, has no space left. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code));

function putInPlace(file: string, body: Uint8Array, mode = 0o666): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    const place = openSync(beside, 'wx', mode & 0o777);
    try {
      writeFileSync(place, body);
      // Some disks say only now that they are full.
      fsyncSync(place);
    } finally {
      closeSync(place);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
