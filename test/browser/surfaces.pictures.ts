import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Child, root, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { HOST, launch, personOf, type sizes } from './browser.ts';
import { fillRoom } from './full-room.ts';
import { at, linkAt } from './people.ts';

/* `npm run pictures`: every page, full of a meeting, in three languages, into build/pictures. For eyes, not for tests. */

const folder = path.join(root, 'build/pictures');
const languages = ['ar', 'fr', 'en'] as const;
type Lang = (typeof languages)[number];

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
  lang: Lang,
  size: keyof typeof sizes,
  open: (page: Page) => Promise<unknown>,
  options: { dark?: boolean; cookie?: string; full?: boolean } = {},
): Promise<void> {
  const { context, page } = await personOf(browser, { size, lang, dark: options.dark ?? false });
  if (options.cookie) {
    const [key = '', value = ''] = options.cookie.split('=');
    await context.addCookies([{ name: key, value, domain: HOST, path: '/' }]);
  }
  await open(page);
  await page.waitForTimeout(1800);
  await page.screenshot({ path: path.join(folder, `${name}-${lang}.png`), fullPage: options.full ?? false });
  await context.close();
}

const lines = { ar: 0, fr: 2, en: 4 } as const;

it.each(languages)(
  '%s',
  async (lang) => {
    const cookie = room.cookies[lines[lang]]!;
    const now = (page: Page) =>
      page.goto(at(child, '/')).then(() => page.locator('article.discussion').first().waitFor());
    await shoot('join', lang, 'phone', (page) => page.goto(at(child, `/j/${child.code}`)), { full: true });
    await shoot('now', lang, 'phone', now, { cookie });
    await shoot('now-full', lang, 'phone', now, { cookie, full: true });
    await shoot('now-dark', lang, 'phone', now, { cookie, dark: true });
    await shoot(
      'agenda',
      lang,
      'phone',
      (page) => now(page).then(() => page.locator('nav a, nav button').nth(1).click()),
      { cookie },
    );
    await shoot(
      'mine',
      lang,
      'phone',
      (page) => now(page).then(() => page.locator('nav a, nav button').nth(2).click()),
      { cookie, full: true },
    );
    await shoot(
      'offline',
      lang,
      'phone',
      async (page) => {
        await now(page);
        await page.context().setOffline(true);
        await page
          .locator('form.write textarea')
          .first()
          .fill(lang === 'ar' ? 'مكتب مفتوح كلّ خميس.' : 'Une permanence chaque jeudi.');
        await page.locator('form.write button[type=submit]').first().click();
        await page.waitForTimeout(3000);
      },
      { cookie },
    );
    await shoot('desk', lang, 'laptop', (page) => page.goto(linkAt(child, 'facilitator')));
    await shoot('desk-dark', lang, 'laptop', (page) => page.goto(linkAt(child, 'facilitator')), { dark: true });
    await shoot('desk-phone', lang, 'phone', (page) => page.goto(linkAt(child, 'facilitator')));
    await shoot('reader', lang, 'laptop', (page) => page.goto(linkAt(child, 'reader')), { full: true });
    await shoot('reader-phone', lang, 'phone', (page) => page.goto(linkAt(child, 'reader')), { full: true });
  },
  120_000,
);

it('the screen', async () => {
  await shoot('screen', 'ar', 'projector', (page) => page.goto(linkAt(child, 'screen')));
  await shoot('screen-laptop', 'ar', 'laptop', (page) => page.goto(linkAt(child, 'screen')));
}, 60_000);
