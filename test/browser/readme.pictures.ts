import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import { root } from '../durability/child.ts';
import { at, linkAt } from './people.ts';
import { Studio } from './studio.ts';

/* The few small pictures that the README shows, into data/pictures. */

let studio: Studio;
beforeAll(async () => {
  studio = await Studio.open(path.join(root, 'data/pictures'));
}, 60_000);
afterAll(() => studio?.close());

it('the four pages', async () => {
  const { child, room } = studio;
  await studio.shoot({
    name: 'phone.jpg',
    lang: 'ar',
    size: 'phone',
    scale: 1,
    cookie: room.cookies[0]!,
    open: (page) => page.goto(at(child, '/')),
  });
  await studio.shoot({
    name: 'desk.jpg',
    lang: 'fr',
    size: 'laptop',
    scale: 0.7,
    open: (page) => page.goto(linkAt(child, 'facilitator')),
  });
  await studio.shoot({
    name: 'screen.jpg',
    lang: 'ar',
    size: 'projector',
    scale: 0.5,
    open: (page) => page.goto(linkAt(child, 'screen')),
  });
  await studio.shoot({
    name: 'minutes.jpg',
    lang: 'en',
    size: 'phone',
    scale: 1,
    open: async (page) => {
      await page.goto(linkAt(child, 'reader'));
      await page.locator('#C2').scrollIntoViewIfNeeded();
    },
  });
}, 60_000);
