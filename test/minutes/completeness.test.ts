import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { editions, exported, heldMeeting, times } from './meeting.ts';

const held = heldMeeting();
const { meeting, shown, absent, gone, names } = held;

describe.each(editions)('minutes as %s in %s', (format, lang) => {
  const body = exported(meeting, format, lang);

  it('[DIS29] have every text that the room sees, or saw until it was merged, once', () => {
    for (const [ref, word] of shown) expect([ref, times(body, word)]).toEqual([ref, 1]);
  });

  it('have the reference of each, where it is to be found, once', () => {
    const refs = shown.map(([ref]) => ref).sort();
    expect(referencesIn(format, body).sort()).toEqual(refs);
  });

  it('have nothing of what is hidden, removed, withdrawn, waiting, late or earlier, and no name without consent', () => {
    for (const word of absent) expect(body).not.toContain(word);
    for (const ref of gone) expect(body).not.toMatch(new RegExp(`\\b${ref}\\b`));
  });

  it('have the translation into their language alone', () => {
    for (const word of ['TRANSONE', 'TRANSFOUR']) expect(times(body, word)).toBe(lang === 'fr' ? 1 : 0);
  });
});

/** The references that stand as such: an anchor, a column, a field. */
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
    .flatMap((c) => [c, ...c.parts, ...c.replies, ...c.replies.flatMap((reply) => reply.parts)])
    .map((c) => c.ref);
}

describe('names', () => {
  it.each(['ar', 'fr', 'en'] as const)('stand where their owners agreed to it (%s)', (lang) => {
    const html = exported(meeting, 'html', lang);
    // Present and words, words alone, present alone, and who translated.
    const [both, words, present, interpreter] = names as [string, string, string, string];
    expect(times(html, both)).toBe(3);
    // C2 and C9; not in the list of those present.
    expect(times(html, words)).toBe(2);
    // In the list of those present; C4 and its credit are without this name.
    expect(times(html, present)).toBe(1);
    expect(times(html, interpreter)).toBe(lang === 'fr' ? 1 : 0);
  });

  it('disappear when their owner changes their mind', () => {
    const { meeting: other } = heldMeeting();
    expect(exported(other, 'json', 'en')).toContain('Claireword');
    other.give({ kind: 'participant', id: 'p2' as never }, 'core.SetConsents', { present: false, words: false });
    for (const [format, lang] of editions) expect(exported(other, format, lang)).not.toContain('Claireword');
  });
});

describe('what is not shown', () => {
  it('[DIS30] is counted, the same in every format', () => {
    const json = JSON.parse(exported(meeting, 'json', 'en')) as MinutesJson;
    expect(json.counts).toEqual({
      shown: 8,
      merged: 1,
      untranslated: 6,
      hidden: 1,
      removed: 1,
      withdrawn: 1,
      pending: 1,
      late: 1,
    });
    const said =
      'Not in these minutes: 1 hidden text, 1 text removed for good, 1 text withdrawn by its author, 1 text not revealed yet and 1 text that arrived late.';
    expect(exported(meeting, 'html', 'en')).toContain(said);
    expect(exported(meeting, 'md', 'en')).toContain(said);
  });

  it('[DIS30] counts what was merged into a hidden text as hidden', () => {
    const { meeting: other } = heldMeeting();
    const c2 = itemOf(other, 'C2');
    other.give({ kind: 'capability', role: 'facilitator', link: 'desk' }, 'discussion.Hide', {
      activity: 'live',
      item: c2,
      reason: 'off_topic',
    });
    const json = JSON.parse(exported(other, 'json', 'en')) as MinutesJson;
    expect(json.counts).toMatchObject({ shown: 6, merged: 0, hidden: 3 });
    for (const [format, lang] of editions)
      expect(exported(other, format, lang)).not.toMatch(/\bC[24]\b|SHOWNTWO|SHOWNFOUR|TRANSFOUR/);
  });
});

const itemOf = (of: typeof meeting, ref: string): string => {
  const event = of.log.find((e) => 'ref' in e.data && e.data.ref === ref)!;
  return (event.data as { item: string }).item;
};

describe('a reply', () => {
  const json = JSON.parse(exported(meeting, 'json', 'fr')) as MinutesJson;
  const all = json.agenda.flatMap((item) => item.activities).flatMap((a) => a.contributions);

  it('[DIS29] stands under what it answers, or under what that was merged into, and names it', () => {
    expect(all.map((c) => [c.ref, c.replies.map((r) => [r.ref, r.parent])])).toEqual([
      ['C1', [['C9', 'C1']]],
      ['C2', [['C10', 'C4']]],
      ['C3', []],
      ['C8', []],
      ['C11', []],
    ]);
    expect(exported(meeting, 'md', 'fr')).toContain('réponse à [C4](#C4)');
  });

  it('stands alone where that is not shown, and says so', () => {
    expect(all.at(-1)).toMatchObject({ kind: 'reply', parent: null });
    expect(exported(meeting, 'html', 'fr')).toContain('réponse à une contribution qui ne figure pas ici');
  });
});

describe('a translation', () => {
  it('[DIS31] comes first, with the original under it and whose it is', () => {
    const html = exported(meeting, 'html', 'fr');
    expect(html.indexOf('TRANSONE')).toBeLessThan(html.indexOf('SHOWNONE'));
    expect(html).toMatch(/<p class="original" lang="ar" dir="rtl">[^<]*SHOWNONE/);
    expect(html).toContain('traduction de <bdi lang="" dir="auto">Interpreterword</bdi>');
  });

  it('of an earlier wording says so', () => {
    const { meeting: other } = heldMeeting();
    const edited = { activity: 'live', item: itemOf(other, 'C1'), text: 'نصّ جديد' };
    other.give({ kind: 'participant', id: 'p1' as never }, 'discussion.Edit', edited);
    expect(exported(other, 'md', 'fr')).toContain('traduction d’une version antérieure');
    expect(exported(meeting, 'md', 'fr')).not.toContain('traduction d’une version antérieure');
  });

  it('is not asked for where only the region differs', () => {
    const { meeting: other } = heldMeeting();
    const before = (JSON.parse(exported(other, 'json', 'fr')) as MinutesJson).counts.untranslated;
    other.give({ kind: 'participant', id: 'p2' as never }, 'discussion.CorrectLanguage', {
      activity: 'live',
      item: itemOf(other, 'C2'),
      lang: 'fr-CA',
    });
    expect((JSON.parse(exported(other, 'json', 'fr')) as MinutesJson).counts.untranslated).toBe(before);
  });
});

describe('endorsements', () => {
  it('are counted, and those of an earlier wording apart', () => {
    const json = JSON.parse(exported(meeting, 'json', 'en')) as MinutesJson;
    const [c1, c2] = json.agenda.flatMap((item) => item.activities).flatMap((a) => a.contributions);
    expect(c1?.endorsements).toEqual({ n: 2, earlier: 0 });
    expect(c2?.endorsements).toEqual({ n: 2, earlier: 1 });
    expect(exported(meeting, 'md', 'en')).toContain('2 endorsements, 1 of them for an earlier wording');
  });
});
