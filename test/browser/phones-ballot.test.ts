import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { KindsRoom } from '../client/kinds.ts';
import { Phone } from '../client/phone.ts';
import { eventually, type SocketClient } from '../support/running.ts';

describe('a ballot on phones', () => {
  let room: KindsRoom;
  let desk: SocketClient;
  beforeAll(async () => {
    room = await KindsRoom.open();
    ({ desk } = room);
  }, 60_000);
  afterAll(() => room?.close(), 30_000);

  const offline = (phone: Phone) => phone.reads('delegate.waiting', { net: 'offline', kept: 'phone' });

  /** A person on two phones. */
  const twice = async (name: string): Promise<[Phone, Phone]> => {
    const first = await Phone.of(room.browser, room.server);
    await first.join(name);
    await first.tab('mine');
    const code = await first.page.getByRole('status', { name: first.words('delegate.personalCode') }).textContent();
    await first.tab('now');
    const second = await Phone.of(room.browser, room.server);
    await second.goTo(`/j/${room.server.links.code}`);
    await second.press('delegate.wasHere');
    await second.page.locator('#personalCode').fill(code!);
    await second.press('delegate.comeBack');
    return [first, second];
  };
  const more = (phone: Phone, option: string) =>
    phone.page.getByRole('group', { name: option }).getByRole('button', { name: phone.words('ballot.more') });
  const given = (phone: Phone, option: string, n: number) =>
    phone.page
      .getByRole('group', { name: option })
      .getByText(phone.words('ballot.dots', { n }), { exact: true })
      .waitFor({ state: 'attached' });

  it('of a person’s two phones the vote that arrives last counts, also one given without a network', async () => {
    await room.only('dots');
    const [one, two] = await twice('Twice');
    const sent: string[] = [];
    await more(one, 'Coherence').waitFor();
    await one.context.setOffline(true);
    for (let i = 0; i < 3; i++) await more(one, 'Coherence').click();
    await offline(one);
    await one.page.getByText(one.words('ballot.left', { n: 0 })).waitFor();
    two.page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('ballot.Vote')) sent.push(String(payload));
      });
    });
    await two.page.reload();
    for (const option of ['Funding', 'Coherence', 'Funding']) await more(two, option).click();
    await two.reads('ballot.state_saved');
    // Three taps in a row are one vote.
    expect(sent).toHaveLength(1);
    await given(two, 'Funding', 2);
    await one.context.setOffline(false);
    await one.reads('ballot.state_saved');
    await given(one, 'Coherence', 3);
    await given(two, 'Coherence', 3);
    await given(two, 'Funding', 0);
    await desk.send('core.CloseActivity', { activity: 'dots', graceSeconds: 0 });
    await eventually(() =>
      expect(desk.value('count/dots')).toMatchObject({
        voted: 1,
        results: { o1: { dots: 3, voters: 1 }, o2: { dots: 0 } },
      }),
    );
    await one.leave();
    await two.leave();
  }, 90_000);

  /** The votes that the browser keeps for sending. */
  const keptVotes = (page: Page): Promise<unknown[]> =>
    page.evaluate(async () => {
      const result = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const db = await result(indexedDB.open('halqa'));
      const all = await result(db.transaction('outbox').objectStore('outbox').getAll());
      db.close();
      return all.map((entry) => entry.data.dots);
    });

  it('a vote is not lost by whoever leaves the page at once, and an option that goes gives its dots back', async () => {
    await room.only('dots');
    const phone = await Phone.of(room.browser, room.server);
    await phone.join('Hasty');
    await more(phone, 'Funding').waitFor();
    await phone.context.setOffline(true);
    await more(phone, 'Funding').click();
    await more(phone, 'Funding').click();
    await eventually(async () => expect(await keptVotes(phone.page)).toEqual([[{ option: 'o2', n: 2 }]]));
    await phone.page.close();
    await phone.context.setOffline(false);
    const again = await phone.openAgain();
    await again.reads('ballot.state_saved');
    await given(again, 'Funding', 2);
    // Withdrawn while the vote is on its way: the rest of it goes by itself.
    await again.context.setOffline(true);
    await more(again, 'Coherence').click();
    await offline(again);
    await desk.send('ballot.WithdrawOption', { activity: 'dots', option: 'o2' });
    await again.context.setOffline(false);
    await again.reads('ballot.state_saved');
    await again.reads('ballot.withdrawn');
    await again.page.getByText(again.words('ballot.left', { n: 2 })).waitFor();
    await given(again, 'Coherence', 1);
    await eventually(async () => expect(await again.page.locator('.refused').count()).toBe(0));
    await desk.send('ballot.RestoreOption', { activity: 'dots', option: 'o2' });
    await phone.leave();
  }, 60_000);

  it('one organisation has one vote: both colleagues see it, and whoever changes it changes it for both', async () => {
    await room.only('houses');
    const one = await Phone.of(room.browser, room.server);
    const two = await Phone.of(room.browser, room.server);
    await one.join('First');
    await two.join('Second');
    await one.reads('ballot.oneEach');
    for (let i = 0; i < 2; i++) await more(one, 'A charter').click();
    // Not more than two on one.
    expect(await more(one, 'A charter').getAttribute('aria-disabled')).toBe('true');
    await more(one, 'A charter').click({ force: true });
    await given(one, 'A charter', 2);
    await one.reads('ballot.state_saved');
    await two.reads('ballot.byColleague');
    await given(two, 'A charter', 2);
    await more(two, 'A fund').click();
    await two.reads('ballot.state_saved');
    await one.reads('ballot.byColleague');
    await given(one, 'A fund', 1);
    await eventually(() => expect(desk.value('count/houses')).toMatchObject({ voted: 1 }));
    await one.leave();
    await two.leave();
  }, 60_000);

  it('texts that were carried over and then merged stay options, and say so with the text of the whole', async () => {
    await room.only('live');
    const phone = await Phone.of(room.browser, room.server);
    await phone.join('Writer');
    const texts = ['A desk that is open every Thursday.', 'Every Thursday, an open desk.'];
    for (const text of texts) {
      await phone.send(text);
      await phone.saved(text);
    }
    const items = texts.map((text) => {
      const found = [...desk.seen].find(([, value]) => (value as { text?: string } | null)?.text === text);
      return found![0].slice('c/'.length);
    });
    const refs = items.map((item) => desk.value<{ ref: string }>(`c/${item}`)!.ref);
    await desk.send('ballot.CarryOver', { activity: 'dots', items });
    await room.only('dots');
    const option = (n: number) => phone.page.locator('.option').nth(2 + n);
    await option(1).getByText(texts[1]!).waitFor();
    await desk.send('discussion.Merge', { activity: 'live', into: items[0], from: [items[1]] });
    await option(1)
      .getByText(phone.words('ballot.merged', { was: refs[1]!, ref: refs[0]!, twin: 'yes' }))
      .waitFor();
    await option(0).getByText(phone.words('ballot.twin')).waitFor();
    await option(1).getByText(texts[0]!).waitFor();
    expect(await phone.page.getByText(phone.words('ballot.gone')).count()).toBe(0);
    await option(1)
      .getByRole('button', { name: phone.words('ballot.more') })
      .click();
    await phone.reads('ballot.state_saved');
    await eventually(() => expect(desk.value<{ voted: number }>('count/dots')!.voted).toBeGreaterThan(0));
    await phone.leave();
  }, 60_000);
});
