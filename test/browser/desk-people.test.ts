import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { MatrixConfig } from '../../server/domain/activities/matrix/schema.ts';
import type { AttendanceView } from '../../server/domain/parts/attendance.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { KeyPointsView } from '../../server/domain/parts/keypoints.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { MeetingView, PersonView } from '../../server/domain/view.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { launch, personOf } from './browser.ts';
import { firstMeeting } from './desk-items.ts';
import { Facilitator, linkAt } from './people.ts';
import { overAtTwice } from './twice.ts';

const file = firstMeeting();
const itemWith = (activity: string) =>
  file.agenda.find(({ activities }) => (activities as readonly string[]).includes(activity))!.id;
const ballot = file.activities.find(({ kind }) => (kind as string) === 'ballot')!;
const matrix = file.activities.find(({ kind }) => (kind as string) === 'matrix')!;
const question = 'q2';

describe('people and key points at the desk', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  let other: SocketClient;
  const phones: SocketClient[] = [];
  const dialog = () => desk.page.getByRole('dialog');
  const exact = (key: string, values = {}) => ({ name: desk.words(key, values), exact: true });
  const person = (text: string): Locator => desk.page.locator('.person', { hasText: text });
  const act = (row: Locator, key: string) => row.getByRole('button', { name: desk.words(key) });
  const view = (name: string) => desk.page.locator('.mid .doors').getByRole('button', { name });
  const done = async (answer: Promise<CommandAnswer>): Promise<CommandAnswer & { ok: true }> => {
    const given = await answer;
    if (!given.ok) throw new Error(given.rejection.code);
    return given;
  };
  const people = (): PersonView[] =>
    [...other.seen].flatMap(([key, value]) => (key.startsWith('person/') ? [value as PersonView] : []));

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    const consents = { present: true, words: false };
    for (const who of [{ name: 'Leïla', consents }, { name: 'Marco' }])
      phones.push(await enter(child.port, 'participant', await cookieOfChild(child, 'participant', who)));
    other = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await done(other.send('core.StartItem', { item: itemWith(question) }));
    desk = await Facilitator.enter(browser, child, 'fr');
    await view(desk.words('desk.view_people')).click();
    await person('Leïla').waitFor();
  }, 60_000);

  afterAll(async () => {
    for (const phone of phones) phone.close();
    other?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('those who agreed to be listed have their names, the others have none; a name is found', async () => {
    expect(await desk.page.locator('.person').count()).toBe(2);
    expect(await person('Marco').count()).toBe(0);
    expect(await person(desk.words('desk.unknown_author')).count()).toBe(1);
    await desk.page.locator('#people-search').fill('leila');
    await eventually(async () => expect(await desk.page.locator('.person').count()).toBe(1));
    await desk.page.locator('#people-search').fill('');
  });

  it('somebody is noted as gone, and as back; the half-day counts both', async () => {
    await act(person('Leïla'), 'order.note_left').click();
    await desk.page.locator('.person.away', { hasText: 'Leïla' }).waitFor();
    await eventually(() => expect(other.value<AttendanceView>('attendance')?.present).toBe(1));
    expect(await desk.page.locator('.halves dd').allTextContents()).toEqual(['1', '2']);
    await act(person('Leïla'), 'order.note_arrived').click();
    await desk.page.locator('.person.away').waitFor({ state: 'detached' });
  });

  it('a participant without a phone is added, with what they agreed to', async () => {
    await desk.button('order.person_add').click();
    await dialog().locator('#person-name').fill('Fatma');
    await dialog().locator('#belong-organisation').selectOption('not listed');
    await dialog().locator('#belong-organisation-text').fill('Les Voisins');
    await dialog().locator('#belong-kind').selectOption({ index: 1 });
    await dialog().locator('#belong-city').selectOption({ index: 1 });
    await dialog().getByLabel(desk.words('order.consent_words')).check();
    await dialog().getByRole('button', exact('order.person_add_do')).click();
    await person('Fatma').filter({ hasText: 'Les Voisins' }).waitFor();
    expect(await dialog().count()).toBe(0);
    expect(people().find(({ name }) => name === 'Fatma')).toMatchObject({ phone: false, present: true });
    expect(await act(person('Leïla'), 'order.write_for').count()).toBe(0);
  });

  it('the desk writes for them, endorses for them and asks for the floor for them', async () => {
    const said = await done(
      phones[1]!.send('discussion.Contribute', { activity: question, text: 'Un texte de Marco.' }),
    );
    await act(person('Fatma'), 'order.write_for').click();
    await dialog().getByLabel(desk.words('order.what_they_say')).fill('Ce que Fatma a dit.');
    await dialog().getByRole('button', exact('order.text_send')).click();
    await dialog().locator('.said-line', { hasText: 'C2' }).waitFor();
    const written = [...other.seen.values()].find((v) => (v as { text?: string }).text === 'Ce que Fatma a dit.');
    expect(written).toMatchObject({ behalf: true, by: { as: 'name', name: 'Fatma' } });
    // Nobody endorses their own.
    await eventually(async () => expect(await dialog().locator('.endorsable').count()).toBe(1));
    const endorse = dialog().locator('.endorsable').getByRole('button');
    await endorse.click();
    await eventually(() => expect(other.value(`n/${said.items![0]}`)).toMatchObject({ n: 1 }));
    await endorse.and(desk.page.locator('[aria-pressed="true"]')).click();
    await eventually(() => expect(other.value(`n/${said.items![0]}`)).toBeUndefined());
    await dialog().getByRole('button', exact('order.floor_ask')).click();
    await dialog().getByText(desk.words('order.at_floor_asks')).waitFor();
    expect(other.value<FloorView>('floor')?.queue).toMatchObject([{ name: 'Fatma' }]);
    await dialog().getByLabel(desk.words('order.what_they_say')).fill('Pas encore envoyé.');
    await desk.page.keyboard.press('Escape');
    await act(person('Fatma'), 'order.write_for').click();
    expect(await dialog().getByLabel(desk.words('order.what_they_say')).inputValue()).toBe('Pas encore envoyé.');
    await desk.page.keyboard.press('Escape');
  }, 30_000);

  it('the desk votes for them: no more dots than there are', async () => {
    await done(other.send('core.OpenActivity', { activity: ballot.id }));
    await act(person('Fatma'), 'order.write_for').click();
    await dialog().locator('#write-activity').selectOption(ballot.id);
    const { dots } = ballot.config as { dots: number };
    const more = dialog().locator('.dots-for li').first().getByRole('button').last();
    for (let i = 0; i < dots; i++) await more.click();
    expect(await more.getAttribute('aria-disabled')).toBe('true');
    await dialog().getByRole('button', exact('order.vote_send')).click();
    await dialog().getByText(desk.words('order.vote_saved')).waitFor();
    await eventually(() => expect(other.value(`count/${ballot.id}`)).toMatchObject({ voted: 1 }));
    await desk.page.keyboard.press('Escape');
  }, 30_000);

  it('the desk writes for them into a cell of a matrix, and what it wrote is marked', async () => {
    await done(other.send('core.OpenActivity', { activity: matrix.id }));
    const { rows, columns } = matrix.config as MatrixConfig;
    await act(person('Fatma'), 'order.write_for').click();
    await dialog().locator('#write-activity').selectOption(matrix.id);
    await dialog().getByLabel(desk.words('order.what_they_say')).fill('Une entrée de Fatma.');
    expect(await dialog().getByRole('button', exact('order.text_send')).getAttribute('aria-disabled')).toBe('true');
    await dialog().locator('#write-row').selectOption(rows[1]!.id);
    await dialog().locator('#write-column').selectOption(columns[0]!.id);
    await dialog().getByRole('button', exact('order.text_send')).click();
    const entry = () => [...other.seen.values()].find((v) => (v as { text?: string }).text === 'Une entrée de Fatma.');
    await eventually(() => expect(entry()).toMatchObject({ place: `${rows[1]!.id}/${columns[0]!.id}` }));
    await desk.page.keyboard.press('Escape');
    await view(desk.words('desk.view_activity')).click();
    await desk.row('Ce que Fatma a dit.').locator('.behalf').waitFor();
    await view(desk.words('desk.view_people')).click();
  }, 30_000);

  it('what they typed becomes an organisation of the list, and can be taken back', async () => {
    const listed = file.organisations.find(({ city }) => city !== null)!;
    await act(person('Fatma'), 'order.assign').click();
    expect(await dialog().locator('bdi').textContent()).toContain('Les Voisins');
    await dialog().locator('#belong-organisation').selectOption(listed.id);
    await dialog().getByRole('button', exact('desk.save')).click();
    await person('Fatma').filter({ hasText: listed.name.fr }).waitFor();
    await desk.page
      .locator('.last')
      .getByRole('button', { name: desk.words('desk.undo') })
      .last()
      .click();
    await person('Fatma').filter({ hasText: 'Les Voisins' }).waitFor();
  });

  it('a city is added and corrected; two are merged with all that they hold, and come apart again', async () => {
    const part = (key: string) => desk.page.locator('.everybody .view-head').getByRole('button', exact(key));
    await part('order.people_cities').click();
    await desk.button('order.cities_add').click();
    await dialog().locator('#entry-fr').fill('Sfaxx');
    await desk.page.keyboard.press('Enter');
    await person('Sfaxx').waitFor();
    await act(person('Sfaxx'), 'order.correct').click();
    await dialog().locator('#entry-fr').fill('Sfax-Ville');
    await dialog().getByRole('button', exact('desk.save')).click();
    await person('Sfax-Ville').waitFor();
    const cities = () => other.value<MeetingView>('meeting')!.cities;
    const added = cities().find(({ name }) => name.fr === 'Sfax-Ville')!;
    const full = file.cities.find(({ id }) => file.organisations.some(({ city }) => city === id))!;
    const held = file.organisations.filter(({ city }) => city === full.id).length;
    await act(person(full.name.fr).first(), 'order.merge').click();
    await dialog().locator('#merge-entry').selectOption(added.id);
    await dialog()
      .getByText(
        desk.words('order.merge_moves_cities', {
          people: people().filter(({ city }) => city === full.id).length,
          organisations: held,
          name: full.name.fr,
          into: 'Sfax-Ville',
        }),
      )
      .waitFor();
    await dialog().getByRole('button', exact('order.merge')).click();
    await eventually(() => expect(cities().some(({ id }) => id === full.id)).toBe(false));
    await desk.page
      .locator('.last')
      .getByRole('button', { name: desk.words('desk.undo') })
      .last()
      .click();
    await eventually(() => expect(cities().some(({ id }) => id === full.id)).toBe(true));
    await part('order.people_participants').click();
  }, 30_000);

  it('five key points of an item, each with what it rests on: written, moved, edited, removed', async () => {
    const points = () => other.value<KeyPointsView>(`keypoints/${itemWith(question)}`)?.points ?? [];
    await view(desk.words('desk.view_keypoints')).click();
    const add = async (text: string) => {
      await desk.page.locator('.points .view-head').getByRole('button').click();
      await dialog().locator('#point-fr').fill(text);
    };
    const save = async () => {
      await dialog().getByRole('button', exact('desk.save')).click();
      await dialog().waitFor({ state: 'detached' });
    };
    await add('Un premier point.');
    await dialog().locator('.candidates li', { hasText: 'Un texte de Marco.' }).getByRole('checkbox').check();
    await save();
    await desk.page.locator('.rest', { hasText: 'C1' }).waitFor();
    for (const n of [2, 3, 4, 5]) {
      await add(`Point ${n}.`);
      await save();
    }
    await eventually(() => expect(points().length).toBe(5));
    expect(await desk.page.locator('.points .view-head .btn').getAttribute('aria-disabled')).toBe('true');
    const point = (text: string) => desk.page.locator('.point', { hasText: text });
    await act(point('Point 2.'), 'order.move_up').click();
    await eventually(() => expect(points()[0]?.text.fr).toBe('Point 2.'));
    await act(point('Un premier point.'), 'order.edit').click();
    await dialog().locator('#point-en').fill('A first point.');
    await save();
    await eventually(() =>
      expect(points()[1]).toMatchObject({ text: { en: 'A first point.' }, items: [{ ref: 'C1' }] }),
    );
    await act(point('Point 5.'), 'order.point_remove').click();
    await dialog().getByRole('button', exact('order.point_remove')).click();
    await point('Point 5.').waitFor({ state: 'detached' });
    expect(points().length).toBe(4);
  }, 30_000);

  it('no page had a fault', () => {
    expect(desk.faults).toEqual([]);
  });

  it.each([
    ['ar', false],
    ['fr', true],
    ['en', false],
  ] as const)(
    'axe finds nothing, and nothing is wider than the window, also with letters twice as large (%s, dark: %s)',
    async (lang, dark) => {
      const words = wordsFor(lang);
      const found: Record<string, unknown> = {};
      const look = async (size: 'laptop' | 'phone', where: string, page: Page) => {
        const wrong = await wrongWith(page);
        const over = await overAtTwice(page, size);
        if (wrong.length > 0 || over > 0) found[`${size}: ${where}`] = { wrong, over };
      };
      for (const size of ['laptop', 'phone'] as const) {
        const { context, page } = await personOf(browser, { size, lang, dark });
        await page.goto(linkAt(child, 'facilitator'));
        await page.locator('.nextbtn').waitFor();
        if (size === 'phone') await page.locator('.panes button').last().click();
        const doors = page.locator(size === 'phone' ? '.on-phone .doors' : '.mid .doors');
        await doors.getByRole('button', { name: words('desk.view_people') }).click();
        const row = page.locator('.person', { hasText: 'Fatma' });
        await row.waitFor();
        await look(size, 'people', page);
        for (const key of ['order.write_for', 'order.assign']) {
          await row.getByRole('button', { name: words(key) }).click();
          await page.getByRole('dialog').waitFor();
          await look(size, key, page);
          await page.keyboard.press('Escape');
        }
        await page.getByRole('button', { name: words('order.person_add') }).click();
        await look(size, 'a person added', page);
        await page.keyboard.press('Escape');
        await page.locator('.everybody .view-head .seg button').nth(1).click();
        await look(size, 'organisations', page);
        await page.locator('.person-acts .btn').nth(1).click();
        await look(size, 'a merge', page);
        await page.keyboard.press('Escape');
        await page
          .locator('.mid .doors')
          .getByRole('button', { name: words('desk.view_keypoints') })
          .click();
        await page.locator('.point').first().waitFor();
        await look(size, 'key points', page);
        await page.locator('.points .view-head .btn').click();
        await look(size, 'a new point', page);
        await context.close();
      }
      expect(found).toEqual({});
    },
    120_000,
  );
});
