import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { RunningServer } from '../../server/server.ts';
import { openDesk, Phone } from '../client/phone.ts';
import { eventually, runServer, type SocketClient } from '../support/running.ts';
import { removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';

describe('several people on one phone', () => {
  let browser: Browser;
  let server: RunningServer;
  let desk: SocketClient;

  beforeAll(async () => {
    browser = await launch();
    server = await runServer();
    desk = await openDesk(server);
  }, 60_000);

  afterAll(async () => {
    desk?.close();
    await browser?.close();
    await server?.close();
    removeFolders();
  }, 30_000);

  const withText = (text: string) =>
    [...desk.seen]
      .filter(([key]) => key.startsWith('c/'))
      .map(([, value]) => value as ContributionView)
      .filter((view) => view.text === text);
  const authorsOf = (text: string) => withText(text).map(({ by }) => (by.as === 'name' ? by.name : by.as));

  const consent = (phone: Phone) => phone.page.getByLabel(phone.words('delegate.consentWords')).check();

  const codeOf = async (phone: Phone) => {
    await phone.tab('mine');
    const output = phone.page.getByRole('status', { name: phone.words('delegate.personalCode') });
    return (await output.textContent())!;
  };

  const joinAs = async (phone: Phone, name: string) => {
    await phone.page.locator('#name').fill(name);
    await phone.page.getByRole('combobox').fill('lyon');
    await phone.page.getByRole('option').first().click();
    await consent(phone);
    await phone.press('delegate.join');
    await phone.press('delegate.welcomeGo');
  };

  /** Gives the phone to somebody new, from "Mine". */
  const handToNew = async (phone: Phone, name: string) => {
    await phone.press('tabs.mine_handOver');
    await phone.press('tabs.mine_handOverGo');
    await joinAs(phone, name);
  };

  /** Gives the phone back to somebody who was here before. */
  const handBack = async (phone: Phone, name: string, code: string) => {
    await phone.tab('mine');
    await phone.page.getByRole('button', { name: phone.words('tabs.others_isBack', { name }) }).click();
    await phone.press('tabs.mine_handOverGo');
    const field = phone.page.locator('#personalCode');
    expect(await field.inputValue()).toBe('');
    await field.fill(code);
    await phone.press('delegate.comeBack');
    await phone.box.waitFor();
  };

  const joinNamed = async (phone: Phone, name: string) => {
    await phone.goTo(`/j/${server.links.code}`);
    await joinAs(phone, name);
  };

  /** Where the live connection can be cut alone: pages come, and joining is possible, as on Wi-Fi that comes and goes. */
  const cuttable = async (phone: Phone) => {
    const wire = {
      open: true,
      async mend() {
        wire.open = true;
        // What a phone says when its Wi-Fi is back: nobody waits for the next try.
        await phone.page.evaluate(() => dispatchEvent(new Event('online')));
      },
    };
    await phone.context.route(/\/socket\.io\//, (route) => (wire.open ? route.continue() : route.abort()));
    await phone.context.routeWebSocket(/\/socket\.io\//, (socket) => {
      if (wire.open) socket.connectToServer();
      else void socket.close();
    });
    return wire;
  };

  it('what the first wrote without a network waits through the second, and goes once, by the first alone', async () => {
    const phone = await Phone.of(browser, server);
    const { page, context } = phone;
    const wire = await cuttable(phone);
    await joinNamed(phone, 'Basma');
    const basmasCode = await codeOf(phone);
    await phone.tab('now');
    await context.setOffline(true);
    wire.open = false;
    for (const text of ['Basma, one', 'Basma, two']) {
      await phone.send(text);
      await page.locator('article.queued', { hasText: text }).waitFor();
    }
    await phone.box.fill('Basma drafts');
    await phone.reads('delegate.draftKept');
    await phone.tab('mine');
    await phone.press('tabs.mine_handOver');
    await page.getByRole('dialog').getByText(basmasCode).waitFor();
    await page.getByText(phone.words('tabs.mine_handOverUnsent', { n: 3 })).waitFor();
    await context.setOffline(false);
    await phone.press('tabs.mine_handOverGo');
    await joinAs(phone, 'Chafik');
    // His page, and no connection yet: nothing of hers is on it.
    await phone.box.waitFor();
    expect(await phone.box.inputValue()).toBe('');
    await phone.send('Chafik, in the open');
    expect(await page.content()).not.toContain('Basma');
    await wire.mend();
    await phone.saved('Chafik, in the open');
    const chafiksCode = await codeOf(phone);
    await page.getByText(phone.words('tabs.others_texts', { n: 3 })).waitFor();
    expect(await page.content()).not.toContain(basmasCode);
    // Also a page that is opened anew sends nothing of hers.
    await page.reload();
    await page.getByText(phone.words('tabs.others_texts', { n: 3 })).waitFor();
    expect(withText('Basma, one')).toEqual([]);

    await handBack(phone, 'Basma', basmasCode);
    await eventually(() => expect(withText('Basma, one')).toHaveLength(1));
    await phone.saved('Basma, two');
    expect(await phone.box.inputValue()).toBe('Basma drafts');
    await handBack(phone, 'Chafik', chafiksCode);
    await phone.saved('Chafik, in the open');
    for (const text of ['Basma, one', 'Basma, two']) expect(authorsOf(text)).toEqual(['Basma']);
    expect(authorsOf('Chafik, in the open')).toEqual(['Chafik']);
    await phone.leave();
  }, 90_000);

  it('the same without a page in between: what one left in it goes when they are back in it', async () => {
    const phone = await Phone.of(browser, server);
    const { page, context } = phone;
    const wire = await cuttable(phone);
    await joinNamed(phone, 'Jamila');
    const code = await codeOf(phone);
    await phone.tab('now');
    await context.setOffline(true);
    wire.open = false;
    await phone.send('Jamila waits');
    await page.locator('article.queued', { hasText: 'Jamila waits' }).waitFor();
    await context.setOffline(false);
    await phone.tab('mine');
    await phone.press('tabs.mine_handOver');
    await phone.press('tabs.mine_handOverGo');
    await joinAs(phone, 'Karim');
    await wire.mend();
    await phone.send('Karim sends');
    await phone.saved('Karim sends');
    expect(withText('Jamila waits')).toEqual([]);
    await handBack(phone, 'Jamila', code);
    await phone.saved('Jamila waits');
    expect([authorsOf('Jamila waits'), authorsOf('Karim sends')]).toEqual([['Jamila'], ['Karim']]);
    await phone.leave();
  }, 60_000);

  it('where the server knows the phone no longer, what waits is said to whoever comes, and nothing of it shown', async () => {
    const phone = await Phone.of(browser, server);
    const { page, context } = phone;
    await joinNamed(phone, 'Amal');
    await phone.box.fill('Amal has not finished');
    await phone.reads('delegate.draftKept');
    await context.clearCookies();
    await page.reload();
    await page.locator('#personalCode').waitFor();
    await phone.press('delegate.firstTime');
    await page.getByText(phone.words('tabs.others_texts', { n: 1 })).waitFor();
    expect(await page.content()).not.toContain('has not finished');
    await phone.leave();
  }, 60_000);

  it('a wrong code brings nobody back, and keeping the phone changes nothing', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    await joinNamed(phone, 'Dina');
    await phone.tab('mine');
    await handToNew(phone, 'Elias');
    const eliasCode = await codeOf(phone);
    await page.getByRole('button', { name: phone.words('tabs.others_isBack', { name: 'Dina' }) }).click();
    await phone.press('tabs.mine_handOverGo');
    await page.locator('#personalCode').fill('ZZZZ ZZZZ');
    await phone.press('delegate.comeBack');
    await phone.reads('rejections.PERSONAL_CODE_UNKNOWN');
    await phone.press('delegate.handBack');
    await phone.tab('mine');
    await page.getByText('Elias', { exact: true }).first().waitFor();
    expect(await codeOf(phone)).toBe(eliasCode);
    await phone.leave();
  }, 60_000);

  it('another tab of the phone goes with it', async () => {
    const phone = await Phone.of(browser, server);
    await joinNamed(phone, 'Farida');
    const other = await phone.openAgain('/#mine');
    await other.page.getByText('Farida', { exact: true }).first().waitFor();
    await phone.page.bringToFront();
    await phone.tab('mine');
    await handToNew(phone, 'Ghassan');
    await other.page.getByText('Ghassan', { exact: true }).first().waitFor();
    await eventually(async () =>
      expect(await other.page.getByText('Farida', { exact: true }).count()).toBeLessThanOrEqual(1),
    );
    await phone.leave();
  }, 60_000);

  it('forgetting clears the one who asks for it, and nothing of the other', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    await joinNamed(phone, 'Hala');
    await phone.box.fill('Hala is still writing');
    await phone.reads('delegate.draftKept');
    const halasCode = await codeOf(phone);
    await handToNew(phone, 'Ilyes');
    await phone.box.fill('Ilyes writes too');
    await phone.reads('delegate.draftKept');
    await phone.tab('mine');
    await phone.press('delegate.forget');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: phone.words('delegate.forget') })
      .click();
    await page.getByText(phone.words('tabs.others_texts', { n: 1 })).waitFor();
    await page.getByRole('button', { name: phone.words('tabs.others_isBack', { name: 'Hala' }) }).click();
    await page.locator('#personalCode').fill(halasCode);
    await phone.press('delegate.comeBack');
    await phone.box.waitFor();
    expect(await phone.box.inputValue()).toBe('Hala is still writing');
    await phone.tab('mine');
    await page.getByText('Hala', { exact: true }).first().waitFor();
    expect(await page.getByText('Ilyes').count()).toBe(0);
    await phone.leave();
  }, 60_000);
});
