import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { editions, exported, times } from './meeting.ts';
import { close, workMeeting } from './work.ts';

const work = workMeeting();
close(work);
const { meeting, items } = work;

/** Entries that the room sees, which the table of the matrix shows at a glance once more; and everything else it said. */
const entries = ['ENTRYA', 'ENTRYE'];
const others = ['ENTRYB', 'CONTESTA', 'CONTESTB', 'CONTESTLOST', 'CONTESTSEED'];
const seeds = ['They know the ground.', 'Funds run out.'];
const read = ['PASSAGEONE', 'PRACTICEONE', 'PRACTICETWO', 'SOURCEONE', 'SOURCETWO'];
const shown = [...entries, ...others, 'SEED0', 'SEED1'].map((word) => items.get(word)!.ref);

describe.each(editions)('minutes of every kind as %s in %s', (format, lang) => {
  const body = exported(meeting, format, lang).replace(/<style>[\s\S]*<\/style>/, '');

  it('have every text of the matrix once', () => {
    for (const word of [...others, 'ENTRYA']) expect([word, times(body, word)]).toEqual([word, 1]);
    for (const text of seeds) {
      const own = lang === 'en' ? text : `${text} (${lang})`;
      // In HTML a text that ends where its element does; otherwise the English one is the beginning of the others.
      expect([own, times(body, own)]).toEqual([own, 1]);
    }
    // It was also carried over into the vote.
    const voted = { html: 2, md: 2, json: 1, csv: 0 }[format];
    expect(times(body, 'TRANSE')).toBe(lang === 'fr' ? 1 + voted : 0);
  });

  it('have the references of what is shown, where they are to be found, once, and of nothing else', () => {
    expect(referencesIn(format, body).sort()).toEqual([...shown].sort());
    for (const word of ['MARKHIDDEN', 'MARKREMOVED', 'MARKWITHDRAWN'])
      expect(body).not.toMatch(new RegExp(`\\b${items.get(word)!.ref}\\b`));
  });

  it('have what was read and marked, and nothing of what is hidden, removed, withdrawn or not marked, and no name', () => {
    for (const word of read) expect([word, times(body, word)]).toEqual([word, format === 'csv' ? 0 : 1]);
    expect(body).not.toContain('MARK');
    expect(body).not.toMatch(/undefined|\[object|NaN|minutes\.\w/);
  });
});

function referencesIn(format: string, body: string): string[] {
  if (format === 'html') return [...body.matchAll(/ id="([A-Z]\d+)"/g)].map(([, ref]) => ref!);
  if (format === 'md') return [...body.matchAll(/<a id="([A-Z]\d+)"><\/a>/g)].map(([, ref]) => ref!);
  if (format === 'csv') {
    const rows: string[][] = parse(body, { bom: true, from_line: 2 });
    return rows.map((row) => row[3]!);
  }
  const json = JSON.parse(body) as MinutesJson;
  return json.agenda
    .flatMap((item) => item.activities)
    .flatMap((activity) => activity.contributions)
    .flatMap((c) => [c, ...c.parts, ...c.contests, ...c.contests.flatMap((contest) => contest.parts), ...c.replies])
    .map((c) => c.ref);
}

describe.each(editions)('where authors appear by city, minutes as %s in %s', (format, lang) => {
  it('[MTG58] do not change with the times of single texts', () => {
    const slow = workMeeting({}, 60_000);
    close(slow);
    expect(exported(slow.meeting, format, lang)).toBe(exported(meeting, format, lang));
  });
});
