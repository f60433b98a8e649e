import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { builtHash, inputsHash, recordBuild } from './stale.mjs';

/**
 * Builds both sides beside what stands, then puts them in its place: a failed build changes nothing, and a running
 * server never reads half of one.
 */
export async function buildAll({ logLevel = 'info' } = {}) {
  const hash = inputsHash();
  const { build } = await import('vite');
  const { compressFolder } = await import('./compress.mjs');
  const fresh = join(root, `build/.fresh-${process.pid}`);
  const { NODE_ENV } = process.env;
  try {
    const common = { root, configFile: join(root, 'vite.config.ts'), logLevel };
    await build({ ...common, build: { outDir: join(fresh, 'client') } });
    await build({ ...common, build: { outDir: join(fresh, 'server'), ssr: true } });
    await compressFolder(join(fresh, 'client/assets'));
    for (const side of ['client', 'server']) {
      const old = join(fresh, `old-${side}`);
      mkdirSync(join(root, 'build', side), { recursive: true });
      renameSync(join(root, 'build', side), old);
      renameSync(join(fresh, side), join(root, 'build', side));
    }
    recordBuild(hash);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    // Vite leaves it at "production", for whatever this process starts next.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds where something that the build reads has changed since the last one; ends the process where that fails. */
export async function ensureBuilt() {
  if (builtHash() === inputsHash()) return;
  process.stderr.write('Building …\n');
  try {
    await buildAll({ logLevel: 'warn' });
  } catch (error) {
    process.stderr.write(`${error.message}\nThe build failed, see above.\n`);
    process.exit(1);
  }
}
