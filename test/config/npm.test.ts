import { afterEach, describe, expect, it } from '@jest/globals';
import { command, freePort, type Program } from '../support/process.ts';
import { eventually } from '../support/running.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

let running: Program | null = null;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.end();
});
cleanUpAfterEach();

describe('npm start', () => {
  it('passes on that it was told to stop, though npm’s shell does not', async () => {
    const port = await freePort();
    running = command('npm', ['start'], { PORT: String(port), HALQA_DATA: dataFolder() });
    await running.says(/Minutes: /);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    await eventually(() => expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow());
  });
});
