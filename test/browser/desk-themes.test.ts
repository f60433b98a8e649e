import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { OptionsView } from '../../server/domain/activities/ballot/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { ThemeView } from '../../server/domain/parts/themes.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { launch, personOf } from './browser.ts';
import { firstMeeting } from './desk-items.ts';
import { Facilitator, linkAt } from './people.ts';
import { overAtTwice } from './twice.ts';

const file = firstMeeting();
const question = 'q2';
const item = file.agenda.find(({ activities }) => (activities as readonly string[]).includes(question))!.id;
const ballots = file.activities.filter(({ kind }) => (kind as string) === 'ballot');
const texts = [
  'Un guichet unique à la mairie pour toutes les démarches des familles migrantes.',
  'Il faut un guichet unique pour les démarches des familles, à la mairie.',
  'Des cours du soir avec une garde pour les enfants.',
  'Rien ne se fait sans les associations elles-mêmes.',
];

describe('the rapporteur’s themes', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  let other: SocketClient;
  let phone: SocketClient;
  const ids: ItemId[] = [];
  const dialog = () => desk.page.getByRole('dialog');
  const exact = (key: string, values = {}) => ({ name: desk.words(key, values), exact: true });
  const text = (n: number): Locator => desk.page.locator('.texts .choosable', { hasText: texts[n]! });
  const theme = (name: string): Locator => desk.page.locator('.theme', { hasText: name });
  const themes = (): ThemeView[] =>
    [...other.seen].flatMap(([key, value]) => (key.startsWith('theme/') ? [value as ThemeView] : []));
  const holds = (name: string) => new Set(themes().find(({ label }) => label.fr === name)?.items);
  const undo = () =>
    desk.page
      .locator('.last')
      .getByRole('button', { name: desk.words('desk.undo') })
      .last()
      .click();
  const name = async (words: string, key: string) => {
    await dialog().locator('#theme-name-fr').fill(words);
    await dialog().getByRole('button', exact(key)).click();
    await dialog().waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    phone = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
    other = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await other.send('core.StartItem', { item });
    for (const said of texts) {
      const answer = await phone.send('discussion.Contribute', { activity: question, text: said });
      if (answer.ok) ids.push(answer.items![0] as ItemId);
    }
    desk = await Facilitator.enter(browser, child, 'fr');
    await desk.page
      .locator('.mid .doors')
      .getByRole('button', { name: desk.words('desk.view_themes') })
      .click();
    await text(0).waitFor();
  }, 60_000);

  afterAll(async () => {
    phone?.close();
    other?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('suggest texts that say nearly the same, with the reason, and group nothing by themselves', async () => {
    await desk.page.locator('.suggestions-head h3 button').click();
    const offer = desk.page.locator('.offer');
    await offer.waitFor();
    expect(await offer.locator('.reason').textContent()).toContain('guichet');
    expect(themes()).toEqual([]);
    await offer.getByRole('button', { name: desk.words('order.suggestion_dismiss') }).click();
    await offer.waitFor({ state: 'detached' });
    await desk.button('order.suggestions_back', { n: 1 }).click();
    await offer.getByRole('button', { name: desk.words('order.suggestion_group') }).click();
    expect(await dialog().locator('#theme-name-fr').inputValue()).toContain('guichet');
    await name('Guichet', 'order.theme_create');
    await theme('Guichet').waitFor();
    expect(holds('Guichet')).toEqual(new Set([ids[0], ids[1]]));
    await offer.waitFor({ state: 'detached' });
  }, 30_000);

  it('are made of what is chosen; what is in no theme yet comes first', async () => {
    expect(await desk.page.locator('.texts .choosable').first().textContent()).toContain(texts[2]);
    await text(2).getByRole('checkbox').check();
    await desk.button('order.theme_of_chosen').click();
    await name('Cours', 'order.theme_create');
    await theme('Cours').waitFor();
    expect(holds('Cours')).toEqual(new Set([ids[2]]));
    expect(await text(2).getByRole('checkbox').isChecked()).toBe(false);
  });

  it('take texts that are dropped on them, and give them back', async () => {
    await text(3).dragTo(theme('Cours').locator('header'));
    await eventually(() => expect(holds('Cours')).toEqual(new Set([ids[2], ids[3]])));
    await theme('Cours').locator('.choosable', { hasText: texts[3]! }).dragTo(desk.page.locator('#texts-title'));
    await eventually(() => expect(holds('Cours')).toEqual(new Set([ids[2]])));
    await undo();
    await eventually(() => expect(holds('Cours')).toEqual(new Set([ids[2], ids[3]])));
  }, 30_000);

  it('take all that is chosen along when one of it is dragged', async () => {
    await theme('Cours').getByRole('checkbox').nth(0).check();
    await theme('Cours').getByRole('checkbox').nth(1).check();
    await theme('Cours').locator('.choosable').first().dragTo(theme('Guichet').locator('header'));
    await eventually(() => expect(holds('Guichet').size).toBe(4));
    expect(holds('Cours').size).toBe(0);
    await undo();
    await eventually(() => expect(holds('Cours').size).toBe(2));
  }, 30_000);

  it('are split, renamed, merged and undone', async () => {
    await theme('Cours').locator('.choosable', { hasText: texts[3]! }).getByRole('checkbox').check();
    await desk.button('order.theme_of_chosen').click();
    await name('Associations', 'order.theme_create');
    await theme('Associations').waitFor();
    expect(holds('Cours')).toEqual(new Set([ids[2]]));
    await theme('Associations')
      .getByRole('button', { name: desk.words('order.rename') })
      .click();
    await name('Avec les associations', 'desk.save');
    await theme('Avec les associations').waitFor();
    await theme('Avec les associations')
      .getByRole('button', { name: desk.words('order.merge') })
      .click();
    const into = themes().find(({ label }) => label.fr === 'Cours')!;
    await dialog().locator('#merge-theme').selectOption(into.id);
    await dialog().getByRole('button', exact('order.merge')).click();
    await theme('Avec les associations').waitFor({ state: 'detached' });
    expect(holds('Cours')).toEqual(new Set([ids[2], ids[3]]));
    await undo();
    await theme('Avec les associations').waitFor();
    await theme('Avec les associations')
      .getByRole('button', { name: desk.words('order.theme_remove') })
      .click();
    await theme('Avec les associations').waitFor({ state: 'detached' });
    expect(themes().flatMap(({ items }) => items)).not.toContain(ids[3]);
  }, 30_000);

  it('are put to the vote', async () => {
    await theme('Guichet')
      .getByRole('button', { name: desk.words('order.theme_carry') })
      .click();
    const ballot = ballots[0]!.id;
    await dialog().locator('#carry-into').selectOption(ballot);
    await dialog()
      .getByRole('button', exact('order.carry', { n: 2 }))
      .click();
    await dialog().waitFor({ state: 'detached' });
    const options = other.value<OptionsView>(`options/${ballot}`)?.options ?? [];
    expect(options.flatMap((option) => option.item ?? [])).toEqual([ids[0], ids[1]]);
  });

  it('say what is no longer read of them', async () => {
    await phone.send('discussion.Withdraw', { activity: question, item: ids[2] });
    await theme('Cours')
      .getByText(desk.words('order.theme_gone', { n: 1 }))
      .waitFor();
    expect(await theme('Cours').locator('.choosable').count()).toBe(0);
  });

  it('no page had a fault', () => {
    expect(desk.faults).toEqual([]);
  });

  it('texts are chosen and put into a theme by the keyboard alone', async () => {
    const words = wordsFor('en');
    const { context, page } = await personOf(browser, { size: 'laptop', lang: 'en' });
    await page.goto(linkAt(child, 'facilitator'));
    await page.locator('.nextbtn').waitFor();
    const press = async (target: Locator, key = 'Enter') => {
      await target.waitFor();
      for (let i = 0; i < 250; i++) {
        if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press(key);
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by keyboard to ${target}`);
    };
    await press(page.locator('.mid .doors').getByRole('button', { name: words('desk.view_themes') }));
    await press(page.locator('.texts .choosable', { hasText: texts[3]! }).getByRole('checkbox'), 'Space');
    await press(
      page.locator('.theme', { hasText: 'Guichet' }).getByRole('button', { name: words('order.put_here', { n: 1 }) }),
    );
    await eventually(() => expect(holds('Guichet').has(ids[3]!)).toBe(true));
    await press(page.locator('.texts .choosable', { hasText: texts[3]! }).getByRole('checkbox'), 'Space');
    await press(page.getByRole('button', { name: words('order.take_out'), exact: true }));
    await eventually(() => expect(holds('Guichet').has(ids[3]!)).toBe(false));
    await context.close();
  }, 60_000);

  it.each([
    ['ar', false],
    ['fr', true],
    ['en', false],
  ] as const)(
    'axe finds nothing, and nothing is wider than the window, also with letters twice as large (%s, dark: %s)',
    async (lang, dark) => {
      const words = wordsFor(lang);
      const found: Record<string, unknown> = {};
      const look = async (size: 'laptop' | 'phone', where: string, page: Page) => {
        const wrong = await wrongWith(page);
        const over = await overAtTwice(page, size);
        if (wrong.length > 0 || over > 0) found[`${size}: ${where}`] = { wrong, over };
      };
      for (const size of ['laptop', 'phone'] as const) {
        const { context, page } = await personOf(browser, { size, lang, dark });
        await page.goto(linkAt(child, 'facilitator'));
        await page.locator('.nextbtn').waitFor();
        if (size === 'phone') await page.locator('.panes button').last().click();
        const doors = page.locator(size === 'phone' ? '.on-phone .doors' : '.mid .doors');
        await doors.getByRole('button', { name: words('desk.view_themes') }).click();
        await page.locator('.theme').first().waitFor();
        await page.locator('.suggestions-head h3 button').click();
        await page.locator('.texts .choosable').first().getByRole('checkbox').check();
        await look(size, 'themes', page);
        for (const key of ['order.rename', 'order.merge', 'order.theme_carry']) {
          await page
            .locator('.theme')
            .first()
            .getByRole('button', { name: words(key) })
            .first()
            .click();
          await page.getByRole('dialog').waitFor();
          await look(size, key, page);
          await page.keyboard.press('Escape');
        }
        await context.close();
      }
      expect(found).toEqual({});
    },
    120_000,
  );
});
