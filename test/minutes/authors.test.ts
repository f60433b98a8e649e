import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { languages } from '../../server/domain/text.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { facilitator } from '../support/test-meeting.ts';
import { editions, exported } from './meeting.ts';
import { close, type Work, workMeeting } from './work.ts';

const json = ({ meeting }: Work, lang: 'ar' | 'fr' | 'en' = 'en') =>
  JSON.parse(exported(meeting, 'json', lang)) as MinutesJson;
const matrix = (work: Work, lang: 'ar' | 'fr' | 'en' = 'en') =>
  json(work, lang)
    .agenda.flatMap((item) => item.activities)
    .find(({ kind }) => kind === 'matrix')!;
const said = (work: Work) => matrix(work).contributions.flatMap((c) => [c, ...c.parts, ...c.contests]);

const work = workMeeting();
close(work);

describe('authors by city', () => {
  it('[MTG58] appear by the cities that stand by themselves, the others together; nobody by name', () => {
    const authors = Object.fromEntries(said(work).map((c) => [c.ref, c.shownAs]));
    const of = (word: string) => authors[work.items.get(word)!.ref];
    expect(of('ENTRYA')).toEqual({ as: 'city', name: 'Sfax' });
    expect(of('ENTRYB')).toEqual({ as: 'city', name: 'other cities' });
    expect(of('CONTESTLOST')).toEqual({ as: 'city', name: 'Sfax' });
    expect(said(work).every((c) => c.by === null)).toBe(true);
    const rows: Record<string, string>[] = parse(exported(work.meeting, 'csv', 'ar'), { bom: true, columns: true });
    expect(new Set(rows.map((row) => row['من كتب']))).toEqual(new Set(['ورقة اللقاء', 'Sfax (ar)', 'من مدن أخرى']));
  });

  it('are not counted as people, which would tell who wrote more than once', () => {
    expect(exported(work.meeting, 'md', 'en')).not.toMatch(/from \d+ (person|people)/);
    const named = workMeeting({ table: { attribution: 'named' } });
    expect(exported(named.meeting, 'md', 'en')).toMatch(/from 6 people/);
  });

  it.each(languages)('are explained at the end, with the cities that were fixed (%s)', (lang) => {
    const md = exported(work.meeting, 'md', lang).replaceAll('\u00a0', ' ');
    const [title, names] = {
      ar: ['«Where is strength? (ar)»: Sfax (ar)، وما سواها معًا', 'من مدن أخرى'],
      fr: ['« Where is strength? (fr) » : Sfax (fr) ; le reste ensemble', 'd’autres villes'],
      en: ['“Where is strength?”: Sfax; all others together', 'other cities'],
    }[lang]!;
    expect(md.replace(/[\u2068\u2069]/g, '')).toContain(title);
    // In the explanation, before the annex.
    expect(md.slice(0, md.lastIndexOf('\n## ')).split('\n### ').at(-1)).toContain(names);
  });
});

describe('authors by kind', () => {
  it('are all "a participant" where no kind has enough organisations', () => {
    const other = workMeeting({ table: { attribution: 'kind' } });
    close(other);
    const kinds = new Set(said(other).map((c) => c.shownAs.as));
    expect(kinds).toEqual(new Set(['document', 'participant']));
    expect(exported(other.meeting, 'md', 'en')).toContain('By kind of organisation, without names');
    expect(exported(other.meeting, 'md', 'en')).toContain('“Where is strength?”: too few organisations were there');
  });
});

describe('the annex on method', () => {
  it('has a paragraph for each way that was used, and no other', () => {
    const md = exported(work.meeting, 'md', 'en');
    expect(md).toContain('By city, without names');
    expect(md).toContain('Votes by city');
    for (const words of ['By name:', 'By kind of organisation, without', 'Votes by kind'])
      expect(md).not.toContain(words);
    work.meeting.open('live');
    expect(exported(work.meeting, 'md', 'en')).toContain('By name: a name stands beside a text only where');
    expect(exported(work.meeting, 'md', 'en', 'first')).not.toContain('By city');
  });

  it('[MTG57] follows a city that is merged into another', () => {
    const other = workMeeting();
    close(other);
    other.meeting.give(facilitator, 'lists.Merge', { list: 'cities', from: 'sfax', into: 'lyon' });
    expect(said(other).map((c) => c.shownAs.name)).toContain('Lyon');
    expect(said(other).map((c) => c.shownAs.name)).not.toContain('Sfax');
    expect(exported(other.meeting, 'md', 'en')).toContain('“Where is strength?”: Lyon; all others together');
  });
});

describe.each(editions)('what the desk wrote down for somebody without a phone, as %s in %s', (format, lang) => {
  const wroteDown = {
    ar: 'دوّنه فريق التيسير',
    fr: 'noté par l’équipe d’animation',
    en: 'written down by the facilitators',
  }[lang];

  it('[MTG58] says so where authors appear by name, and nowhere else', () => {
    if (format === 'csv' || format === 'json') return;
    for (const [attribution, said] of [
      ['named', true],
      ['city', false],
    ] as const) {
      const { meeting } = workMeeting({ table: { attribution } });
      const profile = { name: 'MARKNAME', organisation: 'sfax-city', city: null, kind: null };
      const [joined] = meeting.give(facilitator, 'core.AddParticipant', {
        profile,
        consents: { present: false, words: false },
        lang: 'fr',
      });
      const { participant } = joined!.data as { participant: never };
      const data = { activity: 'table', row: 'rights', column: 'weak', text: 'BEHALF', lang: 'fr' };
      meeting.give({ kind: 'participant', id: participant, via: 'desk' }, 'matrix.Contribute', data);
      expect(exported(meeting, format, lang).includes(wroteDown)).toBe(said);
    }
  });
});
