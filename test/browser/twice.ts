import type { Page } from 'playwright-core';
import { sizes } from './browser.ts';

/** The most pixels by which a page, what stands in its middle or a dialog is wider than the room it has. */
const over = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('html, .view, dialog[open]')].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    ),
  );

/**
 * The same, also with letters twice as large. A laptop's browser then arranges the page as for a window of half the
 * size; on a phone the letters alone grow.
 */
export async function overAtTwice(page: Page, size: 'laptop' | 'phone'): Promise<number> {
  const now = await over(page);
  if (size === 'laptop') {
    const { width, height } = sizes.laptop;
    await page.setViewportSize({ width: width / 2, height: height / 2 });
    const twice = await over(page);
    await page.setViewportSize({ width, height });
    return Math.max(now, twice);
  }
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const twice = await over(page);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return Math.max(now, twice);
}
