import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { startChild } from '../../durability/child.ts';
import { destroyed, said, translation } from './said.ts';
import { prompt, title } from './sfax.ts';
import type { Scenes } from './stage.ts';

export const fourQuestions: Scenes = (stage) => {
  it('first question: each answers in their own language; all see it, and the screen too', async () => {
    const { desk, wall, amel, claire, sam } = stage();
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
    const { desk, amel, claire, sam } = stage();
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
    const s = stage();
    const { desk, wall, amel, claire, sam } = s;
    await desk.open(title(3));
    await amel.isAsked(prompt(3).ar);
    await amel.send(said.q3.amel);
    await amel.hasSaved(said.q3.amel);
    s.child.process.kill('SIGKILL');
    await s.child.ended;
    await claire.send(said.q3.claire);
    await claire.keeps(said.q3.claire);
    s.child = await startChild(s.data, { port: s.child.port });
    await claire.hasSaved(said.q3.claire);
    await sam.send(said.q3.sam);
    for (const text of Object.values(said.q3)) await desk.row(text).waitFor();
    await amel.sees(said.q3.sam);
    await wall.shows(said.q3.amel);
    await desk.translate(said.q3.amel, 'fr', translation, 'Salma B.');
    await claire.sees(translation);
  }, 90_000);

  it('fourth question: answers are collected, then revealed together', async () => {
    const { desk, wall, amel, claire, sam } = stage();
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
    const { desk, wall, amel, claire, data } = stage();
    await claire.send(destroyed);
    await claire.hasSaved(destroyed);
    await amel.sees(destroyed);
    await wall.shows(destroyed);

    await desk.removeForGood(destroyed);

    for (const { page } of [amel, wall, claire]) await page.getByText(destroyed).waitFor({ state: 'detached' });
    for (const name of readdirSync(data)) {
      const bytes = readFileSync(path.join(data, name));
      expect({ name, at: bytes.indexOf(destroyed) }).toEqual({ name, at: -1 });
    }
  }, 60_000);
};
