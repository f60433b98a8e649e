import { fstatSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { CommandError } from './usage.ts';
import { isFull } from './write-whole.ts';

const STDOUT = 1;

/**
 * Writes to the standard output. Into a file it is written here and now: a stream would not say that the disk is full
 * where it has taken a part of it.
 * @throws CommandError where there is no space left.
 */
export function writeOut(content: string | Uint8Array): void {
  const there = fstatSync(STDOUT);
  if (isatty(STDOUT) || there.isFIFO() || there.isSocket()) {
    process.stdout.write(content);
    return;
  }
  try {
    writeFileSync(STDOUT, content);
  } catch (error) {
    throw isFull(error) ? new CommandError('cli.outputFull') : error;
  }
}

// Whoever read the output has closed it: there is nobody left to say it to.
process.stdout.on('error', () => process.exit(1));
