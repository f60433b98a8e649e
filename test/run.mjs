import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../server/launch/install.mjs';
import { root } from '../server/launch/root.mjs';
import { missingReaders } from './support/readers.mjs';

/* `npm test`: installs, builds, then types, lint and format, and every suite. The last line counts them all. */

ensureInstalled({ dev: true });
const { ensureBuilt } = await import('../server/launch/builder.mjs');
await ensureBuilt();

const counts = { passed: 0, failed: 0, leftOut: 0 };

function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
}

function step(name, run) {
  const started = Date.now();
  const ok = run();
  counts[ok ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

function jest() {
  const results = join(root, 'build/test-results.json');
  mkdirSync(join(root, 'build'), { recursive: true });
  rmSync(results, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const more = process.argv.slice(2);
  const ok = node([...flags, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...more]);
  try {
    const found = JSON.parse(readFileSync(results, 'utf8'));
    counts.passed += found.numPassedTests;
    // A suite that could not run at all has no failed test to count.
    counts.failed += found.numFailedTests + found.numRuntimeErrorTestSuites;
    counts.leftOut += found.numPendingTests + found.numTodoTests;
    if (!ok && found.numFailedTests + found.numRuntimeErrorTestSuites === 0) counts.failed += 1;
  } catch {
    counts.failed += 1;
  }
}

step('types', () => node(['node_modules/typescript/bin/tsc', '--noEmit']));
step('lint and format', () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '.']));
jest();

for (const [program, tests] of missingReaders())
  process.stdout.write(`left out, ${program} is not installed: ${tests.join(', ')}\n`);
if (counts.leftOut > 0) process.stdout.write(`${counts.leftOut} left out\n`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
