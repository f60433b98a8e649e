import { ensureInstalled } from './install.mjs';
import { endWithParent } from './orphan.mjs';

ensureInstalled();
const { ensureBuilt } = await import('./builder.mjs');
await ensureBuilt();
endWithParent();
// In this process, so that signals reach the server itself.
await import('../../build/server/main.js');
