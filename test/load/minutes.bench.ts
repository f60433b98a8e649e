import { writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { loadMeeting } from '../../server/live/load.ts';
import { compose } from '../../server/minutes/compose.ts';
import { minutesFormats } from '../../server/minutes/formats.ts';
import { typeset } from '../../server/minutes/pdf/compiler.ts';
import { paperOf } from '../../server/minutes/pdf/layout.ts';
import { openStoresBeside } from '../../server/store/sqlite.ts';
import { wordsFor } from '../../server/words.ts';
import { type Child, startChild } from '../durability/child.ts';
import { cookieOfChild, enter, type SocketClient } from '../support/running.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';
import { costOf, memoryOfChildren } from './cost.ts';
import { largeMeeting, OPEN } from './large-meeting.ts';

/*
 * The minutes of a large meeting: how long each format takes, and what the room notices of it. Answers with and without
 * exports are measured in turn in one run; what counts is their ratio. HALQA_BENCH_JSON names a file for the figures.
 */

const PEOPLE = 300;
const TEXTS = 2000;
const RUNS = 3;
/** What one document may take, in milliseconds. */
const GOAL = 10_000;
/** The phone that writes while they are made: rounds with and without exports, texts in each, milliseconds between two. */
const ROUNDS = 3;
const SAID = 200;
const PACE = 75;

const editions = [
  ...minutesFormats.flatMap((format) => ['ar', 'fr', 'en'].map((lang) => `format=${format}&lang=${lang}`)),
  'format=pdf&lang=ar&beside=fr',
  'format=docx&lang=ar&beside=fr',
];

/** Of one document, in milliseconds and bytes; memory is the most that any process beside the server held. */
interface Figures {
  readonly first: number;
  readonly median: number;
  readonly beside: number;
  readonly server: number;
  readonly memory: number;
  readonly bytes: number;
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], q: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const median = (values: readonly number[]): number => quantile(values, 0.5);
const ms = (n: number): string => (n < 100 ? n.toFixed(1) : n.toFixed(0));

/** Fetches without keeping what comes; the milliseconds it took, and the bytes. */
async function fetched(child: Child, cookie: string, query: string): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port: child.port, path: `/api/minutes?${query}`, headers: { cookie } }, resolve).on(
      'error',
      reject,
    );
  });
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  if (response.statusCode !== 200) throw new Error(`${query}: ${response.statusCode}`);
  return { ms: performance.now() - started, bytes };
}

const reader = (child: Child): Promise<string> => cookieOfChild(child, 'reader');

/** How long each answer took that a phone waited for, in milliseconds. */
async function answers(phone: SocketClient, name: string): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < SAID; i++) {
    const started = performance.now();
    const answer = await phone.send('discussion.Contribute', { activity: OPEN, text: `Pendant ce temps ${name} ${i}` });
    if (!answer.ok) throw new Error(`not taken: ${answer.rejection.code}`);
    took.push(performance.now() - started);
    await pause(PACE);
  }
  return took;
}

/** Asks again and again for what is text and for what is a file, until told to stop; resolves to how many were made. */
async function exporting(child: Child, until: AbortSignal): Promise<number> {
  let made = 0;
  const lane = async (formats: readonly string[]) => {
    const cookie = await reader(child);
    for (let i = 0; !until.aborted; i++) {
      const lang = ['ar', 'fr', 'en'][Math.floor(i / formats.length) % 3];
      await fetched(child, cookie, `format=${formats[i % formats.length]}&lang=${lang}`);
      made += 1;
    }
  };
  await Promise.all([lane(['html', 'md', 'csv', 'json']), lane(['pdf', 'docx', 'xlsx'])]);
  return made;
}

/** The compiler alone over the very document: what no export can be quicker than. */
async function bareTypst(folder: string): Promise<{ compose: number; typeset: number }> {
  const stores = openStoresBeside(folder, 'read');
  const [row] = await stores.events.meetings();
  const { state, head } = await loadMeeting(stores.events, row!.id);
  await stores.close();
  const words = wordsFor('ar', state.file?.region);
  const took: { compose: number; typeset: number }[] = [];
  for (let i = 0; i < RUNS; i++) {
    const begun = performance.now();
    const paper = paperOf({ doc: compose(state, { lang: 'ar', words, head, now: Date.now() }), beside: null });
    const composed = performance.now();
    typeset(paper);
    took.push({ compose: composed - begun, typeset: performance.now() - composed });
  }
  return { compose: median(took.map((t) => t.compose)), typeset: median(took.map((t) => t.typeset)) };
}

