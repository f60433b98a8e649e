import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { everyLook, faultsOf, type Look, launch, personOf } from './browser.ts';
import { consult, type Seated, seat } from './full-room.ts';
import { at, linkAt } from './people.ts';
import { overAtTwice } from './twice.ts';
import { read } from './whole-meeting.ts';

/** How the files begin: a page, a zip archive, text with the mark of its encoding. */
const begins = { pdf: '%PDF-', docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004', html: '<!doctype html>', json: '{' };

describe("the reader's page in a browser", () => {
  let browser: Browser;
  let child: Child;
  let room: Seated;
  const faults: string[][] = [];

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    room = await seat(child);
    await read(room);
    await consult(room);
  }, 60_000);

  afterAll(async () => {
    room?.leave();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  /** Somebody who has opened the link of the minutes. */
  async function reader(look: Look) {
    const { context, page } = await personOf(browser, look);
    faults.push(faultsOf(page));
    await page.goto(linkAt(child, 'reader'));
    await page.locator('main.minutes').waitFor();
    const words = wordsFor(look.lang);
    const button = (key: string, within: Page | Locator = page) =>
      within.getByRole('button', { name: words(key), exact: true });
    const file = (format: string) => page.locator('.files li', { hasText: words(`reader.for_${format}`) });
    return { context, page, words, button, file };
  }

  const top = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().top);
  const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

  it('on a phone, the contents open over the page, lead on, and take the focus along', async () => {
    const { context, page, words, button } = await reader({ size: 'phone', lang: 'ar' });
    const bar = page.locator('.contents-bar > button');
    await expect(page.locator('.minutes-contents').isVisible()).resolves.toBe(false);
    await bar.click();
    const sheet = page.getByRole('dialog', { name: words('reader.contents') });
    const target = page.locator('.minutes-annex > h2');
    await sheet.getByRole('link', { name: words('minutes.annex') }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.locator('.minutes-annex > h2[data-here]').waitFor();
    expect(await top(target)).toBeLessThan(200);
    // Under the bar, not behind it.
    expect(await top(target)).toBeGreaterThan(await bar.evaluate((element) => element.getBoundingClientRect().bottom));
    expect(await hasFocus(target)).toBe(true);
    await page.locator('.contents-bar > button', { hasText: words('minutes.annex') }).waitFor();
    await bar.click();
    await button('common.close', sheet).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await hasFocus(bar)).toBe(true);
    await context.close();
  }, 30_000);

  it('on a laptop, the contents stand beside the minutes and say where one is', async () => {
    const { context, page, words } = await reader({ size: 'laptop', lang: 'fr' });
    const contents = page.getByRole('navigation', { name: words('minutes.label_contents') });
    const boxes = await Promise.all([contents.boundingBox(), page.locator('.minutes-head').boundingBox()]);
    expect(boxes[0]!.x + boxes[0]!.width).toBeLessThanOrEqual(boxes[1]!.x);
    const question = contents.locator('li li a').last();
    await question.click();
    await contents.locator('li li a[aria-current]').waitFor();
    expect(await question.getAttribute('aria-current')).toBe('true');
    expect(await question.isVisible()).toBe(true);
    await context.close();
  }, 30_000);

  it('from an item to a text of its own in the annex, and back to where one was', async () => {
    const { context, page, button } = await reader({ size: 'phone', lang: 'fr' });
    const cited = page.locator('#item-consultation a.ref').first();
    const id = (await cited.textContent())!;
    await cited.click();
    const text = page.locator(`li#${id}`);
    await text.locator('.minutes-acts').waitFor();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    await button('reader.backHere', text).click();
    await page.waitForFunction(() => !location.hash);
    expect(await hasFocus(cited)).toBe(true);
    await page.waitForFunction(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(await page.locator('.minutes-acts').count()).toBe(0);
    // And from a question of the annex to its item.
    await page.locator('#log-q3 + .line a').click();
    expect(new URL(page.url()).hash).toBe('#item-consultation');
    await context.close();
  }, 30_000);

  it('the address of one contribution can be copied, and opens there', async () => {
    const { context, page, words, button } = await reader({ size: 'laptop', lang: 'en' });
    const text = page.locator('.minutes-annex .quotes > li').nth(2);
    const id = (await text.getAttribute('id'))!;
    await text.locator('> a.ref').click();
    await button('reader.copyAddress', text).click();
    await text.getByText(words('reader.addressCopied')).waitFor();
    // What was copied is what one pastes.
    await page.evaluate(() => {
      document.body.prepend(document.createElement('textarea'));
      document.querySelector('textarea')!.focus();
    });
    await page.keyboard.press('Control+V');
    expect(await page.locator('textarea').inputValue()).toBe(at(child, `/minutes#${id}`));
    const other = await context.newPage();
    faults.push(faultsOf(other));
    await other.goto(at(child, `/minutes#${id}`));
    await other.locator(`#${id}[data-here]`).waitFor();
    await other.waitForFunction((of) => document.getElementById(of)!.getBoundingClientRect().top < innerHeight, id);
    await context.close();
  }, 30_000);

  it.each(['pdf', 'docx', 'xlsx', 'html', 'md', 'csv', 'json'] as const)(
    'gives a %s under its name, of what is shown',
    async (format) => {
      const { context, page, button, file } = await reader({ size: 'phone', lang: 'fr' });
      await page.selectOption('#scope', 'item=consultation');
      await page.locator('main h1', { hasText: 'consultations' }).waitFor();
      await button('reader.download').click();
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 30_000 }),
        file(format).getByRole('button').click(),
      ]);
      expect(download.suggestedFilename()).toBe(`sfax-2019-minutes-consultation-fr.${format}`);
      const bytes = readFileSync((await download.path())!);
      const text = bytes.toString('latin1');
      if (format in begins) expect(text.startsWith(begins[format as keyof typeof begins])).toBe(true);
      else expect(bytes.toString('utf8')).toContain('Un groupe de travail fixe');
      await file(format).locator('.state.good').waitFor();
      await context.close();
    },
    60_000,
  );

  it.each(['pdf', 'docx'] as const)(
    'gives a %s in two languages side by side',
    async (format) => {
      const { context, page, words, button, file } = await reader({ size: 'laptop', lang: 'ar' });
      await button('reader.download').click();
      await page.getByLabel(words('reader.beside')).selectOption('fr');
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        file(format).getByRole('button').click(),
      ]);
      expect(download.suggestedFilename()).toBe(`sfax-2019-minutes-ar-fr.${format}`);
      expect(
        readFileSync((await download.path())!)
          .toString('latin1')
          .startsWith(begins[format]),
      ).toBe(true);
      await context.close();
    },
    90_000,
  );

  it('by the keyboard alone: while a file is made the page says so and can be read; what fails can be asked again', async () => {
    const { context, page, words, button, file } = await reader({ size: 'laptop', lang: 'en' });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let refused = true;
    await page.route(/\/api\/minutes\?.*format=pdf/, async (route) => {
      await held;
      if (!refused) return route.continue();
      refused = false;
      return route.fulfill({
        status: 503,
        contentType: 'application/json',
        body: JSON.stringify({ rejection: { code: 'EXPORT_BUSY' } }),
      });
    });
    const press = async (target: Locator) => {
      for (let i = 0; i < 60 && !(await hasFocus(target)); i++) await page.keyboard.press('Tab');
      expect(await hasFocus(target)).toBe(true);
      await page.keyboard.press('Enter');
    };
    await press(page.locator('.reader-acts .act'));
    await press(file('pdf').getByRole('button'));
    await file('pdf').getByText(words('reader.making')).waitFor();
    await page.locator('.reader-acts .act', { hasText: words('reader.making') }).waitFor();
    await page.selectOption('#scope', 'item=consultation');
    await page.waitForFunction(
      () => JSON.parse(document.querySelector<HTMLElement>('main.minutes')!.dataset.about!).item === 'consultation',
    );
    release();
    await file('pdf').getByText(words('rejections.EXPORT_BUSY')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 30_000 }),
      press(button('reader.again', file('pdf'))),
    ]);
    expect(download.suggestedFilename()).toBe('sfax-2019-minutes-consultation-en.pdf');
    await context.close();
  }, 60_000);

  it.each(everyLook)(
    'has nothing for axe to find and fits, also with letters twice as large ($lang, $size, dark: $dark)',
    async (look) => {
      const { context, page, button } = await reader(look);
      await button('reader.download').click();
      await page.locator('.files').waitFor();
      await page.locator('.minutes-annex .quotes > li > a.ref').first().click();
      await page.locator('.minutes-acts').waitFor();
      expect(await wrongWith(page)).toEqual([]);
      expect(await overAtTwice(page, look.size)).toBeLessThanOrEqual(0);
      if (look.size === 'phone') {
        await page.locator('.contents-bar > button').click();
        await page.getByRole('dialog').waitFor();
        expect(await wrongWith(page)).toEqual([]);
        expect(await overAtTwice(page, look.size)).toBeLessThanOrEqual(0);
      }
      await context.close();
    },
    60_000,
  );

  it('no page had a fault', () => {
    expect(faults.flat()).toEqual([]);
    expect(faults.length).toBeGreaterThan(10);
  });
});
