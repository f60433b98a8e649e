import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, eventually, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';
import { Facilitator } from './people.ts';

describe('two facilitators at once', () => {
  let browser: Browser;
  let child: Child;
  let one: Facilitator;
  let two: Facilitator;
  let delegate: SocketClient;
  const itemOf = (answer: unknown) => (answer as { items: string[] }).items[0];
  const say = (text: string) => delegate.send('discussion.Contribute', { activity: 'q2', text });

  beforeAll(async () => {
    browser = await launch();
    child = await startChild(dataFolder());
    one = await Facilitator.enter(browser, child, 'fr');
    two = await Facilitator.enter(browser, child, 'en');
    delegate = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
  }, 60_000);

  afterAll(async () => {
    delegate?.close();
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('both ask for the same at once: it happens once, one of them is told, and both see it', async () => {
    const cookie = await cookieOfChild(child, 'facilitator');
    const both = [await enter(child.port, 'facilitator', cookie), await enter(child.port, 'facilitator', cookie)];
    const answers = await Promise.all(both.map((desk) => desk.send('core.StartItem', { item: 'participation' })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: { code: 'UNCHANGED' } });
    for (const desk of both) desk.close();
    for (const desk of [one, two]) await desk.page.locator('.status.open').waitFor();
  }, 30_000);

  it('what one did, the other sees and can undo', async () => {
    await one.button('desk.pause').click();
    await two.page.locator('.status.paused').waitFor();
    await two.page
      .locator('.last')
      .getByRole('button', { name: two.words('desk.undo') })
      .click();
    await one.page.locator('.status.open').waitFor();
  }, 30_000);

  it.each([
    ['hide', 'removed at the other desk'],
    ['remove', 'removed at the other desk'],
    ['translate', 'removed at the other desk'],
    ['translate', 'withdrawn by its author'],
  ] as const)(
    'a text whose dialog is open (%s) is %s: it is gone from here too, and nothing typed is sent',
    async (kind, how) => {
      const text = `MARKOPEN ${kind}, ${how}`;
      // A list under the pointer keeps still.
      for (const desk of [one, two]) await desk.page.mouse.move(2, 2);
      const item = itemOf(await say(text));
      const row = two.row(text);
      await row.waitFor();
      if (kind === 'remove') await row.locator('.moreof').click();
      await row
        .getByRole('button', { name: two.words(`desk.${kind}`), exact: true })
        .first()
        .click();
      const dialog = two.page.getByRole('dialog');
      await dialog.getByText(text).first().waitFor();
      if (kind === 'translate') await dialog.locator('#translation').fill('MARKTYPED');
      if (how === 'withdrawn by its author') await delegate.send('discussion.Withdraw', { activity: 'q2', item });
      else await one.removeForGood(text);
      await dialog.waitFor({ state: 'detached' });
      await eventually(async () => expect(await two.page.content()).not.toMatch(/MARKOPEN|MARKTYPED/));
      if (kind !== 'remove')
        await two.page.locator('.failure', { hasText: two.words('rejections.NOT_FOUND') }).waitFor();
      expect(JSON.stringify([...delegate.seen])).not.toContain('MARKTYPED');
    },
    30_000,
  );

  it('no page complained', () => {
    expect([...one.faults, ...two.faults]).toEqual([]);
  });
});
