import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { everyLook, faultsOf, type Look, launch, personOf } from './browser.ts';
import { consult, type Seated, seat } from './full-room.ts';
import { linkAt } from './people.ts';
import { overAtTwice } from './twice.ts';

describe('the minutes at the desk', () => {
  let browser: Browser;
  let child: Child;
  let room: Seated;
  const faults: string[][] = [];

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    room = await seat(child);
    await consult(room);
  }, 60_000);

  afterAll(async () => {
    room?.leave();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  async function desk(look: Look) {
    const { context, page } = await personOf(browser, look);
    faults.push(faultsOf(page));
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(linkAt(child, 'facilitator'));
    await page.locator('.nextbtn').waitFor();
    await page.locator('.status.open').waitFor();
    const words = wordsFor(look.lang);
    const button = (key: string, within: Page | Locator = page) =>
      within.getByRole('button', { name: words(key), exact: true });
    const door = async () => {
      if (look.size === 'phone') await page.locator('.panes button').last().click();
      return button('desk.view_report', page.locator(look.size === 'phone' ? '.on-phone .doors' : '.mid .doors'));
    };
    const open = async () => {
      await (await door()).click();
      await page.locator('.view.report article.minutes').waitFor();
    };
    return { context, page, words, button, open, fetched };
  }

  it('come when they are asked for, and the meeting goes on around them', async () => {
    const { context, page, words, open, fetched } = await desk({ size: 'laptop', lang: 'fr' });
    const before = fetched.length;
    expect(fetched.filter((path) => /report|\/api\/minutes/.test(path))).toEqual([]);
    await open();
    expect(fetched.slice(before).filter((path) => /report.*\.js$/.test(path))).toHaveLength(1);
    // PageDown turns their pages, and opens nothing.
    const view = page.locator('.view.report');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => document.querySelector('.view.report')!.scrollTop > 0);
    expect(await page.locator('.nextbtn.armed').count()).toBe(0);
    // Its links lead within it; the address is the desk's own.
    const address = page.url();
    const cited = view.locator('#item-consultation a.ref').first();
    const id = (await cited.textContent())!;
    await cited.click();
    await view.locator(`li#${id}[data-here]`).waitFor();
    await view.getByRole('button', { name: words('reader.backHere') }).click();
    expect(await cited.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.url()).toBe(address);
    // And the black screen is still one key away.
    await page.keyboard.press('b');
    await page.locator('.pbtns .blank[aria-pressed="true"]').waitFor();
    await page.keyboard.press('b');
    await page.locator('.pbtns .blank[aria-pressed="false"]').waitFor();
    await context.close();
  }, 30_000);

  it('say from when they are and what is left out, and come as they are now', async () => {
    const { context, page, button, open } = await desk({ size: 'laptop', lang: 'en' });
    await open();
    const view = page.locator('.view.report');
    expect(await view.locator('.as-of').textContent()).toMatch(/As it stood on .*Not in these minutes: 1 hidden text/);
    const text = `A text that came later ${Date.now()}`;
    await room.phones[5]!.send('discussion.Contribute', { activity: 'q3', text });
    expect(await view.getByText(text).count()).toBe(0);
    await button('reader.refresh', view).click();
    await view.getByText(text).waitFor();
    await context.close();
  }, 30_000);

  it('have a language and a scope of their own, and files', async () => {
    const { context, page, words, button, open } = await desk({ size: 'laptop', lang: 'en' });
    await open();
    const view = page.locator('.view.report');
    await view.locator('[lang="ar"].btn').click();
    await view.locator('article.minutes[lang="ar"]').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await view.locator('#scope').selectOption('item=consultation');
    await page.waitForFunction(() => document.querySelectorAll('.view.report section[id^="item-"]').length === 1);
    await view.locator('section#item-consultation').waitFor();
    await button('reader.download', view).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 30_000 }),
      view
        .locator('.files li', { hasText: words('reader.for_csv') })
        .getByRole('button')
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('sfax-2019-minutes-consultation-ar.csv');
    expect(readFileSync((await download.path())!, 'utf8')).toContain('نجحت المشاورة');
    await context.close();
  }, 60_000);

  it.each(everyLook)(
    'have nothing for axe to find, and fit, also with letters twice as large ($lang, $size, dark: $dark)',
    async (look) => {
      const { context, page, button, open } = await desk(look);
      await open();
      await button('reader.download', page.locator('.view.report')).click();
      await page.locator('.files').waitFor();
      expect(await wrongWith(page)).toEqual([]);
      expect(await overAtTwice(page, look.size)).toBeLessThanOrEqual(0);
      await context.close();
    },
    60_000,
  );

  it('no page had a fault', () => {
    expect(faults.flat()).toEqual([]);
    expect(faults.length).toBeGreaterThan(10);
  });
});
