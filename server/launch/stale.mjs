import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const FOLDERS = ['client', 'server', 'data/locales'];
const FILES = ['package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const MADE = [
  'build/client/.vite/manifest.json',
  'build/server/main.js',
  'build/server/cli.js',
  'build/server/minutes-worker.js',
  'build/server/rehearsal-delegates.js',
];
const RECORD = join(root, 'build/inputs.sha256');

/** SHA-256 over the names and bytes of everything that the build reads. */
export function inputsHash() {
  const hash = createHash('sha256').update(process.version);
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  for (const file of [...FILES, ...files.sort()]) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The hash that the last build was made of; the empty string where there was none, or it is no longer whole. */
export function builtHash() {
  if (!MADE.every((file) => existsSync(join(root, file)))) return '';
  try {
    return readFileSync(RECORD, 'utf8');
  } catch {
    return '';
  }
}

/** Notes what the build that now stands in `build/` was made of. */
export const recordBuild = (hash) => writeFileSync(RECORD, hash);
