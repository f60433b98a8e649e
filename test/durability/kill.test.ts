import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { MeetingId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { openStoresBeside } from '../../server/store/sqlite.ts';
import { Random } from '../support/random.ts';
import { cookieOfChild, enter, newId, type SocketClient } from '../support/running.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';
import { type Child, startChild } from './child.ts';

cleanUpAfterEach();

const ROUNDS = Number(process.env.HALQA_KILLS ?? 25);
/** Each sends less than what one connection may send in a burst. */
const PHONES = 10;
const TEXTS = 45;
/** Acknowledgements to wait for in each round before the end may come. */
const ENOUGH = 100;

interface Sent {
  readonly id: string;
  readonly text: string;
  answer: CommandAnswer | null;
}

describe('killed under load', () => {
  it(`${ROUNDS} times, half of them inside the commit: nothing acknowledged is lost, nothing is doubled`, async () => {
    const data = dataFolder();
    const random = new Random(20_190_625);
    const cookies: string[] = [];
    const sent: Sent[] = [];
    let inside = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const planned = round % 2 === 0 ? null : round % 4 === 1 ? 'before' : 'after';
      const child = await startChild(data, {
        args: ['--import', path.join(import.meta.dirname, 'kill-inside-commit.mjs')],
        env: planned ? { HALQA_TEST_KILL: planned } : {},
      });
      if (round === 0) await prepare(child, cookies);
      const phones = await Promise.all(cookies.slice(1).map((cookie) => enter(child.port, 'participant', cookie)));
      const acknowledged = await load(child, phones, sent, planned ? 'SIGUSR2' : 'SIGKILL', random);
      expect(acknowledged).toBeGreaterThanOrEqual(ENOUGH);
      const { signal } = await child.ended;
      expect(signal).toBe('SIGKILL');
      if (planned) inside++;
      for (const phone of phones) phone.close();
      await compare(data, sent);
    }
    expect(inside).toBe(Math.floor(ROUNDS / 2));
    // What nobody was told about is sent again with its own id, and happens once.
    const child = await startChild(data);
    const phone = await enter(child.port, 'participant', cookies[1]!);
    for (const command of sent.filter((s) => s.answer === null && s.id.endsWith('-0')))
      command.answer = await phone.send('discussion.Contribute', { activity: 'q1', text: command.text }, command.id);
    phone.close();
    child.process.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0 });
    await compare(data, sent);
  }, 400_000);
});

async function prepare(child: Child, cookies: string[]): Promise<void> {
  cookies.push(await cookieOfChild(child, 'facilitator'));
  for (let i = 0; i < PHONES; i++) cookies.push(await cookieOfChild(child, 'participant'));
  const desk = await enter(child.port, 'facilitator', cookies[0]!);
  await desk.send('core.OpenActivity', { activity: 'q1' });
  desk.close();
}

/** Each phone sends one text after another; when enough are acknowledged, the process is killed, or kills itself. */
async function load(
  child: Child,
  phones: SocketClient[],
  sent: Sent[],
  signal: 'SIGKILL' | 'SIGUSR2',
  random: Random,
): Promise<number> {
  let acknowledged = 0;
  const end = ENOUGH + random.below(100);
  await Promise.all(
    phones.map(async (phone, index) => {
      const gone = new Promise<null>((resolve) => phone.socket.once('disconnect', () => resolve(null)));
      for (let n = 0; n < TEXTS; n++) {
        const id = `${newId()}-${index}`;
        const command: Sent = { id, text: `text ${id}`, answer: null };
        sent.push(command);
        const answering = new Promise<CommandAnswer>((resolve) => {
          const data = { activity: 'q1', text: command.text };
          phone.socket.emit('command', { id, type: 'discussion.Contribute', data }, resolve);
        });
        command.answer = await Promise.race([answering, gone]);
        if (command.answer === null) return;
        if (command.answer.ok) acknowledged++;
        if (acknowledged >= end) child.process.kill(signal);
      }
    }),
  );
  return acknowledged;
}

/** The log against what was acknowledged: every one is there, each text once. */
async function compare(data: string, sent: readonly Sent[]): Promise<void> {
  const stores = openStoresBeside(data, 'read');
  try {
    const [meeting] = await stores.events.meetings();
    const id = meeting!.id as MeetingId;
    const vault = await stores.events.vault(id);
    const texts: string[] = [];
    const items = new Set<string>();
    for await (const row of stores.events.read(id, 0)) {
      if (row.type !== 'discussion.ContributionAdded') continue;
      const added = row.data as { item: string; text: { id: string } };
      items.add(added.item);
      const value = vault.get(added.text.id);
      if (value?.kind === 'text') texts.push(value.text);
    }
    expect(texts.length).toBe(new Set(texts).size);
    const there = new Set(texts);
    for (const { answer, text } of sent)
      if (answer?.ok) {
        expect(there.has(text)).toBe(true);
        expect(items.has(answer.items![0]!)).toBe(true);
      }
    expect(await stores.events.verify(id)).toMatchObject({ ok: true });
  } finally {
    await stores.close();
  }
}
