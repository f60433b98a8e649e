import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { BriefingConfig } from '../../server/domain/activities/briefing/schema.ts';
import type { MatrixConfig } from '../../server/domain/activities/matrix/schema.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { launch, personOf } from './browser.ts';
import { firstMeeting, itemAt } from './desk-items.ts';
import { Facilitator, linkAt } from './people.ts';

const file = firstMeeting();
const of = (kind: string) => file.activities.find((a) => (a.kind as string) === kind)!;
const itemWith = (activity: string) =>
  file.agenda.find(({ activities }) => (activities as readonly string[]).includes(activity))!.id;
const table = of('matrix').config as MatrixConfig;
const matrix = of('matrix').id;
const ballot = of('ballot').id;
const [row, other] = table.rows;
const [column] = table.columns;
/** An item with a text to read and a question. */
const double = file.agenda.find(({ activities }) => activities.length > 1)!;
const briefing = double.activities[0]!;
const question = double.activities[1]!;

describe('matrix, ballot and briefing at the desk', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  const phones: SocketClient[] = [];
  const cell = (n: number): Locator => desk.page.locator('.cell').nth(n);
  const line = (text: string): Locator => desk.page.locator('li.option', { hasText: text });
  const inDialog = (name: string, values = {}) =>
    desk.page.getByRole('dialog').getByRole('button', { name: desk.words(name, values), exact: true });
  /** Off the list, which keeps still under the pointer. */
  const pointerAway = () => desk.page.mouse.move(2, 2);
  const done = async (answer: Promise<CommandAnswer>): Promise<string> => {
    const given = await answer;
    if (!given.ok) throw new Error(given.rejection.code);
    return given.items?.[0] ?? '';
  };
  const entry = (who: number, text: string, place = row) =>
    done(phones[who]!.send('matrix.Contribute', { activity: matrix, row: place!.id, column: column!.id, text }));

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    for (let i = 0; i < 4; i++)
      phones.push(await enter(child.port, 'participant', await cookieOfChild(child, 'participant')));
    desk = await Facilitator.enter(browser, child, 'fr');
  }, 60_000);

  afterAll(async () => {
    for (const phone of phones) phone.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('what is shown of authors is chosen before the opening, and stands once it is open', async () => {
    await itemAt(desk.page, itemWith(matrix)).click();
    await desk.page.locator('.status.planned').waitFor();
    await desk.button('desk.settings').click();
    await desk.page.getByLabel(desk.words('desk.set_authors_city')).check();
    await inDialog('desk.save').click();
    await desk.page.locator('.seen-as', { hasText: desk.words('desk.buckets_to_come_city') }).waitFor();
    await desk.button('desk.run_open').click();
    await desk.page.locator('.status.open').waitFor();
    await desk.page.locator('.seen-as', { hasText: desk.words('desk.buckets_none_city') }).waitFor();
    await desk.button('desk.settings').click();
    expect(await desk.page.getByLabel(desk.words('desk.set_authors_city')).isDisabled()).toBe(true);
    expect(await desk.page.getByLabel(desk.words('desk.set_contests')).isDisabled()).toBe(false);
    await inDialog('desk.cancel').click();
    await pointerAway();
  }, 30_000);

  it('a cell shows its entries and the reasons against them, with their numbers', async () => {
    const seeds = table.seeds.filter((seed) => seed.row === row!.id && seed.column === column!.id).length;
    const first = await entry(0, 'Une entrée de la première case.');
    await entry(1, 'Une entrée d’une autre case.', other);
    await done(phones[1]!.send('matrix.Endorse', { activity: matrix, item: first }));
    await done(phones[2]!.send('matrix.Contest', { activity: matrix, item: first, text: 'Pas chez nous.' }));
    await desk.row('Une entrée d’une autre case.').waitFor();
    await desk.page.locator('.cell small.against').waitFor();
    expect(await cell(0).locator('b[aria-hidden]').textContent()).toBe(String(seeds + 2));
    expect(await cell(0).textContent()).toContain(desk.words('desk.cell_entries', { n: seeds + 1 }));
    expect(await cell(0).textContent()).toContain(desk.words('desk.cell_endorsements', { n: 1 }));
    await cell(0).click();
    await desk.row('Une entrée d’une autre case.').waitFor({ state: 'detached' });
    await pointerAway();
    const reason = desk.page.locator('article.item.reply', { hasText: 'Pas chez nous.' });
    expect(await reason.locator('.contest').textContent()).toContain(desk.words('desk.contest'));
    expect(await desk.page.locator('article.item:not(.reply)').count()).toBe(seeds + 1);
  }, 30_000);

  it('entries are pinned, merged within their cell and shown large; a seed can be hidden, not removed', async () => {
    await entry(3, 'La même chose, dite autrement.');
    const again = desk.row('La même chose, dite autrement.');
    await again.getByRole('button', { name: desk.words('desk.pin'), exact: true }).click();
    await again.getByRole('button', { name: desk.words('desk.unpin'), exact: true }).waitFor();
    await again
      .getByRole('button', { name: desk.words('desk.merge'), exact: true })
      .first()
      .click();
    await desk
      .row('Une entrée de la première case.')
      .filter({ has: desk.page.locator('.line') })
      .getByRole('button', { name: /^Fusionner dans/ })
      .click();
    await again.waitFor({ state: 'detached' });
    await desk.page.locator('.last', { hasText: /Fusion dans C/ }).waitFor();
    const seed = desk.page.locator('article.item', { hasText: desk.words('desk.by_document') }).first();
    await seed.locator('.moreof').click();
    expect(await seed.getByRole('button', { name: desk.words('desk.remove') }).count()).toBe(0);
    expect(await seed.getByRole('button', { name: desk.words('desk.translate'), exact: true }).count()).toBe(0);
    expect(await seed.locator('.said-by').count()).toBe(0);
    await seed.getByRole('button', { name: desk.words('desk.hide'), exact: true }).click();
    await desk.page.getByLabel(desk.words('reasons.hide_duplicate')).check();
    await inDialog('desk.hide').click();
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.locator('#tab-hidden', { hasText: '1' }).waitFor();
  }, 30_000);

  it('an option is typed in, one is carried over, one is withdrawn and put back', async () => {
    await itemAt(desk.page, itemWith(ballot)).click();
    await desk.button('desk.run_open').click();
    await desk.page.locator('li.option').first().waitFor();
    await desk.button('desk.option_add').click();
    await desk.page.locator('#option-fr').fill('Le temps qui manque');
    await desk.page.keyboard.press('Enter');
    await line('Le temps qui manque').waitFor();
    expect(await line('Le temps qui manque').locator('.pend').count()).toBe(1);

    await desk.button('desk.carry_over').click();
    const candidates = desk.page.locator('.candidates li');
    await candidates.first().waitFor();
    await desk.page.locator('#carry-search').fill('premiere case');
    await eventually(async () => expect(await candidates.count()).toBe(1));
    await candidates.getByRole('checkbox').check();
    await inDialog('desk.carry_chosen', { n: 1 }).click();
    await line('Une entrée de la première case.').waitFor();

    const option = desk.page.locator('li.option').first();
    const text = (await option.locator('.option-text').textContent()) ?? '';
    await line(text)
      .getByRole('button', { name: desk.words('desk.option_withdraw') })
      .click();
    await desk.page.locator('li.option.withdrawn', { hasText: text }).waitFor();
    await line(text)
      .getByRole('button', { name: desk.words('desk.option_restore') })
      .click();
    await desk.page.locator('li.option.withdrawn').waitFor({ state: 'detached' });
  }, 30_000);

  it('results are seen when the vote is closed: before, how many have voted', async () => {
    for (const [i, phone] of phones.entries())
      await done(phone.send('ballot.Vote', { activity: ballot, dots: [{ option: i === 0 ? 'o1' : 'o2', n: 2 }] }));
    const head = desk.page.locator('.ballot-head');
    await head.filter({ hasText: '4 sur 4' }).waitFor();
    expect(await desk.page.locator('.result').count()).toBe(0);
    await desk.page.locator('.tools .close').click();
    await desk.page
      .locator('.tools')
      .getByRole('button', { name: desk.words('desk.close_now') })
      .click();
    await desk.page.locator('.result').first().waitFor();
    const first = desk.page.locator('li.option').first();
    expect(await first.locator('.result b').last().textContent()).toBe('6');
    expect(await desk.page.getByRole('button', { name: desk.words('desk.option_withdraw') }).count()).toBe(0);
    await desk.button('desk.order_added').click();
    await eventually(async () => expect(await first.locator('.result b').last().textContent()).toBe('2'));
  }, 30_000);

  it('of two activities of an item one is in the middle; marks are counted by passage and sorted', async () => {
    const config = file.activities.find(({ id }) => id === briefing)?.config as BriefingConfig;
    const parts = config.sections.flatMap(({ passages, practices }) => [...passages, ...practices]);
    await itemAt(desk.page, double.id).click();
    await desk.button('desk.run_open').click();
    await desk.page.locator('.part').first().waitFor();
    expect(await desk.page.locator('.part').count()).toBe(parts.length);
    const marked = parts.at(-1)!;
    for (const phone of phones)
      await done(phone.send('briefing.Mark', { activity: briefing, part: marked.id, mark: 'more' }));
    await desk.page
      .locator('.filter')
      .getByRole('button', { name: desk.words('desk.marks_order_all') })
      .click();
    await eventually(async () => expect(await desk.page.locator('.part .marks .more dd').textContent()).toBe('4'));
    expect(await desk.page.locator('.part').count()).toBe(1);
    expect(await desk.page.locator('.part').textContent()).toContain(marked.text.fr);
    await desk.page.locator('.seg.choose button').nth(1).click();
    await done(phones[0]!.send('discussion.Contribute', { activity: question, text: 'Une réponse à la question.' }));
    await desk.row('Une réponse à la question.').waitFor();
  }, 30_000);

  it('no page had a fault', () => {
    expect(desk.faults).toEqual([]);
  });

  it.each([
    ['ar', false],
    ['fr', true],
    ['en', false],
  ] as const)(
    'axe finds nothing in any of them, and nothing is wider than the window (%s, dark: %s)',
    async (lang, dark) => {
      const words = wordsFor(lang);
      const found: Record<string, unknown> = {};
      const look = async (where: string, page: Page) => {
        const wrong = await wrongWith(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wrong.length > 0 || over > 0) found[where] = { wrong, over };
      };
      for (const size of ['laptop', 'phone'] as const) {
        const { context, page } = await personOf(browser, { size, lang, dark });
        await page.goto(linkAt(child, 'facilitator'));
        await page.locator('.nextbtn').waitFor();
        const see = async (item: string, shown: string) => {
          if (size === 'phone') await page.locator('.panes button').nth(1).click();
          await itemAt(page, item).click();
          if (size === 'phone') await page.locator('.panes button').nth(0).click();
          await page.locator(shown).first().waitFor();
          await look(`${size}: ${item}`, page);
        };
        const settings = async (item: string) => {
          await page.getByRole('button', { name: words('desk.settings'), exact: true }).click();
          await page.getByRole('dialog').waitFor();
          await look(`${size}: settings of ${item}`, page);
          await page.keyboard.press('Escape');
        };
        await see(itemWith(matrix), '.cell');
        await page.locator('.cell').first().click();
        await look(`${size}: a cell`, page);
        await settings(matrix);
        await see(itemWith(ballot), 'li.option');
        await settings(ballot);
        await see(double.id, '.part, article.item');
        await page.locator('.seg.choose button').first().click();
        await page.locator('.part').first().waitFor();
        await look(`${size}: a briefing`, page);
        await context.close();
      }
      expect(found).toEqual({});
    },
    120_000,
  );

  it('a cell is chosen, an option added and an item carried over by the keyboard alone', async () => {
    const words = wordsFor('en');
    await done(
      (await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'))).send('core.OpenActivity', {
        activity: ballot,
      }),
    );
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
    const button = (key: string, values = {}) => page.getByRole('button', { name: words(key, values), exact: true });
    await press(itemAt(page, itemWith(matrix)));
    await press(page.locator('.cell').nth(1));
    await page.locator('.cell[aria-pressed="true"]').waitFor();
    await press(button('desk.matrix_show_all'));
    await page.locator('.cell[aria-pressed="true"]').waitFor({ state: 'detached' });
    await press(itemAt(page, itemWith(ballot)));
    await press(button('desk.option_add'));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('More time');
    await page.keyboard.press('Enter');
    await page.locator('li.option', { hasText: 'More time' }).waitFor();
    await press(button('desk.carry_over'));
    await press(page.locator('.candidates').getByRole('checkbox', { disabled: false }).first(), 'Space');
    await press(button('desk.carry_chosen', { n: 1 }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await context.close();
  }, 60_000);
});
