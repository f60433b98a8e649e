import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { faultsOf, launch, sizes } from './browser.ts';
import { accepted, ScreenRoom, sfax } from './screen-room.ts';

const orders = { ar: ['ar', 'fr', 'en'], fr: ['fr', 'ar', 'en'], en: ['en', 'fr', 'ar'] } as const;
const matrix = { activity: 'matrix' };
const ballot = { activity: 'challenges-ballot' };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  removeFolders();
}, 30_000);

async function wall(room: ScreenRoom): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: sizes.projector, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = faultsOf(page);
  await page.goto(room.link);
  await page.locator('main').waitFor();
  return { page, faults };
}

/** Texts that are too small for the back row, or that leave the picture. */
const badlySet = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent?.trim();
      if (!text || element.closest('.sr, [aria-hidden], svg')) continue;
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 31.9) found.push(`small: ${text}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      // What is cut with three dots is cut by the box that holds it.
      const clipped = element.closest('.fit, .label, .others, .no-room, b');
      for (const box of clipped ? [clipped.getBoundingClientRect()] : range.getClientRects())
        if (box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1)
          found.push(`outside: ${text}`);
    }
    for (const box of document.querySelectorAll('.row-name, .cell, .options .words, .passage, .read, .reasons article'))
      if (box.scrollHeight > box.clientHeight + 2) found.push(`spills: ${box.textContent}`);
    return found;
  });

describe.each(['ar', 'fr', 'en'] as const)('on the wall, %s first', (lang) => {
  const words = wordsFor(lang);
  let room: ScreenRoom;
  let page: Page;
  let faults: string[];
  /** Readable from the back row, whole, and right for those who hear it. */
  const isWellSet = async () => {
    expect(await badlySet(page)).toEqual([]);
    expect(await wrongWith(page)).toEqual([]);
    expect(faults).toEqual([]);
  };
  beforeAll(async () => {
    room = await ScreenRoom.open(sfax(orders[lang]));
    ({ page, faults } = await wall(room));
  }, 60_000);
  afterAll(async () => {
    await page?.context().close();
    await room?.close();
  }, 30_000);

  it('a briefing shows its contents and the cities of its practices, and then what was marked most', async () => {
    await room.start('contributions');
    await page.locator('.contents li').first().waitFor();
    const map = page.getByRole('img', { name: words('screen.map') });
    await map.locator('path.land').waitFor({ state: 'attached' });
    for (const city of ['lyon', 'tunis', 'amman']) {
      const name = sfax().cities.find(({ id }) => id === city)!.name[lang];
      await map.locator('text', { hasText: name }).waitFor();
    }
    await isWellSet();

    const briefing = { activity: 'briefing-contributions' };
    const config = sfax().activities.find(({ id }) => id === briefing.activity)!.config as {
      sections: { passages: { id: string; text: Record<typeof lang, string> }[] }[];
    };
    const [first, second] = config.sections[0]!.passages;
    for (const [i, phone] of room.phones.slice(0, 9).entries()) {
      await accepted(phone.send('briefing.Mark', { ...briefing, part: second!.id, mark: 'same' }));
      if (i < 3) await accepted(phone.send('briefing.Mark', { ...briefing, part: first!.id, mark: 'same' }));
      if (i < 2) await accepted(phone.send('briefing.Mark', { ...briefing, part: second!.id, mark: 'more' }));
    }
    const most = page.locator('.passage', { hasText: second!.text[lang].slice(0, 40) });
    await most.locator('.same .marks-n', { hasText: /^9$/ }).waitFor();
    await most.getByText(words('screen.mark_more')).waitFor();
    await isWellSet();
  });

  it('the matrix shows how much stands in each cell, the most endorsed entry, and who contests', async () => {
    await room.start('roles');
    const [one, two] = room.entries('services/weaknesses') as [string, string];
    const cell = page.locator('.cell').nth(5);
    await cell.waitFor();
    expect(await page.locator('.cell').count()).toBe(10);
    await room.endorse('matrix', one, 4);
    await room.endorse('matrix', two, 11);
    for (const phone of room.phones.slice(20, 23))
      await accepted(phone.send('matrix.Contest', { ...matrix, item: one, text: 'Chez nous, elles ont les moyens.' }));
    const all = 15 + room.entries('services/weaknesses').length;
    await cell.locator('.cell-n', { hasText: new RegExp(`^${all}$`) }).waitFor();
    await cell.locator('.contests', { hasText: '3' }).waitFor();
    await page.locator('.cell.against.step-5').waitFor();
    expect(await cell.getAttribute('class')).toContain('step-5');
    const text = (item: string) => {
      const view = room.desk.value<{ text: string; lang: string; translations: Record<string, { text: string }> }>(
        `c/${item}`,
      )!;
      return view.lang === lang ? view.text : view.translations[lang]!.text;
    };
    await cell.getByText(text(two)).waitFor();
    await isWellSet();

    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'item', item: one }));
    await page.getByText(text(one)).waitFor();
    await page.getByText(words('screen.document')).waitFor();
    expect(await page.locator('.reasons article').count()).toBe(3);
    await isWellSet();

    await accepted(room.desk.send('matrix.Hide', { ...matrix, item: one, reason: 'off_topic' }));
    await page.locator('.cell').first().waitFor();
    await accepted(room.desk.send('core.ShowOnScreen', { mode: 'now' }));
  });

  it('a ballot shows how many have voted, and its results once it is closed', async () => {
    await room.start('challenges');
    await page.locator('.options li').nth(4).waitFor();
    const vote = (n: number, option: string) =>
      accepted(room.phones[n]!.send('ballot.Vote', { ...ballot, dots: [{ option, n: 3 }] }));
    for (const n of [0, 1, 2, 3]) await vote(n, 'o3');
    await vote(4, 'o5');
    await page.locator('.turnout-n', { hasText: /^5$/ }).waitFor();
    await page.getByText(words('screen.results_later')).waitFor();
    expect(await page.locator('.bar').count()).toBe(0);
    await isWellSet();

    await accepted(room.desk.send('core.CloseActivity', { ...ballot, graceSeconds: 0 }));
    await page.locator('.bar').first().waitFor();
    expect(await page.locator('.bar-n').allInnerTexts()).toEqual(['12', '3', '0', '0', '0']);
    const options = (
      sfax().activities.find(({ id }) => id === ballot.activity)!.config as {
        options: { text: Record<typeof lang, string> }[];
      }
    ).options;
    expect(await page.locator('.options .label').first().textContent()).toBe(options[2]!.text[lang]);
    await isWellSet();
  });

  it('a break and a night say when it goes on, and what comes then', async () => {
    await room.start('evening');
    await page.locator('.pause .when', { hasText: '09:00' }).waitFor();
    await page.getByText(words('screen.resume')).waitFor();
    await page.getByText(sfax().agenda.find(({ id }) => id === 'recall')!.title[lang]).waitFor();
    await isWellSet();
    await room.start('coffee-3');
    await page.locator('.pause .when', { hasText: '11:25' }).waitFor();
    await isWellSet();
  });
});

describe('what the wall may not show', () => {
  it('texts of a matrix while they are collected', async () => {
    const room = await ScreenRoom.open(sfax(['ar', 'fr', 'en'], { matrix: { reveal: 'collect' } }), 6);
    const { page, faults } = await wall(room);
    await room.start('roles');
    await page.locator('.cell').first().waitFor();
    const cell = { row: 'services', column: 'weaknesses' };
    for (const phone of room.phones.slice(0, 4))
      await accepted(phone.send('matrix.Contribute', { ...matrix, ...cell, text: 'Un texte qui attend' }));
    await page.locator('.collected-n', { hasText: /^4$/ }).waitFor();
    expect(await page.locator('.cell').allInnerTexts()).toEqual(Array.from({ length: 10 }, () => ''));
    await accepted(room.desk.send('matrix.Reveal', matrix));
    await page.locator('.cell .fit').first().waitFor();
    await accepted(
      room.phones[0]!.send('matrix.Endorse', { ...matrix, item: room.entries('services/weaknesses').at(-1) }),
    );
    await page.getByText('Un texte qui attend').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
    await room.close();
  });

  it('who wrote a text, where authors appear by kind of organisation', async () => {
    const room = await ScreenRoom.open(sfax(['fr', 'ar', 'en'], { q1: { attribution: 'kind' } }));
    const { page, faults } = await wall(room);
    await room.start('coherence');
    const by = async (phone: number, text: string) => {
      await accepted(room.phones[phone]!.send('discussion.Contribute', { activity: 'q1', text }));
      return page.locator('.card', { hasText: text }).locator('header b');
    };
    const city = await by(0, 'De la part d’une ville');
    await city.waitFor();
    expect(await city.textContent()).toBe('Municipalité');
    const other = await by(6, 'De la part d’une autre');
    await other.waitFor();
    expect(await other.textContent()).toBe(wordsFor('fr')('screen.other_kinds'));
    expect(faults).toEqual([]);
    await page.context().close();
    await room.close();
  });
});
