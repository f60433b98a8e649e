import type { Localized } from '../../../server/domain/text.ts';
import type { Facilitator } from '../people.ts';

const inAll = async (desk: Facilitator, id: string, words: Localized): Promise<void> => {
  const dialog = desk.page.getByRole('dialog');
  for (const lang of ['ar', 'fr', 'en'] as const) await dialog.locator(`#${id}-${lang}`).fill(words[lang]);
};

/** Goes to a view of the middle of the desk. */
export const goesTo = (desk: Facilitator, view: 'activity' | 'keypoints' | 'themes' | 'people'): Promise<void> =>
  desk.page
    .locator('.doors')
    .first()
    .getByRole('button', { name: desk.words(`desk.view_${view}`) })
    .click();

/** Groups texts under a name. */
export async function groups(desk: Facilitator, texts: readonly string[], name: Localized): Promise<void> {
  for (const text of texts)
    await desk.page.locator('.texts .choosable', { hasText: text }).getByRole('checkbox').check();
  await desk.button('order.theme_of_chosen').click();
  await inAll(desk, 'theme-name', name);
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: desk.words('order.theme_create'), exact: true })
    .click();
  await desk.page.locator('.theme', { hasText: name.fr }).waitFor();
}

/** Writes what is to be kept of the item that is open, resting on one of its texts. */
export async function keeps(desk: Facilitator, point: Localized, rest: string): Promise<void> {
  await desk.button('order.point_add').click();
  const dialog = desk.page.getByRole('dialog');
  await inAll(desk, 'point', point);
  await dialog.locator('.candidates li', { hasText: rest }).getByRole('checkbox').check();
  await dialog.getByRole('button', { name: desk.words('desk.save'), exact: true }).click();
  await desk.page.locator('.points li', { hasText: point.fr }).waitFor();
}
