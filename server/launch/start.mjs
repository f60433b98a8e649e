import { ensureInstalled } from './install.mjs';
import { endWithNpm } from './orphan.mjs';

endWithNpm('start');
ensureInstalled();
const { ensureBuilt } = await import('./builder.mjs');
await ensureBuilt();
// In this process, so that signals reach the server itself.
await import('../../build/server/main.js');
