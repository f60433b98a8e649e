import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
};

/**
 * Whether node_modules holds what package-lock.json asks for. Packages for other systems may be missing; so may those
 * for development, unless `dev` asks for them.
 */
export function isInstalled({ dev }) {
  const wanted = Object.entries(read('package-lock.json')).filter(([path]) => path !== '');
  const present = read('node_modules/.package-lock.json');
  return (
    wanted.length > 0 &&
    wanted.every(([path, { version, optional, dev: forDevelopment }]) => {
      const found = present[path];
      if (found) return found.version === version;
      return Boolean(optional) || (!dev && Boolean(forDevelopment));
    })
  );
}

/** Runs `npm ci` where something is missing or of another version; ends the process where that fails. */
export function ensureInstalled({ dev = false } = {}) {
  if (isInstalled({ dev })) return;
  process.stderr.write('Installing packages …\n');
  // What npm says goes to the error stream: the standard output is for the server's own lines.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write('The packages could not be installed: npm ci failed, see above.\n');
  process.exit(1);
}
