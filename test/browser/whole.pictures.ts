import path from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import { root } from '../durability/child.ts';
import { seat } from './full-room.ts';
import { at, linkAt } from './people.ts';
import { type Shot, Studio } from './studio.ts';
import { close, conclude, fallSilent, fillMatrix, pause, read, speak, start, vote } from './whole-meeting.ts';

/* `npm run pictures`: the whole meeting step by step, each surface at each, into build/pictures/whole. */

/** Somebody in the full room who reads each language. */
const person = { ar: 0, fr: 2, en: 4 } as const;

describe.each(['ar', 'fr', 'en'] as const)('the whole meeting, %s', (lang) => {
  const words = wordsFor(lang);
  let studio: Studio;
  beforeAll(async () => {
    studio = await Studio.open(path.join(root, 'build/pictures/whole'), lang, seat);
  }, 60_000);
  afterAll(() => studio?.close());

  type Then = (page: Page) => Promise<unknown>;
  const nothing: Then = async () => {};
  const phone = (name: string, then: Then = nothing, more: Partial<Shot> = {}) =>
    studio.shoot({
      name: `${name}-phone`,
      lang,
      size: 'phone',
      cookie: studio.room.cookies[person[lang]]!,
      open: async (page) => {
        await page.goto(at(studio.child, '/'));
        await page.locator('main h1').first().waitFor();
        await then(page);
      },
      ...more,
    });
  const link = (role: 'facilitator' | 'screen' | 'reader', seen: string, then: Then) => async (page: Page) => {
    await page.goto(linkAt(studio.child, role));
    await page.locator(seen).first().waitFor();
    await then(page);
  };
  const desk = (name: string, then: Then = nothing, more: Partial<Shot> = {}) =>
    studio.shoot({
      name: `${name}-desk`,
      lang,
      size: 'laptop',
      scale: 1,
      open: link('facilitator', '.nextbtn', then),
      ...more,
    });
  const wall = (name: string) =>
    studio.shoot({ name: `${name}-wall`, lang, size: 'projector', scale: 1, open: link('screen', 'main', nothing) });
  const reader = (name: string, more: Partial<Shot>) =>
    studio.shoot({
      name,
      lang,
      size: 'laptop',
      scale: 1,
      full: true,
      open: link('reader', '.minutes', nothing),
      ...more,
    });
  const tab =
    (name: string): Then =>
    (page) =>
      page.locator(`nav a[href="#${name}"]`).click();
  const view =
    (name: string): Then =>
    async (page) => {
      await page
        .locator('.doors')
        .first()
        .getByRole('button', { name: words(`desk.view_${name}`) })
        .click();
      await page.locator(`.view.${name}[aria-busy="false"]`).waitFor();
    };
  const programme: Then = (page) => page.getByRole('button', { name: words('desk.runs_edit') }).click();
  const top: Then = (page) => page.evaluate(() => scrollTo(0, 0));

  it('joining, and what is read', async () => {
    await phone('1-join', nothing, {
      cookie: '',
      open: (page) => page.goto(at(studio.child, `/j/${studio.child.code}`)),
      full: true,
    });
    await wall('1-welcome');
    await read(studio.room);
    await phone('2-briefing', top);
    await phone('2-briefing-passage', (page) => page.locator('.passage').first().scrollIntoViewIfNeeded());
    await phone('2-briefing-map', (page) => page.locator('.city-map').first().scrollIntoViewIfNeeded());
    await desk('2-briefing');
    await wall('2-briefing');
  }, 120_000);

  it('the matrix, a break, the programme, the floor', async () => {
    const { room } = studio;
    await fillMatrix(room);
    await phone('3-matrix', nothing, { full: true });
    await desk('3-matrix');
    await desk('3-matrix-cell', (page) => page.locator('.cell').first().click());
    await wall('3-matrix');
    await pause(room);
    await phone('4-break');
    await phone('4-agenda', tab('agenda'));
    await desk('4-programme', programme);
    await wall('4-break');
    await speak(room);
    await phone('5-floor', tab('floor'));
    await phone('5-floor-waiting', tab('floor'), { cookie: room.cookies[8]! });
    await desk('5-floor');
    await wall('5-floor');
    await fallSilent(room);
    await start(room, 'evening');
    await phone('6-night');
    await wall('6-night');
  }, 120_000);

  it('the ballot', async () => {
    const { room } = studio;
    await vote(room);
    await phone('7-ballot', nothing, { full: true });
    await desk('7-ballot');
    await wall('7-ballot');
    await close(room, 'challenges-ballot');
    await phone('8-result', nothing, { full: true });
    await desk('8-result');
    await wall('8-result');
    await studio.room.desk.send('core.OpenActivity', { activity: 'challenges-ballot' });
  }, 120_000);

  it('a question, and what came of it', async () => {
    await conclude(studio.room);
    await phone('9-question');
    await desk('9-question');
    await wall('9-question');
    await desk('10-people', view('people'));
    await desk('10-themes', view('themes'));
    await desk('10-keypoints', view('keypoints'));
    await desk('10-people-small', (page) => smallView(page, 'people'), { size: 'phone', scale: 2 });
    await phone('10-agenda', async (page) => {
      await tab('agenda')(page);
      await page.locator('.themes').scrollIntoViewIfNeeded();
    });
    await phone('10-mine', tab('mine'), { full: true });
  }, 120_000);

  /** On a phone the views are behind the last of the desk's tabs. */
  const smallView = async (page: Page, name: string) => {
    await page.locator('.panes button').last().click();
    await page
      .locator('.on-phone .doors')
      .getByRole('button', { name: words(`desk.view_${name}`) })
      .click();
    await page.locator(`.view.${name}[aria-busy="false"]`).waitFor();
  };

  it('the minutes, to read and to print', async () => {
    await reader('11-minutes', {});
    await reader('11-minutes-phone', { size: 'phone', scale: 1 });
    await reader('11-minutes-print', { print: true });
  }, 120_000);
});
