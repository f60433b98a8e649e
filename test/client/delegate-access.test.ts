import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningServer } from '../../server/server.ts';
import { launch } from '../browser/browser.ts';
import { runServer, type SocketClient } from '../support/running.ts';
import { removeFolders } from '../support/stores.ts';
import { obstacles } from './obstacles.ts';
import { type Lang, openDesk, Phone } from './phone.ts';

describe('the delegate’s page is there for everybody', () => {
  let browser: Browser;
  let server: RunningServer;
  let desk: SocketClient;

  beforeAll(async () => {
    browser = await launch();
    server = await runServer();
    desk = await openDesk(server);
  });

  afterAll(async () => {
    desk?.close();
    await browser?.close();
    await server?.close();
    removeFolders();
  });

  it.each<[Lang, boolean]>([
    ['ar', false],
    ['fr', true],
    ['en', false],
  ])('axe finds nothing, and every target is large enough, in %s (dark: %s)', async (lang, dark) => {
    const phone = await Phone.of(browser, server, lang, dark);
    const { page } = phone;
    const found: Record<string, string[]> = {};
    const look = async (where: string) => {
      const here = await obstacles(page);
      if (here.length > 0) found[where] = here;
    };
    await phone.goTo(`/j/${server.links.code}`);
    await page.getByRole('combobox').waitFor();
    await look('join');
    await phone.press('delegate.join');
    await phone.reads('delegate.missing_name');
    await look('join, incomplete');
    await page.getByRole('combobox').fill('nowhere');
    await look('join, searching');
    await page.getByRole('option').last().click();
    await look('join, not listed');
    await phone.press('delegate.wasHere');
    await look('return');
    await phone.press('delegate.firstTime');
    await phone.press('delegate.organisationBack');
    await page.locator('#name').fill('Amal');
    await page.getByRole('combobox').fill('lyon');
    await page.getByRole('option').first().click();
    await phone.press('delegate.join');
    await page.getByRole('dialog').waitFor();
    await look('welcome');
    await phone.press('delegate.welcomeGo');
    await phone.send('أكتب بالعربية');
    await phone.saved('أكتب بالعربية');
    await look('now');
    await phone.press('delegate.correctLanguage');
    await look('language of a text');
    await phone.press('delegate.reply');
    await look('reply');
    await phone.press('delegate.edit');
    await look('edit');
    await phone.page
      .locator('article.own')
      .getByRole('button', { name: phone.words('common.cancel') })
      .click();
    await phone.press('delegate.withdraw');
    await look('withdraw');
    await phone.press('delegate.withdrawKeep');
    await phone.tab('agenda');
    await look('agenda');
    await phone.tab('mine');
    await look('mine');
    await phone.press('delegate.forget');
    await look('forget');
    expect(found).toEqual({});
    // Twice as large, nothing runs out of the page.
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    for (const tab of ['now', 'agenda', 'mine'] as const) {
      await phone.tab(tab);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await phone.leave();
  });

  it('a person joins, answers, endorses and withdraws by the keyboard alone', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    const { keyboard } = page;
    await desk.send('core.OpenActivity', { activity: 'live' });
    await phone.goTo('/');
    /** Tabs on until the focus is where it should be. */
    const reach = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`no way to ${selector}`);
    };
    await page.locator('#code').waitFor();
    await reach('#code');
    await keyboard.type('٠١٢٣٤٥٦٧٨٩'.slice(0, 1));
    await keyboard.press('Backspace');
    await keyboard.type(server.links.code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!));
    await page.getByRole('combobox').waitFor();
    await reach('#name');
    await keyboard.type('Keyboard');
    await reach('#organisation');
    await keyboard.type('lyon');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await reach('button[type=submit]');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await reach('dialog .btn.act');
    await keyboard.press('Enter');
    await phone.box.waitFor();
    await reach('form.write textarea');
    await keyboard.type('Typed without a finger');
    await reach('form.write button[type=submit]');
    await keyboard.press('Enter');
    await phone.saved('Typed without a finger');
    await reach('article.own .acts button:nth-of-type(2)');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await reach('dialog .btn.danger');
    await keyboard.press('Enter');
    await phone.reads('delegate.own_withdrawn');
    await phone.leave();
  });

  it('weighs at most 75 kB of code until an answer can be sent, and 200 kB with its fonts', async () => {
    const phone = await Phone.of(browser, server, 'ar');
    const sizes = new Map<string, number>();
    phone.page.on('response', (response) => {
      const kind = /\.(js|woff2)$/.exec(new URL(response.url()).pathname)?.[1];
      if (kind) sizes.set(response.url(), Number(response.headers()['content-length']));
    });
    await phone.join();
    await phone.box.waitFor();
    const total = (kind: string) => [...sizes].reduce((sum, [url, size]) => sum + (url.endsWith(kind) ? size : 0), 0);
    expect(total('.js')).toBeGreaterThan(20_000);
    expect(total('.js')).toBeLessThanOrEqual(75_000);
    expect(total('.js') + total('.woff2')).toBeLessThanOrEqual(200_000);
    await phone.leave();
  });
});
