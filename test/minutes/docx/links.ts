import { expect } from '@jest/globals';
import type { Made } from './made.ts';
import { values } from './package.ts';

/** Every bookmark's name once, every link and field to one that is there. */
export function expectLinksToLead({ parts }: Made): void {
  const body = [parts.get('word/document.xml'), parts.get('word/footnotes.xml')].join('');
  const names = values(body, 'w:bookmarkStart', 'w:name');
  const ids = values(body, 'w:bookmarkStart', 'w:id');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(values(body, 'w:bookmarkEnd', 'w:id').sort()).toEqual(ids.sort());
  for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/);
  const led = [
    ...values(body, 'w:hyperlink', 'w:anchor'),
    ...[...body.matchAll(/(?:PAGEREF|NOTEREF|\\b) (\w+)/g)].map(([, name]) => name!),
  ];
  const there = new Set(names);
  expect(led.filter((name) => !there.has(name))).toEqual([]);
}
