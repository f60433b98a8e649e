import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** A name that is no secure context, as a laptop's address in a hotel is none. */
export const HOST = 'halqa.test';

export const sizes = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
} as const;

/** Debian's Chromium where it is installed, else the binary that comes with the npm package. */
export async function launch(): Promise<Browser> {
  const debian = '/usr/bin/chromium';
  const executablePath = existsSync(debian) ? debian : await sparticuz.executablePath();
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    ],
  });
}

export interface Look {
  readonly size: keyof typeof sizes;
  readonly lang: 'ar' | 'fr' | 'en';
  readonly dark?: boolean;
}

/** Phone and laptop in each language, light and dark. */
export const everyLook = (['ar', 'fr', 'en'] as const).flatMap((lang) =>
  (['phone', 'laptop'] as const).flatMap((size) => [false, true].map((dark) => ({ lang, size, dark }))),
);

/** A browser of its own for one person: own cookies, own storage, own language. */
export async function personOf(
  browser: Browser,
  { size, lang, dark }: Look,
): Promise<{ context: BrowserContext; page: Page }> {
  const phone = size === 'phone';
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: { ar: 'ar-TN', fr: 'fr-FR', en: 'en-GB' }[lang],
    timezoneId: 'Africa/Tunis',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(phone ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  return { context, page };
}

/** Faults that a page shows in its console: a person would see them as something that does not work. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|Failed to load resource|WebSocket connection/.test(message.text()))
      faults.push(message.text());
  });
  return faults;
}
