import type { Locator } from 'playwright-core';
import type { Localized } from '../../../server/domain/text.ts';
import type { Delegate, Facilitator } from '../people.ts';

const planned = (desk: Facilitator, title: string): Locator => desk.page.locator('.planrow', { hasText: title });

/** The page where the programme is changed. */
export async function editsProgramme(desk: Facilitator): Promise<void> {
  await desk.button('desk.runs_edit').click();
  await desk.page.locator('.planrow').first().waitFor();
}

/** Inserts an item after the one that is open. */
export async function inserts(desk: Facilitator, title: Localized, minutes: number): Promise<void> {
  await desk.button('desk.runs_insert').click();
  const dialog = desk.page.getByRole('dialog');
  for (const lang of ['ar', 'fr', 'en'] as const) await dialog.locator(`#insert-${lang}`).fill(title[lang]);
  await dialog.locator('#insert-minutes').fill(String(minutes));
  await dialog.getByRole('button', { name: desk.words('desk.runs_insert'), exact: true }).click();
  await planned(desk, title.fr).waitFor();
}

export const movesDown = (desk: Facilitator, title: string): Promise<void> =>
  planned(desk, title).locator('[id^="move-down-"]').click();

export const shortens = (desk: Facilitator, title: string): Promise<void> =>
  planned(desk, title)
    .getByRole('button', { name: desk.words('desk.runs_shorter') })
    .click();

/** An item in the programme on a phone. */
export const entryOf = (who: Delegate, title: string): Locator => who.page.locator('.entry', { hasText: title });
