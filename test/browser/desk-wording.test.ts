import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import type { InterpretationView } from '../../server/domain/parts/interpretation.ts';
import type { KeyPointsView } from '../../server/domain/parts/keypoints.ts';
import type { ThemeView } from '../../server/domain/parts/themes.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { wrongWith } from './axe.ts';
import { launch } from './browser.ts';
import { firstMeeting } from './desk-items.ts';
import { Facilitator } from './people.ts';
import { overAtTwice } from './twice.ts';

const file = firstMeeting();
const question = 'q2';
const item = file.agenda.find(({ activities }) => (activities as readonly string[]).includes(question))!.id;

describe('two desks that word the same', () => {
  let browser: Browser;
  let child: Child;
  let desk: Facilitator;
  let other: SocketClient;
  let phone: SocketClient;
  const dialog = () => desk.page.getByRole('dialog');
  const press = (key: string) =>
    dialog()
      .getByRole('button', { name: desk.words(key), exact: true })
      .click();
  const gone = () => dialog().waitFor({ state: 'detached' });
  const view = (key: string) => desk.page.locator('.mid .doors').getByRole('button', { name: desk.words(key) });
  const act = (row: Locator, key: string) => row.getByRole('button', { name: desk.words(key) });
  const meanwhile = () => dialog().locator('.note', { hasText: desk.words('desk.meanwhile') });
  const done = async (answer: Promise<CommandAnswer>) => {
    const given = await answer;
    if (!given.ok) throw new Error(given.rejection.code);
    return given;
  };
  const undo = () =>
    desk.page
      .locator('.last')
      .getByRole('button', { name: desk.words('desk.undo') })
      .last()
      .click();
  const points = () => other.value<KeyPointsView>(`keypoints/${item}`)?.points ?? [];
  const point = (text: string) => desk.page.locator('.point', { hasText: text });
  const reword = (text: string) => {
    const { id } = points()[0]!;
    return done(other.send('keypoints.Set', { item, point: id, label: { fr: text }, items: [] }));
  };

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    phone = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
    other = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
    await done(other.send('core.StartItem', { item }));
    await done(phone.send('discussion.Contribute', { activity: question, text: 'Lu dans la salle.' }));
    await done(phone.send('discussion.Contribute', { activity: question, text: 'Masqué depuis.' }));
    desk = await Facilitator.enter(browser, child, 'fr');
    await view('desk.view_keypoints').click();
    await desk.page.locator('.points').waitFor();
  }, 60_000);

  afterAll(async () => {
    phone?.close();
    other?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('a key point rests on what the room can read: what is hidden since goes with its tick', async () => {
    await desk.page.locator('.points .view-head').getByRole('button').click();
    await dialog().locator('#point-fr').fill('Une idée.');
    for (const text of ['Lu dans la salle.', 'Masqué depuis.'])
      await dialog().locator('.candidates li', { hasText: text }).getByRole('checkbox').check();
    const found = [...other.seen].find(([, value]) => (value as { text?: string }).text === 'Masqué depuis.')!;
    const hidden = { activity: question, item: found[0].slice(2), reason: 'off_topic' };
    await done(other.send('discussion.Hide', hidden));
    await dialog().locator('.candidates li', { hasText: 'Masqué depuis.' }).waitFor({ state: 'detached' });
    await press('desk.save');
    await gone();
    await eventually(() => expect(points()).toMatchObject([{ text: { fr: 'Une idée.' }, items: [{ ref: 'C1' }] }]));
  }, 30_000);

  it('what another desk wrote stands beside what was typed here, which is kept and can be saved all the same', async () => {
    await act(point('Une idée.'), 'order.edit').click();
    await reword('De l’autre régie.');
    await dialog().locator('#point-fr').fill('De celle-ci.');
    await press('desk.save');
    await meanwhile().getByText('De l’autre régie.').waitFor();
    expect(await dialog().locator('#point-fr').inputValue()).toBe('De celle-ci.');
    expect(points()[0]?.text.fr).toBe('De l’autre régie.');
    expect([await wrongWith(desk.page), await overAtTwice(desk.page, 'laptop')]).toEqual([[], 0]);
    // What stands beside it goes on being what stands, and once more nothing is lost unseen.
    await reword('Encore de l’autre.');
    await meanwhile().getByText('Encore de l’autre.').waitFor();
    await press('desk.save_mine');
    await gone();
    await eventually(() => expect(points()[0]?.text.fr).toBe('De celle-ci.'));
    await undo();
    await eventually(() => expect(points()[0]?.text.fr).toBe('Encore de l’autre.'));
  }, 30_000);

  it('or the other wording is taken, and gone on with', async () => {
    await act(point('Encore de l’autre.'), 'order.edit').click();
    await reword('La bonne.');
    await dialog().locator('#point-fr').fill('Une mauvaise.');
    await press('desk.save');
    await meanwhile().getByRole('button').click();
    await meanwhile().waitFor({ state: 'detached' });
    expect(await dialog().locator('#point-fr').inputValue()).toBe('La bonne.');
    await dialog().locator('#point-en').fill('The good one.');
    await press('desk.save');
    await gone();
    await eventually(() => expect(points()[0]?.text).toEqual({ fr: 'La bonne.', en: 'The good one.' }));
  }, 30_000);

  it('a removed key point comes back by undo; one that is removed for good does not', async () => {
    await act(point('La bonne.'), 'order.point_remove').click();
    expect(await wrongWith(desk.page)).toEqual([]);
    await press('order.point_remove');
    await point('La bonne.').waitFor({ state: 'detached' });
    await undo();
    await point('La bonne.').waitFor();
    await act(point('La bonne.'), 'order.point_remove').click();
    await dialog().getByLabel(desk.words('order.point_remove_words')).check();
    await press('order.point_remove_good');
    await point('La bonne.').waitFor({ state: 'detached' });
    await desk.page.locator('.last b', { hasText: desk.words('desk.cannot_undo') }).waitFor();
  }, 30_000);

  it('the name of a theme', async () => {
    await done(other.send('themes.Add', { label: { fr: 'Eau' }, items: [] }));
    const themes = () => [...other.seen].flatMap(([k, v]) => (k.startsWith('theme/') ? [v as ThemeView] : []));
    await view('desk.view_themes').click();
    await act(desk.page.locator('.theme', { hasText: 'Eau' }), 'order.rename').click();
    await done(other.send('themes.Rename', { theme: themes()[0]!.id, label: { fr: 'L’eau courante' } }));
    await dialog().locator('#theme-name-fr').fill('L’eau potable');
    await press('desk.save');
    await meanwhile().getByText('L’eau courante').waitFor();
    await press('desk.save_mine');
    await gone();
    await eventually(() => expect(themes()[0]?.label.fr).toBe('L’eau potable'));
    await undo();
    await eventually(() => expect(themes()[0]?.label.fr).toBe('L’eau courante'));
  }, 30_000);

  it('an entry of a list: what this desk did not change stays as the other has it', async () => {
    const network = file.organisations.find(({ city }) => city !== null)!;
    const [elsewhere] = file.cities.filter(({ id }) => id !== network.city);
    const now = () => other.value<MeetingView>('meeting')!.organisations.find(({ id }) => id === network.id)!;
    const row = () => desk.page.locator('.person', { hasText: now().name.fr }).first();
    const of = { list: 'organisations', id: network.id };
    await view('desk.view_people').click();
    await desk.page.locator('.everybody .view-head .seg button').nth(1).click();
    await desk.page.locator('#entries-search').fill(network.name.fr);
    await act(row(), 'order.correct').click();
    await done(other.send('lists.Correct', { ...of, city: elsewhere!.id }));
    await dialog().locator('#entry-fr').fill('Nom d’ici');
    await press('desk.save');
    await gone();
    expect(now()).toMatchObject({ name: { fr: 'Nom d’ici' }, city: elsewhere!.id });
    await desk.page.locator('#entries-search').fill('Nom d’ici');
    await act(row(), 'order.correct').click();
    await done(other.send('lists.Correct', { ...of, label: { fr: 'Nom d’ailleurs' } }));
    await dialog().locator('#entry-fr').fill('Nom de nouveau d’ici');
    await press('desk.save');
    await meanwhile().getByText('Nom d’ailleurs').first().waitFor();
    await press('desk.save_mine');
    await gone();
    await eventually(() => expect(now().name.fr).toBe('Nom de nouveau d’ici'));
    await undo();
    await eventually(() => expect(now().name.fr).toBe('Nom d’ailleurs'));
  }, 30_000);

  it('where interpretation is heard: the languages that this desk did not change stay', async () => {
    const heard = () => other.value<InterpretationView>('interpretation');
    await desk.page.locator('.top .interpretation').click();
    await done(other.send('interpretation.Set', { lang: 'ar', channel: '1' }));
    await done(other.send('interpretation.Set', { lang: 'en', channel: '2' }));
    await dialog().locator('#channel-ar').fill('4');
    await press('desk.save');
    await meanwhile().getByText('1').waitFor();
    await press('desk.save_mine');
    await gone();
    await eventually(() =>
      expect(heard()).toEqual({ ar: { channel: '4', link: null }, en: { channel: '2', link: null } }),
    );
    await undo();
    await eventually(() => expect(heard()?.ar?.channel).toBe('1'));
  }, 30_000);

  it('no page had a fault', () => {
    expect(desk.faults).toEqual([]);
  });
});
