import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import type { RunningServer } from '../../server/server.ts';
import { obstacles, overflowAtTwice } from '../client/obstacles.ts';
import { openDesk, Phone } from '../client/phone.ts';
import { eventually, runServer, type SocketClient } from '../support/running.ts';
import { removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';

describe('the meeting around its questions, on a phone', () => {
  let browser: Browser;
  let server: RunningServer;
  let desk: SocketClient;
  let ids: string[] = [];

  const does = async (...command: Parameters<SocketClient['send']>) => {
    const answer = await desk.send(...command);
    expect(answer).toMatchObject({ ok: true });
    return answer as { items?: string[] };
  };

  beforeAll(async () => {
    browser = await launch();
    server = await runServer();
    desk = await openDesk(server);
    const writer = await Phone.of(browser, server);
    await writer.join('Writer');
    await writer.send('A counter where everybody is heard');
    await writer.saved('A counter where everybody is heard');
    await writer.leave();
    await eventually(() => {
      ids = [...desk.seen.keys()].filter((key) => key.startsWith('c/')).map((key) => key.slice(2));
      expect(ids).toHaveLength(1);
    });
    // A programme that has changed, what is to be kept of it, a theme, an interpreter.
    await does('agenda.Insert', {
      after: null,
      date: '2019-06-26',
      type: 'break',
      minutes: 20,
      label: { ar: 'قهوة', fr: 'Café', en: 'Coffee' },
    });
    await does('agenda.Insert', {
      after: 'first',
      date: '2019-06-25',
      type: 'speech',
      minutes: 10,
      label: { ar: 'خلاصة', fr: 'Bilan', en: 'Round-up' },
    });
    await does('agenda.Skip', { item: 'work', skipped: true });
    await does('keypoints.Set', {
      item: 'first',
      label: { ar: 'شبّاك للجميع', fr: 'Un guichet pour tous', en: 'One counter for all' },
      items: ids,
    });
    await does('themes.Add', { label: { ar: 'الاستقبال', fr: 'Accueil', en: 'Welcoming' }, items: ids });
    for (const lang of ['ar', 'fr', 'en'] as const)
      await does('interpretation.Set', { lang, channel: '3', link: 'https://audio.example/room' });
  }, 60_000);

  afterAll(async () => {
    desk?.close();
    await browser?.close();
    await server?.close();
    removeFolders();
  }, 30_000);

  const floorOf = (phone: Phone) => phone.page.locator('nav a[href="#floor"]');
  const floor = () => desk.value<FloorView>('floor')!;
  const first = () => floor().queue![0]!.participant;

  /** So many seconds later, by this phone's clock; until it next sends something, and finds that its connection is old. */
  const later = (phone: Phone, seconds: number) =>
    phone.page.evaluate((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, seconds * 1000);

  it('asks for the floor, sees its place, speaks, is warned, and gives the floor back', async () => {
    const nadia = await Phone.of(browser, server);
    const omar = await Phone.of(browser, server);
    await nadia.join('Nadia');
    await omar.join('Omar');
    await floorOf(nadia).click();
    await nadia.reads('tabs.floor_nobody');
    await nadia.reads('tabs.floor_nameSeen');
    await nadia.press('tabs.floor_ask');
    await nadia.reads('tabs.floor_order_arrival');
    await floorOf(omar).click();
    await omar.reads('tabs.floor_waiting', { n: 1 });
    await omar.press('tabs.floor_ask');
    await omar.page.locator('.queue-place strong', { hasText: '2' }).waitFor();
    // On the other tabs, too, it is said that one waits.
    await omar.tab('now');
    await omar.page.locator('a.floor-line', { hasText: omar.words('delegate.floorPlace', { n: 2 }) }).waitFor();
    await omar.page.locator('nav a[href="#floor"] b', { hasText: '2' }).waitFor();

    await does('floor.Set', { seconds: 15 });
    await does('floor.Give', { participant: first() });
    await nadia.page.locator('.my-turn').waitFor();
    await nadia.tab('agenda');
    await nadia.page.locator('a.floor-line').waitFor();
    await omar.page.locator('.queue-place').waitFor({ state: 'detached' });
    await floorOf(omar).click();
    await omar.page.locator('.speaker', { hasText: 'Nadia' }).waitFor();
    await omar.page.locator('.queue-place strong', { hasText: '1' }).waitFor();
    await nadia.page.locator('a.floor-line.turn-near').waitFor();
    // Told to whoever hears the page, without the seconds.
    await nadia.page.getByRole('status').getByText(nadia.words('delegate.floor_near'), { exact: true }).waitFor();
    await nadia.page.locator('a.floor-line').click();
    await nadia.reads('tabs.floor_turn_near');
    await nadia.press('tabs.floor_finished');
    await nadia.reads('tabs.floor_ask');
    await omar.reads('tabs.floor_nobody');
    await omar.press('tabs.floor_withdraw');
    await omar.reads('tabs.floor_ask');
    expect(floor()).toMatchObject({ speaker: null, waiting: 0 });
    await nadia.leave();
    await omar.leave();
  }, 60_000);

  it('asks for nothing without a network: it says to raise a hand, and nothing is sent later', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join('Petra');
    await floorOf(phone).click();
    await phone.reads('tabs.floor_ask');
    await phone.context.setOffline(true);
    await phone.reads('tabs.floor_offline');
    await phone.page.getByRole('button', { name: phone.words('tabs.floor_ask') }).click({ force: true });
    await phone.context.setOffline(false);
    await phone.page.getByText(phone.words('tabs.floor_offline')).waitFor({ state: 'detached' });
    await phone.tab('now');
    await phone.send('Petra is back');
    await phone.saved('Petra is back');
    expect(floor().waiting).toBe(0);
    await phone.leave();
  }, 60_000);

  it('the programme says what has changed, what is to be kept, and where each text stands', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    await phone.join('Rim');
    await phone.tab('agenda');
    const second = page.locator('.entry', { hasText: 'Second question' });
    await second.getByText(/09:20/).waitFor();
    await second.getByText(/09:00/).waitFor();
    await page.locator('.entry', { hasText: 'Coffee' }).getByText(phone.words('tabs.agenda_inserted')).waitFor();
    const skipped = page.locator('.entry.skipped', { hasText: 'Reading and weighing' });
    await skipped.getByText(phone.words('tabs.agenda_skipped')).waitFor();
    expect(await skipped.locator('s').count()).toBe(1);
    await page.getByText('One counter for all').waitFor();
    await page.getByRole('button', { name: phone.words('tabs.agenda_showText', { ref: 'C1' }) }).click();
    await page.getByRole('dialog').getByText('A counter where everybody is heard').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.themes summary', { hasText: 'Welcoming' }).click();
    await page.locator('.themes').getByText('A counter where everybody is heard').waitFor();
    // A text that may no longer be read leaves its reference, and the theme that held nothing else is gone.
    await does('discussion.Hide', { activity: 'live', item: ids[0], reason: 'off_topic' });
    await page.getByText(phone.words('tabs.agenda_noLongerShown')).waitFor();
    await page.locator('.themes').waitFor({ state: 'detached' });
    await does('discussion.Unhide', { activity: 'live', item: ids[0] });
    await phone.leave();
  }, 60_000);

  it('what follows is told about when it will begin, where the item before it lasts longer', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    await phone.join('Sami');
    await phone.tab('agenda');
    const next = page.locator('.entry', { hasText: 'Round-up' });
    await next.getByText('10:30', { exact: true }).waitFor();
    expect(await next.locator('.late').count()).toBe(0);
    // The first item was to last an hour.
    await later(phone, 90 * 60);
    await next.locator('.late').waitFor({ timeout: 15_000 });
    await does('core.CloseActivity', { activity: 'live', graceSeconds: 0 });
    await phone.tab('now');
    await page
      .locator('.next-item', { hasText: 'Round-up' })
      .getByText(/about \S+ instead of 10:30/)
      .waitFor();
    await does('core.OpenActivity', { activity: 'live' });
    await phone.leave();
  }, 60_000);

  it('interpretation is found in the language menu, and where nothing is asked', async () => {
    const phone = await Phone.of(browser, server, 'fr');
    const { page } = phone;
    await phone.join('Salma');
    await page.getByRole('button', { name: phone.words('delegate.languageIs', { language: 'Français' }) }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.interpretation li').count()).toBe(3);
    const link = dialog.getByRole('link', { name: phone.words('delegate.listen') }).first();
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    await dialog.locator('.interpretation li').first().getByText('français').waitFor();
    await phone.leave();
  }, 60_000);

  it('whoever leaves says so, and is back when they say so', async () => {
    const phone = await Phone.of(browser, server);
    await phone.join('Tarek');
    await floorOf(phone).click();
    await phone.press('tabs.floor_ask');
    await eventually(() => expect(floor().waiting).toBe(1));
    await phone.tab('mine');
    await phone.press('tabs.mine_leave');
    await phone.reads('tabs.mine_left');
    await eventually(() => expect(floor().waiting).toBe(0));
    await phone.press('tabs.mine_arrive');
    await phone.reads('tabs.mine_leave');
    await phone.leave();
  }, 60_000);

  const looks = (['ar', 'fr', 'en'] as const).flatMap((lang) => [
    { lang, dark: false },
    { lang, dark: true },
  ]);

  it.each(looks)(
    'axe finds nothing, targets are large enough and letters twice as large fit, in $lang (dark: $dark)',
    async ({ lang, dark }) => {
      await does('floor.Set', { seconds: 600 });
      const phone = await Phone.of(browser, server, lang, dark);
      const { page } = phone;
      const found: Record<string, unknown> = {};
      const pictures = process.env.HALQA_PICTURES;
      const look = async (where: string) => {
        const here = await obstacles(page);
        if (here.length > 0) found[where] = here;
        const over = await overflowAtTwice(page);
        if (over > 0) found[`${where}, twice as large`] = over;
        if (pictures)
          await page.screenshot({
            path: `${pictures}/${where.replace(/\W+/g, '-')}-${lang}${dark ? '-dark' : ''}.png`,
          });
      };
      await phone.join('Amal');
      await phone.tab('agenda');
      await page.locator('.themes summary').click();
      await look('agenda');
      await page.locator('.refs .btn').click();
      await look('agenda, a text');
      await page.keyboard.press('Escape');
      await floorOf(phone).click();
      await phone.reads('tabs.floor_ask');
      await look('floor');
      await phone.press('tabs.floor_ask');
      await page.locator('.queue-place').waitFor();
      await look('floor, waiting');
      await phone.tab('now');
      await page.locator('a.floor-line').waitFor();
      await look('now, waiting');
      await does('floor.Give', { participant: first() });
      await page.locator('a.floor-line.turn-running').waitFor();
      await look('now, speaking');
      await later(phone, 580);
      await page.locator('a.floor-line.turn-near').waitFor();
      await look('now, nearly over');
      await page.locator('a.floor-line').click();
      await page.locator('.turn-says').waitFor();
      await look('floor, speaking');
      await later(phone, 60);
      await page.locator('.my-turn.turn-over').waitFor();
      await look('floor, over');
      const other = await Phone.of(browser, server, lang, dark);
      await other.join('Other');
      await floorOf(other).click();
      await later(other, 640);
      await other.page.locator('.speaker.turn-over').waitFor();
      const seen = await obstacles(other.page);
      if (seen.length > 0) found['floor, somebody speaks'] = seen;
      await other.leave();
      await does('floor.End', {});
      await phone.reads('tabs.floor_ask');
      await phone.tab('mine');
      await page.locator('h2', { hasText: phone.words('tabs.mine_attendance') }).scrollIntoViewIfNeeded();
      await look('mine');
      await page.getByRole('button', { name: phone.words('tabs.mine_handOver') }).scrollIntoViewIfNeeded();
      await look('mine, this phone');
      await phone.press('tabs.mine_handOver');
      await page.getByRole('dialog').waitFor();
      await look('hand over');
      await phone.press('tabs.mine_handOverGo');
      await page.locator('#name').waitFor();
      await look('handed over');
      expect(found).toEqual({});
      await phone.leave();
    },
    90_000,
  );

  it('is asked for and given back by the keyboard alone', async () => {
    const phone = await Phone.of(browser, server);
    const { page } = phone;
    await phone.join('Keyboard');
    const reach = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way to ${selector}`);
    };
    await reach('nav a[href="#floor"]');
    await page.keyboard.press('Enter');
    await page.locator('.ask-floor').waitFor();
    await reach('.ask-floor .btn');
    await page.keyboard.press('Enter');
    await page.locator('.queue-place').waitFor();
    await does('floor.Give', { participant: first() });
    await page.locator('.my-turn').waitFor();
    await reach('.my-turn .btn');
    await page.keyboard.press('Enter');
    await phone.reads('tabs.floor_ask');
    expect(desk.value<AgendaView>('agenda')?.current).toBe('first');
    await phone.leave();
  }, 60_000);
});
