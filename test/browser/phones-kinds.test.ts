import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { KindsRoom } from '../client/kinds.ts';
import { Phone } from '../client/phone.ts';
import { eventually, type SocketClient } from '../support/running.ts';

/** The kinds of activity on phones whose network comes and goes. */
describe('matrix and briefing on a phone', () => {
  let room: KindsRoom;
  let desk: SocketClient;
  beforeAll(async () => {
    room = await KindsRoom.open();
    ({ desk } = room);
  }, 60_000);
  afterAll(() => room?.close(), 30_000);

  const entriesWith = (text: string) =>
    [...desk.seen].filter(([key, value]) => key.startsWith('c/') && (value as ContributionView).text === text);
  const cell = (page: Page, name: string): Locator =>
    page.locator('.side').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });
  const offline = (phone: Phone) => phone.reads('delegate.waiting', { net: 'offline', kept: 'phone' });

  it('an entry and an objection written without a network wait in their place, and go once when it is back', async () => {
    await room.only('table');
    const phone = await Phone.of(room.browser, room.server);
    await phone.join('Samir');
    const { page } = phone;
    await page.getByRole('tab', { name: 'Services' }).click();
    await cell(page, 'Weaknesses').getByText('Funds run out.').waitFor();
    await phone.context.setOffline(true);
    await page.getByRole('button', { name: phone.words('matrix.addTo', { column: 'Strengths' }) }).click();
    await cell(page, 'Strengths').locator('textarea').fill('They open at night');
    await cell(page, 'Strengths')
      .getByRole('button', { name: phone.words('delegate.send') })
      .click();
    await cell(page, 'Weaknesses')
      .getByRole('button', { name: phone.words('matrix.contest') })
      .click();
    await page.getByLabel(phone.words('matrix.contestLabel')).fill('Not where we are');
    await cell(page, 'Weaknesses')
      .getByRole('button', { name: phone.words('delegate.send') })
      .click();
    await cell(page, 'Strengths').locator('.queued', { hasText: 'They open at night' }).waitFor();
    await cell(page, 'Weaknesses').locator('.queued', { hasText: 'Not where we are' }).waitFor();
    await offline(phone);
    // A draft of another cell stays with it.
    await page.getByRole('button', { name: phone.words('matrix.addTo', { column: 'Strengths' }) }).click();
    await cell(page, 'Strengths').locator('textarea').fill('Half a thought');
    await phone.reads('delegate.draftKept');
    await page.getByRole('tab', { name: 'Rights' }).click();
    // What waits in a row out of sight is told above.
    await page.locator('.queued', { hasText: 'They open at night' }).waitFor();
    expect(await page.locator('textarea').count()).toBe(0);
    await phone.page.close();
    await phone.context.setOffline(false);
    const again = await phone.openAgain();
    await again.page.getByRole('tab', { name: 'Services' }).click();
    await again.saved('They open at night');
    await again.saved('Not where we are');
    expect(await cell(again.page, 'Strengths').locator('textarea').inputValue()).toBe('Half a thought');
    await eventually(() => expect(entriesWith('They open at night')).toHaveLength(1));
    expect(entriesWith('They open at night')[0]?.[1]).toMatchObject({ place: 'services/strong', contests: false });
    expect(entriesWith('Not where we are')).toHaveLength(1);
    expect(entriesWith('Not where we are')[0]?.[1]).toMatchObject({ contests: true });
    // Whoever contests does not endorse, and edits the reason like any own text.
    const contested = cell(again.page, 'Weaknesses').locator('.entry-of').first();
    expect(await contested.locator('.endorse').count()).toBe(0);
    await contested.getByRole('button', { name: phone.words('delegate.edit'), exact: true }).click();
    await contested.locator('textarea').fill('Not in our city');
    await contested.getByRole('button', { name: phone.words('common.save') }).click();
    await again.saved('Not in our city');
    await eventually(() => expect(entriesWith('Not in our city')).toHaveLength(1));

    const other = await Phone.of(room.browser, room.server, 'fr');
    await other.join('Claire');
    await other.page.getByRole('tab', { name: 'Services' }).click();
    const seen = cell(other.page, 'Strengths (fr)').locator('.entry-of', { hasText: 'They open at night' });
    await seen.getByRole('button', { name: other.words('delegate.endorse') }).click();
    await eventually(() =>
      expect(desk.value<{ n: number }>(`n/${entriesWith('They open at night')[0]?.[0].slice(2)}`)?.n).toBe(1),
    );
    // A text of the document stands in the reader's language, and nothing is said of a translation.
    const seed = cell(other.page, 'Weaknesses (fr)').locator('.entry-of').first();
    await seed.getByText('Funds run out. (fr)').waitFor();
    await seed.getByText('Not in our city').waitFor();
    expect(await seed.locator('.matrix-entry .said-by').count()).toBe(0);
    await other.page
      .getByRole('tab', { name: 'Services' })
      .getByText('1', { exact: false })
      .first()
      .waitFor({ state: 'attached' });
    await other.leave();
    await phone.leave();
  }, 90_000);

  it('a swipe leads to the next row, and the other way in Arabic', async () => {
    await room.only('table');
    for (const [lang, forward] of [
      ['fr', -200],
      ['ar', 200],
    ] as const) {
      const phone = await Phone.of(room.browser, room.server, lang);
      await phone.join('Glisse');
      const { page } = phone;
      const swipe = (by: number) =>
        page.locator('.row-panel').evaluate((panel, dx) => {
          const touch = (x: number) => new Touch({ identifier: 1, target: panel, clientX: x, clientY: 300 });
          const from = { touches: [touch(190)], changedTouches: [touch(190)], bubbles: true };
          panel.dispatchEvent(new TouchEvent('touchstart', from));
          panel.dispatchEvent(
            new TouchEvent('touchend', { touches: [], changedTouches: [touch(190 + dx)], bubbles: true }),
          );
        }, by);
      const chosen = () => page.getByRole('tab', { selected: true }).textContent();
      await page.locator('.row-panel').waitFor();
      expect(await chosen()).toContain('Rights');
      await swipe(forward);
      await page.getByRole('tab', { name: 'Services', selected: true }).waitFor();
      await swipe(-forward);
      await page.getByRole('tab', { name: 'Rights', selected: true }).waitFor();
      // Along the page it is no swipe, and there is nothing before the first.
      await swipe(-forward);
      expect(await chosen()).toContain('Rights');
      await phone.leave();
    }
  }, 60_000);

  it('a briefing is read before it opens and without a network; marks wait and go when it is back', async () => {
    await desk.send('core.CloseActivity', { activity: 'read', graceSeconds: 0 });
    const phone = await Phone.of(room.browser, room.server, 'fr');
    await phone.join('Lectrice');
    const { page } = phone;
    const passage = 'A centre knows who does what. (fr)';
    await phone.tab('agenda');
    await page.getByRole('button', { name: 'What cities do (fr)' }).click();
    await page.getByText(passage).waitFor();
    await page.locator('.practice', { hasText: 'Lyon (fr)' }).waitFor();
    await page.locator('.city-map svg text', { hasText: 'Lyon (fr)' }).waitFor();
    expect(await page.locator('.mark-of').count()).toBe(0);
    await desk.send('core.OpenActivity', { activity: 'read' });
    const mark = (name: string) =>
      page.locator('.passage').getByRole('button', { name: phone.words(`briefing.${name}`) });
    await mark('mark_same').waitFor();
    await phone.context.setOffline(true);
    await phone.tab('agenda');
    await page.getByRole('button', { name: 'What cities do (fr)' }).click();
    await page.getByText(passage).waitFor();
    await mark('mark_same').click();
    await mark('mark_more').click();
    // These two exclude each other.
    await mark('mark_different').click();
    expect(await mark('mark_same').getAttribute('aria-pressed')).toBe('false');
    await phone.context.setOffline(false);
    await eventually(() => expect(desk.value('marks/read/centre')).toEqual({ same: 0, different: 1, more: 1 }));
    await mark('mark_different').click();
    await eventually(() => expect(desk.value('marks/read/centre')).toEqual({ same: 0, different: 0, more: 1 }));
    // Of another page what was read is here though the server does not give it.
    await phone.context.route('**/api/documents/**', (route) => route.abort());
    await page.reload();
    await phone.tab('agenda');
    await page.getByRole('button', { name: 'What cities do (fr)' }).click();
    await page.getByText(passage).waitFor();
    await page.locator('.sources button').first().click();
    await page.getByRole('dialog').getByText('A report, 2019. (fr)').waitFor();
    await page.keyboard.press('Escape');
    // In a language in which it was never read, it says what is missing, and comes when asked for again.
    await page.getByRole('button', { name: phone.words('delegate.languageIs', { language: 'Français' }) }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'English' }).click();
    await page.getByText('It comes by itself when the network is back.', { exact: false }).waitFor();
    await phone.context.unroute('**/api/documents/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('A centre knows who does what.', { exact: true }).waitFor();
    await phone.leave();
  }, 60_000);

  it('a kind whose code does not come says so, keeps the question in sight, and comes when it is asked for again', async () => {
    await room.only('live');
    const phone = await Phone.of(room.browser, room.server);
    await phone.join('Slow');
    await phone.box.waitFor();
    const out = /\/(assets\/.*\.js|healthz)$/;
    await phone.context.route(out, (route) => route.abort());
    await room.only('dots');
    await phone.reads('delegate.partMissing');
    await phone.page.getByRole('heading', { level: 1, name: 'What weighs most?' }).waitFor();
    await phone.press('common.tryAgain');
    await phone.reads('delegate.partMissing');
    await phone.context.unroute(out);
    await phone.press('common.tryAgain');
    await phone.page.getByRole('group', { name: 'Coherence' }).waitFor();
    await phone.leave();
  }, 60_000);

  it('whoever reads while a question opens is told, and is one tap away from it', async () => {
    await room.only('read');
    const phone = await Phone.of(room.browser, room.server, 'ar');
    await phone.join('قارئة');
    await phone.tab('agenda');
    await phone.page.getByRole('button', { name: 'What cities do (ar)' }).click();
    await phone.page.locator('.prose').first().waitFor();
    await desk.send('core.OpenActivity', { activity: 'live' });
    await phone.reads('delegate.openMeanwhile');
    await phone.press('delegate.backToNow');
    await phone.box.waitFor();
    // A night has no question: when it ends, and what can be read, if anything.
    await desk.send('core.CloseActivity', { activity: 'live', graceSeconds: 0 });
    await desk.send('core.CloseActivity', { activity: 'read', graceSeconds: 0 });
    await desk.send('core.StartItem', { item: 'night' });
    await phone.reads('delegate.item_overnight');
    await phone.leave();
  }, 60_000);
});
