import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingId } from '../../../server/domain/ids.ts';
import { Rejection } from '../../../server/domain/rejection.ts';
import { Lane, type LaneOptions } from '../../../server/minutes/worker/lane.ts';
import type { MinutesFault } from '../../../server/minutes/worker/task.ts';
import { eventually } from '../../support/running.ts';
import { dataFolder, removeFolders } from '../../support/stores.ts';

const standIn = join(import.meta.dirname, 'stand-in.mjs');

describe('documents one after the other, in a process of their own', () => {
  let folder: string;
  let lane: Lane;
  let reports: string[];
  beforeEach(() => {
    folder = dataFolder();
    reports = [];
    lane = open();
  });
  afterEach(async () => {
    await lane.close();
    removeFolders();
  });

  const open = (more: Partial<LaneOptions> = {}) =>
    new Lane({
      file: standIn,
      limit: 20_000,
      quiet: 60_000,
      most: 2,
      report: (error) => reports.push(`${(error as MinutesFault).code}: ${(error as MinutesFault).message}`),
      ...more,
    });
  /** Asks for what the stand-in does under a name; `knows` is the last event that the asker knows of. */
  const ask = async (what: string, { knows = 1, reads = 1, signal }: Asking = {}): Promise<string> => {
    const task = async () => {
      const scope = { format: 'md', lang: 'fr', now: reads } as const;
      return { ...scope, source: { folder }, meeting: what as MeetingId };
    };
    const { body } = await lane.ask({ key: what, seq: knows, task, signal });
    return Buffer.from(body).toString();
  };
  const code = (asked: Promise<string>): Promise<string> =>
    asked.catch((error: unknown) => (error instanceof Rejection ? error.code : String(error)));
  const letGo = () => writeFileSync(join(folder, 'go'), '');
  const read = () => (lane as unknown as { running: { seq: number } | null }).running?.seq;

  it('shares what is asked for at once, and what is waiting', async () => {
    const first = [ask('held'), ask('held'), ask('held')];
    const others = [ask('other'), ask('other', { knows: 9 })];
    letGo();
    expect(await Promise.all(first)).toEqual(['held 1', 'held 1', 'held 1']);
    expect(await Promise.all(others)).toEqual(['other 2', 'other 2']);
    expect(await ask('held')).toBe('held 3');
  });

  it('shares what is being made with whoever knows of no later event, and with nobody else', async () => {
    const asked = [ask('held', { knows: 3, reads: 5 })];
    await eventually(() => expect(read()).toBe(5));
    asked.push(ask('held', { knows: 5 }), ask('held', { knows: 6 }));
    letGo();
    expect(await Promise.all(asked)).toEqual(['held 1', 'held 1', 'held 2']);
  });

  it('refuses where too many wait, and makes all that it took', async () => {
    const taken = [ask('held'), ask('a'), ask('b')];
    expect(await code(ask('c'))).toBe('EXPORT_BUSY');
    expect(reports).toEqual([]);
    letGo();
    expect(await Promise.all(taken)).toEqual(['held 1', 'a 2', 'b 3']);
    expect(await ask('c')).toBe('c 4');
  });

  it('what cannot be made of the meeting is said, and the process goes on', async () => {
    expect(await ask('a')).toBe('a 1');
    expect(await code(ask('refuses'))).toBe('NOT_FOUND');
    expect(await ask('a')).toBe('a 2');
    expect(reports).toEqual([]);
  });

  it.each([
    ['fails', /^PlantedFault:/],
    ['dies', /^ENDED: .+\(3\)/],
    ['stuck', /^STUCK: no md after 1000 ms/],
  ])('a process that %s is replaced, and who waits behind it is answered', async (what, reason) => {
    await lane.close();
    lane = open({ limit: 1000 });
    const answers = [code(ask(what)), ask('a'), ask('b')];
    expect(await Promise.all(answers)).toEqual(['EXPORT_FAILED', 'a 1', 'b 2']);
    expect(reports).toEqual([expect.stringMatching(reason)]);
  });

  it('one that is killed at work is replaced', async () => {
    const asked = code(ask('held'));
    await eventually(() => expect(lane.pid).toBeGreaterThan(0));
    const { pid } = lane;
    process.kill(pid!, 'SIGKILL');
    expect(await asked).toBe('EXPORT_FAILED');
    expect(await ask('a')).toBe('a 1');
    expect(lane.pid).not.toBe(pid);
  });

  it('one that is killed at rest is replaced without a word', async () => {
    await ask('a');
    const { pid } = lane;
    process.kill(pid!, 'SIGKILL');
    await eventually(() => expect(() => process.kill(pid!, 0)).toThrow('ESRCH'));
    expect(await ask('a')).toBe('a 1');
    expect(reports).toEqual([]);
  });

  it('says what is missing where the build has not made the process', async () => {
    await lane.close();
    lane = open({ file: join(folder, 'nothing.js') });
    expect(await code(ask('a'))).toBe('EXPORT_FAILED');
    expect(reports).toEqual([expect.stringMatching(/^MISSING: .+nothing\.js is missing: npm run build makes it/)]);
  });

  it('ends after a while without work, and begins again', async () => {
    await lane.close();
    lane = open({ quiet: 50 });
    expect(await ask('a')).toBe('a 1');
    const { pid } = lane;
    await eventually(() => expect(lane.pid).toBeUndefined());
    await eventually(() => expect(() => process.kill(pid!, 0)).toThrow('ESRCH'));
    expect(await ask('a')).toBe('a 1');
  });

  it('ends one that holds on to too much memory, and begins again', async () => {
    expect(await ask('greedy')).toBe('greedy 1');
    expect(lane.pid).toBeUndefined();
    expect(await Promise.all([ask('greedy'), ask('a')])).toEqual(['greedy 1', 'a 1']);
    expect(reports).toEqual([]);
  });

  it('does not make what nobody waits for any more', async () => {
    const gone = new AbortController();
    const first = ask('held');
    const left = code(ask('a', { signal: gone.signal }));
    const shared = [code(ask('b', { signal: gone.signal })), ask('b')];
    gone.abort();
    letGo();
    expect(await Promise.all([first, left, ...shared])).toEqual(['held 1', 'UNAVAILABLE', 'UNAVAILABLE', 'b 2']);
    expect(await code(ask('a', { signal: gone.signal }))).toBe('UNAVAILABLE');
    expect(readFileSync(join(folder, 'made'), 'utf8')).toBe('held\nb\n');
  });

  it('closing refuses what waits, and ends the process', async () => {
    const asked = [code(ask('held')), code(ask('a'))];
    await eventually(() => expect(lane.pid).toBeGreaterThan(0));
    const { pid } = lane;
    await lane.close();
    expect(await Promise.all(asked)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect(await code(ask('a'))).toBe('UNAVAILABLE');
    expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
    expect(reports).toEqual([]);
  });
});

interface Asking {
  readonly knows?: number;
  /** What the stand-in says it has read. */
  readonly reads?: number;
  readonly signal?: AbortSignal;
}
