import { spawn } from 'node:child_process';
import { rmSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { endWithNpm } from './orphan.mjs';
import { root } from './root.mjs';

ensureInstalled({ dev: true });
const { build } = await import('vite');

let server = null;
let stopping = false;

/** Starts the server, or starts it again once the one before has closed its data. */
function restart() {
  if (stopping) return;
  if (server && server.exitCode === null) {
    server.once('exit', restart);
    server.kill('SIGTERM');
    return;
  }
  server = spawn(process.execPath, [join(root, 'build/server/main.js')], { cwd: root, stdio: 'inherit' });
}

function stop() {
  stopping = true;
  if (server && server.exitCode === null) server.once('exit', () => process.exit(0)).kill('SIGTERM');
  else process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
endWithNpm('dev');

// What stands in build/ is now a development build; the next `npm start` makes its own.
rmSync(join(root, 'build/inputs.sha256'), { force: true });

/** Rebuilds one side whenever a file of it changes; resolves after its first build. */
async function watch(side, options, built) {
  const watcher = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(root, 'build', side), watch: {}, ...options },
  });
  await new Promise((first) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') process.stderr.write(`${side}: ${event.error.message}\n`);
      if (event.code !== 'END') return;
      process.stderr.write(`${side}: built\n`);
      built();
      first();
    });
  });
}

await watch('client', { emptyOutDir: false, minify: false }, () => {});
await watch('server', { ssr: true }, restart);

// Templates and words are read when the server starts. An editor writes a file in several steps: the last one counts.
let soon;
for (const folder of ['views', 'data/locales'])
  watchFolder(join(root, folder), { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(restart, 200);
  });
