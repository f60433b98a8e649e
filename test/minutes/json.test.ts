import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { languages } from '../../server/domain/text.ts';
import { MinutesJson, minutesJsonSchema } from '../../server/minutes/json-schema.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { exported, heldMeeting } from './meeting.ts';

const file = new URL('../../server/minutes/minutes.schema.json', import.meta.url);
if (process.env.UPDATE_SCHEMA) writeFileSync(file, minutesJsonSchema());

describe('minutes.schema.json', () => {
  const schema = JSON.parse(readFileSync(file, 'utf8'));

  it('is what the code says (UPDATE_SCHEMA=1 writes it anew)', () => {
    expect(readFileSync(file, 'utf8')).toBe(minutesJsonSchema());
  });

  it.each(languages)('describes the minutes in %s, those of an item, and empty ones', (lang) => {
    const published = z.fromJSONSchema(schema);
    const { meeting } = heldMeeting();
    const all = [
      exported(meeting, 'json', lang),
      exported(meeting, 'json', lang, 'first'),
      exported(new TestMeeting(), 'json', lang),
    ];
    for (const body of all) {
      const json = JSON.parse(body);
      expect(published.safeParse(json).error).toBeUndefined();
      expect(MinutesJson.parse(json)).toEqual(json);
      expect(published.safeParse({ ...json, more: 1 }).success).toBe(false);
      expect(published.safeParse({ ...json, head: undefined }).success).toBe(false);
    }
  });
});
