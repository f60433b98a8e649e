import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { type Child, root, startChild } from '../durability/child.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { launch } from './browser.ts';
import { Delegate, Facilitator, type Format, Reader, Wall } from './people.ts';

const meeting = JSON.parse(readFileSync(path.join(root, 'data/meetings/sfax-2019/meeting.json'), 'utf8'));
const prompt = (question: number) =>
  meeting.activities.find(({ id }: { id: string }) => id === `q${question}`)!.config.prompt as Record<
    'ar' | 'fr' | 'en',
    string
  >;
const title = (question: number): string =>
  meeting.agenda.find((item: { activities?: string[] }) => item.activities?.includes(`q${question}`)).title.fr;

/** What was said and saved, and must be in the minutes; and what was destroyed, and must be nowhere. */
const said = {
  q1: {
    amel: 'لجنة بلدية تجتمع كلّ شهر مع الجمعيات وتنشر ما اتّفق عليه.',
    claire: 'Une élue chargée des migrations réunit tous les services chaque mois.',
    sam: 'One shared calendar of who meets whom, kept by the city.',
  },
  q2: {
    amel: 'ندعو الجمعيات الصغيرة قبل كتابة البرنامج لا بعدها.',
    claire: 'Un retour écrit sur chaque recommandation, même refusée.',
    sam: 'Written while the network was away: pay for childcare during meetings.',
  },
  q3: {
    amel: 'مكتب مفتوح كلّ خميس في دار الجمعيات.',
    claire: 'Envoyée pendant la panne : un groupe de travail fixe avec un compte rendu public.',
    sam: 'A standing group with a chair from a migrant association.',
  },
  q4: {
    amel: 'منحة صغيرة بقرار سريع، وتقرير واحد لكلّ المانحين.',
    claire: 'Un financement sur trois ans avec une part libre de dix pour cent.',
    sam: 'Small grants decided within two weeks, with a public reason.',
  },
};
const destroyed = 'Mme Untel, du service des étrangers, refuse tout le monde.';
const translation = 'Un bureau ouvert chaque jeudi à la maison des associations.';