it('the minutes of a large meeting, and what the room notices of them', async () => {
  const folder = dataFolder();
  await largeMeeting(folder, PEOPLE, TEXTS);
  const child = await startChild(folder);
  try {
    await measured(folder, child);
  } finally {
    child.process.kill('SIGTERM');
    await child.ended;
    removeFolders();
  }
}, 1_800_000);

async function measured(folder: string, child: Child): Promise<void> {
  const cookie = await cookieOfChild(child, 'participant');
  const phone = await enter(child.port, 'participant', cookie);
  const desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
  const lines: string[] = [`${PEOPLE} people, ${TEXTS} texts; load of the machine ${ms(loadavg()[0]!)}`, ''];

  const pid = child.process.pid!;
  lines.push(
    '| document | first | median | processor beside | in the server | memory beside | kB | goal | holds |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  );
  const formats: Record<string, Figures> = {};
  for (const query of editions) {
    const session = await reader(child);
    const before = costOf(pid);
    let memory = 0;
    const looking = setInterval(() => {
      memory = Math.max(memory, memoryOfChildren(pid));
    }, 50);
    const runs: { ms: number; bytes: number }[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await fetched(child, session, query));
    clearInterval(looking);
    const after = costOf(pid);
    const figures: Figures = {
      first: runs[0]!.ms,
      median: median(runs.map((run) => run.ms)),
      beside: (after.children - before.children) / RUNS,
      server: (after.own - before.own) / RUNS,
      memory,
      bytes: runs[0]!.bytes,
    };
    formats[query] = figures;
    const holds = Math.max(...runs.map((run) => run.ms)) <= GOAL ? 'yes' : 'no';
    const cells = [figures.first, figures.median, figures.beside, figures.server].map((n) => `${ms(n)} ms`);
    lines.push(
      `| ${[query, ...cells, `${ms(memory / 1e6)} MB`, ms(figures.bytes / 1000), `${GOAL} ms`, holds].join(' | ')} |`,
    );
  }

  const bare = await bareTypst(folder);
  const pdf = formats['format=pdf&lang=ar']!.median;
  lines.push(
    '',
    `PDF in Arabic: the compiler alone ${ms(bare.typeset)} ms, composing ${ms(bare.compose)} ms; asked for over HTTP ${(pdf / bare.typeset).toFixed(2)} × the compiler alone`,
    '',
    '| answers to a phone | p50 | p99 | most | documents meanwhile |',
    '| --- | --- | --- | --- | --- |',
  );

  const rounds: { quiet: number[]; busy: number[] }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const quiet = await answers(phone, `sans ${round}`);
    const over = new AbortController();
    const exports = exporting(child, over.signal);
    // They are at work.
    await pause(2000);
    const busy = await answers(phone, `avec ${round}`);
    over.abort();
    const made = await exports;
    rounds.push({ quiet, busy });
    for (const [name, took, documents] of [
      ['without', quiet, 0],
      ['with', busy, made],
    ] as const)
      lines.push(
        `| ${name}, round ${round} | ${ms(median(took))} ms | ${ms(quantile(took, 0.99))} ms | ${ms(Math.max(...took))} ms | ${documents} |`,
      );
  }
  const ratio = (q: number) => median(rounds.map(({ quiet, busy }) => quantile(busy, q) / quantile(quiet, q)));
  lines.push(
    '',
    `Answers with exports to those without: p50 ${ratio(0.5).toFixed(2)} ×, p99 ${ratio(0.99).toFixed(2)} ×`,
  );

  const texts = [...desk.seen].filter(([key]) => key.startsWith('c/')).length;
  desk.close();
  phone.close();
  process.stdout.write(`${lines.join('\n')}\n`);
  if (process.env.HALQA_BENCH_JSON)
    writeFileSync(process.env.HALQA_BENCH_JSON, JSON.stringify({ formats, bare, rounds }));
  expect(texts).toBeGreaterThanOrEqual(TEXTS + 2 * ROUNDS * SAID);
}
