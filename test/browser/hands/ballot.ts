import { expect } from '@jest/globals';
import { eventually } from '../../support/running.ts';
import type { Delegate, Facilitator, Wall } from '../people.ts';

/** Dots by the place of the option in the list. */
export async function votes(who: Delegate, dots: readonly number[]): Promise<void> {
  const options = who.page.locator('.options-of > li');
  for (const [place, n] of dots.entries())
    for (let i = 0; i < n; i++)
      await options
        .nth(place)
        .getByRole('button', { name: who.words('ballot.more') })
        .click();
  await who.page.locator('.left .state.good').waitFor();
}

/** No result is in any of these pages. */
export async function nothingCounted(delegates: readonly Delegate[], desk: Facilitator, wall: Wall): Promise<void> {
  for (const { page } of [...delegates, desk]) expect(await page.locator('.result').count()).toBe(0);
  expect(await wall.page.locator('.bar-n').count()).toBe(0);
}

/** The same result, most dots first, on a phone, at the desk and on the wall. */
export async function resultIs(dots: readonly number[], delegate: Delegate, desk: Facilitator, wall: Wall) {
  const told = async ({ page }: Delegate | Facilitator | Wall, selector: string, words: (n: number) => string) =>
    eventually(async () => {
      const texts = await page.locator(selector).allTextContents();
      expect(texts.map((text) => text.trim())).toEqual(dots.map((n) => expect.stringContaining(words(n))));
    });
  await told(delegate, '.options-of .numbers strong', (n) => delegate.words('ballot.dots', { n }));
  await told(desk, '.option .result .dots', (n) => desk.words('desk.option_dots', { n }).replaceAll('*', ''));
  await told(wall, '.options .bar-n', String);
}
