import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';
import { at, Delegate, linkAt } from './people.ts';

const HOUR = 3_600_000;

/** From its next page on, the phone's clock is wrong by so much. */
const setWrong = (context: BrowserContext, by: number) =>
  context.addInitScript((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, by);

/** Everything that the browser keeps of its own for this page. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('halqa');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const name of db.objectStoreNames)
      all.push(
        await new Promise((resolve) => {
          const request = db.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
        }),
      );
    db.close();
    return JSON.stringify(all);
  });

describe('phones as they are', () => {
  let browser: Browser;
  let child: Child;
  let desk: SocketClient;
  const organisation = 'Lyon';

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await desk.send('core.OpenActivity', { activity: 'q1' });
  }, 60_000);

  afterAll(async () => {
    desk?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  const withText = (text: string) =>
    [...desk.seen].filter(([key, value]) => key.startsWith('c/') && (value as ContributionView).text === text);
  const itemOf = (text: string) => withText(text)[0]?.[0].slice(2);

  it.each([
    ['three hours fast', 3 * HOUR],
    ['three hours slow', -3 * HOUR],
  ])(
    'a clock that is %s: what was written before the close arrives late, what was written after it does not',
    async (name, by) => {
      await desk.send('core.OpenActivity', { activity: 'q1' });
      const before = `Before the close, ${name}`;
      const after = `After the close, ${name}`;
      const phone = await Delegate.join(browser, child, 'en', { name: 'Skewed', organisation });
      await setWrong(phone.context, by);
      await phone.page.reload();
      const box = phone.page.locator('form.write textarea').first();
      await box.waitFor();
      expect(await phone.page.evaluate(() => Math.abs(Date.now() - performance.timeOrigin) > 3_000_000)).toBe(true);
      // The time left is the meeting's, not this clock's.
      await phone.page
        .getByRole('timer')
        .filter({ hasText: /^(20:00|1[0-9]:[0-9]{2}) / })
        .first()
        .waitFor();
      await phone.context.setOffline(true);
      await phone.send(before);
      await phone.keeps(before);
      const closed = await desk.send('core.CloseActivity', { activity: 'q1', graceSeconds: 0 });
      // Further from the close than the way to the server and back, by which the phone knows the server's clock.
      await eventually(() => expect(Date.now()).toBeGreaterThan((closed as { at: number }).at + 1000));
      await phone.send(after);
      await phone.keeps(after);
      await phone.context.setOffline(false);
      await eventually(() => expect(withText(before)).toHaveLength(1));
      expect(withText(before)[0]?.[1]).toMatchObject({ status: 'late' });
      // It is refused, kept on the phone, and its author is told why.
      await phone.page.getByText(phone.words('rejections.ACTIVITY_CLOSED')).first().waitFor();
      expect(await keptIn(phone.page)).toContain(after);
      expect(withText(after)).toEqual([]);
      expect(phone.faults).toEqual([]);
      await phone.leave();
      await desk.send('core.OpenActivity', { activity: 'q1' });
    },
    60_000,
  );

  it('two tabs of one phone are one person: what waits in both goes once, and each shows what the other did', async () => {
    const text = 'Written in one of two tabs';
    const one = await Delegate.join(browser, child, 'fr', { name: 'Deux onglets', organisation });
    await eventually(() => expect(desk.here?.here).toBe(1), 15_000);
    const page = await one.context.newPage();
    await page.goto(at(child, '/'));
    await page.locator('form.write textarea').first().waitFor();
    expect(desk.here?.here).toBe(1);
    await one.context.setOffline(true);
    await one.send(text);
    await one.keeps(text);
    // The second tab finds it waiting, and both send it.
    await one.context.setOffline(false);
    await page.reload();
    await eventually(() => expect(withText(text)).toHaveLength(1));
    await one.hasSaved(text);
    await page.locator('article.own', { hasText: text }).locator('.state.good').waitFor();
    await page.close();
    await one.page.locator('article.own', { hasText: text }).waitFor();
    expect(withText(text)).toHaveLength(1);
    expect(one.faults).toEqual([]);
    await one.leave();
  }, 60_000);

  it('one browser may be the desk, the screen, a reader and a delegate at once, and stop being one of them', async () => {
    const all = await Delegate.join(browser, child, 'en', { name: 'Everything', organisation });
    const pages = new Map<string, Page>();
    for (const [role, sign] of [
      ['facilitator', '.nextbtn'],
      ['screen', '.screen'],
      ['reader', '#scope'],
    ] as const) {
      const page = await all.context.newPage();
      await page.goto(linkAt(child, role));
      await page.locator(sign).waitFor();
      pages.set(sign, page);
    }
    await all.page.goto(at(child, '/#mine'));
    await all.button('delegate.forget').click();
    await all.page
      .getByRole('dialog')
      .getByRole('button', { name: all.words('delegate.forget') })
      .click();
    await all.page.getByRole('heading', { name: all.words('delegate.joinTitle') }).waitFor();
    for (const [sign, page] of pages) {
      await page.reload();
      await page.locator(sign).waitFor();
    }
    await all.leave();
  }, 60_000);

  it('law 9: a phone that was editing, and comes back, keeps nothing of a text that was removed for good', async () => {
    const text = 'MARKEDITING a name that must go';
    const author = await Delegate.join(browser, child, 'en', { name: 'Author', organisation });
    const other = await Delegate.join(browser, child, 'fr', { name: 'Autre', organisation });
    await author.send(text);
    await author.hasSaved(text);
    await other.sees(text);
    const card = author.page.locator('article.own', { hasText: text });
    await card.getByRole('button', { name: author.words('delegate.edit'), exact: true }).click();
    await author.page.locator('article.own textarea').fill(`${text}, and more of it`);
    await eventually(async () => expect(await keptIn(author.page)).toContain('MARKEDITING'));
    for (const phone of [author, other]) await phone.context.setOffline(true);
    await eventually(() => expect(itemOf(text)).toBeDefined());
    const item = itemOf(text);
    expect(await desk.send('discussion.Remove', { activity: 'q1', item, reason: 'names_a_person' })).toMatchObject({
      ok: true,
    });
    for (const phone of [author, other]) await phone.context.setOffline(false);
    await author.page.getByText(author.words('reasons.remove_names_a_person')).first().waitFor();
    for (const { page } of [author, other])
      await eventually(async () => {
        expect(await page.content()).not.toContain('MARKEDITING');
        expect(await page.evaluate(() => [...document.querySelectorAll('textarea')].map((e) => e.value))).not.toContain(
          'MARKEDITING',
        );
        expect(await keptIn(page)).not.toContain('MARKEDITING');
      });
    expect([...author.faults, ...other.faults]).toEqual([]);
    await author.leave();
    await other.leave();
  }, 60_000);

  it('script and marks of direction stay text, on every surface', async () => {
    const script = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script> \u202Eend';
    const shown = script.replace('\u202E', '');
    const phone = await Delegate.join(browser, child, 'ar', {
      name: '<b onclick=x>Bold</b>',
      organisation,
      named: true,
    });
    const pages: Page[] = [phone.page];
    for (const role of ['facilitator', 'screen'] as const) {
      const page = await phone.context.newPage();
      await page.goto(linkAt(child, role));
      pages.push(page);
    }
    await phone.page.bringToFront();
    await phone.send(script);
    await phone.hasSaved(shown);
    const reader = await phone.context.newPage();
    await reader.goto(linkAt(child, 'reader'));
    pages.push(reader);
    await desk.send('core.StartItem', { item: 'coherence' });
    for (const page of pages) {
      await page.getByText(shown).first().waitFor();
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('img[src="x"], b[onclick]').count()).toBe(0);
    }
    expect(phone.faults).toEqual([]);
    await phone.leave();
  }, 60_000);
});
