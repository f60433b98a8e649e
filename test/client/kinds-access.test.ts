import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOfNewcomer, enter, type SocketClient } from '../support/running.ts';
import { KindsRoom } from './kinds.ts';
import { obstacles, overflowAtTwice } from './obstacles.ts';
import { type Lang, Phone } from './phone.ts';

/** In a language other than English the words of the sample meeting end so. */
const marked = (text: string, lang: Lang) => (lang === 'en' ? text : `${text} (${lang})`);

describe('matrix, ballot and briefing are there for everybody', () => {
  let room: KindsRoom;
  let desk: SocketClient;
  let somebody: SocketClient;

  beforeAll(async () => {
    room = await KindsRoom.open();
    ({ desk } = room);
    const cookie = await cookieOfNewcomer(room.server, { organisation: 'lyon-city' });
    somebody = await enter(room.server.port, 'participant', cookie);
    await desk.send('core.StartItem', { item: 'work' });
    await somebody.send('matrix.Contribute', {
      activity: 'table',
      row: 'rights',
      column: 'weak',
      text: 'كلام بالعربية',
    });
    await somebody.send('ballot.Vote', { activity: 'houses', dots: [{ option: 'o1', n: 2 }] });
    await desk.send('ballot.WithdrawOption', { activity: 'houses', option: 'o3' });
  }, 60_000);

  afterAll(async () => {
    somebody?.close();
    await room?.close();
  }, 30_000);

  const looks = (['ar', 'fr', 'en'] as const).flatMap((lang) => [
    { lang, dark: false },
    { lang, dark: true },
  ]);

  it.each(looks)(
    'axe finds nothing, targets are large enough and letters twice as large fit, in $lang (dark: $dark)',
    async ({ lang, dark }) => {
      const phone = await Phone.of(room.browser, room.server, lang, dark);
      const { page } = phone;
      const found: Record<string, unknown> = {};
      const look = async (where: string) => {
        const here = await obstacles(page);
        if (here.length > 0) found[where] = here;
        const over = await overflowAtTwice(page);
        if (over > 0) found[`${where}, twice as large`] = over;
      };
      await room.only('table');
      await phone.join('Amal');
      await page.locator('.row-panel').waitFor();
      await look('matrix');
      await page.locator('.btn.contest').last().click();
      await page.locator('.side header .btn').first().click();
      await page.locator('form.write').nth(1).waitFor();
      await look('matrix, writing');
      await page.getByLabel(phone.words('matrix.contestLabel')).fill('Written to be kept');
      await page.locator('.entry-of button[type=submit]').click();
      await phone.saved('Written to be kept');
      await look('matrix, with an objection');
      await desk.send('core.PauseActivity', { activity: 'table' });
      await phone.reads('matrix.status_paused');
      await look('matrix, paused');

      await room.only('dots');
      const group = page.getByRole('group', { name: marked('Funding', lang) });
      await group.getByRole('button', { name: phone.words('ballot.more') }).click();
      await phone.reads('ballot.state_saved');
      await look('ballot');
      await room.only('houses');
      await page.locator('.result').first().waitFor();
      await look('ballot of organisations, with results');

      await room.only('read');
      await page.locator('.passage').waitFor();
      await page.locator('.city-map svg').waitFor();
      await page.locator('.mark-of').first().click();
      await page.locator('.all-sources summary').click();
      await look('briefing');
      await page.locator('.sources button').first().click();
      await page.getByRole('dialog').waitFor();
      await look('briefing, a source');
      await page.keyboard.press('Escape');

      // Beside a question a text is a card; and what was closed is one of several again.
      await desk.send('core.OpenActivity', { activity: 'dots' });
      await page.locator('.reading-card').waitFor();
      await look('now, several');
      await phone.tab('agenda');
      await look('agenda');
      await phone.tab('mine');
      await look('mine');
      expect(found).toEqual({});
      await phone.leave();
    },
    90_000,
  );

  it('a person fills a cell, objects, votes and marks by the keyboard alone', async () => {
    const phone = await Phone.of(room.browser, room.server);
    await phone.join('Keyboard');
    const { page } = phone;
    const { keyboard } = page;
    const reach = async (selector: string) => {
      for (let i = 0; i < 80; i++) {
        if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`no way to ${selector}`);
    };
    await room.only('table');
    await page.locator('.row-panel').waitFor();
    await reach('[role=tab]');
    await keyboard.press('End');
    await page.getByRole('tab', { name: 'Services', selected: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Services');
    await keyboard.press('ArrowLeft');
    await page.getByRole('tab', { name: 'Rights', selected: true }).waitFor();
    await reach('.side.for header .btn');
    await keyboard.press('Enter');
    await page.locator('.side.for textarea').waitFor();
    await keyboard.type('Typed into a cell');
    await reach('.side.for button[type=submit]');
    await keyboard.press('Enter');
    await phone.saved('Typed into a cell');
    await reach('.btn.contest');
    await keyboard.press('Enter');
    await page.getByLabel(phone.words('matrix.contestLabel')).waitFor();
    await keyboard.type('Typed against it');
    await reach('.entry-of button[type=submit]');
    await keyboard.press('Enter');
    await phone.saved('Typed against it');

    await room.only('dots');
    await page.locator('.stepper').first().waitFor();
    await reach('.stepper .step:last-child');
    for (let i = 0; i < 4; i++) await keyboard.press('Enter');
    // There are three; the focus stays though there is nothing left to give.
    await phone.reads('ballot.state_saved');
    await page.getByText(phone.words('ballot.left', { n: 0 })).waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('.step'))).toBe(true);

    await room.only('read');
    await page.locator('.mark-of').first().waitFor();
    await reach('.mark-of');
    await keyboard.press('Space');
    await page.locator('.mark-of[aria-pressed="true"]').waitFor();
    await phone.leave();
  }, 60_000);
});
