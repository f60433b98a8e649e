import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { activities } from '../../server/domain/activities/index.ts';
import { type Role, roles } from '../../server/domain/actors.ts';
import { allowed } from '../../server/domain/commands.ts';
import { type RejectionCode, rejectionCodes } from '../../server/domain/rejection.ts';

const domain = new URL('../../server/domain/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, domain), 'utf8');
const tests = new URL('../', import.meta.url);
const testNames = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, tests), 'utf8'))
  .join('\n');
const core = read('SPEC.md');
const specs: readonly (readonly [string, string, string])[] = [
  ['MTG', 'SPEC.md', core],
  ...['AGD', 'ATT', 'FLR', 'LST', 'INT', 'KEY', 'THM', 'HRD'].map(
    (prefix) => [prefix, 'parts/SPEC.md', sectionOf(read('parts/SPEC.md'), prefix)] as const,
  ),
  ...activities.map(({ kind }) => {
    const path = `activities/${kind}/SPEC.md`;
    const text = read(path);
    return [/\*\*([A-Z]+)1\*\*/.exec(text)?.[1] ?? kind, path, text] as const;
  }),
];

/** The rules of one prefix, where a file holds those of several. */
function sectionOf(spec: string, prefix: string): string {
  const start = spec.lastIndexOf('\n## ', spec.indexOf(`- **${prefix}1**`));
  const end = spec.indexOf('\n## ', start + 1);
  return spec.slice(start, end < 0 ? undefined : end);
}

describe.each(specs)('%s rules in server/domain/%s', (prefix, _path, text) => {
  it('are numbered from 1 upwards, each once', () => {
    const numbers = [...text.matchAll(/^- \*\*([A-Z]+)(\d+)\*\*/gm)].map(([, letters, n]) => [letters, Number(n)]);
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbers).toEqual(numbers.map((_, i) => [prefix, i + 1]));
  });

  it('are each held by a test that names it', () => {
    const rules = [...text.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, rule]) => rule);
    expect(rules.filter((rule) => !testNames.includes(`[${rule}]`))).toEqual([]);
  });

  it('name no rule and no rejection that does not exist', () => {
    const rules = [...text.matchAll(/\b(?:MTG|AGD|ATT|FLR|LST|INT|KEY|THM|HRD|BRF|DIS|MTX|BAL)\d+\b/g)].map(
      ([rule]) => rule,
    );
    const known = specs.map(([, , spec]) => spec).join('\n');
    expect(rules.filter((rule) => !known.includes(`**${rule}**`))).toEqual([]);
    const codes = [...text.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, code]) => code as string);
    expect(codes.filter((code) => code !== 'CAPITALS' && !rejectionCodes.includes(code as RejectionCode))).toEqual([]);
  });
});

describe('the actor table in server/domain/SPEC.md', () => {
  const columns: readonly Role[] = ['participant', 'facilitator', 'screen', 'reader', 'system'];

  /** Rows may name several commands; the ones after the first of an activity leave its name out. */
  function tableOf(spec: string): Map<string, readonly Role[]> {
    const table = new Map<string, readonly Role[]>();
    for (const row of spec.split('\n').filter((line) => line.startsWith('| `'))) {
      const [names = '', ...cells] = row.split('|').slice(1, -1);
      let prefix = '';
      for (const [, name = ''] of names.matchAll(/`([^`]+)`/g)) {
        if (name.includes('.')) prefix = name.slice(0, name.indexOf('.') + 1);
        const may = columns.filter((_, i) => cells[i]?.trim() === 'yes');
        table.set(name.includes('.') ? name : prefix + name, may);
      }
    }
    return table;
  }

  it('has a column for each role', () => {
    expect([...columns].sort()).toEqual([...roles].sort());
  });

  it('says what the code allows, command by command', () => {
    const sorted = (table: Iterable<readonly [string, readonly Role[]]>) =>
      Object.fromEntries([...table].map(([command, may]) => [command, [...may].sort()]));
    expect(sorted(tableOf(core))).toEqual(sorted(Object.entries(allowed)));
  });
});
