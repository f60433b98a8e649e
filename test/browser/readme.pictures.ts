import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Child, root, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { HOST, launch, sizes } from './browser.ts';
import { fillRoom } from './full-room.ts';
import { at, linkAt } from './people.ts';

/* The few small pictures that the README shows, into data/pictures. */

const folder = path.join(root, 'data/pictures');

let browser: Browser;
let child: Child;
let room: Awaited<ReturnType<typeof fillRoom>>;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launch();
  child = await startChild(dataFolder());
  room = await fillRoom(child);
}, 60_000);

afterAll(async () => {
  room?.leave();
  await browser?.close();
  child?.process.kill('SIGTERM');
  await child?.ended;
  removeFolders();
});

async function shoot(
  name: string,
  size: keyof typeof sizes,
  scale: number,
  locale: string,
  open: (page: Page) => Promise<unknown>,
  cookie?: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: scale,
    locale,
    timezoneId: 'Africa/Tunis',
    reducedMotion: 'reduce',
  });
  if (cookie) {
    const [key = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name: key, value, domain: HOST, path: '/' }]);
  }
  const page = await context.newPage();
  await open(page);
  await page.waitForTimeout(2000);
  await page.screenshot({ path: path.join(folder, `${name}.jpg`), type: 'jpeg', quality: 78 });
  await context.close();
}

it('the four pages', async () => {
  await shoot('phone', 'phone', 1, 'ar-TN', (page) => page.goto(at(child, '/')), room.cookies[0]);
  await shoot('desk', 'laptop', 0.7, 'fr-FR', (page) => page.goto(linkAt(child, 'facilitator')));
  await shoot('screen', 'projector', 0.5, 'ar-TN', (page) => page.goto(linkAt(child, 'screen')));
  await shoot('minutes', 'phone', 1, 'en-GB', async (page) => {
    await page.goto(linkAt(child, 'reader'));
    await page.locator('#C2').scrollIntoViewIfNeeded();
  });
}, 60_000);
