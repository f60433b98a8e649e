import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { cookieOfNewcomer, enter, eventually } from '../support/running.ts';
import { removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { faultsOf, launch, sizes } from './browser.ts';
import { accepted, ScreenRoom, sfax } from './screen-room.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  removeFolders();
}, 30_000);

/** What a test opened: closed whether it holds or not. */
const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
}, 30_000);

async function roomOf(meeting: ReturnType<typeof sfax>, people: number): Promise<ScreenRoom> {
  const room = await ScreenRoom.open(meeting, people);
  opened.push(() => room.close());
  return room;
}

const numbered = (room: ScreenRoom, n: number): string => room.link.replace('#', `?screen=${n}#`);

async function wall(link: string): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: sizes.projector, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  opened.push(() => context.close());
  const page = await context.newPage();
  const faults = faultsOf(page);
  await page.goto(link);
  await page.locator('main').waitFor();
  return { page, faults };
}

const fr = sfax(['fr', 'ar', 'en']);
const words = wordsFor('fr');

describe('several screens', () => {
  it('each show what the desk gave them, and say their number at first', async () => {
    const room = await roomOf(fr, 3);
    const one = await wall(room.link);
    const two = await wall(numbered(room, 2));
    await one.page.locator('.number-label', { hasText: /1$/ }).waitFor();
    await two.page.locator('.number-label', { hasText: /2$/ }).waitFor();
    expect(new URL(two.page.url()).search).toBe('?screen=2');
    expect(new URL(two.page.url()).hash).toBe('');

    await room.start('roles');
    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'activity', activity: 'q1', screen: 2 }));
    const question = (fr.activities.find(({ id }) => id === 'q1')!.config as { prompt: { fr: string } }).prompt.fr;
    await two.page.getByText(question).waitFor();
    await one.page.locator('.cell').first().waitFor();

    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'other', screen: 2 }));
    await two.page.locator('.large-entry .codeb').waitFor();
    expect((await two.page.locator('main').textContent())!.replace(/\s/g, '')).toContain(room.server.links.code);
    expect(await two.page.locator('.rail, .foot, .time, .pres, .floor').count()).toBe(0);
    expect(await wrongWith(two.page)).toEqual([]);
    await accepted(room.desk.send('core.BlankScreen', { blank: true, screen: 2 }));
    await two.page.locator('.screen.black').waitFor();
    expect(await one.page.locator('.cell').count()).toBe(10);
    expect([...one.faults, ...two.faults]).toEqual([]);
  });
});

describe('a frozen screen', () => {
  const contribute = (room: ScreenRoom, phone: number, text: string) =>
    accepted(room.phones[phone]!.send('discussion.Contribute', { activity: 'q1', text }));

  it('stands still, but for what is hidden or may no longer be named', async () => {
    const room = await roomOf(fr, 3);
    const named = await enter(
      room.server.port,
      'participant',
      await cookieOfNewcomer(room.server, { name: 'Leïla Trabelsi', consents: { present: true, words: true } }),
    );
    opened.push(() => named.close());
    const { page, faults } = await wall(room.link);
    const other = await wall(numbered(room, 2));
    const card = (text: string, on = page) => on.locator('.card', { hasText: text });
    await room.start('coherence');
    const [hidden] = await contribute(room, 0, 'À masquer bientôt');
    await contribute(room, 1, 'Reste là');
    await accepted(named.send('discussion.Contribute', { activity: 'q1', text: 'Avec un nom' }));
    for (const text of ['À masquer bientôt', 'Reste là', 'Avec un nom']) await card(text).waitFor();
    await card('Avec un nom').getByText('Leïla Trabelsi').waitFor();

    await accepted(room.desk.send('core.FreezeScreen', { frozen: true }));
    const before = await page.locator('.time').textContent();
    await contribute(room, 2, 'Venue pendant l’arrêt');
    // The other screen shows that it has arrived at the screens.
    await card('Venue pendant l’arrêt', other.page).waitFor();
    await accepted(room.desk.send('discussion.Hide', { activity: 'q1', item: hidden, reason: 'off_topic' }));
    await card('À masquer bientôt').waitFor({ state: 'detached' });
    await accepted(named.send('core.SetConsents', { present: true, words: false }));
    await page.getByText('Leïla Trabelsi').waitFor({ state: 'detached' });
    await card('Avec un nom').getByText(words('screen.participant')).waitFor();
    expect(await page.locator('.card').count()).toBe(2);
    expect(await card('Venue pendant l’arrêt').count()).toBe(0);
    expect(await page.locator('.time').textContent()).toBe(before);

    // Opened anew while frozen, it shows the present, and stands still again.
    await page.reload();
    await card('Venue pendant l’arrêt').waitFor();
    await contribute(room, 2, 'Venue après');
    await card('Venue après', other.page).waitFor();
    expect(await card('Venue après').count()).toBe(0);
    await accepted(room.desk.send('core.FreezeScreen', { frozen: false }));
    await card('Venue après').waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
  });
});

