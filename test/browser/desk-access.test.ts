import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { faultsOf, launch, personOf } from './browser.ts';
import { itemAt } from './desk-items.ts';
import { linkAt } from './people.ts';

/** Tabs on until the focus is on it, and fails where it never is. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < 250; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${target}`);
}

describe('the desk is there for everybody', () => {
  let browser: Browser;
  let child: Child;
  let delegate: SocketClient;
  const say = (text: string) => delegate.send('discussion.Contribute', { activity: 'q2', text });

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    delegate = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
  }, 60_000);

  afterAll(async () => {
    delegate?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('an item is opened, texts are pinned, merged, hidden, translated and removed, and it is closed, by the keyboard alone', async () => {
    const words = wordsFor('fr');
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'fr' });
    const faults = faultsOf(page);
    await page.goto(linkAt(child, 'facilitator'));
    const press = async (target: Locator) => {
      await reach(page, target);
      await page.keyboard.press('Enter');
    };
    const button = (key: string, within: Page | Locator = page) =>
      within.getByRole('button', { name: words(key), exact: true });
    const row = (text: string) => page.locator('article.item', { hasText: text });
    const dialog = page.getByRole('dialog');

    await press(itemAt(page, 'participation'));
    await press(button('desk.run_open'));
    await page.locator('.status.open').waitFor();
    for (const text of ['Premier texte', 'Deuxième texte', 'Troisième texte', 'Quatrième texte']) await say(text);
    // The list keeps still while the focus is in it; from here it is not.
    await press(button('desk.pause'));
    await page.locator('.status.paused').waitFor();
    await press(button('desk.resume'));
    await page.locator('.status.open').waitFor();
    await row('Quatrième texte').waitFor();

    await press(button('desk.pin', row('Premier texte')));
    await button('desk.unpin', row('Premier texte')).waitFor();

    await press(button('desk.merge', row('Deuxième texte')).first());
    await press(row('Troisième texte').getByRole('button', { name: words('desk.merge_into', { ref: 'C3' }) }));
    await row('Deuxième texte').waitFor({ state: 'detached' });

    await press(button('desk.hide', row('Premier texte')));
    // Radio buttons are one stop: the arrows choose.
    await reach(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await press(button('desk.hide', dialog));
    await row('Premier texte').waitFor({ state: 'detached' });
    await dialog.waitFor({ state: 'detached' });

    await press(button('desk.translate', row('Troisième texte')).first());
    await reach(page, dialog.locator('#translation'));
    await page.keyboard.type('الترجمة بلوحة المفاتيح');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await eventually(() => expect(JSON.stringify([...delegate.seen])).toContain('الترجمة بلوحة المفاتيح'));

    await press(row('Quatrième texte').locator('.moreof'));
    await press(button('desk.remove', row('Quatrième texte')));
    await reach(page, dialog.getByRole('radio').first());
    await page.keyboard.press('Space');
    await press(button('desk.remove', dialog));
    await row('Quatrième texte').waitFor({ state: 'detached' });
    await dialog.waitFor({ state: 'detached' });
    await eventually(() => expect(delegate.texts()).toEqual(['Troisième texte']));

    await press(button('desk.screen_join'));
    await page.locator('.pbtns [aria-pressed="true"]').waitFor();
    await press(page.locator('.last').getByRole('button', { name: /./ }).last());
    await press(page.locator('.tools .close'));
    await page.locator('.status.closing').waitFor();
    await press(button('desk.reopen'));
    await page.locator('.status.open').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it('the focus can be seen wherever it goes', async () => {
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'ar' });
    await page.goto(linkAt(child, 'facilitator'));
    await page.locator('.nextbtn').waitFor();
    const unseen: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
        const seen = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        return seen ? null : focused.outerHTML.slice(0, 120);
      });
      if (hidden) unseen.push(hidden);
    }
    expect(unseen).toEqual([]);
    await context.close();
  }, 60_000);

  it.each([
    ['ar', false],
    ['ar', true],
    ['fr', false],
    ['fr', true],
    ['en', false],
    ['en', true],
  ] as const)(
    'axe finds nothing on the desk, in its dialogs, or on the screen (%s, dark: %s)',
    async (lang, dark) => {
      const words = wordsFor(lang);
      await delegate.send('discussion.Contribute', { activity: 'q2', text: `A text for ${lang} ${dark}` });
      const found: Record<string, string[]> = {};
      const look = async (where: string, page: Page) => {
        const wrong = await wrongWith(page);
        if (wrong.length > 0) found[where] = wrong;
      };
      for (const size of ['laptop', 'phone'] as const) {
        const { context, page } = await personOf(browser, { size, lang, dark });
        await page.goto(linkAt(child, 'facilitator'));
        const row = page.locator('article.item').first();
        await row.waitFor();
        await look(size, page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        const button = (key: string, values = {}) =>
          page.getByRole('button', { name: words(key, values), exact: true });
        const inDialog = async (where: string) => {
          await page.getByRole('dialog').waitFor();
          await look(`${size}: ${where}`, page);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        };
        await row.locator('.moreof').click();
        await look(`${size}: more`, page);
        const inRow = (key: string) =>
          row
            .getByRole('button', { name: words(key), exact: true })
            .locator('visible=true')
            .first()
            .click();
        for (const key of ['desk.hide', 'desk.remove', 'desk.translate', 'desk.language_of']) {
          await inRow(key);
          await inDialog(key);
        }
        await button('desk.settings').click();
        await inDialog('settings');
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await look(`${size}: tab ${await tab.getAttribute('id')}`, page);
        }
        await context.close();
      }
      const { context, page } = await personOf(browser, { size: 'projector', lang, dark });
      const desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
      await page.goto(linkAt(child, 'screen'));
      for (const mode of ['now', 'join'] as const) {
        await desk.send('core.ShowOnScreen', { mode });
        await page.locator('.screen').waitFor();
        await look(`screen: ${mode}`, page);
      }
      await desk.send('core.ShowOnScreen', { mode: 'now' });
      desk.close();
      await context.close();
      expect(found).toEqual({});
    },
    120_000,
  );
});
