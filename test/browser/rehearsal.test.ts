import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import QRCode from 'qrcode';
import type { RehearsalAnswer, RehearsalView } from '../../server/domain/protocol.ts';
import { type Child, startChild } from '../durability/child.ts';
import { eventually } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { HOST, launch } from './browser.ts';
import { at, Delegate, Facilitator, linkAt, Wall } from './people.ts';

const REAL = 'Un texte de la vraie rencontre';
const REHEARSED = 'Une permanence chaque jeudi, à la mairie';
const SAME = 'Une permanence à la mairie, le jeudi';

describe('a rehearsal in a full room', () => {
  let browser: Browser;
  let folder: string;
  let child: Child;
  let desk: Facilitator;
  let wall: Wall;
  let phone: Delegate;
  /** The same server, with the code and the links of the copy. */
  let copy: Child;

  /** How the rehearsal stands, as the desk's own browser is told. */
  const told = async (): Promise<RehearsalView | null> =>
    (await desk.page.evaluate(async () => (await fetch('/api/rehearsals')).json() as Promise<RehearsalAnswer>))
      .rehearsal;
  const banner = () => desk.page.locator('section.rehearsal');
  const dialog = () => desk.page.getByRole('dialog');
  const codeAtTop = () => desk.page.locator('.top .code .num').textContent();
  const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

  beforeAll(async () => {
    browser = await launch();
    folder = dataFolder();
    child = await startChild(folder);
    desk = await Facilitator.enter(browser, child, 'fr');
    // The same laptop has shown the real screen and the real minutes before: their sessions must not be taken for the copy's.
    for (const role of ['screen', 'reader'] as const) {
      const page = await desk.context.newPage();
      await page.goto(linkAt(child, role));
      await page.locator(role === 'screen' ? '.screen .rail, .screen .foot' : '#scope').waitFor();
      await page.close();
    }
    phone = await Delegate.join(browser, child, 'fr', { name: 'Nadia', organisation: 'Lyon' });
    await desk.open('Des consultations qui marchent');
    await phone.send(REAL);
    await desk.row(REAL).waitFor();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('begins at the desk: the page is then that of a copy, and says so; so does another tab of it', async () => {
    const tab = await desk.context.newPage();
    await tab.goto(at(child, '/desk'));
    await tab.locator('.nextbtn').waitFor();
    await desk.page.locator('.top .rehearse').click();
    await dialog().getByText(desk.words('desk.rehearse_title')).waitFor();
    // Somebody is in the real meeting, and whoever rehearses now is told.
    await dialog().locator('.note.attention b', { hasText: '1' }).waitFor();
    const [people, minutes] = [dialog().locator('#rehearse-people'), dialog().locator('#rehearse-minutes')];
    expect([await people.inputValue(), await minutes.inputValue()]).toEqual(['60', '10']);
    await people.fill('5');
    await desk.button('desk.rehearse_start').click();
    expect(await people.evaluate((field) => field === document.activeElement)).toBe(true);
    await people.fill('60');
    await minutes.fill('2');
    await desk.button('desk.rehearse_start').click();
    await banner().waitFor({ timeout: 30_000 });
    await tab.locator('section.rehearsal').waitFor();
    await tab.close();
    const rehearsal = (await told())!;
    expect(rehearsal).toMatchObject({ delegates: 60, running: true, lead: false });
    expect(rehearsal.code).not.toBe(child.code);
    expect(await codeAtTop()).toBe(spaced(rehearsal.code));
    expect(await desk.page.title()).toMatch(/^Répétition · /);
    expect(await desk.page.locator('.rehearse').count()).toBe(0);
    expect(await desk.page.getByText(REAL).count()).toBe(0);
    // The first question is open already, and the desk is at it.
    await desk.page.locator('.status.open').first().waitFor();
    copy = { ...child, code: rehearsal.code, links: rehearsal.links };
  }, 60_000);

  it('fills the room and the screen', async () => {
    wall = await Wall.light(browser, copy);
    await wall.page.locator('.rehearsal', { hasText: wall.words('screen.rehearsal') }).waitFor();
    await eventually(async () => expect((await told())?.here).toBeGreaterThanOrEqual(40), 60_000);
    await desk.open('Des consultations qui marchent');
    await eventually(async () => expect(await desk.page.locator('article.item').count()).toBeGreaterThan(8), 60_000);
    await wall.page.locator('.card').nth(2).waitFor();
    expect(await wall.page.locator('.codeb').textContent()).toBe(spaced(copy.code));
    expect(await wall.page.getByText(REAL).count()).toBe(0);
  }, 120_000);

  it('shows the code of the copy to phones, also where the browser is in the real meeting too', async () => {
    const link = await banner()
      .getByRole('link', { name: desk.words('desk.rehearsal_screen') })
      .getAttribute('href');
    expect(link).toBe(new URL(copy.links.screen).pathname + new URL(copy.links.screen).hash);
    await banner()
      .getByRole('button', { name: desk.words('desk.rehearsal_join') })
      .click();
    expect(await dialog().locator('b.num').textContent()).toBe(spaced(copy.code));
    const src = await dialog().locator('img').getAttribute('src');
    const shown = await desk.page.evaluate(async (url) => (await fetch(url)).text(), src!);
    const wanted = await QRCode.toString(`http://${HOST}:${child.port}/j/${copy.code}`, {
      type: 'svg',
      margin: 0,
      errorCorrectionLevel: 'M',
    });
    expect(shown).toBe(wanted);
    await desk.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }, 30_000);

  it('takes in a real phone among the others, whose texts the facilitator pins, merges and closes', async () => {
    await phone.page.goto(at(child, `/j/${copy.code}`));
    await phone.page.locator('#name').fill('Nadia');
    await phone.page.getByRole('combobox').fill('Lyon');
    await phone.page.getByRole('option').first().click();
    await phone.button('delegate.join').click();
    await phone.button('delegate.welcomeGo').click();
    await phone.page.locator('.rehearsal', { hasText: phone.words('common.rehearsal') }).waitFor();
    await phone.send(REHEARSED);
    await phone.hasSaved(REHEARSED);
    await phone.send(SAME);
    await phone.hasSaved(SAME);
    // A list under the pointer keeps still.
    await desk.page.mouse.move(2, 2);
    await desk.row(SAME).waitFor();
    await desk
      .row(REHEARSED)
      .getByRole('button', { name: desk.words('desk.pin'), exact: true })
      .click();
    await desk
      .row(REHEARSED)
      .getByRole('button', { name: desk.words('desk.unpin') })
      .waitFor();
    await wall.shows(REHEARSED);
    const ref = (await desk.row(REHEARSED).locator('.ref').first().textContent()) ?? '';
    await desk
      .row(SAME)
      .getByRole('button', { name: desk.words('desk.merge'), exact: true })
      .click();
    await desk
      .row(REHEARSED)
      .getByRole('button', { name: desk.words('desk.merge_into', { ref }) })
      .click();
    await desk.row(REHEARSED).getByText(desk.words('desk.merged_with')).waitFor();
    await desk.closeNow();
    expect((await told())?.lost).toBe(0);
  }, 60_000);

  it('shows at the desk the minutes of the copy, not those of the real meeting', async () => {
    const minutes = await desk.page.evaluate(async () =>
      (await fetch('/api/minutes?format=json&lang=fr&surface=facilitator')).text(),
    );
    expect(minutes).toContain(REHEARSED);
    expect(minutes).not.toContain(REAL);
  }, 30_000);

  it('ends after one question: everybody is back in the real meeting, and nothing of it is there', async () => {
    await banner()
      .getByRole('button', { name: desk.words('desk.rehearsal_end') })
      .click();
    await dialog().getByText(desk.words('desk.rehearsal_end_body')).waitFor();
    await desk.button('desk.rehearsal_end_do').click();
    await wall.shows(wall.words('screen.rehearsal_ended'));
    await phone.sees(phone.words('common.rehearsalEnded'));
    await desk.row(REAL).waitFor();
    await banner().waitFor({ state: 'detached' });
    expect(await codeAtTop()).toBe(spaced(child.code));
    expect(await desk.page.title()).not.toMatch(/Répétition/);
    await desk.page.locator('.top .rehearse').waitFor();
    expect(await desk.page.content()).not.toContain(REHEARSED);
    expect(await told()).toBeNull();

    await phone.page.locator('article.own', { hasText: REAL }).waitFor();
    expect(await phone.page.locator('.rehearsal').count()).toBe(0);
    const kept = await phone.page.evaluate(everythingKept);
    expect(kept).toContain('Nadia');
    expect(kept).not.toContain(copy.code);
    // A screen that was in nothing before has nothing to go back to.
    await wall.shows(wall.words('screen.refused'));

    const minutes = await desk.page.evaluate(async () => (await fetch('/api/minutes?format=json&lang=fr')).text());
    expect(minutes).toContain(REAL);
    expect(minutes).not.toContain(REHEARSED);
    for (const file of readdirSync(folder))
      expect(readFileSync(path.join(folder, file)).includes(Buffer.from(REHEARSED))).toBe(false);
    expect([...desk.faults, ...wall.faults, ...phone.faults]).toEqual([]);
  }, 60_000);
});

/** All that the browser keeps of its own, as text. */
async function everythingKept(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('halqa');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const stores = [...db.objectStoreNames];
  const all = await Promise.all(
    stores.map(
      (name) =>
        new Promise((resolve, reject) => {
          const asking = db.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => resolve(asking.result);
          asking.onerror = () => reject(asking.error);
        }),
    ),
  );
  db.close();
  return JSON.stringify(all);
}
