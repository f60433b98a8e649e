import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineOf } from '../../server/cli/json-lines.ts';
import type { RunningServer } from '../../server/server.ts';
import { command, type Ended, program } from '../support/process.ts';
import { cookieOfLink, cookieOfNewcomer, enter, eventually, runServer } from '../support/running.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

const root = path.join(import.meta.dirname, '../..');
const halqa = (args: string[], env: Record<string, string> = {}): Promise<Ended> => program('cli', env, args).end();

const asks = (format: string) => ['minutes', '123456', '--format', format, '--lang', 'fr', '--out', '-'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'halqa-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npx halqa', () => {
  it('helps, in three languages', async () => {
    for (const args of [[], ['help'], ['--help'], ['minutes', '--help']]) {
      const { status, out } = await halqa(args);
      expect(status).toBe(0);
      for (const name of ['check', 'minutes', 'links']) expect(out).toContain(name);
    }
    expect((await halqa(['help'], { HALQA_LANG: 'fr' })).out).toContain('Utilisation');
    expect((await halqa(['help'], { HALQA_LANG: 'ar' })).out).toContain('الاستعمال');
  });

  it('is found by npx from the clone, without a network', async () => {
    const { status, out } = await command('npx', ['--offline', 'halqa', 'help'], { npm_config_cache: folder }).end();
    expect(out).toContain('npx halqa COMMAND');
    expect(status).toBe(0);
  });

  it.each([
    [['explode'], /no command “explode”/],
    [['check'], /other arguments/],
    [['check', 'a', 'b'], /other arguments/],
    [['check', '--loud', 'a'], /no option --loud/],
    [['check', '/nowhere/meeting.json'], /cannot be read: \/nowhere\/meeting\.json/],
    [['minutes', '123456', '--lang', 'fr', '--out', '-'], /--format is missing/],
    [['minutes', '123456', '--format', 'odt', '--lang', 'fr', '--out', '-'], /--format cannot be “odt”/],
    [['minutes', '123456', '--format', 'md', '--lang', 'de', '--out', '-'], /--lang cannot be “de”/],
    [['minutes', '--format=md', '--lang=fr', '--out=-'], /other arguments/],
    [['minutes', '123456', '--format', 'md', '--lang', 'fr', '--out', '-', '--itm=x'], /no option --itm/],
    [[...asks('md'), '--day', '2019-02-30'], /--day cannot be “2019-02-30”/],
    [[...asks('md'), '--day', '2019-06-25', '--item', 'first'], /either an item or a day/],
    [[...asks('csv'), '--beside', 'ar'], /--beside is for pdf and docx only/],
    [[...asks('pdf'), '--beside', 'fr'], /with another language than that of --lang/],
    [[...asks('pdf'), '--beside', 'de'], /--beside cannot be “de”/],
    [['links', '123456', '--revoke', 'king'], /--revoke cannot be “king”/],
    [['links', '123456'], /no database/],
  ])('%j is one clear line, and exit code 1', async (args, line) => {
    const { status, out, err } = await halqa(args, { HALQA_DATA: join(folder, 'nothing') });
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toMatch(line);
  });
});

