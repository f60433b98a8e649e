import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Child, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { HOST, launch, sizes } from './browser.ts';
import { fillRoom } from './full-room.ts';

export interface Shot {
  readonly name: string;
  readonly lang: 'ar' | 'fr' | 'en';
  readonly size: keyof typeof sizes;
  readonly open: (page: Page) => Promise<unknown>;
  /** Pixels of the picture for each of the page. */
  readonly scale?: number;
  readonly dark?: boolean;
  /** Whose page it is, where no link says so. */
  readonly cookie?: string;
  /** The whole page, not what a window shows of it. */
  readonly full?: boolean;
}

/** A server with a meeting in full swing, and a camera. */
export class Studio {
  private constructor(
    private readonly folder: string,
    private readonly browser: Browser,
    readonly child: Child,
    readonly room: Awaited<ReturnType<typeof fillRoom>>,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  static async open(folder: string): Promise<Studio> {
    const child = await startChild(dataFolder());
    return new Studio(folder, await launch(), child, await fillRoom(child));
  }

  /** A PNG, or a JPEG where the name says so. */
  async shoot({ name, lang, size, open, scale = 2, dark = false, cookie, full = false }: Shot): Promise<void> {
    const context = await this.browser.newContext({
      viewport: sizes[size],
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
    // Fonts, and the numbers that come once a second.
    await page.waitForTimeout(1800);
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
    this.child.process.kill('SIGTERM');
    await this.child.ended;
    removeFolders();
  }
}
