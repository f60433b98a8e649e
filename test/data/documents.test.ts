import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'CHANGELOG.md',
  'data/meetings/README.md',
  'server/domain/SPEC.md',
  'server/domain/activities/discussion/SPEC.md',
];
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Files and folders of the project that a document names, without those with a gap to fill in. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:server|client|views|data|test)\/[^`\s]*|[A-Z]+\.md|[a-z]+\.json)`/g)]
    .map(([, path]) => path as string)
    .filter((path) => !/[<>*…|]/.test(path));

const madeAtRunTime = ['data/var'];

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files and folders that exist', () => {
    const beside = document.slice(0, document.lastIndexOf('/') + 1);
    const missing = pathsIn(text).filter(
      (path) =>
        !madeAtRunTime.includes(path) &&
        !existsSync(new URL(path, root)) &&
        !existsSync(new URL(`${beside}${path}`, root)) &&
        !['PROTOCOL.md', 'SPEC.md', 'rejections.json'].includes(path),
    );
    expect(missing).toEqual([]);
  });

  it('names no address of one machine', () => {
    expect(text).not.toMatch(/\/(?:home|root|work|tmp|Users)\//);
  });
});

describe('the documents', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

  it('name npm scripts that exist', () => {
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/npm (?:run )?([a-z]+)/g)].map(([, script]) => script as string),
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'check', 'fix', 'dev']));
    expect(named.filter((script) => !(script in scripts) && script !== 'and')).toEqual([]);
  });

  it('name the settings that the server reads, each of them', () => {
    const table = read('README.md')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+`/.test(line));
    const listed = table.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    const known = new Set(
      [...read('server/config.ts').matchAll(/\b(PORT|HOST|HALQA_[A-Z_]+)\b/g)].map(([, name]) => name),
    );
    expect(listed.sort()).toEqual([...known].sort());
  });

  it('give the licence as package.json does', () => {
    const { license } = JSON.parse(read('package.json')) as { license: string };
    expect(license).toBe('Apache-2.0');
    expect(read('LICENSE')).toContain('Apache License');
  });
});
