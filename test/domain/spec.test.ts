import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { activities } from '../../server/domain/activities/index.ts';
import { type RejectionCode, rejectionCodes } from '../../server/domain/rejection.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const specs = [
  'server/domain/SPEC.md',
  'server/domain/parts/SPEC.md',
  ...activities.map(({ kind }) => `server/domain/activities/${kind}/SPEC.md`),
];
const rules = specs.flatMap((spec) => [...read(spec).matchAll(/^- \*\*([A-Z]{3}\d+)\*\* /gm)].map(([, rule]) => rule!));
const prefixes = [...new Set(rules.map((rule) => rule.slice(0, 3)))].join('|');

/** The rules that the titles of tests name, each with a file that does: `it('[MTG12] …')`, `it.each(…)('[MTG12] …')`.
 * One that is skipped does not count. */
function named(): Map<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.ts') && name !== path.join('domain', 'spec.test.ts')))
    for (const [, title = ''] of read(path.join('test', file)).matchAll(/(?:\bit\(|\)\()\s*(['`]\[[A-Z]{3}\d+\].*)/g))
      for (const [, rule = ''] of title.matchAll(/\[([A-Z]{3}\d+)\]/g)) found.set(rule, file);
  return found;
}

describe('the rules', () => {
  const tested = named();

  it('are found in every SPEC.md', () => {
    expect(prefixes).toBe('MTG|AGD|ATT|FLR|LST|INT|KEY|THM|HRD|BRF|DIS|MTX|BAL');
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(120);
  });

  it.each(rules)('%s has a test that names it', (rule) => {
    expect([...tested.keys()]).toContain(rule);
  });

  it('are the only ones that tests name', () => {
    expect([...tested].filter(([rule]) => !rules.includes(rule))).toEqual([]);
  });

  it.each(specs)('in %s name no refusal that does not exist', (spec) => {
    const codes = [...read(spec).matchAll(/`([A-Z]+(?:_[A-Z]+)+|MALFORMED|UNCHANGED)`/g)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !rejectionCodes.includes(code as RejectionCode))).toEqual([]);
  });
});
