import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { wordsFor } from '../../server/words.ts';
import type { Child } from '../durability/child.ts';
import { faultsOf, HOST, type Look, personOf } from './browser.ts';

type Lang = Look['lang'];

/** A page of the server as people reach it: by a name that is no secure context. */
export const at = (child: Pick<Child, 'port'>, path: string) => `http://${HOST}:${child.port}${path}`;
/** A printed link, on that name. */
export const linkAt = (child: Pick<Child, 'port' | 'links'>, role: keyof Child['links']) => {
  const { pathname, hash } = new URL(child.links[role]);
  return at(child, pathname + hash);
};

abstract class Person {
  readonly words: ReturnType<typeof wordsFor>;
  readonly faults: string[];

  protected constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly lang: Lang,
  ) {
    this.words = wordsFor(lang);
    this.faults = faultsOf(page);
  }

  button(key: string, values: Record<string, string | number> = {}): Locator {
    return this.page.getByRole('button', { name: this.words(key, values) });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** A delegate with a phone. */
export class Delegate extends Person {
  static async join(
    browser: Browser,
    child: Child,
    lang: Lang,
    who: { name: string; organisation: string; named?: boolean },
  ) {
    const { context, page } = await personOf(browser, { size: 'phone', lang });
    const delegate = new Delegate(context, page, lang);
    await page.goto(at(child, `/j/${child.code}`));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.locator('#name').fill(who.name);
    const organisation = page.getByRole('combobox');
    await organisation.fill(who.organisation);
    await page.getByRole('option').first().click();
    if (who.named) {
      await page.getByLabel(delegate.words('delegate.consentPresent')).check();
      await page.getByLabel(delegate.words('delegate.consentWords')).check();
    }
    await delegate.button('delegate.join').click();
    await delegate.button('delegate.welcomeGo').click();
    return delegate;
  }

  /** Goes to a tab of the page. */
  goTo(tab: 'now' | 'agenda' | 'mine' | 'floor'): Promise<void> {
    return this.page.locator(`nav a[href="#${tab}"]`).click();
  }

  /** Sees this question as the one asked now. */
  async isAsked(prompt: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: prompt }).waitFor();
  }

  /** The question that is asked now stands first; others may still be closing under it. */
  private get asked(): Locator {
    return this.page.locator('article.asked').first();
  }

  async write(text: string): Promise<void> {
    await this.asked.getByLabel(this.words('delegate.write')).fill(text);
  }

  async send(text: string): Promise<void> {
    await this.write(text);
    await this.asked
      .locator('form.write')
      .getByRole('button', { name: this.words('delegate.send'), exact: true })
      .click();
  }

  /** The card that says that the server has it. */
  async sees(text: string): Promise<void> {
    await this.page.getByText(text, { exact: true }).first().waitFor();
  }

  async hasSaved(text: string): Promise<void> {
    const card = this.page.locator('article.own', { hasText: text }).first();
    await card.locator('.state.good').waitFor();
  }

  async keeps(text: string): Promise<void> {
    const kept = this.words('delegate.waiting', { net: 'offline', kept: 'phone' });
    await this.page.locator('article, li, section', { hasText: text }).getByText(kept).first().waitFor();
  }
}

/** The facilitator, at a laptop. */
export class Facilitator extends Person {
  static async enter(browser: Browser, child: Child, lang: Lang) {
    const { context, page } = await personOf(browser, { size: 'laptop', lang });
    const facilitator = new Facilitator(context, page, lang);
    await page.goto(linkAt(child, 'facilitator'));
    await page.locator('.nextbtn').waitFor();
    return facilitator;
  }

  /** Opens an agenda item out of the run-of-show. */
  async open(title: string): Promise<void> {
    await this.page.locator('.run', { hasText: title }).getByRole('button').click();
    await this.button('desk.run_open').click();
    await this.isAt(title);
  }

  /** Goes on to what the programme says. */
  async next(title: string): Promise<void> {
    await this.page.locator('.nextbtn', { hasText: title }).click();
    await this.isAt(title);
  }

  private isAt(title: string): Promise<void> {
    return this.page.locator('.run [aria-current="step"]', { hasText: title }).waitFor();
  }

  /** Closes the activity in the middle, without waiting for phones that are away. */
  async closeNow(): Promise<void> {
    const tools = this.page.locator('.tools');
    await tools.locator('.close').click();
    await tools.getByRole('button', { name: this.words('desk.close_now') }).click();
    await this.page.locator('.status.closed').waitFor();
  }

  /** Closes what still takes answers from items before. */
  async closeOthers(): Promise<void> {
    const running = this.page.locator('.running');
    for (let n = await running.count(); n > 0; n--) {
      await running
        .first()
        .getByRole('button', { name: this.words('desk.close_now') })
        .click();
      await running.nth(n - 1).waitFor({ state: 'detached' });
    }
  }

  row(text: string): Locator {
    return this.page.locator('article.item', { hasText: text });
  }

  async removeForGood(text: string): Promise<void> {
    await this.row(text).locator('.moreof').click();
    await this.row(text)
      .getByRole('button', { name: this.words('desk.remove') })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words('reasons.remove_names_a_person')).check();
    await dialog.getByRole('button', { name: this.words('desk.remove') }).click();
    await this.row(text).waitFor({ state: 'detached' });
  }

  async translate(text: string, lang: Lang, translation: string, by: string): Promise<void> {
    await this.row(text)
      .getByRole('button', { name: this.words('desk.translate') })
      .first()
      .click();
    const dialog = this.page.getByRole('dialog');
    const name = new Intl.DisplayNames([this.lang], { type: 'language' }).of(lang) ?? lang;
    await dialog.getByRole('button', { name }).click();
    await dialog.getByLabel(this.words('desk.translate_by')).fill(by);
    await dialog.getByLabel(this.words('desk.translate_text'), { exact: true }).fill(translation);
    await this.page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
  }
}

/** The projector. */
export class Wall extends Person {
  static async light(browser: Browser, child: Child) {
    const { context, page } = await personOf(browser, { size: 'projector', lang: 'ar' });
    const wall = new Wall(context, page, 'ar');
    await page.goto(linkAt(child, 'screen'));
    return wall;
  }

  async shows(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }
}

export type Format = 'html' | 'md' | 'csv' | 'json';

/** Who takes the minutes home. */
export class Reader extends Person {
  static async open(browser: Browser, child: Child, lang: Lang) {
    const { context, page } = await personOf(browser, { size: 'laptop', lang });
    const reader = new Reader(context, page, lang);
    await page.goto(linkAt(child, 'reader'));
    await page.locator('#scope').waitFor();
    return reader;
  }

  /** One export, as the page's own download links give it. */
  async export(format: Format, lang: Lang): Promise<string> {
    const path = `/api/minutes?format=${format}&lang=${lang}`;
    const [status, body] = await this.page.evaluate(async (url) => {
      const response = await fetch(url);
      return [response.status, await response.text()] as const;
    }, path);
    expect(status).toBe(200);
    return body;
  }
}
