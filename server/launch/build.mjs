import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { buildAll } = await import('./builder.mjs');
await buildAll();
