import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { activities } from '../server/domain/activities/index.ts';

const root = path.join(import.meta.dirname, '..');

const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** The source without comments and strings, in which a global may be named freely. */
const code = (file: string) =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

/** What a file imports: relative ones as paths from the root, packages by name. */
function imports(file: string): { target: string; typeOnly: boolean }[] {
  const found = [
    ...read(file).matchAll(
      /(?:^|\n)\s*(import|export)(\s+type)?\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ];
  return found.map((match) => {
    const specifier = (match[3] ?? match[4] ?? match[5])!;
    const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
    return { target, typeOnly: match[2] !== undefined };
  });
}

const faults = (files: string[], wrong: (file: string, target: string, typeOnly: boolean) => boolean): string[] =>
  files.flatMap((file) =>
    imports(file)
      .filter(({ target, typeOnly }) => wrong(file, target, typeOnly))
      .map(({ target }) => `${file} imports ${target}`),
  );

const naming = (files: string[], globals: RegExp): string[] =>
  files.flatMap((file) => {
    const match = globals.exec(code(file));
    return match ? [`${file} names ${match[0]}`] : [];
  });

// What every kind of activity may use.
const LEAVES = [
  'activities/activity',
  'actors',
  'attribution',
  'ids',
  'minutes-document',
  'plain',
  'rejection',
  'text',
  'vault',
]
  .map((name) => `server/domain/${name}.ts`)
  .concat(sources('server/domain/contributions'));

describe('the arrows of the architecture', () => {
  it('the domain imports zod and itself', () => {
    expect(
      faults(sources('server/domain'), (_file, target) => target !== 'zod' && !target.startsWith('server/domain/')),
    ).toEqual([]);
  });

  it('an activity imports its own folder and the leaves of the domain', () => {
    const files = sources('server/domain/activities').filter((file) => file.split('/').length > 4);
    expect(files.length).toBeGreaterThan(0);
    const own = (file: string) => `${file.split('/').slice(0, 4).join('/')}/`;
    expect(
      faults(files, (file, target) => target !== 'zod' && !target.startsWith(own(file)) && !LEAVES.includes(target)),
    ).toEqual([]);
  });

  it('a kind of activity is its folders, its words, and its lines in the list of each surface', () => {
    const kinds = activities.map(({ kind }) => kind as string);
    const lists = [
      'server/domain/activities/index.ts',
      ...['delegate', 'desk', 'screen'].map((surface) => `client/activities/${surface}.ts`),
    ];
    const folders = kinds.flatMap((kind) => [`server/domain/activities/${kind}/`, `client/activities/${kind}/`]);
    const elsewhere = [...sources('server'), ...sources('client')].filter(
      (file) => !folders.some((folder) => file.startsWith(folder)),
    );
    expect(elsewhere.length).toBeGreaterThan(300);
    // Its name by itself, as the beginning of a command's, as a folder, or as that of what it exports.
    const lines = (file: string) =>
      read(file)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/`→.*/g, '')
        .split('\n')
        .filter((line) => kinds.some((kind) => new RegExp(`['"\`./{,[ ]${kind}['"\`./,;}\\] ]`).test(line)));
    const named = elsewhere.filter((file) => lines(file).some((line) => !/^\s*(\/\/|→)/.test(line)));
    expect(named.sort()).toEqual([...lists].sort());
    // An import for each, and the one line in which they all stand.
    for (const file of lists) expect([file, lines(file).length]).toEqual([file, kinds.length + 1]);
  });

  it('a part imports the leaves, the state and who is heard, and no other part', () => {
    const may = [
      'activities/activity',
      'actors',
      'buckets',
      'heard',
      'ids',
      'meeting-file',
      'rejection',
      'state',
      'text',
      'vault',
      'parts/floor-queue',
      'parts/floor-turn',
      'parts/half-day',
      'parts/list-correcting',
      'parts/list-entries',
      'parts/part',
      'parts/places',
      'parts/timetable',
    ].map((name) => `server/domain/${name}.ts`);
    const files = sources('server/domain/parts').filter((file) => !file.endsWith('/index.ts'));
    expect(files.length).toBeGreaterThan(7);
    expect(faults(files, (_file, target) => target !== 'zod' && !may.includes(target))).toEqual([]);
    // Whoever else asks a part by name is the core, where one means something to another.
    const others = sources('server/domain').filter((file) => !file.startsWith('server/domain/parts/'));
    const named = others.filter((file) =>
      imports(file).some((i) => !i.typeOnly && /\/parts\/(?!index|half-day|timetable)/.test(i.target)),
    );
    expect(named.sort()).toEqual(['decide', 'heard', 'view'].map((name) => `server/domain/${name}.ts`));
  });

  it('the server imports nothing of the client, and the client of the server the domain alone', () => {
    expect(faults(sources('server'), (_file, target) => target.startsWith('client/'))).toEqual([]);
    expect(
      faults(
        sources('client'),
        (_file, target) => target.startsWith('server/') && !target.startsWith('server/domain/'),
      ),
    ).toEqual([]);
  });

  it('at run time, the client needs nothing that brings the schemas with it', () => {
    const zodFree = (target: string, seen = new Set<string>()): boolean => {
      if (target === 'zod') return false;
      if (!target.startsWith('server/') || seen.has(target)) return true;
      seen.add(target);
      return imports(target).every((i) => i.typeOnly || zodFree(i.target, seen));
    };
    expect(faults(sources('client'), (_file, target, typeOnly) => !typeOnly && !zodFree(target))).toEqual([]);
  });

  it('the server composes nothing: minutes are made in a process of their own', () => {
    const seen = new Set<string>();
    // What is loaded with a file: not its types, nor what is loaded when it is first needed.
    const load = (file: string): void => {
      if (seen.has(file) || !file.startsWith('server/')) return;
      seen.add(file);
      for (const { target, typeOnly } of imports(file)) if (!typeOnly) load(target);
    };
    load('server/main.ts');
    expect(seen).toContain('server/minutes/worker/workers.ts');
    expect([...seen].filter((file) => /\/minutes\/(compose|export|html|pdf\/|docx\/|xlsx\/)/.test(file))).toEqual([]);
    load('server/minutes/worker/main.ts');
    expect(seen).toContain('server/minutes/compose.ts');
  });

  it('nothing outside server/store knows which database runs', () => {
    expect(
      faults(
        sources('server').filter((file) => !file.startsWith('server/store/')),
        (_f, target) => target === 'better-sqlite3',
      ),
    ).toEqual([]);
  });

  it('the domain has no clock, no randomness, no Node and no DOM', () => {
    const files = sources('server/domain');
    expect(
      naming(
        files,
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bprocess\b|\bBuffer\b|\bset(Timeout|Interval|Immediate)\b/,
      ),
    ).toEqual([]);
    expect(naming(files, /\b(window|document)\s*[.[]|\b(localStorage|navigator|fetch)\b/)).toEqual([]);
  });

  it('the client names nothing of Node, the server nothing of the DOM', () => {
    expect(naming(sources('client'), /\b(process|Buffer|__dirname|require)\b/)).toEqual([]);
    expect(faults(sources('client'), (_file, target) => target.startsWith('node:'))).toEqual([]);
    expect(naming(sources('server'), /\b(window|localStorage|sessionStorage|navigator|HTMLElement)\b/)).toEqual([]);
  });
});
