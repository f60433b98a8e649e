import { expect, it } from '@jest/globals';
import { asksForFloor, gaveFloorBack, givesFloor } from '../hands/floor.ts';
import { addEntry, cellAt, chooseRow, contestEntry, endorseEntry } from '../hands/matrix.ts';
import { editsProgramme, entryOf, inserts, movesDown, shortens } from '../hands/programme.ts';
import { deskCounts, marks, onMap, opensSection, wallCounts } from '../hands/reading.ts';
import { Delegate, Facilitator, Wall } from '../people.ts';
import { photo, said } from './said.ts';
import { cityOf, item, matrix, reading, titleOf } from './sfax.ts';
import type { Scenes } from './stage.ts';

const [first, second] = reading.sections;
const passage = first!.passages[0]!.text;
const other = second!.passages[0]!.text;
const [row] = matrix.rows;
const [strong, weak] = matrix.columns;
const at = (time: string, minutes: number): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const all = hour * 60 + minute + minutes;
  return [Math.floor(all / 60), all % 60].map((n) => String(n).padStart(2, '0')).join(':');
};

export const firstDay: Scenes = (stage) => {
  it('the facilitator opens the desk, the screen is lit, three delegates join from their phones', async () => {
    const s = stage();
    s.desk = await Facilitator.enter(s.browser, s.child, 'fr');
    s.wall = await Wall.light(s.browser, s.child);
    s.amel = await Delegate.join(s.browser, s.child, 'ar', { name: 'أمل', organisation: 'صفاقس', named: true });
    s.claire = await Delegate.join(s.browser, s.child, 'fr', { name: 'Claire', organisation: 'Lyon' });
    s.sam = await Delegate.join(s.browser, s.child, 'en', { name: 'Sam', organisation: 'Athens' });
    await s.desk.page.locator('.top', { hasText: '3' }).waitFor();
  }, 60_000);

  it('the opening: a speech, and what follows it, in three languages', async () => {
    const { desk, wall, delegates } = stage();
    await desk.open(titleOf('opening').fr);
    for (const delegate of delegates) {
      await delegate.isAsked(titleOf('opening')[delegate.lang]);
      await delegate.page.locator('.next-item', { hasText: titleOf('project')[delegate.lang] }).waitFor();
    }
    for (const lang of ['ar', 'fr', 'en'] as const) await wall.shows(titleOf('opening')[lang]);
    await wall.page.locator('.follows', { hasText: titleOf('project').ar }).waitFor();
  }, 60_000);

  it('a briefing is read and marked on the phones; the desk and the wall see how many, and the cities on a map', async () => {
    const { desk, wall, amel, claire, sam } = stage();
    await desk.open(titleOf('mechanisms').fr);
    await amel.isAsked(reading.prompt.ar);
    await opensSection(amel, first!.heading.ar);
    await opensSection(claire, second!.heading.fr);
    await marks(amel, passage.ar, 'same');
    await marks(sam, passage.en, 'same');
    await marks(claire, other.fr, 'more');
    await deskCounts(desk, passage.fr, 'same', 2);
    await deskCounts(desk, other.fr, 'more', 1);
    await wallCounts(wall, passage.ar, 2);
    const practice = reading.sections.flatMap(({ practices }) => practices).find(({ city }) => city)!;
    await onMap(wall, cityOf(practice.city!).ar);
  }, 60_000);

  it('the matrix: an entry in each language, one endorsed, one contested with a reason; counts and picture follow', async () => {
    const { desk, wall, amel, claire, sam } = stage();
    await desk.open(titleOf('roles').fr);
    for (const delegate of [amel, claire, sam]) {
      await delegate.isAsked(matrix.prompt[delegate.lang]);
      await chooseRow(delegate, row!.short[delegate.lang]);
    }
    await addEntry(amel, strong!.name.ar, said.matrix.amel);
    await addEntry(claire, strong!.name.fr, said.matrix.claire);
    await addEntry(sam, weak!.name.en, said.matrix.sam);
    await endorseEntry(claire, said.matrix.amel);
    await contestEntry(sam, said.matrix.claire, said.matrix.against);
    await claire.sees(said.matrix.against);

    const columns = matrix.columns.length;
    const seeds = matrix.seeds.filter((seed) => seed.row === row!.id && seed.column === strong!.id).length;
    const atDesk = cellAt(desk, 0, 0, columns);
    await atDesk.locator('small.against').waitFor();
    // Each entry of a cell speaks for it, and so does each endorsement.
    const weight = String(seeds + 2 + 1);
    expect(await atDesk.locator('b[aria-hidden]').textContent()).toBe(weight);
    expect(await atDesk.textContent()).toContain(desk.words('desk.cell_entries', { n: seeds + 2 }));
    for (const text of Object.values(said.matrix)) await desk.row(text).first().waitFor();

    const onWall = cellAt(wall, 0, 0, columns);
    await onWall.getByText(said.matrix.amel).waitFor();
    await onWall.locator('.contests .num', { hasText: /^1$/ }).waitFor();
    expect(await onWall.locator('.cell-n').textContent()).toBe(weight);
    expect(await wall.page.locator('.cell').count()).toBe(matrix.rows.length * columns);
  }, 60_000);

  it('a break: what follows stands on the phones and on the wall', async () => {
    const { desk, wall, delegates } = stage();
    await desk.closeNow();
    await desk.next(titleOf('coffee-2').fr);
    for (const delegate of delegates) {
      await delegate.isAsked(titleOf('coffee-2')[delegate.lang]);
      await delegate.page.locator('.next-item', { hasText: titleOf('visit')[delegate.lang] }).waitFor();
    }
    await wall.page.locator('.pause .follows', { hasText: titleOf('visit').ar }).waitFor();
  }, 60_000);

  it('the desk inserts, moves and shortens; all see the programme as it now is', async () => {
    const { desk, wall, amel, claire, sam } = stage();
    await editsProgramme(desk);
    await inserts(desk, photo, 10);
    await wall.page.locator('.follows', { hasText: photo.ar }).waitFor();
    await claire.page.locator('.next-item', { hasText: photo.fr }).waitFor();
    await movesDown(desk, photo.fr);
    await wall.page.locator('.follows', { hasText: titleOf('visit').ar }).waitFor();
    await shortens(desk, titleOf('visit').fr);
    // The photograph takes ten minutes, the visit five less.
    const planned = item('close-1').start;
    for (const delegate of [amel, claire, sam]) {
      await delegate.goTo('agenda');
      const inserted = entryOf(delegate, photo[delegate.lang]);
      await inserted.locator('.tag', { hasText: delegate.words('tabs.agenda_inserted') }).waitFor();
      const close = entryOf(delegate, titleOf('close-1')[delegate.lang]);
      await close.locator('.times', { hasText: at(planned, 5) }).waitFor();
      await close.locator('.where', { hasText: planned }).waitFor();
      await delegate.goTo('now');
    }
    await desk.next(titleOf('visit').fr);
    await amel.isAsked(titleOf('visit').ar);
    await desk.next(photo.fr);
    await sam.isAsked(photo.en);
    await wall.shows(photo.en);
  }, 60_000);

  it('the floor: asked for, given, on the wall, and given back', async () => {
    const { desk, wall, amel, sam } = stage();
    await desk.next(titleOf('close-1').fr);
    await asksForFloor(amel);
    await asksForFloor(sam);
    await givesFloor(desk, 'أمل', amel, wall);
    await wall.page.locator('.floor-waiting .num', { hasText: /^1$/ }).waitFor();
    await amel.button('tabs.floor_finished').click();
    await gaveFloorBack(amel, wall);
    await givesFloor(desk, 'Sam', sam, wall);
    await desk.page
      .locator('.floor-panel .speaker')
      .getByRole('button', { name: desk.words('desk.floor_end') })
      .click();
    await gaveFloorBack(sam, wall);
    for (const delegate of [amel, sam]) await delegate.goTo('now');
  }, 60_000);

  it('a night: when the meeting goes on, and something to read', async () => {
    const { desk, wall, delegates } = stage();
    await desk.next(titleOf('evening').fr);
    for (const delegate of delegates) {
      await delegate.isAsked(titleOf('evening')[delegate.lang]);
      await delegate.page.getByText(delegate.words('delegate.item_overnight')).waitFor();
      await delegate.page.locator('.next-item', { hasText: titleOf('recall')[delegate.lang] }).waitFor();
    }
    await wall.page.locator('.pause .follows', { hasText: titleOf('recall').ar }).waitFor();
  }, 60_000);
};
