import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Actor } from '../../server/domain/actors.ts';
import type { CommandId } from '../../server/domain/ids.ts';
import { languages } from '../../server/domain/text.ts';
import { projectRoot } from '../../server/words.ts';
import { HOST, launch } from '../browser/browser.ts';
import { TestApp } from '../http/app.ts';
import { facilitator, person, system } from '../support/test-meeting.ts';

jest.setTimeout(60_000);

const client = join(projectRoot, 'build/client');
const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

describe("the reader's page", () => {
  let browser: Browser;
  let app: TestApp;
  let server: Server;
  let address: string;
  let secret: string;

  beforeAll(async () => {
    if (!existsSync(client)) throw new Error('the client is not built: npm run build');
    app = await TestApp.open({ client });
    const room = await app.deps.rooms.get(app.meeting);
    const give = async (actor: Actor, type: string, data: object) => {
      const id = randomBytes(16).toString('base64url') as CommandId;
      const answer = await room.submit(actor, { id, type, data });
      if (!answer.ok) throw new Error(`${type}: ${answer.rejection.code}`);
      return answer;
    };
    for (const [id, name] of [
      ['p1', 'سلمى'],
      ['p2', 'Claire'],
    ] as const) {
      const profile = { name, organisation: 'sfax-city', city: null, kind: null };
      const consents = { present: true, words: true };
      await give(system, 'core.Join', { participant: id, profile, consents, lang: 'fr' });
    }
    await give(facilitator, 'core.StartItem', { item: 'first' });
    const say = (who: string, text: string, lang: string) =>
      give(person(who), 'discussion.Contribute', { activity: 'live', text, lang });
    await say('p1', 'لقاءات مفتوحة كلّ شهر، بحضور OIM', 'ar');
    for (let i = 2; i <= 30; i++) await say('p2', `Contribution numéro ${i} <b>simple</b>`, 'fr');
    await give(facilitator, 'discussion.Merge', {
      activity: 'live',
      into: (await say('p1', 'Merged into', 'en')).items![0]!,
      from: (await say('p2', 'Merged', 'en')).items!,
    });
    await give(facilitator, 'core.StartItem', { item: 'work' });
    await give(person('p1'), 'briefing.Mark', { activity: 'read', part: 'centre', mark: 'same' });
    const entry = { activity: 'table', row: 'rights', column: 'strong' };
    const written = await give(person('p1'), 'matrix.Contribute', { ...entry, text: 'تعرف الحيّ وأهله', lang: 'ar' });
    await give(facilitator, 'matrix.Reveal', { activity: 'table' });
    await give(person('p2'), 'matrix.Endorse', { activity: 'table', item: written.items![0]! });
    await give(facilitator, 'ballot.CarryOver', { activity: 'dots', items: written.items! });
    await give(person('p1'), 'ballot.Vote', { activity: 'dots', dots: [{ option: 'o1', n: 2 }] });
    await give(facilitator, 'core.CloseActivity', { activity: 'dots', graceSeconds: 0 });
    secret = (await app.deps.identity.links(app.meeting)).find((link) => link.role === 'reader')!.secret;
    server = createServer(app.app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://${HOST}:${(server.address() as AddressInfo).port}/minutes`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await app?.close();
  });

  const pages: Page[] = [];
  const troubles: string[] = [];
  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        troubles.push(message.text());
    });
    pages.push(page);
    await page.goto(url);
    return page;
  }
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(troubles.splice(0)).toEqual([]);
  });

  const enter = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await open(`${address}#${secret}`, options);
    await page.waitForSelector('main.minutes');
    return page;
  };

  it('opens by its link, whose secret leaves the address, and again without it', async () => {
    const page = await enter();
    expect(page.url()).toBe(address);
    expect(await page.textContent('main h1')).toBe('Compte rendu de la rencontre «\u00A0Sample meeting (fr)\u00A0»');
    await page.reload();
    await page.waitForSelector('#C1');
    expect(await page.locator('main.minutes b').count()).toBe(0);
  });

  it('says what to do without a link, and with one that does not hold', async () => {
    const none = await open(address);
    await none.waitForSelector('[role=alert]');
    expect(await none.textContent('[role=alert]')).toContain('Demandez-le à qui organise la rencontre');
    const wrong = await open(`${address}#${'x'.repeat(40)}`);
    await wrong.waitForSelector('[role=alert]');
    expect(await wrong.textContent('[role=alert]')).toContain('n’est pas valable ou a été révoqué');
    expect(wrong.url()).toBe(address);
  });

  it('turns to another language and to one item, and keeps both', async () => {
    const page = await enter();
    await page.selectOption('#scope', 'item=second');
    await page.waitForSelector('main h1:has-text("Second question (fr)")');
    expect(await page.locator('#C1').count()).toBe(0);
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.waitForSelector('main[lang=ar] h1:has-text("Second question (ar)")');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await page.inputValue('#scope')).toBe('item=second');
    expect(await page.textContent('#scope option[value="item=first"]')).toBe('First question (ar)');
  });

  it('shows one day, and the whole again where an address asks for what is not in it', async () => {
    const page = await enter();
    expect(await page.locator('#scope optgroup').count()).toBeGreaterThan(1);
    await page.selectOption('#scope', 'day=2019-06-26');
    await page.waitForSelector('main h1:has-text("26 juin 2019")');
    expect(await page.locator('#C1').count()).toBe(0);
    await page.evaluate(() => {
      location.hash = 'C30';
    });
    await page.waitForSelector('#C30[data-here]');
    expect(await page.inputValue('#scope')).toBe('');
  });

  it('leads to a reference, also from an address that is opened anew', async () => {
    const page = await enter();
    await page.click('#C30 > a.ref');
    expect(page.url()).toBe(`${address}#C30`);
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload();
    await page.waitForSelector('#C30');
    await page.waitForFunction(() => document.querySelector('#C30')!.getBoundingClientRect().top < innerHeight);
  });

  it('shows pictures, tables and sources, and leads to them', async () => {
    const page = await enter();
    await page.selectOption('#scope', 'item=work');
    await page.waitForSelector('main h1:has-text("Reading and weighing (fr)")');
    const heat = page.locator('.heat');
    expect(await heat.getAttribute('aria-label')).toContain('Strengths (fr) 3');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.step-5')!).backgroundColor)).toBe(
      'rgb(7, 61, 79)',
    );
    const [track, bar] = await page.evaluate(() =>
      ['.bar', '.bar rect'].map((of) => document.querySelector(of)!.getBoundingClientRect().width),
    );
    expect(bar).toBeCloseTo(track!, 0);
    await page.click('a.source');
    expect(page.url()).toBe(`${address}#source-read-1`);
    await page.click('#source-read-1 a.back');
    expect(page.url()).toBe(`${address}#mark-source-read-1-1`);
    await page.locator('#mark-source-read-1-1[data-here]').waitFor();
  });

  it('gives the minutes as files of what is shown', async () => {
    const page = await enter();
    await page.selectOption('#scope', 'item=first');
    await page.waitForSelector('main h1:has-text("First question (fr)")');
    await page.getByRole('button', { name: 'Télécharger' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sample-minutes-first-fr.csv');
    const rows: string[][] = parse(readFileSync((await download.path())!), { bom: true });
    expect(rows).toHaveLength(1 + 32);
  });

  it('prints the minutes and nothing else, on white', async () => {
    const page = await enter({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.reader-bar').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('main h1')!).color)).toBe(
      'rgb(18, 38, 58)',
    );
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgba(0, 0, 0, 0)',
    );
  });

  it('keeps what is shown when the server is out of reach, and says so', async () => {
    const page = await enter();
    await page.route('**/api/minutes*', (route) => route.abort());
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toContain('Ce qui est affiché reste lisible');
    expect(await page.locator('#C1').count()).toBe(1);
    await page.unroute('**/api/minutes*');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.waitForSelector('[role=alert]', { state: 'detached' });
  });

  it.each(languages.flatMap((lang) => (['light', 'dark'] as const).map((scheme) => [lang, scheme] as const)))(
    'has nothing for axe to find, and fits a phone (%s, %s)',
    async (lang, colorScheme) => {
      const page = await enter({ locale: lang, colorScheme, bypassCSP: true });
      await page.addScriptTag({ content: axe });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map((violation) => violation.id);
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    },
  );
});
