import { afterAll, describe, expect, it } from '@jest/globals';
import { type Ended, freePort, program } from '../support/process.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';

/** Two days on a clock of their own take some seconds. */
const PATIENCE = 120_000;

afterAll(removeFolders);

const halqa = (args: string[], env: Record<string, string>): Promise<Ended> => program('cli', env, args).end();
const codeIn = (out: string): string => /^Join code: ([0-9]{6})$/m.exec(out)?.[1] ?? '';

describe('halqa demo', () => {
  it(
    'makes a meeting in a new folder, says its code and links, and how to start; beside a server that meeting is there',
    async () => {
      const env = { HALQA_DATA: dataFolder(), PORT: String(await freePort()) };
      const origin = `http://127.0.0.1:${env.PORT}`;
      const { status, out, err } = await halqa(['demo'], env);
      expect([status, err]).toEqual([0, '']);
      for (const page of ['desk', 'screen', 'minutes'])
        expect(out).toMatch(new RegExp(`^\\S+: ${origin}/${page}#\\S{43}$`, 'm'));
      expect(out).toContain('npm start');

      const server = program('main', env);
      // The newest meeting is the one that the server speaks of.
      expect((await server.says(/Join code: ([0-9]{6})/))[1]).toBe(codeIn(out));
      const beside = await halqa(['demo', '--seed', '7'], env);
      expect([beside.status, beside.err]).toEqual([0, '']);
      expect(beside.out).not.toContain('npm start');
      const code = codeIn(beside.out);
      expect(code).not.toBe(codeIn(out));
      const found = await fetch(`${origin}/api/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ code }),
      });
      expect(await found.json()).toMatchObject({ code, place: { en: 'Sfax, Tunisia' } });
      const minutes = await halqa(['minutes', code, '--format', 'md', '--lang', 'en', '--out', '-'], env);
      expect(minutes.out).toContain('Written by the room');
      server.child.kill('SIGTERM');
      await server.end();
    },
    PATIENCE,
  );

  it.each([
    [['demo', '--seed', 'two'], /--seed cannot be “two”/],
    [['demo', '123456'], /other arguments/],
    [['demo', '--fast'], /no option --fast/],
  ])('%j is one clear line, and exit code 1', async (args, line) => {
    const { status, out, err } = await halqa(args, { HALQA_DATA: dataFolder() });
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toMatch(line);
  });
});
