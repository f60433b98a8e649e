import type { Delegate, Facilitator, Wall } from '../people.ts';

const waiting = (desk: Facilitator, name: string) => desk.page.locator('.floor-panel .queue > li', { hasText: name });

export async function asksForFloor(who: Delegate): Promise<void> {
  await who.goTo('floor');
  await who.button('tabs.floor_ask').click();
  await who.page.locator('.queue-place').waitFor();
}

/** The desk gives it to somebody who asks; the wall and their phone say so. */
export async function givesFloor(desk: Facilitator, name: string, to: Delegate, wall: Wall): Promise<void> {
  await waiting(desk, name)
    .getByRole('button', { name: desk.words('desk.floor_give') })
    .first()
    .click();
  await to.page.locator('.my-turn').waitFor();
  await wall.page.locator('.floor').getByText(name, { exact: true }).waitFor();
}

export async function gaveFloorBack(who: Delegate, wall: Wall): Promise<void> {
  await who.page.locator('.ask-floor').waitFor();
  await wall.page.locator('.floor').waitFor({ state: 'detached' });
}
