import { expect, it } from '@jest/globals';
import { launch } from '../browser/browser.ts';
import { firstLoad } from '../browser/first-load.ts';
import { startChild } from '../durability/child.ts';
import { cookieOfChild, enter } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';

const RUNS = 5;
/** What a delegate on an old phone and a hotel's network waits at the most for a readable question, in milliseconds. */
const GOAL = 5000;
const SLOW = { cpu: 6, bitsPerSecond: 400_000 };

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

it('a delegate reads the question', async () => {
  const browser = await launch();
  const child = await startChild(dataFolder());
  const desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
  await desk.send('core.StartItem', { item: 'coherence' });
  desk.close();
  const cookie = await cookieOfChild(child, 'participant');
  const rows = ['| language | scripts | all with fonts | question readable | answer can be sent | goal | holds |'];
  rows.push('| --- | --- | --- | --- | --- | --- | --- |');
  for (const lang of ['ar', 'fr', 'en'] as const) {
    const loads = [];
    for (let i = 0; i < RUNS; i++) loads.push(await firstLoad(browser, child, lang, cookie, SLOW));
    const readable = median(loads.map((l) => l.readable));
    const ready = median(loads.map((l) => l.ready));
    const kB = (n: number) => `${(n / 1000).toFixed(1)} kB`;
    const [last] = loads.slice(-1);
    rows.push(
      `| ${lang} | ${kB(last!.script)} | ${kB(last!.all)} | ${readable} ms | ${ready} ms | ${GOAL} ms | ${readable <= GOAL ? 'yes' : 'no'} |`,
    );
  }
  await browser.close();
  child.process.kill('SIGTERM');
  await child.ended;
  removeFolders();
  process.stdout.write(
    `First load, ${SLOW.cpu} × slower CPU, ${SLOW.bitsPerSecond / 1000} kbit/s, median of ${RUNS}\n\n${rows.join('\n')}\n`,
  );
  expect(rows).toHaveLength(5);
}, 300_000);
