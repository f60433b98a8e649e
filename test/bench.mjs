import { spawnSync } from 'node:child_process';
import { ensureInstalled } from '../server/launch/install.mjs';
import { root } from '../server/launch/root.mjs';

/* `npm run bench`: measures, and judges nothing but that it could measure. Figures come from here, never from a test. */

ensureInstalled({ dev: true });
const { ensureBuilt } = await import('../server/launch/builder.mjs');
await ensureBuilt();
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const run = ['--runInBand', '--silent=false', '--testMatch', '**/test/load/*.bench.ts', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, [...flags, ...run], { cwd: root, stdio: 'inherit' }).status ?? 1;
