import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cookieOfChild, enter } from '../support/running.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';
import { startChild } from './child.ts';

cleanUpAfterEach();

const TEXTS = 12;
const strace = spawnSync('strace', ['-V']).status === 0;

interface Trace {
  /** Acknowledgements of saved commands that were written to a socket. */
  readonly acknowledged: number;
  /** Those among them at whose time the write-ahead log had been written to and not yet been flushed. */
  readonly tooEarly: number;
  readonly writes: number;
}

/** Runs the server under strace, saves some texts one after another, and reads what the kernel saw, in its order. */
async function traced(args: string[] = []): Promise<Trace> {
  const data = dataFolder();
  const log = path.join(dataFolder(), 'strace');
  const calls = 'trace=pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync';
  const child = await startChild(data, {
    args,
    command: ['strace', '-f', '-y', '-s', '48', '-e', calls, '-o', log],
  });
  const desk = await enter(child.port, 'facilitator', await cookieOfChild(child, 'facilitator'));
  const phone = await enter(child.port, 'participant', await cookieOfChild(child, 'participant'));
  await desk.send('core.OpenActivity', { activity: 'q1' });
  for (let i = 0; i < TEXTS; i++)
    expect(await phone.send('discussion.Contribute', { activity: 'q1', text: `text ${i}` })).toMatchObject({
      ok: true,
    });
  desk.close();
  phone.close();
  // strace passes the signal on to what it traces only when asked by its own end: tell the server itself.
  const server = Number(/^(\d+) /.exec(readFileSync(log, 'utf8'))?.[1]);
  process.kill(server, 'SIGTERM');
  await child.ended;
  return read(readFileSync(log, 'utf8'));
}

function read(log: string): Trace {
  let dirty = false;
  let acknowledged = 0;
  let tooEarly = 0;
  let writes = 0;
  /** Threads whose flush of the write-ahead log has begun and not returned. */
  const flushing = new Set<string>();
  for (const line of log.split('\n')) {
    const thread = line.split(' ', 1)[0]!;
    if (/\bpwrite64\(\d+<[^>]*-wal>/.test(line)) {
      dirty = true;
      writes++;
    } else if (/\bf(data)?sync\(\d+<[^>]*-wal>/.test(line)) {
      if (line.includes('<unfinished')) flushing.add(thread);
      else if (/= 0$/.test(line)) dirty = false;
    } else if (/<\.\.\. f(data)?sync resumed>/.test(line)) {
      if (flushing.delete(thread) && /= 0$/.test(line)) dirty = false;
    } else if (/\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)/.test(line) && line.includes('\\"ok\\":true')) {
      acknowledged++;
      if (dirty) tooEarly++;
    }
  }
  return { acknowledged, tooEarly, writes };
}

describe('law 1, as the kernel sees it', () => {
  if (!strace) {
    it('is left out: strace is not installed here', () => {
      process.stderr.write('test/durability/fsync.test.ts was left out: strace is not installed\n');
      expect(strace).toBe(false);
    });
    return;
  }

  it('between each write to the log and its acknowledgement a flush to the disk returns', async () => {
    const { acknowledged, tooEarly, writes } = await traced();
    expect(acknowledged).toBeGreaterThanOrEqual(TEXTS);
    expect(writes).toBeGreaterThanOrEqual(TEXTS);
    expect(tooEarly).toBe(0);
  }, 60_000);

  it('a build with synchronous = OFF is noticed', async () => {
    const { acknowledged, tooEarly } = await traced([
      '--import',
      path.join(import.meta.dirname, 'synchronous-off.mjs'),
    ]);
    expect(acknowledged).toBeGreaterThanOrEqual(TEXTS);
    expect(tooEarly).toBeGreaterThanOrEqual(TEXTS);
  }, 60_000);
});
