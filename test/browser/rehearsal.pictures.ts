import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { type Child, root, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { type Look, launch, personOf } from './browser.ts';
import { Delegate, linkAt } from './people.ts';

/* `npm run pictures`: a rehearsal from beginning to end, in three languages, into build/pictures. For eyes, not for tests. */

const folder = path.join(root, 'build/pictures');
let browser: Browser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  removeFolders();
});

it.each(['ar', 'fr', 'en'] as const)(
  '%s',
  async (lang) => {
    const child = await startChild(dataFolder());
    const words = wordsFor(lang);
    const shot = (page: Page, name: string) =>
      page
        .waitForTimeout(600)
        .then(() => page.screenshot({ path: path.join(folder, `rehearsal-${name}-${lang}.png`) }));
    const open = async (
      look: Omit<Look, 'lang'>,
      of: Pick<Child, 'port' | 'links'>,
      role: 'facilitator' | 'screen',
    ) => {
      const { page } = await personOf(browser, { ...look, lang });
      await page.goto(linkAt(of, role));
      return page;
    };

    const desk = await open({ size: 'laptop' }, child, 'facilitator');
    await desk.locator('.top .rehearse').click();
    await desk.locator('#rehearse-people').waitFor();
    await shot(desk, 'start');
    const phoneBefore = await open({ size: 'phone' }, child, 'facilitator');
    await phoneBefore
      .locator('.cur')
      .getByRole('button', { name: words('desk.rehearse') })
      .click();
    await shot(phoneBefore, 'start-phone');
    await desk.locator('#rehearse-minutes').fill('1');
    await desk.getByRole('button', { name: words('desk.rehearse_start') }).click();
    const banner = desk.locator('section.rehearsal');
    await banner.waitFor({ timeout: 30_000 });
    const { links, code } = await desk.evaluate(async () => (await (await fetch('/api/rehearsals')).json()).rehearsal);
    const copy: Child = { ...child, links, code };

    const wall = await open({ size: 'projector' }, copy, 'screen');
    const phone = await Delegate.join(browser, copy, lang, { name: 'Nadia', organisation: 'Lyon' });
    await desk.waitForTimeout(25_000);
    await shot(desk, 'desk');
    await shot(wall, 'screen');
    await shot(phone.page, 'phone');
    await shot(await open({ size: 'laptop', dark: true }, copy, 'facilitator'), 'desk-dark');
    await shot(await open({ size: 'phone' }, copy, 'facilitator'), 'desk-phone');
    await banner.getByRole('button', { name: words('desk.rehearsal_join') }).click();
    await shot(desk, 'join');
    await desk.keyboard.press('Escape');
    await banner.getByRole('status').getByText(words('desk.rehearsal_left')).waitFor({ timeout: 90_000 });
    await shot(desk, 'left');
    await banner.getByRole('button', { name: words('desk.rehearsal_end') }).click();
    await shot(desk, 'end');
    await desk.getByRole('button', { name: words('desk.rehearsal_end_do') }).click();
    const ended = words('common.rehearsalEnded');
    await Promise.all([wall, phone.page].map((page) => page.getByText(ended).first().waitFor({ timeout: 30_000 })));
    await wall.screenshot({ path: path.join(folder, `rehearsal-screen-ended-${lang}.png`) });
    await phone.page.screenshot({ path: path.join(folder, `rehearsal-phone-ended-${lang}.png`) });
    child.process.kill('SIGTERM');
    await child.ended;
  },
  240_000,
);
