import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';
import { firstLoad } from './first-load.ts';

/** What a delegate's first load may weigh, compressed. How long it takes is measured by `npm run bench`. */
const SCRIPT = 75_000;
const ALL = 200_000;

describe('the first load of a delegate', () => {
  let browser: Browser;
  let child: Child;
  let cookie: string;

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    const desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await desk.send('core.StartItem', { item: 'coherence' });
    desk.close();
    cookie = await cookieOfChild(child, 'participant');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  });

  it.each(['ar', 'fr', 'en'] as const)(
    'in %s: scripts within 75 kB, all with fonts within 200 kB',
    async (lang) => {
      const { script, fonts, all } = await firstLoad(browser, child, lang, cookie);
      expect(script).toBeGreaterThan(10_000);
      expect(script).toBeLessThanOrEqual(SCRIPT);
      expect(fonts).toBeGreaterThan(0);
      expect(all).toBeLessThanOrEqual(ALL);
    },
    60_000,
  );
});
