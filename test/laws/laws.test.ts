import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type EventType, eventSchemas } from '../../server/domain/events.ts';
import { upcast } from '../../server/domain/upcast.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { type WalkResult, walk } from './walk.ts';

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1);
const STEPS = 500;
/** The last seed that is tried for what the first ones have not met. */
const FURTHER = 75;

describe('the laws, over random meetings', () => {
  const results: WalkResult[] = [];

  it.each(SEEDS)('2, 3, 4, 8 and 9 hold after each step of seed %i', (seed) => {
    results.push(walk(seed, STEPS));
  });

  // What is seldom met is looked for in further meetings, so that it does not hang on which numbers fall.
  it('met every event', () => {
    const missing = () => {
      const met = new Set(results.flatMap((r) => [...r.events]));
      // Made before the walk begins.
      met.add('core.MeetingCreated');
      return Object.keys(eventSchemas).filter((type) => !met.has(type));
    };
    for (let seed = SEEDS.length + 1; missing().length > 0 && seed <= FURTHER; seed++) results.push(walk(seed, STEPS));
    expect(missing()).toEqual([]);
  });

  it('met every refusal that deciding can give', () => {
    // Refusals that a walk of well-formed commands by the right actors cannot meet have tests of their own.
    const elsewhere = [
      'UNKNOWN_COMMAND',
      'NOT_ALLOWED',
      'SESSION_UNKNOWN',
      'MALFORMED',
      'REPLY_TO_REPLY',
      'NAME_TOO_LONG',
    ];
    const missing = () => {
      const met = new Set<string>(results.flatMap((r) => [...r.refusals]));
      return refusalsInSource().filter((code) => !met.has(code) && !elsewhere.includes(code));
    };
    for (let seed = FURTHER + 1; missing().length > 0 && seed <= 2 * FURTHER; seed++) results.push(walk(seed, STEPS));
    expect(missing()).toEqual([]);
  });

  it('accepted at least 40 % of the commands', () => {
    const given = results.reduce((sum, r) => sum + r.given, 0);
    const accepted = results.reduce((sum, r) => sum + r.accepted, 0);
    expect(accepted / given).toBeGreaterThanOrEqual(0.4);
  });

  it('every event survives JSON and parses as stored', () => {
    const meeting = new TestMeeting();
    for (const event of meeting.log) expect(upcast(JSON.parse(JSON.stringify(event)))).toEqual(event);
    expect(eventSchemas[meeting.log[0]!.type as EventType]).toBeDefined();
  });
});

/** The codes that the domain's sources name. */
function refusalsInSource(): string[] {
  const root = path.join(import.meta.dirname, '../../server/domain');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const codes = files.flatMap((name) =>
    [...readFileSync(path.join(root, name), 'utf8').matchAll(/Rejection\('([A-Z_]+)'/g)].map((match) => match[1]!),
  );
  return [...new Set(codes)];
}
