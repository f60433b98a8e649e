#!/usr/bin/env node
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { ensureBuilt } = await import('./builder.mjs');
await ensureBuilt();
await import('../../build/server/cli.js');
