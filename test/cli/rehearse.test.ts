import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesOf } from '../rehearsal/rehearsing.ts';
import { freePort, type Program, program } from '../support/process.ts';
import { eventually } from '../support/running.ts';

describe('halqa rehearse', () => {
  let folder: string;
  let server: Program;
  let env: Record<string, string>;
  let code: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halqa-test-'));
    env = { HALQA_DATA: folder, PORT: String(await freePort()), HALQA_LANG: 'en' };
    server = program('main', env);
    code = (await server.says(/Join code: (\d{6})/))[1]!;
    await server.says(/Minutes: http/);
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    expect((await server.end()).status).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills a copy in the running server, says how it goes, and ends it at Ctrl-C', async () => {
    const run = program('cli', env, ['rehearse', code, '--delegates', '8', '--minutes', '2', '--lead']);
    const [, copy] = await run.says(/^Join code: (\d{6})\n/);
    expect(copy).not.toBe(code);
    for (const page of ['Facilitator', 'Screen', 'Minutes'])
      await run.says(new RegExp(`${page}: http://127\\.0\\.0\\.1:`));
    await run.says(/8 people, 2 minutes\. Ctrl-C ends it\./);

    // One at a time: in three languages, one line.
    const lines = [
      ['en', /^A rehearsal of this meeting is going on already\./],
      ['fr', /^Une répétition de cette rencontre est déjà en cours\./],
      ['ar', /^هناك لقاء تجريبي جارٍ/],
    ] as const;
    for (const [lang, line] of lines) {
      const again = await program('cli', { ...env, HALQA_LANG: lang }, ['rehearse', code]).end();
      expect([again.status, again.out]).toEqual([1, '']);
      expect(again.err).toMatch(/^[^\n]+\n$/);
      expect(again.err).toMatch(line);
    }
    // The copy has a code of its own, but is on no disk: only the server knows it.
    const inside = await program('cli', env, ['rehearse', copy!]).end();
    expect(inside.err).toContain(`no meeting with the code “${copy}”`);

    // They are let in one by one.
    await run.says(/Here: [1-8]\/8 · accepted: \d+ · refused: \d+/);
    run.child.kill('SIGINT');
    const { status, out, err } = await run.end();
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/nothing of it is left\. Accepted: \d+ · refused: \d+ · lost: 0\n$/);
    expect(bytesOf(folder)).not.toContain(copy);
    // And the next one may begin.
    const next = program('cli', env, ['rehearse', code, '--delegates', '1']);
    await next.says(/1 person, 3 minutes/);
    next.child.kill('SIGTERM');
    expect((await next.end()).out).toContain('lost: 0');
  }, 60_000);

  it.each([
    [['rehearse'], /other arguments/],
    [['rehearse', '12'], /no meeting with the code “12”/],
    [['rehearse', '@', '--delegates', '0'], /--delegates cannot be “0”/],
    [['rehearse', '@', '--delegates', '301'], /--delegates cannot be “301”/],
    [['rehearse', '@', '--delegates', 'many'], /--delegates cannot be “many”/],
    [['rehearse', '@', '--minutes', '61'], /--minutes cannot be “61”/],
    [['rehearse', '@', '--minutes=1.5'], /--minutes cannot be “1.5”/],
    [['rehearse', '@', '--led'], /no option --led/],
  ])('%j is one clear line, and exit code 1', async (args, line) => {
    const { status, out, err } = await program(
      'cli',
      env,
      args.map((arg) => arg.replace('@', code)),
    ).end();
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toMatch(line);
  });

  it('says where it looked for the server, where none answers or another does', async () => {
    const port = String(await freePort());
    const nobody = await program('cli', { ...env, PORT: port }, ['rehearse', code]).end();
    expect(nobody).toMatchObject({ status: 1, out: '' });
    expect(nobody.err).toBe(
      `No server answers at http://127.0.0.1:${port}. Start it with npm start, with the same PORT and HOST.\n`,
    );
    const elsewhere = mkdtempSync(join(tmpdir(), 'halqa-test-'));
    const other = program('main', { ...env, HALQA_DATA: elsewhere, PORT: port });
    await other.says(/Minutes: http/);
    const wrong = await program('cli', { ...env, PORT: port }, ['rehearse', code]).end();
    expect(wrong.err).toBe(`The server that answers at http://127.0.0.1:${port} has another data folder.\n`);
    other.child.kill('SIGTERM');
    await other.end();
    rmSync(elsewhere, { recursive: true, force: true });
  }, 20_000);

  it('says that the server is gone, where it stops in the middle', async () => {
    const data = mkdtempSync(join(tmpdir(), 'halqa-test-'));
    const own = { ...env, HALQA_DATA: data, PORT: String(await freePort()) };
    const brief = program('main', own);
    const [, meeting] = await brief.says(/Join code: (\d{6})/);
    await brief.says(/Minutes: http/);
    const run = program('cli', own, ['rehearse', meeting!, '--delegates', '20', '--minutes', '5']);
    await run.says(/Here: [1-9]/);
    brief.child.kill('SIGTERM');
    expect((await brief.end()).status).toBe(0);
    const { status, err } = await run.end();
    expect(status).toBe(1);
    expect(err).toMatch(/^The server no longer answers at [^\n]+\n$/);
    await eventually(() => expect(bytesOf(data)).toContain(meeting));
    rmSync(data, { recursive: true, force: true });
  }, 40_000);
});
