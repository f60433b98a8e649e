import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { root } from '../durability/child.ts';
import { consult, seat } from './full-room.ts';
import { at, linkAt } from './people.ts';
import { type Shot, Studio } from './studio.ts';
import { close, fillMatrix, read } from './whole-meeting.ts';

/* The few small pictures that the README shows, into data/pictures. */

let studio: Studio;
beforeAll(async () => {
  studio = await Studio.open(path.join(root, 'data/pictures'), 'ar', seat);
}, 60_000);
afterAll(() => studio?.close());

const phone = (shot: Pick<Shot, 'name' | 'lang'>, person: number, then: (page: Page) => Promise<unknown>) =>
  studio.shoot({
    ...shot,
    size: 'phone',
    scale: 1,
    cookie: studio.room.cookies[person]!,
    open: async (page) => {
      await page.goto(at(studio.child, '/'));
      await page.locator('main h1').first().waitFor();
      await then(page);
    },
  });

/** The screen, once it no longer says which one it is. */
const wall = (name: string) =>
  studio.shoot({
    name,
    lang: 'ar',
    size: 'projector',
    scale: 0.5,
    open: async (page) => {
      await page.goto(linkAt(studio.child, 'screen'));
      await page.locator('.number-label').waitFor();
      await page.locator('.number-label').waitFor({ state: 'detached' });
    },
  });

it('what is read, and the matrix', async () => {
  await read(studio.room);
  await phone({ name: 'briefing.jpg', lang: 'fr' }, 2, (page) =>
    page.locator('.city-map').first().scrollIntoViewIfNeeded(),
  );
  await fillMatrix(studio.room);
  await wall('matrix.jpg');
  await close(studio.room, 'matrix');
}, 60_000);

it('a question, on the four pages', async () => {
  await consult(studio.room);
  await phone({ name: 'phone.jpg', lang: 'ar' }, 0, async () => {});
  await studio.shoot({
    name: 'desk.jpg',
    lang: 'fr',
    size: 'laptop',
    scale: 0.7,
    open: (page) => page.goto(linkAt(studio.child, 'facilitator')),
  });
  await wall('screen.jpg');
  await studio.shoot({
    name: 'minutes.jpg',
    lang: 'en',
    size: 'phone',
    scale: 1,
    open: async (page) => {
      await page.goto(linkAt(studio.child, 'reader'));
      await page.locator('#log-q3').evaluate((question) => question.scrollIntoView());
    },
  });
}, 60_000);