describe('halqa check', () => {
  const check = async (text: string) => {
    const file = join(folder, 'meeting.json');
    writeFileSync(file, text);
    return { file, ...(await halqa(['check', file])) };
  };

  it('finds nothing wrong in the Sfax meeting', async () => {
    const { status, out, err } = await halqa(['check', path.join(root, 'data/meetings/sfax-2019/meeting.json')]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/is fine: \d+ agenda items, 14 activities, \d+ organisations\.\n$/);
  });

  it('says what is wrong, where, and on which line', async () => {
    const meeting = JSON.parse(JSON.stringify(sampleMeeting()));
    meeting.title.fr = '';
    meeting.organisations[1].city = 'atlantis';
    delete meeting.timezone;
    meeting.extra = true;
    const text = JSON.stringify(meeting, null, 2);
    const { file, status, out, err } = await check(text);
    expect([status, out]).toEqual([1, '']);
    const lines = err.trim().split('\n');
    const at = (needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length;
    expect(lines).toContainEqual(expect.stringContaining(`${file}:${at('"fr": ""')}: title.fr: `));
    expect(lines).toContainEqual(expect.stringContaining(`${file}:1: timezone: `));
    expect(err).toContain('"extra"');
    expect(lines.at(-1)).toBe(`${lines.length - 1} problems.`);
    delete meeting.extra;
    meeting.title.fr = 'Titre';
    meeting.timezone = 'Africa/Tunis';
    const second = await check(JSON.stringify(meeting, null, 2));
    expect(second.err).toMatch(/:\d+: organisations\[1\]\.city: no city "atlantis"\n1 problem\.\n$/);
  });

  it('says that a file is no JSON', async () => {
    expect(await check('{"format": 1,')).toMatchObject({ status: 1, err: expect.stringMatching(/is not JSON: .+\n$/) });
    expect(await check('[]')).toMatchObject({ status: 1, err: expect.stringContaining('the whole file') });
  });

  it('counts lines past strings, escapes and nested lists', () => {
    const text =
      '{\n "a\\"}": "x\\\\",\n "b": [1, {"c": "]"},\n  [2, 3],\n  {"d": {\n   "e": null}}],\n "f": -1.5e3\n}';
    expect(lineOf(text, ['a"}'])).toBe(2);
    expect(lineOf(text, ['b'])).toBe(3);
    expect(lineOf(text, ['b', 2])).toBe(4);
    expect(lineOf(text, ['b', 2, 1])).toBe(4);
    expect(lineOf(text, ['b', 3, 'd', 'e'])).toBe(6);
    expect(lineOf(text, ['b', 9])).toBe(3);
    expect(lineOf(text, ['f'])).toBe(7);
    expect(lineOf(text, ['missing'])).toBe(1);
    expect(lineOf(text, [])).toBe(1);
  });
});

describe('beside a running server', () => {
  let server: RunningServer;
  let data: string;
  beforeAll(async () => {
    data = join(folder, 'data');
    server = await runServer(data);
    const desk = await enter(server.port, 'facilitator', await cookieOfLink(server, 'facilitator'));
    await desk.send('core.StartItem', { item: 'first' });
    const person = await enter(server.port, 'participant', await cookieOfNewcomer(server));
    for (const text of ['Un guichet unique pour tous', 'شبّاك واحد للجميع'])
      expect(await person.send('discussion.Contribute', contribution(text))).toMatchObject({ ok: true });
    desk.close();
    person.close();
  });
  afterAll(() => server.close());

  const contribution = (text: string) => ({ activity: 'live', text, writtenAt: Date.now() });

  it.each(['md', 'html', 'csv', 'json'])('halqa minutes writes them as %s, in every language', async (format) => {
    for (const lang of ['ar', 'fr', 'en']) {
      const file = join(folder, `minutes.${lang}.${format}`);
      const args = ['minutes', server.links.code, '--format', format, '--lang', lang];
      const { status, out, err } = await halqa([...args, '--out', file], { HALQA_DATA: data });
      expect({ status, out, err }).toEqual({ status: 0, out: '', err: `Written: ${file}\n` });
      const text = readFileSync(file, 'utf8');
      for (const said of ['Un guichet unique pour tous', 'شبّاك واحد للجميع']) expect(text).toContain(said);
      const piped = await halqa([...args, '--out', '-', '--item', 'first'], { HALQA_DATA: data });
      expect([piped.status, piped.err]).toEqual([0, '']);
      expect(piped.out).toContain('Un guichet unique pour tous');
    }
  });

  it.each([
    ['pdf', '%PDF-1.'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
  ])('and as %s: a file, or through a pipe', async (format, begins) => {
    const file = join(folder, `minutes.${format}`);
    const args = ['minutes', server.links.code, '--format', format, '--lang', 'ar', '--day', '2019-06-25'];
    const two = format === 'xlsx' ? [] : ['--beside', 'fr'];
    const written = await halqa([...args, ...two, '--out', file], { HALQA_DATA: data });
    expect(written).toEqual({ status: 0, out: '', err: `Written: ${file}\n` });
    expect(readFileSync(file, 'latin1').slice(0, begins.length)).toBe(begins);
    const line = `"$0" "$@" > '${file}.piped' && cat < '${file}.piped' | wc -c`;
    const cli = [process.execPath, path.join(root, 'build/server/cli.js'), ...args, ...two, '--out', '-'];
    const piped = await command('sh', ['-c', line, ...cli], { HALQA_DATA: data }).end();
    expect(piped.err).toBe('');
    // All of it came through.
    expect(Number(piped.out)).toBeGreaterThan(0.9 * statSync(file).size);
    expect(readFileSync(`${file}.piped`, 'latin1').slice(0, begins.length)).toBe(begins);
  });

  it('a disk that is full leaves what was there, and no half of a file', async () => {
    const place = join(folder, 'full');
    mkdirSync(place);
    const file = join(place, 'minutes.html');
    writeFileSync(file, 'as it was');
    const cli = (out: string, before = '', after = '') => {
      const args = ['minutes', server.links.code, '--format', 'html', '--lang', 'en', '--out', out];
      const line = `${before} exec "$0" "$@" ${after}`;
      const call = [process.execPath, path.join(root, 'build/server/cli.js'), ...args];
      return command('sh', ['-c', line, ...call], { HALQA_DATA: data }).end();
    };
    // A limit to the size of files stops in the middle as a full disk does; what says that it is full is a device.
    const limited = await cli(file, 'ulimit -f 4;');
    expect(limited).toMatchObject({ status: 1, out: '', err: `The file cannot be written: ${file}\n` });
    expect(readdirSync(place)).toEqual(['minutes.html']);
    expect(readFileSync(file, 'utf8')).toBe('as it was');
    const full = await cli('/dev/full');
    expect(full).toMatchObject({ status: 1, err: expect.stringContaining('no space left on the disk') });
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    const output = await cli('-', '', '> /dev/full');
    expect(output).toMatchObject({ status: 1, err: expect.stringMatching(/^There is no space left where[^\n]+\n$/) });
  });

  it('writes in the place of a file that was there, with its permissions, also through a link', async () => {
    const [file, symbolic] = [join(folder, 'kept.md'), join(folder, 'link.md')];
    writeFileSync(file, 'as it was', { mode: 0o640 });
    symlinkSync(file, symbolic);
    const args = ['minutes', server.links.code, '--format', 'md', '--lang', 'en', '--out', symbolic];
    expect(await halqa(args, { HALQA_DATA: data })).toMatchObject({ status: 0 });
    expect(readFileSync(file, 'utf8')).toContain('Un guichet unique');
    expect(lstatSync(symbolic).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('whoever closes the pipe early is not told of it', async () => {
    const cli = [process.execPath, path.join(root, 'build/server/cli.js')];
    const args = ['minutes', server.links.code, '--format', 'html', '--lang', 'en', '--out', '-'];
    const { out, err } = await command('sh', ['-c', '"$0" "$@" | head -c 9', ...cli, ...args], {
      HALQA_DATA: data,
    }).end();
    expect([out, err]).toEqual(['<!doctype', '']);
  });

  it('takes the code as people type it, and knows no other', async () => {
    const spaced = `${server.links.code.slice(0, 3)} ${server.links.code.slice(3)}`;
    const args = ['--format', 'md', '--lang', 'en', '--out', '-'];
    expect((await halqa(['minutes', spaced, ...args], { HALQA_DATA: data })).status).toBe(0);
    const wrong = server.links.code === '111111' ? '222222' : '111111';
    expect((await halqa(['minutes', wrong, ...args], { HALQA_DATA: data })).err).toContain(`code “${wrong}”`);
    const item = await halqa(['minutes', server.links.code, ...args, '--item', 'never'], { HALQA_DATA: data });
    expect(item).toMatchObject({ status: 1, err: 'The agenda has no item “never”.\n' });
    const day = await halqa(['minutes', server.links.code, ...args, '--day', '2019-06-24'], { HALQA_DATA: data });
    expect(day).toMatchObject({ status: 1, err: 'Nothing was planned or held on 2019-06-24.\n' });
    const nowhere = ['--format', 'md', '--lang', 'en', '--out', '/nowhere/minutes.md'];
    const unwritable = await halqa(['minutes', server.links.code, ...nowhere], { HALQA_DATA: data });
    expect(unwritable).toMatchObject({ status: 1, err: 'The file cannot be written: /nowhere/minutes.md\n' });
  });

  it('halqa links shows those that the server printed', async () => {
    const { status, out } = await halqa(['links', server.links.code], { HALQA_DATA: data, PORT: String(server.port) });
    expect(status).toBe(0);
    const { facilitator, screen, reader } = server.links.links;
    expect(out).toBe(`Facilitator: ${facilitator}\nScreen: ${screen}\nMinutes: ${reader}\n`);
  });

  it('halqa links --revoke ends a link, and the connections that came from it', async () => {
    const screen = await enter(server.port, 'screen', await cookieOfLink(server, 'screen'));
    const reader = await enter(server.port, 'reader', await cookieOfLink(server, 'reader'));
    const { out } = await halqa(['links', server.links.code, '--revoke', 'screen'], {
      HALQA_DATA: data,
      PORT: String(server.port),
    });
    expect(out).not.toContain(server.links.links.screen);
    expect(out).toContain(server.links.links.facilitator);
    await eventually(() => expect(screen.bye).toBe('revoked'));
    expect(reader.bye).toBeNull();
    await expect(cookieOfLink(server, 'screen')).rejects.toThrow('404');
    reader.close();
    screen.close();
    expect(existsSync(join(data, 'key'))).toBe(true);
  });
});
