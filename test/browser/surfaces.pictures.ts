import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { root } from '../durability/child.ts';
import { at, linkAt } from './people.ts';
import { Studio } from './studio.ts';

/* `npm run pictures`: every page, full of a meeting, in three languages, into build/pictures. For eyes, not for tests. */

let studio: Studio;
beforeAll(async () => {
  studio = await Studio.open(path.join(root, 'build/pictures'));
}, 60_000);
afterAll(() => studio?.close());

/** Somebody in the full room who reads each language. */
const person = { ar: 0, fr: 2, en: 4 } as const;
const draft = { ar: 'مكتب مفتوح كلّ خميس.', fr: 'Une permanence chaque jeudi.', en: 'An open desk every Thursday.' };

it.each(['ar', 'fr', 'en'] as const)(
  '%s',
  async (lang) => {
    const { child, room } = studio;
    const cookie = room.cookies[person[lang]]!;
    const now = async (page: Page) => {
      await page.goto(at(child, '/'));
      await page.locator('article.asked').first().waitFor();
    };
    const tab = (n: number) => async (page: Page) => {
      await now(page);
      await page.locator('nav a, nav button').nth(n).click();
    };
    const offline = async (page: Page) => {
      await now(page);
      await page.context().setOffline(true);
      await page.locator('form.write textarea').first().fill(draft[lang]);
      await page.locator('form.write button[type=submit]').first().click();
    };
    const link = (role: 'facilitator' | 'reader') => (page: Page) => page.goto(linkAt(child, role));
    const phone = { lang, size: 'phone' } as const;
    const laptop = { lang, size: 'laptop', scale: 1 } as const;
    await studio.shoot({
      ...phone,
      name: 'join',
      open: (page) => page.goto(at(child, `/j/${child.code}`)),
      full: true,
    });
    await studio.shoot({ ...phone, name: 'now', open: now, cookie });
    await studio.shoot({ ...phone, name: 'now-full', open: now, cookie, full: true });
    await studio.shoot({ ...phone, name: 'now-dark', open: now, cookie, dark: true });
    await studio.shoot({ ...phone, name: 'agenda', open: tab(1), cookie });
    await studio.shoot({ ...phone, name: 'mine', open: tab(2), cookie, full: true });
    await studio.shoot({ ...phone, name: 'offline', open: offline, cookie });
    await studio.shoot({ ...laptop, name: 'desk', open: link('facilitator') });
    await studio.shoot({ ...laptop, name: 'desk-dark', open: link('facilitator'), dark: true });
    await studio.shoot({ ...phone, name: 'desk-phone', open: link('facilitator') });
    await studio.shoot({ ...laptop, name: 'reader', open: link('reader'), full: true });
    await studio.shoot({ ...phone, name: 'reader-phone', open: link('reader'), full: true });
  },
  120_000,
);

it('the screen', async () => {
  const open = (page: Page) => page.goto(linkAt(studio.child, 'screen'));
  await studio.shoot({ name: 'screen', lang: 'ar', size: 'projector', scale: 1, open });
  await studio.shoot({ name: 'screen-laptop', lang: 'ar', size: 'laptop', scale: 1, open });
}, 60_000);
