import { expect } from '@jest/globals';
import type { Mark } from '../../../server/domain/activities/briefing/schema.ts';
import { eventually } from '../../support/running.ts';
import type { Delegate, Facilitator, Wall } from '../people.ts';

const part = (who: Delegate, text: string) => who.page.locator('.passage, .practice', { hasText: text }).first();

/** Goes to a section by its place in the contents. */
export async function opensSection(who: Delegate, heading: string): Promise<void> {
  await who.page.locator('nav.contents').getByRole('button', { name: heading }).click();
  const title = who.page.getByRole('heading', { level: 2, name: heading });
  await eventually(async () => expect(await title.evaluate((e) => e === document.activeElement)).toBe(true));
}

/** Says to a passage what it is like in one's own city; the phone says that it has arrived. */
export async function marks(who: Delegate, text: string, mark: Mark): Promise<void> {
  const button = part(who, text).getByRole('button', { name: who.words(`briefing.mark_${mark}`), exact: true });
  await button.click();
  await button.and(who.page.locator('[aria-pressed="true"]')).waitFor();
}

/** How many marked a passage so, as the desk sees it. */
export const deskCounts = (desk: Facilitator, text: string, mark: Mark, n: number): Promise<void> =>
  desk.page
    .locator('.part', { hasText: text })
    .locator(`.marks .${mark} dd`, { hasText: new RegExp(`^${n}$`) })
    .waitFor();

/** The passage on the wall (a long one is cut there), with how many say that it is so in their city. */
export const wallCounts = (wall: Wall, text: string, n: number): Promise<void> =>
  wall.page
    .locator('.passage', { hasText: text.slice(0, 80) })
    .locator('.same .marks-n', { hasText: new RegExp(`^${n}$`) })
    .waitFor();

/** A city on the map of the practices. */
export const onMap = (wall: Wall, city: string): Promise<void> =>
  wall.page.locator('.city-map svg text', { hasText: city }).first().waitFor();
