import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { launch, personOf } from './browser.ts';
import { itemAt } from './desk-items.ts';
import { Facilitator, linkAt, Wall } from './people.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong with a page, a line each. The page's policy lets no script in, so it is put in from outside. */
async function wrongWith(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'));
  return page.evaluate(async () => {
    const run = (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run;
    const { violations } = await run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

describe('the desk and the screen in a browser', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  let wall: Wall;
  let delegate: SocketClient;

  const say = async (text: string) => {
    const answer = await delegate.send('discussion.Contribute', { activity: 'q2', text });
    expect(answer.ok).toBe(true);
  };

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    desk = await Facilitator.enter(browser, child, 'fr');
    wall = await Wall.light(browser, child);
    delegate = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
    await itemAt(desk.page, 'participation').click();
    await desk.button('desk.run_open').click();
    await desk.page.locator('.status.open').waitFor();
  }, 60_000);

  afterAll(async () => {
    delegate?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('the secret of the link leaves the address, and the cookie lets the page in again', async () => {
    expect(new URL(desk.page.url()).hash).toBe('');
    await desk.page.reload();
    await desk.page.locator('.status.open').waitFor();
  }, 30_000);

  it('rows keep still under the pointer; what is new waits behind a button', async () => {
    await say('La première.');
    await desk.row('La première.').hover();
    await say('La deuxième.');
    const waiting = desk.button('desk.new_waiting', { n: 1 });
    await waiting.waitFor();
    expect(await desk.page.locator('article.item').count()).toBe(1);
    await waiting.click();
    await desk.row('La deuxième.').waitFor();
    expect(await desk.page.locator('article.item').first().textContent()).toContain('La deuxième.');
    await desk.page.mouse.move(2, 2);
  }, 30_000);

  it('one press of the clicker arms, Escape takes it back, and the second opens', async () => {
    const armed = desk.page.locator('.nextbtn.armed');
    const current = desk.page.locator('[aria-current="step"]');
    const before = await current.textContent();
    await desk.page.locator('body').press('PageDown');
    await armed.waitFor();
    await desk.page.keyboard.press('Escape');
    await armed.waitFor({ state: 'detached' });
    expect(await current.textContent()).toBe(before);
    await desk.page.keyboard.press('PageDown');
    await armed.waitFor();
    await desk.page.keyboard.press('PageDown');
    await desk.page.locator('.running', { hasText: desk.words('desk.status_closing') }).waitFor();
    expect(await current.textContent()).not.toBe(before);
    await desk.page.getByRole('button', { name: desk.words('desk.undo') }).click();
    await desk.page.locator('.status.open').waitFor();
    expect(await current.textContent()).toBe(before);
  }, 30_000);

  it('B blacks the screen out and lights it again, but not while somebody types', async () => {
    const black = wall.page.locator('.screen.black');
    await desk.page.locator('body').press('b');
    await black.waitFor();
    await desk.page.locator('.pbtns .blank[aria-pressed="true"]').waitFor();
    await desk.page.keyboard.press('b');
    await black.waitFor({ state: 'detached' });
    await desk
      .row('La première.')
      .getByRole('button', { name: desk.words('desk.translate') })
      .first()
      .click();
    const box = desk.page.locator('#translation');
    await box.pressSequentially('bbb');
    await desk.page.keyboard.press('PageDown');
    expect(await box.inputValue()).toBe('bbb');
    expect(await desk.page.locator('.nextbtn.armed').count()).toBe(0);
    expect(await black.count()).toBe(0);
  }, 30_000);

  it('a translation that was not sent is still there when its window opens again', async () => {
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: desk.words('desk.cancel') })
      .click();
    await desk
      .row('La première.')
      .getByRole('button', { name: desk.words('desk.translate') })
      .first()
      .click();
    expect(await desk.page.locator('#translation').inputValue()).toBe('bbb');
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: desk.words('desk.cancel') })
      .click();
  }, 30_000);

  it('a contribution that is shown large gives way when it is hidden', async () => {
    const row = desk.row('La deuxième.');
    await row.locator('.moreof').click();
    await row.getByRole('button', { name: desk.words('desk.show_on_screen') }).click();
    await wall.page.locator('.one', { hasText: 'La deuxième.' }).waitFor();
    await row.getByRole('button', { name: desk.words('desk.hide'), exact: true }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel(desk.words('reasons.hide_off_topic')).check();
    await dialog.getByRole('button', { name: desk.words('desk.hide') }).click();
    await wall.page.locator('.one').waitFor({ state: 'detached' });
    expect(await wall.page.locator('.screen').textContent()).not.toContain('La deuxième.');
    await wall.page.locator('.card', { hasText: 'La première.' }).waitFor();
  }, 30_000);

  it('whoever renews the link of the desk stays; the old link opens nothing', async () => {
    const old = linkAt(child, 'facilitator');
    await desk.page.getByRole('button', { name: desk.words('desk.links_button') }).click();
    const own = desk.page.locator('.links-dialog li', { hasText: desk.words('desk.link_facilitator') });
    await own.getByRole('button', { name: desk.words('desk.link_renew') }).click();
    await own
      .locator('.confirm')
      .getByRole('button', { name: desk.words('desk.link_renew') })
      .click();
    await desk.page.getByText(desk.words('desk.link_renewed', { name: desk.words('desk.link_facilitator') })).waitFor();
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: desk.words('desk.close_dialog') })
      .click();
    await desk.button('desk.pause').click();
    await desk.page.locator('.status.paused').waitFor();
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'fr' });
    await page.goto(old);
    await page.getByRole('heading', { name: desk.words('desk.refused_title') }).waitFor();
    await context.close();
  }, 30_000);

  it.each(['ar', 'fr', 'en'] as const)(
    'axe finds nothing on the desk and the screen (%s)',
    async (lang) => {
      await desk.page.locator(`.top [lang="${lang}"]`).click();
      await desk.page.locator(`html[lang="${lang}"]`).waitFor();
      expect(await wrongWith(desk.page)).toEqual([]);
      expect(await wrongWith(wall.page)).toEqual([]);
    },
    30_000,
  );

  it('no page had a fault', () => {
    expect([...desk.faults, ...wall.faults]).toEqual([]);
  });
});
