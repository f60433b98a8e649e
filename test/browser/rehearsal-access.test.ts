import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { RehearsalView } from '../../server/domain/protocol.ts';
import { startServer } from '../../server/server.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild } from '../support/running.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { faultsOf, launch, personOf } from './browser.ts';
import { at, linkAt } from './people.ts';
import { overAtTwice } from './twice.ts';

describe('a rehearsal is there for everybody', () => {
  let browser: Browser;
  let child: Child;
  let copy: Child;
  let person: string;

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    const rehearsal = await begin(child, { delegates: 10, minutes: 5, lead: false });
    copy = { ...child, code: rehearsal.code, links: rehearsal.links };
    person = await cookieOfChild(copy, 'participant');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it.each([
    ['ar', 'laptop', false],
    ['ar', 'phone', true],
    ['fr', 'laptop', true],
    ['fr', 'phone', false],
    ['en', 'laptop', false],
    ['en', 'phone', true],
  ] as const)(
    'the way in, the banner and the way out (%s, %s, dark: %s): nothing wrong, nothing lost in twice the size',
    async (lang, size, dark) => {
      const words = wordsFor(lang);
      const { context, page } = await personOf(browser, { size, lang, dark });
      const faults = faultsOf(page);
      const look = async () => {
        expect(await wrongWith(page)).toEqual([]);
        expect(await overAtTwice(page, size)).toBe(0);
      };
      const leaves = async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      await page.goto(linkAt(child, 'facilitator'));
      await page.locator('.nextbtn').waitFor();
      await page
        .locator('.cur')
        .getByRole('button', { name: words('desk.rehearse') })
        .click();
      // Another is running, and this is the way into it.
      const goIn = page.getByRole('button', { name: words('desk.rehearse_go_in') });
      await goIn.waitFor();
      await look();
      await goIn.click();
      const banner = page.locator('section.rehearsal');
      await banner.locator('.rehearsal-state').waitFor();
      await look();
      for (const [key, title] of [
        ['desk.rehearsal_join', 'desk.rehearsal_join_title'],
        ['desk.rehearsal_end', 'desk.rehearsal_end_title'],
      ] as const) {
        if (size === 'phone') await unfold(banner);
        await look();
        await banner.getByRole('button', { name: words(key) }).click();
        await page.getByRole('dialog', { name: words(title) }).waitFor();
        await look();
        await leaves();
      }
      expect(faults).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it.each(['ar', 'fr', 'en'] as const)(
    'the phone and the screen say it in %s, and nothing is wrong with either',
    async (lang) => {
      const phone = await personOf(browser, { size: 'phone', lang });
      const [name = '', value = ''] = person.split('=');
      await phone.context.addCookies([{ name, value, url: at(child, '/') }]);
      await phone.page.goto(at(child, '/'));
      await phone.page.locator('.rehearsal', { hasText: wordsFor(lang)('common.rehearsal') }).waitFor();
      expect(await wrongWith(phone.page)).toEqual([]);
      expect(await overAtTwice(phone.page, 'phone')).toBe(0);
      await phone.context.close();
      const wall = await personOf(browser, { size: 'projector', lang });
      await wall.page.goto(linkAt(copy, 'screen'));
      await wall.page.locator('.rehearsal', { hasText: wordsFor(lang)('screen.rehearsal') }).waitFor();
      expect(await wrongWith(wall.page)).toEqual([]);
      await wall.context.close();
    },
    60_000,
  );

  it('says that the made-up people have left, and what can be done then', async () => {
    // A minute of theirs in two seconds.
    const server = await startServer(
      { port: 0, host: '127.0.0.1', data: dataFolder(), publicUrl: null, tls: null, log: null },
      { firstMeeting: () => sampleMeeting(), rehearsal: { speed: 30 } },
    );
    const place = { port: server.port, ...server.links };
    const words = wordsFor('ar');
    const { links } = await begin(place, { delegates: 5, minutes: 1, lead: false });
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'ar' });
    await page.goto(linkAt({ ...place, links }, 'facilitator'));
    const banner = page.locator('section.rehearsal');
    await banner.getByRole('status').getByText(words('desk.rehearsal_left')).waitFor({ timeout: 30_000 });
    expect(await banner.locator('.rehearsal-state').count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
    const minutes = await banner.getByRole('link', { name: words('desk.rehearsal_minutes') }).getAttribute('href');
    await page.goto(at(place, minutes!));
    await page.locator('#scope').waitFor();
    await context.close();
    await server.close();
  }, 60_000);

  it('a server that is started anew in the middle of it leads the desk back to the real meeting', async () => {
    const data = dataFolder();
    const before = await startChild(data);
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'en' });
    await page.goto(linkAt(before, 'facilitator'));
    const code = await page.locator('.top .code .num').textContent();
    await page.locator('.top .rehearse').click();
    await page.getByRole('button', { name: wordsFor('en')('desk.rehearse_start') }).click();
    await page.locator('section.rehearsal .rehearsal-state').waitFor({ timeout: 30_000 });
    before.process.kill('SIGKILL');
    await before.ended;
    const after = await startChild(data, { port: before.port });
    await page.locator('.top .rehearse').waitFor({ timeout: 40_000 });
    expect(await page.locator('.top .code .num').textContent()).toBe(code);
    await context.close();
    after.process.kill('SIGTERM');
    await after.ended;
  }, 90_000);

  it('it is begun and ended by the keyboard alone', async () => {
    const other = await startChild(dataFolder());
    const words = wordsFor('en');
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'en' });
    await page.goto(linkAt(other, 'facilitator'));
    const press = async (target: Locator) => {
      await reach(page, target);
      await page.keyboard.press('Enter');
    };
    await press(page.locator('.top .rehearse'));
    await reach(page, page.locator('#rehearse-people'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('10');
    await press(page.getByRole('button', { name: words('desk.rehearse_start') }));
    const banner = page.locator('section.rehearsal');
    await banner.waitFor({ timeout: 30_000 });
    await press(banner.getByRole('button', { name: words('desk.rehearsal_end') }));
    await press(page.getByRole('button', { name: words('desk.rehearsal_end_do') }));
    await page.locator('.top .rehearse').waitFor();
    await context.close();
    other.process.kill('SIGTERM');
    await other.ended;
  }, 60_000);
});

/** A rehearsal that another facilitator's browser begins. */
async function begin(child: Parameters<typeof cookieOfChild>[0], asked: object): Promise<RehearsalView> {
  const response = await fetch(`http://127.0.0.1:${child.port}/api/rehearsals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await cookieOfChild(child, 'facilitator') },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { rehearsal: RehearsalView }).rehearsal;
}

const unfold = async (banner: Locator): Promise<void> => {
  const more = banner.locator('.rehearsal-more');
  if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
};

/** Tabs on until the focus is on it, and fails where it never is. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < 250; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${target}`);
}