describe.each(['ar', 'fr', 'en'] as const)('the floor, %s first', (lang) => {
  const order = ([lang, ...(['ar', 'fr', 'en'] as const)] as const).filter((one, i, all) => all.indexOf(one) === i);
  const said = wordsFor(lang);

  it('shows who speaks, their time and how many wait, beside a title and under every picture', async () => {
    const room = await roomOf(sfax(order), 6);
    const { page, faults } = await wall(room.link);
    await room.start('opening');
    for (const phone of room.phones.slice(0, 4)) await accepted(phone.send('floor.Ask', {}));
    const queue = () => room.desk.value<{ queue: { participant: string; name: string }[] }>('floor')!.queue;
    await eventually(() => expect(queue()).toHaveLength(4));
    const band = page.locator('.floor');
    const given = async () => {
      const [next] = queue();
      await accepted(room.desk.send('floor.Give', { participant: next!.participant }));
      await band.getByText(next!.name, { exact: true }).waitFor();
    };
    await given();
    await band.locator('.floor-waiting .num', { hasText: /^3$/ }).waitFor();
    await band.locator('.floor-place').waitFor();
    await band.locator('.floor-time > .num', { hasText: /^[12]:\d\d$/ }).waitFor();
    const inside = async () => {
      const box = (await band.boundingBox())!;
      const main = (await page.locator('main').boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(sizes.projector.height);
      expect(main.y + main.height).toBeLessThanOrEqual(box.y + 1);
      expect(await page.locator('main').evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(1);
      expect(await wrongWith(page)).toEqual([]);
    };
    await inside();
    // The turn ends with its item, and the next is given in the next.
    await room.start('roles');
    await band.waitFor({ state: 'detached' });
    await page.locator('.cell').first().waitFor();
    await given();
    await inside();
    await room.start('coherence');
    await band.waitFor({ state: 'detached' });
    await page.locator('h1').waitFor();
    await given();
    await inside();

    await accepted(room.desk.send('floor.Set', { seconds: 15 }));
    await band.getByText(said('screen.time_up')).waitFor({ timeout: 40_000 });
    await band.locator('.floor-time > .num', { hasText: '0:00' }).waitFor();
    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'join' }));
    await band.waitFor({ state: 'detached' });
    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'now' }));
    await band.waitFor();
    await accepted(room.desk.send('floor.End', {}));
    await band.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });
});

describe('a programme that moved', () => {
  it('tells on the wall when it goes on now', async () => {
    const room = await roomOf(fr, 1);
    const { page, faults } = await wall(room.link);
    await room.start('coffee-3');
    await page.locator('.pause .when .num', { hasText: '11:25' }).waitFor();
    const { minutes } = fr.agenda.find(({ id }) => id === 'coffee-3')!;
    await accepted(room.desk.send('agenda.Resize', { item: 'coffee-3', minutes: minutes + 10 }));
    await page.locator('.pause .when .num', { hasText: '11:35' }).waitFor();
    expect(await page.locator('.later').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
