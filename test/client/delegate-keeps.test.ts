import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningServer } from '../../server/server.ts';
import { launch } from '../browser/browser.ts';
import { eventually, runServer, type SocketClient } from '../support/running.ts';
import { removeFolders } from '../support/stores.ts';
import { openDesk, Phone } from './phone.ts';

describe('a delegate’s phone loses nothing', () => {
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

  const times = (text: string) => desk.texts().filter((seen) => seen === text).length;

  it('keeps what is typed across a reload, another language and a closed page, and sends none of it', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join();
    await phone.box.fill('Half a thought about');
    await phone.reads('delegate.draftKept');
    await phone.page.reload();
    expect(await phone.box.inputValue()).toBe('Half a thought about');
    await phone.page.getByRole('button', { name: phone.words('delegate.languageIs', { language: 'English' }) }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: 'العربية' }).click();
    await phone.page.locator('html[dir="rtl"]').waitFor();
    expect(await phone.page.locator('form.write textarea').inputValue()).toBe('Half a thought about');
    await phone.page.close();
    const again = await phone.openAgain();
    await again.page.locator('html[lang="ar"]').waitFor();
    await eventually(async () =>
      expect(await again.page.locator('form.write textarea').inputValue()).toBe('Half a thought about'),
    );
    expect(times('Half a thought about')).toBe(0);
    await phone.leave();
  });

  it('keeps what is sent without a network, says so, and sends it once when page and network are back', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join();
    await phone.box.waitFor();
    await phone.context.setOffline(true);
    await phone.send('Written in the tunnel');
    await phone.reads('delegate.waiting', { net: 'offline', kept: 'phone' });
    await phone.reads('delegate.offline');
    await phone.page.close();
    expect(times('Written in the tunnel')).toBe(0);
    await phone.context.setOffline(false);
    const again = await phone.openAgain();
    await again.saved('Written in the tunnel');
    await again.page.reload();
    await again.saved('Written in the tunnel');
    expect(times('Written in the tunnel')).toBe(1);
    expect(await again.page.locator('article.queued').count()).toBe(0);
    await phone.leave();
  });

  it('keeps a text that was refused, with why, and gives it back to be edited', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join();
    await phone.box.waitFor();
    await phone.context.setOffline(true);
    await desk.send('core.CloseActivity', { activity: 'live', graceSeconds: 0 });
    await phone.send('Too late for this one');
    await phone.reads('delegate.waiting', { net: 'offline', kept: 'phone' });
    await phone.context.setOffline(false);
    await phone.reads('rejections.ACTIVITY_CLOSED');
    await phone.page.reload();
    await phone.reads('rejections.ACTIVITY_CLOSED');
    await phone.press('delegate.backToDraft');
    expect(await phone.box.inputValue()).toBe('Too late for this one');
    await desk.send('core.OpenActivity', { activity: 'live' });
    await phone.press('delegate.send');
    await phone.saved('Too late for this one');
    expect(times('Too late for this one')).toBe(1);
    await phone.leave();
  });

  it('brings a person back on another phone by the personal code, with all that was theirs', async () => {
    const first = await Phone.of(browser, server);
    await first.join('Nadia');
    await first.send('From the first phone');
    await first.saved('From the first phone');
    await first.tab('mine');
    const code = (await first.page.getByRole('status', { name: first.words('delegate.personalCode') }).textContent())!;
    const second = await Phone.of(browser, server, 'fr');
    await second.goTo(`/j/${server.links.code}`);
    await second.press('delegate.wasHere');
    const field = second.page.locator('#personalCode');
    await field.fill('ZZZZ ZZZZ');
    await second.press('delegate.comeBack');
    await second.reads('rejections.PERSONAL_CODE_UNKNOWN');
    await field.fill(` ${code.toLowerCase().replace(' ', '-')}`);
    await second.press('delegate.comeBack');
    await second.saved('From the first phone');
    await second.tab('mine');
    await second.page.getByText('Nadia').waitFor();
    await first.leave();
    await second.leave();
  });

  it('forgets the person on demand, after saying what would be lost', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join();
    await phone.box.fill('Nobody will read this');
    await phone.reads('delegate.draftKept');
    await phone.tab('mine');
    await phone.press('delegate.forget');
    const dialog = phone.page.getByRole('dialog');
    await dialog.getByText(phone.words('delegate.forgetUnsent', { n: 1 })).waitFor();
    await dialog.getByRole('button', { name: phone.words('delegate.forget') }).click();
    await phone.page.getByRole('heading', { name: phone.words('delegate.joinTitle') }).waitFor();
    const kept = await phone.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open('halqa');
          request.onsuccess = () => {
            const counting = request.result.transaction('drafts').objectStore('drafts').count();
            counting.onsuccess = () => resolve(counting.result);
          };
        }),
    );
    expect(kept).toBe(0);
    await phone.page.reload();
    await phone.page.getByRole('heading', { name: phone.words('delegate.joinTitle') }).waitFor();
    await phone.leave();
  });
});
