import type { Locator } from 'playwright-core';
import type { Delegate, Facilitator, Wall } from '../people.ts';

const side = (who: Delegate, column: string): Locator =>
  who.page.locator('.side').filter({ has: who.page.getByRole('heading', { level: 3, name: column, exact: true }) });
const entry = (who: Delegate, text: string): Locator => who.page.locator('.entry-of', { hasText: text });
const sends = (who: Delegate, place: Locator): Promise<void> =>
  place.getByRole('button', { name: who.words('delegate.send'), exact: true }).click();

export const chooseRow = (who: Delegate, short: string): Promise<void> =>
  who.page.getByRole('tab', { name: short }).click();

/** Writes into a cell of the row that is shown. */
export async function addEntry(who: Delegate, column: string, text: string): Promise<void> {
  const cell = side(who, column);
  await cell.getByRole('button', { name: who.words('matrix.addTo', { column }) }).click();
  await cell.locator('textarea').fill(text);
  await sends(who, cell);
  await who.hasSaved(text);
}

export async function endorseEntry(who: Delegate, text: string): Promise<void> {
  const button = entry(who, text).getByRole('button', { name: who.words('delegate.endorse') });
  await button.click();
  await button.and(who.page.locator('[aria-pressed="true"]')).waitFor();
}

/** Speaks against an entry, with the reason. */
export async function contestEntry(who: Delegate, text: string, reason: string): Promise<void> {
  await entry(who, text)
    .getByRole('button', { name: who.words('matrix.contest') })
    .click();
  await who.page.getByLabel(who.words('matrix.contestLabel')).fill(reason);
  await sends(who, entry(who, text));
  await who.hasSaved(reason);
}

/** The cells of the picture, row by row, at the desk and on the wall. */
export const cellAt = (who: Facilitator | Wall, row: number, column: number, columns: number): Locator =>
  who.page.locator('.cell').nth(row * columns + column);
