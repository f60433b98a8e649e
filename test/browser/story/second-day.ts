import { expect, it } from '@jest/globals';
import { nothingCounted, resultIs, votes } from '../hands/ballot.ts';
import { entryOf } from '../hands/programme.ts';
import { goesTo, groups, keeps } from '../hands/rapporteur.ts';
import { dots, keyPoint, result, said, theme } from './said.ts';
import { ballot, titleOf } from './sfax.ts';
import type { Scenes } from './stage.ts';

export const secondMorning: Scenes = (stage) => {
  it('the second day begins with what the first one brought', async () => {
    const { desk, wall, delegates } = stage();
    await desk.next(titleOf('recall').fr);
    for (const delegate of delegates) {
      await delegate.goTo('agenda');
      const recall = entryOf(delegate, titleOf('recall')[delegate.lang]);
      await recall.getByText(delegate.words('tabs.agenda_now')).waitFor();
      await delegate.goTo('now');
    }
    await wall.shows(titleOf('recall').ar);
  }, 60_000);

  it('the ballot: dots from three phones, no result before it is closed, then the same one everywhere', async () => {
    const { desk, wall, delegates } = stage();
    await desk.next(titleOf('challenges').fr);
    for (const [i, delegate] of delegates.entries()) {
      await delegate.isAsked(ballot.prompt[delegate.lang]);
      await votes(delegate, dots[i]!);
    }
    await desk.page.locator('.ballot-head', { hasText: '3 sur 3' }).waitFor();
    await wall.page.locator('.turnout-n', { hasText: /^3$/ }).waitFor();
    await nothingCounted(delegates, desk, wall);
    await desk.closeNow();
    const ranked = [...result].sort((a, b) => b - a);
    for (const delegate of delegates) await resultIs(ranked, delegate, desk, wall);
  }, 60_000);
};

export const secondAfternoon: Scenes = (stage) => {
  it('the rapporteur groups two texts into a theme, which the phones can read', async () => {
    const { desk, sam, amel } = stage();
    await goesTo(desk, 'themes');
    await groups(desk, [said.q1.claire, said.q3.sam], theme);
    await sam.goTo('agenda');
    await sam.page.locator('.themes summary', { hasText: theme.en }).click();
    const inTheme = sam.page.locator('.themes');
    for (const text of [said.q1.claire, said.q3.sam]) await inTheme.getByText(text).waitFor();
    await amel.goTo('agenda');
    await amel.page.locator('.themes summary', { hasText: theme.ar }).waitFor();
  }, 60_000);

  it('a key point rests on a text, and leads to it', async () => {
    const { desk, sam, claire } = stage();
    await goesTo(desk, 'keypoints');
    await keeps(desk, keyPoint, said.q4.claire);
    const entry = entryOf(sam, titleOf('funding').en);
    await entry.getByText(keyPoint.en).waitFor();
    await entry.locator('.refs button').click();
    await sam.page.getByRole('dialog').getByText(said.q4.claire).waitFor();
    await sam.page.keyboard.press('Escape');
    await claire.goTo('agenda');
    await entryOf(claire, titleOf('funding').fr).getByText(keyPoint.fr).waitFor();
  }, 60_000);

  it('the meeting ends; whoever has left is not counted as there any more', async () => {
    const { desk, wall, delegates, sam } = stage();
    await goesTo(desk, 'activity');
    await desk.closeNow();
    await desk.open(titleOf('close-2').fr);
    await desk.closeOthers();
    for (const delegate of delegates) {
      await delegate.goTo('now');
      await delegate.isAsked(titleOf('close-2')[delegate.lang]);
    }
    await wall.shows(titleOf('close-2').en);
    expect(await desk.page.locator('.nextbtn').textContent()).toContain(desk.words('desk.next_end'));
    await goesTo(desk, 'people');
    await sam.goTo('mine');
    await sam.button('tabs.mine_leave').click();
    await sam.page.getByText(sam.words('tabs.mine_left')).waitFor();
    await desk.page.locator('.person.away').waitFor();
  }, 60_000);
};
