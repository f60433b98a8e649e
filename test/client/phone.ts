import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningServer } from '../../server/server.ts';
import { wordsFor } from '../../server/words.ts';
import { faultsOf, HOST, personOf } from '../browser/browser.ts';
import { cookieOfLink, enter, type SocketClient } from '../support/running.ts';

export type Lang = 'ar' | 'fr' | 'en';

/** A phone with the delegate's page on a plain HTTP name, and what a person does with it. */
export class Phone {
  readonly words: ReturnType<typeof wordsFor>;
  readonly faults: string[];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly server: RunningServer,
    lang: Lang,
  ) {
    this.words = wordsFor(lang);
    this.faults = faultsOf(page);
  }

  static async of(browser: Browser, server: RunningServer, lang: Lang = 'en', dark = false): Promise<Phone> {
    const { context, page } = await personOf(browser, { size: 'phone', lang, dark });
    return new Phone(context, page, server, lang);
  }

  /** Another page of the same phone, after the first was closed. */
  async openAgain(path = '/'): Promise<Phone> {
    const page = await this.context.newPage();
    const again = Object.assign(Object.create(Phone.prototype), { ...this, page, faults: faultsOf(page) }) as Phone;
    await again.goTo(path);
    return again;
  }

  goTo(path: string) {
    return this.page.goto(`http://${HOST}:${this.server.port}${path}`);
  }

  async join(name = 'Samir'): Promise<void> {
    await this.goTo(`/j/${this.server.links.code}`);
    await this.page.locator('#name').fill(name);
    await this.page.getByRole('combobox').fill('sfax');
    await this.page.getByRole('option').first().click();
    await this.press('delegate.join');
    await this.press('delegate.welcomeGo');
  }

  press(key: string) {
    return this.page
      .getByRole('button', { name: this.words(key), exact: true })
      .first()
      .click();
  }

  get box() {
    return this.page.getByLabel(this.words('delegate.write'));
  }

  async send(text: string): Promise<void> {
    await this.box.fill(text);
    await this.press('delegate.send');
  }

  /** Waits for words that anybody can read on the page. */
  reads(key: string, values: Record<string, string | number> = {}) {
    return this.page.getByText(this.words(key, values)).first().waitFor();
  }

  saved(text: string) {
    return this.page.locator('article.own', { hasText: text }).locator('.state.good').waitFor();
  }

  tab(name: 'now' | 'agenda' | 'mine') {
    return this.page.locator(`nav a[href="#${name}"]`).click();
  }

  async leave(): Promise<void> {
    expect(this.faults).toEqual([]);
    await this.context.close();
  }
}

/** The desk, as a socket; the first question is open. */
export async function openDesk(server: RunningServer): Promise<SocketClient> {
  const desk = await enter(server.port, 'facilitator', await cookieOfLink(server, 'facilitator'));
  await desk.send('core.StartItem', { item: 'first' });
  return desk;
}
