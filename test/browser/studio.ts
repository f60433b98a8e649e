import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../server/domain/text.ts';
import type { Child } from '../durability/child.ts';
import { runServer } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { HOST, launch, sizes } from './browser.ts';
import { fillRoom, type Seated } from './full-room.ts';
import { sfax } from './screen-room.ts';

type Lang = 'ar' | 'fr' | 'en';

export interface Shot {
  readonly name: string;
  readonly lang: Lang;
  readonly size: keyof typeof sizes;
  readonly open: (page: Page) => Promise<unknown>;
  /** Pixels of the picture for each of the page. */
  readonly scale?: number;
  readonly dark?: boolean;
  /** Whose page it is, where no link says so. */
  readonly cookie?: string;
  /** The whole page, not what a window shows of it. */
  readonly full?: boolean;
  /** As on paper: a page of the width of A4. */
  readonly print?: boolean;
}

/** Where a page is to be found. */
export type Place = Pick<Child, 'port' | 'code' | 'links'>;

/** A server with a meeting in full swing, and a camera. */
export class Studio {
  private constructor(
    private readonly folder: string,
    private readonly browser: Browser,
    readonly child: Place,
    readonly room: Seated,
    private readonly stop: () => Promise<void>,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** The screen shows the `first` language large; `fill` seats the room and brings it to where the pictures begin. */
  static async open(folder: string, first: Lang = 'ar', fill = fillRoom): Promise<Studio> {
    const server = await runServer(dataFolder(), sfax([first, ...languages.filter((lang) => lang !== first)]));
    const place = { port: server.port, ...server.links };
    return new Studio(folder, await launch(), place, await fill(place), () => server.close());
  }

  /** A PNG, or a JPEG where the name says so. */
  async shoot(shot: Shot): Promise<void> {
    const { name, lang, size, open, scale = 2, dark = false, cookie, full = false, print = false } = shot;
    const context = await this.browser.newContext({
      viewport: print ? { width: 794, height: 1123 } : sizes[size],
      deviceScaleFactor: scale,
      locale: { ar: 'ar-TN', fr: 'fr-FR', en: 'en-GB' }[lang],
      timezoneId: 'Africa/Tunis',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    if (cookie) {
      const [key = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name: key, value, domain: HOST, path: '/' }]);
    }
    const page = await context.newPage();
    await open(page);
    if (print) await page.emulateMedia({ media: 'print' });
    // Fonts, and the numbers that come once a second.
    await page.waitForTimeout(1500);
    const file = path.join(this.folder, name.includes('.') ? name : `${name}-${lang}.png`);
    await page.screenshot({
      path: file,
      fullPage: full,
      ...(file.endsWith('.jpg') ? { type: 'jpeg', quality: 78 } : {}),
    });
    await context.close();
  }

  async close(): Promise<void> {
    this.room.leave();
    await this.browser.close();
    await this.stop();
    removeFolders();
  }
}
