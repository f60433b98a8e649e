import { spawnSync } from 'node:child_process';
import { ensureInstalled } from '../server/launch/install.mjs';
import { root } from '../server/launch/root.mjs';

/*
 * Runs what is no test but needs the same surroundings, by its files' pattern: `npm run bench` measures (figures come
 * from there, never from a test), `npm run pictures` photographs every page.
 */

const [pattern, ...more] = process.argv.slice(2);
ensureInstalled({ dev: true });
const { ensureBuilt } = await import('../server/launch/builder.mjs');
await ensureBuilt();
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const run = ['--runInBand', '--testMatch', pattern, ...more];
process.exitCode = spawnSync(process.execPath, [...flags, ...run], { cwd: root, stdio: 'inherit' }).status ?? 1;
