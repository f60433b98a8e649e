import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { protocolMarkdown, protocolSchema } from '../../server/live/protocol-document.ts';

const folder = path.join(import.meta.dirname, '../../server/live');

/** With HALQA_WRITE_DOCS (`npm run docs`) the files are written before they are compared. */
const stands = (name: string, made: string): string => {
  if (process.env.HALQA_WRITE_DOCS) writeFileSync(path.join(folder, name), made);
  return readFileSync(path.join(folder, name), 'utf8');
};

describe('the protocol documents', () => {
  it.each([
    ['PROTOCOL.md', protocolMarkdown()],
    ['protocol.schema.json', protocolSchema()],
  ])('%s says what the schemas say', (name, made) => {
    expect(stands(name, made)).toBe(made);
  });
});
