import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { InterpretationView } from '../../server/domain/parts/interpretation.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { launch, personOf } from './browser.ts';
import { firstMeeting, itemAt } from './desk-items.ts';
import { Facilitator, linkAt, Wall } from './people.ts';

const file = firstMeeting();
const question = 'q3';
const index = file.agenda.findIndex(({ activities }) => (activities as readonly string[]).includes(question));
const [here, next, after] = file.agenda.slice(index);
const [loud, quiet] = file.organisations.filter(({ city }, i, all) => all.findIndex((o) => o.city === city) === i);

describe('the meeting around its activities, at the desk', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  const phones: SocketClient[] = [];
  const done = async (answer: Promise<CommandAnswer>) => {
    const given = await answer;
    if (!given.ok) throw new Error(given.rejection.code);
  };
  const agenda = () => phones[0]!.seen.get('agenda') as AgendaView;
  const entry = (id: string) => agenda().items.find((item) => item.id === id)!;
  const row = (id: string): Locator => desk.page.locator(`#plan-${id}`);
  const within = (place: Locator, key: string, values = {}): Locator =>
    place.getByRole('button', { name: desk.words(key, values) }).first();
  /** The page's clock goes on so many seconds. */
  const later = (seconds: number) =>
    desk.page.evaluate((ms) => {
      const now = Date.now;
      Date.now = () => now() + ms;
    }, seconds * 1000);
  const dialog = (): Locator => desk.page.getByRole('dialog');
  const undo = () =>
    desk.page
      .locator('.last')
      .getByRole('button', { name: desk.words('desk.undo') })
      .click();
  const closeDialog = () => within(dialog(), 'desk.close_dialog').click();

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    for (let i = 0; i < 8; i++)
      phones.push(
        await enter(
          child.port,
          'participant',
          await cookieOfChild(child, 'participant', {
            name: `Person ${i}`,
            organisation: (i < 4 ? loud : quiet)!.id,
            consents: { present: i % 2 === 0, words: true },
          }),
        ),
      );
    desk = await Facilitator.enter(browser, child, 'fr');
    await itemAt(desk.page, here!.id).click();
    await desk.button('desk.run_open').click();
    await desk.page.locator('.status.open').waitFor();
  }, 60_000);

  afterAll(async () => {
    for (const phone of phones) phone.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('the programme is made longer and shorter, by steps and exactly; times follow, and undo puts them back', async () => {
    await desk.button('desk.runs_edit').click();
    await within(row(here!.id), 'desk.runs_longer').click();
    await eventually(() => expect(entry(here!.id).minutes).toBe(here!.minutes + 5));
    await row(next!.id).locator('s', { hasText: next!.start }).waitFor();
    const length = row(next!.id).getByRole('spinbutton');
    await length.fill('35');
    await length.press('Enter');
    await eventually(() => expect(entry(next!.id).minutes).toBe(35));
    await undo();
    await eventually(() => expect(entry(next!.id).minutes).toBe(next!.minutes));
    await eventually(async () => expect(await length.inputValue()).toBe(String(next!.minutes)));
  }, 30_000);

  it('when the open item is over its time, what follows is told later, in the run-of-show and at the end of the day', async () => {
    const late = desk.page.locator('.runs .run.next .expected');
    expect(await late.count()).toBe(0);
    await later(2 * 3600);
    await late.waitFor();
    await row(next!.id).locator('.expected').waitFor();
    await desk.page.locator('.dayend b').waitFor();
    await later(-2 * 3600);
    await late.waitFor({ state: 'detached' });
  }, 30_000);

  it('an item moves by buttons, which keep the focus, and by dragging; what has begun stays', async () => {
    const order = () => agenda().items.map(({ id }) => id);
    const before = order();
    expect(await row(here!.id).locator('[id^="move-"]').count()).toBe(0);
    const down = desk.page.locator(`#move-down-${next!.id}`);
    await down.press('Enter');
    await eventually(() => expect(order().indexOf(next!.id)).toBe(before.indexOf(next!.id) + 1));
    await eventually(async () => expect(await down.evaluate((e) => e === document.activeElement)).toBe(true));
    await row(next!.id)
      .locator('.grip')
      .dragTo(row(after!.id), { targetPosition: { x: 200, y: 4 } });
    await eventually(() => expect(order()).toEqual(before));
  }, 30_000);

  it('an item is skipped and taken up again, one is inserted and deleted', async () => {
    await within(row(next!.id), 'desk.runs_skip').click();
    await eventually(() => expect(entry(next!.id).skipped).toBe(true));
    await desk.page.locator('.nextbtn', { hasText: after!.title.fr }).waitFor();
    await within(row(next!.id), 'desk.runs_unskip').click();
    await desk.page.locator('.nextbtn', { hasText: next!.title.fr }).waitFor();
    await desk.button('desk.runs_insert').click();
    await dialog().locator('#insert-fr').fill('Photo de groupe');
    await dialog().locator('#insert-minutes').fill('10');
    await within(dialog(), 'desk.runs_insert').click();
    await desk.page.locator('.nextbtn', { hasText: 'Photo de groupe' }).waitFor();
    await eventually(() => expect(agenda().items[index + 1]?.title.ar).toBe('Photo de groupe'));
    // Deleted at once, and brought back: with a key point that would be lost, it is asked first.
    const remove = () =>
      desk.page.locator('.planrow', { hasText: 'Photo de groupe' }).locator('.ctl .btn').last().click();
    await remove();
    await desk.page.locator('.nextbtn', { hasText: next!.title.fr }).waitFor();
    await desk.page.locator('.last', { hasText: desk.words('desk.act_agenda_Delete') }).waitFor();
    await undo();
    await desk.page.locator('.nextbtn', { hasText: 'Photo de groupe' }).waitFor();
    const item = agenda().items[index + 1]!.id;
    const second = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await done(second.send('keypoints.Set', { item, label: { fr: 'Une belle photo' }, items: [] }));
    second.close();
    await remove();
    await dialog()
      .getByText(desk.words('desk.runs_delete_explain', { n: 1 }))
      .waitFor();
    await within(dialog(), 'desk.runs_delete').click();
    await desk.page.locator('.nextbtn', { hasText: next!.title.fr }).waitFor();
    await desk.page.locator('.last', { hasText: desk.words('desk.cannot_undo') }).waitFor();
  }, 30_000);

  it('where an item was opened early, what is still to come can be moved before it', async () => {
    const open = async (id: string) => {
      await itemAt(desk.page, id).click();
      await desk.button('desk.run_open').click();
      await eventually(() => expect(agenda().current).toBe(id));
      await desk.button('desk.runs_edit').click();
    };
    const last = file.agenda[index + 3]!;
    await open(last.id);
    const up = desk.page.locator(`#move-up-${after!.id}`);
    await up.click();
    await eventually(() => expect(agenda().items[index + 1]?.id).toBe(after!.id));
    await desk.page.locator(`#move-down-${after!.id}`).click();
    await eventually(() => expect(agenda().items[index + 1]?.id).toBe(next!.id));
    expect(await up.getAttribute('aria-disabled')).toBe('false');
    await undo();
    await eventually(() => expect(agenda().items[index + 1]?.id).toBe(after!.id));
    await undo();
    await eventually(() => expect(agenda().items[index + 1]?.id).toBe(next!.id));
    await undo();
    await eventually(() => expect(agenda().current).toBe(here!.id));
  }, 30_000);

  it('who is heard stands beside the room, with a hint where a group hardly writes', async () => {
    const rows = desk.page.locator('.heard-panel .shares li');
    for (let i = 0; i < 9; i++)
      await done(phones[i % 4]!.send('discussion.Contribute', { activity: question, text: `Text ${i}` }));
    await rows.first().waitFor();
    expect(await desk.page.locator('.heard-hint').count()).toBe(0);
    await done(phones[0]!.send('discussion.Contribute', { activity: question, text: 'The tenth.' }));
    const city = file.cities.find(({ id }) => id === quiet!.city)!.name.fr;
    await desk.page.locator('.heard-hint', { hasText: city }).waitFor();
    await desk.page.locator('.heard-panel li.low', { hasText: city }).waitFor();
    expect(await desk.page.locator('.heard-panel').textContent()).not.toContain('Person');
    await desk.page.locator('.heard-panel select').selectOption('meeting/kind');
    await within(desk.page.locator('.heard-panel'), 'desk.heard_aloud').click();
    await desk.page.locator('.heard-panel .empty', { hasText: desk.words('desk.heard_none_aloud') }).waitFor();
  }, 30_000);

  it('the floor is given, ended and refused; its order and time are set', async () => {
    const panel = desk.page.locator('.floor-panel');
    const waiting = (text: string) => panel.locator('.queue > li', { hasText: text });
    for (const i of [1, 2, 3]) await done(phones[i]!.send('floor.Ask', {}));
    await within(waiting('Person 1'), 'desk.floor_give').click();
    await panel.locator('.speaker', { hasText: 'Person 1' }).waitFor();
    await eventually(() => expect(phones[1]!.self?.parts.floor.speakingSince).not.toBeNull());
    await within(panel.locator('.speaker'), 'desk.floor_end').click();
    await panel.locator('.speaker').waitFor({ state: 'detached' });
    // Each slip of the finger is named, and taken back.
    const slip = async (act: string, back: Locator) => {
      await desk.page.locator('.last', { hasText: desk.words(`desk.act_floor_${act}`) }).waitFor();
      await undo();
      await back.waitFor();
    };
    await slip('End', panel.locator('.speaker', { hasText: 'Person 1' }));
    await within(panel.locator('.speaker'), 'desk.floor_end').click();
    await panel.locator('.speaker').waitFor({ state: 'detached' });
    await within(waiting('Person 3'), 'desk.floor_give').click();
    await panel.locator('.speaker', { hasText: 'Person 3' }).waitFor();
    await slip('Give', waiting('Person 3'));
    await panel.locator('.speaker').waitFor({ state: 'detached' });
    expect(await panel.locator('.queue > li').allTextContents()).toEqual([
      expect.stringContaining('Person 2'),
      expect.stringContaining('Person 3'),
    ]);
    const dismiss = async () => {
      await within(waiting('Person 2'), 'desk.floor_dismiss').click();
      await within(waiting('Person 2').locator('.ask'), 'desk.floor_dismiss').click();
      await waiting('Person 2').waitFor({ state: 'detached' });
    };
    await dismiss();
    await slip('Dismiss', panel.locator('.queue > li:first-child', { hasText: 'Person 2' }));
    await dismiss();
    await within(panel, 'desk.floor_settings').click();
    await dialog().getByLabel(desk.words('desk.floor_order_least')).check();
    await dialog().locator('#floor-seconds').selectOption('30');
    await within(dialog(), 'desk.save').click();
    await dialog().waitFor({ state: 'detached' });
    await done(phones[1]!.send('floor.Ask', {}));
    await waiting('Person 1').waitFor();
    expect(await panel.locator('.queue > li').first().textContent()).toContain('Person 3');
    expect(await waiting('Person 1').textContent()).toContain(desk.words('desk.floor_spoken', { n: 1, minutes: 1 }));
  }, 30_000);

  it('a raised hand is found by name, if its owner agreed to be listed; a turn over its time shows', async () => {
    const panel = desk.page.locator('.floor-panel');
    await within(panel, 'desk.floor_hand').click();
    expect(await dialog().locator('.hands').textContent()).not.toContain('Person 5');
    await dialog().locator('#hands-search').fill('person 4');
    await within(dialog().locator('.hands > li', { hasText: 'Person 4' }), 'desk.floor_give').click();
    await panel.locator('.speaker', { hasText: 'Person 4' }).waitFor();
    await panel.locator('.speaker.running').waitFor();
    await later(22);
    await panel.locator('.speaker.near', { hasText: desk.words('desk.floor_near') }).waitFor();
    await later(20);
    await panel.locator('.speaker.over', { hasText: desk.words('desk.floor_over') }).waitFor();
    await later(300);
    await panel.locator('.speaker.forgotten', { hasText: desk.words('desk.floor_forgotten') }).waitFor();
    await later(-342);
    await within(panel.locator('.speaker'), 'desk.floor_end').click();
  }, 30_000);

  it('F holds the picture and lets it go; another source and a second screen are chosen', async () => {
    const wall = await Wall.light(browser, child);
    await wall.page.locator('.screen').waitFor();
    await desk.page.locator('body').press('f');
    await desk.page.locator('.preview.frozen').waitFor();
    await within(desk.page.locator('.pbtns'), 'desk.screen_freeze').click();
    await desk.page.locator('.preview.frozen').waitFor({ state: 'detached' });
    await desk.button('desk.screen_more').click();
    await within(dialog(), 'desk.screen_other').click();
    await wall.page.locator('.card').first().waitFor({ state: 'detached' });
    await within(dialog(), 'desk.screen_other').click();
    await wall.page.locator('.card').first().waitFor();
    await within(dialog(), 'desk.screen_n', { n: 2 }).click();
    expect(await dialog().getByRole('link').getAttribute('href')).toMatch(/\/screen\?screen=2#/);
    const side = file.activities.find(({ id }) => id !== question)!.id;
    await dialog().locator('#screen-activity').selectOption(side);
    await desk.page.locator('.screen-panel h2', { hasText: desk.words('desk.screen_title_n', { n: 2 }) }).waitFor();
    await closeDialog();
    await desk.page.locator('body').press('b');
    await desk.page.locator('.preview-state', { hasText: desk.words('desk.screen_is_blank') }).waitFor();
    expect(await wall.page.locator('.screen.black').count()).toBe(0);
    await within(desk.page.locator('.which'), 'desk.screen_n', { n: 1 }).click();
    await desk.page.locator('.preview-state span').waitFor({ state: 'detached' });
    await wall.leave();
  }, 60_000);

  it('channels and links of the interpretation reach the phones; what is no address is refused', async () => {
    await desk.page.locator('.top .interpretation').click();
    await dialog().locator('#channel-ar').fill('3');
    await dialog().locator('#link-fr').fill('nowhere');
    await within(dialog(), 'desk.save').click();
    await dialog().getByRole('alert').waitFor();
    await dialog().locator('#link-fr').fill('https://audio.example/fr');
    await within(dialog(), 'desk.save').click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(() =>
      expect(phones[0]!.seen.get('interpretation') as InterpretationView).toEqual({
        ar: { channel: '3', link: null },
        fr: { channel: null, link: 'https://audio.example/fr' },
      }),
    );
  }, 30_000);

  it('an item is moved and skipped, the floor is given and the screen frozen by the keyboard alone', async () => {
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'fr' });
    await page.goto(linkAt(child, 'facilitator'));
    const press = async (target: Locator) => {
      await target.waitFor();
      for (let i = 0; i < 250 && !(await target.evaluate((e) => e === document.activeElement)); i++)
        await page.keyboard.press('Tab');
      expect(await target.evaluate((e) => e === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
    };
    const button = (key: string, place: Page | Locator = page) =>
      place.getByRole('button', { name: desk.words(key) }).first();
    await press(button('desk.runs_edit'));
    const moved = page.locator(`#plan-${after!.id}`);
    await press(page.locator(`#move-up-${after!.id}`));
    await page.locator(`.planrow.now + #plan-${after!.id}`).waitFor();
    await eventually(async () => {
      const focused = await page.evaluate(() => document.activeElement?.id);
      expect(focused).toBe(`move-up-${after!.id}`);
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => expect(agenda().items[index + 1]?.id).toBe(next!.id));
    await press(button('desk.runs_skip', moved));
    await eventually(() => expect(entry(after!.id).skipped).toBe(true));
    await press(button('desk.runs_unskip', moved));
    await press(button('desk.screen_freeze'));
    await page.locator('.preview.frozen').waitFor();
    await press(button('desk.screen_freeze'));
    await press(button('desk.floor_give', page.locator('.queue')));
    await page.locator('.speaker').waitFor();
    await press(button('desk.floor_end'));
    await page.locator('.speaker').waitFor({ state: 'detached' });
    for (const i of [2, 5]) await done(phones[i]!.send('floor.Ask', {}));
    await context.close();
  }, 60_000);

  it('on a phone the floor has its own place, with how many wait', async () => {
    const { context, page } = await personOf(browser, { size: 'phone', lang: 'fr' });
    await page.goto(linkAt(child, 'facilitator'));
    const pane = page.locator('.panes').getByRole('button', { name: desk.words('desk.pane_floor') });
    await pane.locator('b', { hasText: '3' }).waitFor();
    await pane.click();
    await page.locator('.floor-panel .queue > li').first().waitFor();
    expect(await page.locator('.screen-panel').isVisible()).toBe(false);
    await page.locator('.floor-panel .acts .btn').first().click();
    await page.locator('.speaker').waitFor();
    await page.locator('.speaker .btn').click();
    await page.locator('.speaker').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  }, 30_000);

  it.each(['ar', 'fr', 'en'] as const)(
    'axe finds nothing (%s), on a laptop and on a phone',
    async (lang) => {
      const words = wordsFor(lang);
      const found: Record<string, string[]> = {};
      const look = async (where: string, page: Page) => {
        const wrong = await wrongWith(page);
        if (wrong.length > 0) found[where] = wrong;
      };
      for (const size of ['laptop', 'phone'] as const) {
        const { context, page } = await personOf(browser, { size, lang, dark: size === 'phone' });
        await page.goto(linkAt(child, 'facilitator'));
        await page.locator('.nextbtn').waitFor();
        const press = (key: string) =>
          page
            .getByRole('button', { name: words(key), exact: true })
            .locator('visible=true')
            .first()
            .click();
        const pane = (name: string) =>
          size === 'phone' &&
          page
            .locator('.panes')
            .getByRole('button', { name: words(`desk.pane_${name}`) })
            .click();
        const inDialog = async (where: string) => {
          await page.getByRole('dialog').waitFor();
          await look(`${size}: ${where}`, page);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        };
        await pane('floor');
        await look(`${size}: floor`, page);
        for (const key of ['desk.floor_hand', 'desk.floor_settings']) {
          await press(key);
          await inDialog(key);
        }
        await pane('room');
        await look(`${size}: room`, page);
        for (const key of ['desk.screen_more', 'desk.interpretation']) {
          await press(key);
          await inDialog(key);
        }
        await pane('runs');
        await press('desk.runs_edit');
        await page.locator('.planrow').first().waitFor();
        await look(`${size}: programme`, page);
        await press('desk.runs_insert');
        await inDialog('insert');
        await context.close();
      }
      expect(found).toEqual({});
    },
    90_000,
  );

  it('no page had a fault', () => {
    expect(desk.faults).toEqual([]);
  });
});
