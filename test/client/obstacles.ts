import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, and what is too small to touch or runs out of the page. */
export async function obstacles(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    for (const element of document.querySelectorAll('button, a, select, summary, input:not([type=checkbox])')) {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && (width < 43.5 || height < 43.5)) found.push(`small: ${element.outerHTML.slice(0, 120)}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push('wider than the phone');
    return found;
  });
}

/** How far the page runs out of the phone with letters twice as large, in pixels; puts them back. */
export async function overflowAtTwice(page: Page): Promise<number> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return over;
}
