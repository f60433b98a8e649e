import { spawnSync } from 'node:child_process';

/**
 * The files of a folder that hold a text. They are read by another process: one that has a database open and closes
 * another handle of its file loses its locks on it, and a third process would take it to be alone.
 */
export function holding(folder: string, text: string): string[] {
  const { status, stdout, stderr } = spawnSync('grep', ['-rlF', '--', text, folder], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`the files could not be searched: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}