describe('one question, all the way, four times: the Sfax meeting in a browser', () => {
  let browser: Browser;
  let data: string;
  let child: Child;
  let desk: Facilitator;
  let wall: Wall;
  let amel: Delegate;
  let claire: Delegate;
  let sam: Delegate;

  beforeAll(async () => {
    browser = await launch();
    data = dataFolder();
    child = await startChild(data);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    child?.process.kill('SIGTERM');
    await child?.ended;
    removeFolders();
  }, 30_000);

  it('the facilitator opens the desk, the screen is lit, three delegates join from their phones', async () => {
    desk = await Facilitator.enter(browser, child, 'fr');
    wall = await Wall.light(browser, child);
    amel = await Delegate.join(browser, child, 'ar', { name: 'أمل', organisation: 'صفاقس', named: true });
    claire = await Delegate.join(browser, child, 'fr', { name: 'Claire', organisation: 'Lyon' });
    sam = await Delegate.join(browser, child, 'en', { name: 'Sam', organisation: 'Athens' });
    await desk.page.locator('.top', { hasText: '3' }).waitFor();
  }, 60_000);

  it('first question: each answers in their own language; all see it, and the screen too', async () => {
    await desk.open(title(1));
    await amel.isAsked(prompt(1).ar);
    await claire.isAsked(prompt(1).fr);
    await sam.isAsked(prompt(1).en);
    await wall.shows(prompt(1).ar);
    await wall.shows(prompt(1).fr);
    await amel.send(said.q1.amel);
    await claire.send(said.q1.claire);
    await sam.send(said.q1.sam);
    await amel.hasSaved(said.q1.amel);
    await sam.sees(said.q1.amel);
    await amel.sees(said.q1.claire);
    for (const text of Object.values(said.q1)) {
      await desk.row(text).waitFor();
      await wall.shows(text);
    }
  }, 60_000);

  it('second question: one phone loses the network; what is written is kept, and goes once', async () => {
    await desk.open(title(2));
    await sam.isAsked(prompt(2).en);
    await sam.context.setOffline(true);
    await sam.send(said.q2.sam);
    await sam.keeps(said.q2.sam);
    await amel.send(said.q2.amel);
    await claire.send(said.q2.claire);
    await desk.row(said.q2.claire).waitFor();
    await sam.context.setOffline(false);
    await sam.hasSaved(said.q2.sam);
    await sam.sees(said.q2.claire);
    await desk.row(said.q2.sam).waitFor();
    expect(await desk.row(said.q2.sam).count()).toBe(1);
  }, 60_000);

  it('third question: the server is killed and started again; nobody loses anything', async () => {
    await desk.open(title(3));
    await amel.isAsked(prompt(3).ar);
    await amel.send(said.q3.amel);
    await amel.hasSaved(said.q3.amel);
    child.process.kill('SIGKILL');
    await child.ended;
    await claire.send(said.q3.claire);
    await claire.keeps(said.q3.claire);
    child = await startChild(data, { port: child.port });
    await claire.hasSaved(said.q3.claire);
    await sam.send(said.q3.sam);
    for (const text of Object.values(said.q3)) await desk.row(text).waitFor();
    await amel.sees(said.q3.sam);
    await wall.shows(said.q3.amel);
    await desk.translate(said.q3.amel, 'fr', translation, 'Salma B.');
    await claire.sees(translation);
  }, 90_000);

  it('fourth question: answers are collected, then revealed together', async () => {
    await desk.open(title(4));
    await amel.isAsked(prompt(4).ar);
    await amel.send(said.q4.amel);
    await claire.send(said.q4.claire);
    await sam.send(said.q4.sam);
    await amel.hasSaved(said.q4.amel);
    await sam.hasSaved(said.q4.sam);
    await claire.hasSaved(said.q4.claire);
    expect(await amel.page.getByText(said.q4.claire).count()).toBe(0);
    expect(await desk.page.getByText(said.q4.claire).count()).toBe(0);
    await desk.button('desk.reveal', { n: 3 }).click();
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: desk.words('desk.reveal', { n: 3 }) })
      .click();
    await amel.sees(said.q4.claire);
    await wall.shows(said.q4.sam);
  }, 60_000);

  it('a text that names somebody is removed for good: from the phones, the screen and every file', async () => {
    await claire.send(destroyed);
    await claire.hasSaved(destroyed);
    await amel.sees(destroyed);
    await wall.shows(destroyed);

    await desk.removeForGood(destroyed);

    await amel.page.getByText(destroyed).waitFor({ state: 'detached' });
    await wall.page.getByText(destroyed).waitFor({ state: 'detached' });
    await claire.page.getByText(destroyed).waitFor({ state: 'detached' });
    for (const name of readdirSync(data)) {
      const bytes = readFileSync(path.join(data, name));
      expect({ name, at: bytes.indexOf(destroyed) }).toEqual({ name, at: -1 });
    }
  }, 60_000);

  it('the minutes hold every saved text once, in four formats and three languages, and nothing else', async () => {
    const reader = await Reader.open(browser, child, 'fr');
    const texts = Object.values(said).flatMap((q) => Object.values(q));
    for (const format of ['html', 'md', 'csv', 'json'] as const)
      for (const lang of ['ar', 'fr', 'en'] as const) {
        const body = await reader.export(format, lang);
        for (const text of texts) expect({ format, lang, text, n: count(body, text, format) }).toMatchObject({ n: 1 });
        expect(body).not.toContain(destroyed);
        // Claire and Sam did not agree to their names.
        expect(body).not.toContain('Claire');
        expect(body).not.toContain('Sam,');
        expect(body).toContain('أمل');
      }
    expect(rowsOf(await reader.export('csv', 'fr'))).toHaveLength(texts.length);
    expect(originals(await reader.export('json', 'en'))).toHaveLength(texts.length);
    for (const format of ['html', 'md'] as const) {
      const refs = new Set((await reader.export(format, 'ar')).match(/\bC[1-9][0-9]*\b/g));
      expect(refs.size).toBe(texts.length);
    }
    await reader.leave();
  }, 60_000);

  it('no page complained', () => {
    expect([desk, wall, amel, claire, sam].flatMap((person) => person.faults)).toEqual([]);
  });
});

/** How often a text stands in an export: as an original, in a table or record that has a field of its own for it. */
function count(body: string, text: string, format: Format): number {
  if (format === 'csv') return rowsOf(body).filter((row) => row.includes(text)).length;
  if (format === 'json') return originals(body).filter((original) => original === text).length;
  return readable(body, format).split(text).length - 1;
}

/** The texts of a JSON export as they were written. */
function originals(json: string): string[] {
  const found: string[] = [];
  JSON.parse(json, (key, value) => {
    if (key === 'written') found.push(value.text);
    return value;
  });
  return found;
}

const rowsOf = (body: string) => parse(body, { bom: true, from_line: 2 }) as string[][];

/** The text as a reader reads it: without the marks that keep lines of two directions apart, and without escapes. */
function readable(body: string, format: Format): string {
  const plain = body.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
  if (format === 'html') return plain.replaceAll('&#x27;', '’').replace(/&#39;/g, '’').replaceAll('&amp;', '&');
  return plain.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
