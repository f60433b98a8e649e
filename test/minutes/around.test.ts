import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { languages } from '../../server/domain/text.ts';
import { exportText } from '../../server/minutes/export.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { aroundMeeting } from './around.ts';
import { editions, exported, HASH, times } from './meeting.ts';

const { meeting, refs } = aroundMeeting();
const json = (lang: 'ar' | 'fr' | 'en' = 'en') => JSON.parse(exported(meeting, 'json', lang)) as MinutesJson;
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ');
const md = (lang: 'ar' | 'fr' | 'en' = 'en', item?: string) => plain(exported(meeting, 'md', lang, item));
const ref = (word: string) => refs.get(word)!;
const rows = (lang: 'ar' | 'fr' | 'en'): Record<string, string>[] =>
  parse(exported(meeting, 'csv', lang), { bom: true, columns: true });

describe.each(editions)('what stands around activities, in minutes as %s in %s', (format, lang) => {
  const body = exported(meeting, format, lang).replace(/<style>[\s\S]*?<\/style>/, '');
  const read = format === 'html' || format === 'md';

  it('[KEY7] [THM8] has each key point at its item and on the opening page, and each theme once', () => {
    for (const word of ['POINTONE', 'POINTTWO', 'POINTTHREE'])
      expect([word, times(body, word)]).toEqual([word, read ? 2 : 1]);
    // In the table a theme stands with each of its texts, and so not where it has none.
    expect(times(body, 'THEMEONE')).toBe(format === 'csv' ? 3 : 1);
    expect(times(body, 'THEMETWO')).toBe(format === 'csv' ? 0 : 1);
    for (const word of ['TEXTA', 'TEXTB', 'TEXTC', 'BEHALF']) expect([word, times(body, word)]).toEqual([word, 1]);
  });

  it('has nothing that was hidden, withdrawn, reworded, renamed, deleted or removed, and no name without consent', () => {
    expect(body).not.toContain('MARK');
    expect(body).not.toMatch(/undefined|\[object|NaN|minutes\.\w/);
  });

  it('[FLR13] [ATT10] names whoever agreed to it, for what they agreed to', () => {
    // As present, beside a text and as a speaker; in JSON a text has its author twice.
    const expected = { html: [3, 1, 1], md: [3, 1, 1], json: [4, 1, 1], csv: [1, 0, 0] }[format];
    expect(['NAMEBOTH', 'NAMEPRESENT', 'NAMEWORDS'].map((name) => times(body, name))).toEqual(expected);
  });

  it('are not in the minutes of one item, but for its key points', () => {
    const one = exported(meeting, format, lang, 'first').replace(/<style>[\s\S]*?<\/style>/, '');
    for (const word of ['POINTTWO', 'POINTTHREE']) expect([word, times(one, word)]).toEqual([word, 1]);
    for (const word of ['POINTONE', 'THEMEONE', 'THEMETWO', 'NAMEPRESENT']) expect(one).not.toContain(word);
    expect(times(exported(meeting, format, lang, 'welcome'), 'POINTONE')).toBe(1);
  });
});

describe('key points', () => {
  it('[KEY7] stand in their order with what they rest on, and say what is no longer shown', () => {
    const [first] = json().agenda.filter(({ id }) => id === 'first');
    expect(first?.keyPoints).toEqual([
      {
        text: { lang: 'en', text: 'POINTTWO a point' },
        rests: [
          { ref: ref('TEXTB'), shown: true },
          { ref: ref('MARKHIDDEN'), shown: false },
        ],
      },
      { text: { lang: 'en', text: 'POINTTHREE' }, rests: [{ ref: ref('ENTRYA'), shown: true }] },
    ]);
    expect(md()).toContain(
      `1. POINTTWO a point ([${ref('TEXTB')}](#${ref('TEXTB')}), ${ref('MARKHIDDEN')} not shown here)`,
    );
    // What it rests on stands in another item's minutes.
    expect(md('en', 'first')).toContain(`2. POINTTHREE (${ref('ENTRYA')})`);
  });

  it('[KEY7] keep the language that they were written in', () => {
    expect(json('ar').agenda[0]?.keyPoints[0]?.text).toEqual({ lang: 'fr', text: 'POINTONE' });
    expect(exported(meeting, 'html', 'ar')).toContain('<bdi lang="fr" dir="ltr">POINTONE</bdi>');
    expect(exported(meeting, 'html', 'fr')).not.toContain('<bdi lang="fr"');
  });

  it('[KEY7] are read first, and have a section also where nothing else was done', () => {
    const html = exported(meeting, 'html', 'en');
    expect(html.indexOf('minutes-opening')).toBeLessThan(html.indexOf('<dl class="facts">'));
    expect(html).toContain('<section id="item-welcome"');
    expect(html).toContain('<a href="#item-welcome">Welcome</a>');
  });

  it('[KEY7] have rows of their own in the table, by the desk', () => {
    const points = rows('en').filter((row) => row.Kind === 'key point');
    expect(points.map((row) => [row['Text as written'], row['Rests on'], row.Author, row.Reference])).toEqual([
      ['POINTONE', '', 'the facilitators', ''],
      ['POINTTWO a point', `${ref('TEXTB')}; ${ref('MARKHIDDEN')}`, 'the facilitators', ''],
      ['POINTTHREE', ref('ENTRYA'), 'the facilitators', ''],
    ]);
  });
});

describe('themes', () => {
  it('[THM8] cite their texts by reference, question by question, and count those not shown', () => {
    expect(json().themes).toEqual([
      {
        ref: 'T1',
        label: { lang: 'fr', text: 'THEMEONE' },
        texts: [
          { activity: 'live', refs: [ref('TEXTA'), ref('TEXTC')] },
          { activity: 'table', refs: [ref('ENTRYA')] },
        ],
        notShown: 1,
      },
      { ref: 'T2', label: { lang: 'en', text: 'THEMETWO theme' }, texts: [], notShown: 0 },
    ]);
    const link = (word: string) => `[${ref(word)}](#${ref(word)})`;
    expect(md()).toContain(
      `### <a id="T1"></a>[T1](#T1) THEMEONE`.replace('[T1](#T1)', 'T1') +
        `\n\n- What worked?: ${link('TEXTA')}, ${link('TEXTC')}\n- Where is strength?: ${link('ENTRYA')}\n- and 1 text that is not shown here\n`,
    );
    expect(md()).toContain('THEMETWO theme\n\nNo text is in it.');
  });

  it('[THM8] stand with each text in the table', () => {
    const of = Object.fromEntries(rows('fr').map((row) => [row['Texte tel qu’écrit'], row.Thème]));
    expect(of).toMatchObject({ TEXTA: 'T1 THEMEONE', TEXTC: 'T1 THEMEONE', TEXTB: '', ENTRYA: 'T1 THEMEONE' });
  });
});

describe('texts that the desk wrote down', () => {
  it('[MTG58] are marked in every format where authors appear by name, and nowhere else', () => {
    const all = json()
      .agenda.flatMap((item) => item.activities)
      .flatMap((a) => a.contributions);
    const behalf = Object.fromEntries(all.map((c) => [c.written.text, c.behalf]));
    expect(behalf).toMatchObject({ BEHALF: true, TEXTA: false, ENTRYA: false, ENTRYB: false });
    const by = Object.fromEntries(rows('en').map((row) => [row['Text as written'], row['Written down by']]));
    expect(by).toMatchObject({ BEHALF: 'the facilitators', TEXTA: '', ENTRYB: '' });
    expect(times(md(), 'written down by the facilitators')).toBe(1);
    expect(md()).toContain('“Written down by the facilitators” marks');
  });
});

describe('who was there', () => {
  it('[ATT10] is counted by half-day and by kind', () => {
    expect(json().attendance).toEqual({
      halves: [
        { id: '2019-06-25/am', n: 9 },
        { id: '2019-06-25/pm', n: 3 },
        { id: '2019-06-26/am', n: 2 },
      ],
      groups: [
        { id: 'city', name: 'Municipality', n: [5, 2, 2] },
        { id: 'small', name: 'Small association', n: [4, 1, 0] },
      ],
    });
    expect(md('ar')).toContain('| صباح 25 جوان | بعد ظهر 25 جوان | صباح 26 جوان |');
    expect(md('fr')).toContain('| Total | 9 | 3 | 2 |');
  });

  it('[ATT10] is named with the half-days, where the person agreed to be listed', () => {
    expect(json().meeting.present.map(({ name, halves }) => [name, halves])).toEqual([
      ['NAMEBOTH', ['2019-06-25/am', '2019-06-25/pm', '2019-06-26/am']],
      ['NAMEPRESENT', ['2019-06-25/am', '2019-06-26/am']],
    ]);
    expect(md()).toContain('- NAMEBOTH, City of Sfax, Sfax · throughout\n');
    expect(md()).toContain('- NAMEPRESENT, City of Sfax, Sfax · 25 June (morning) and 26 June (morning)\n');
  });

  it('[ATT10] is told of that day in the minutes of a day', () => {
    const { state } = meeting;
    const asked = { format: 'md', lang: 'en', day: '2019-06-25', head: { seq: state.seq, hash: HASH } } as const;
    const day = plain(exportText(state, { ...asked, now: meeting.at }).body);
    expect(day).toContain('- NAMEBOTH, City of Sfax, Sfax · all day\n');
    expect(day).toContain('- NAMEPRESENT, City of Sfax, Sfax · 25 June (morning)\n');
  });
});

describe('the programme', () => {
  const line = (id: string) => json().agenda.find((item) => item.id === id);

  it('[AGD13] stands as planned, as re-timed, and as held', () => {
    expect(line('first')).toMatchObject({
      date: '2019-06-25',
      start: '09:30',
      minutes: 60,
      retimed: { date: '2019-06-25', start: '09:45', minutes: 45 },
      inserted: false,
      skipped: false,
    });
    expect(line('welcome')).toMatchObject({ start: '09:00', retimed: null });
    const pause = json().agenda[1];
    expect(pause).toMatchObject({ title: 'PAUSEWORD', start: '09:30', minutes: 15, retimed: null, inserted: true });
    expect(line('second')).toMatchObject({ skipped: true, startedAt: null });
    const lines = md();
    expect(lines).toContain('| 09:30<br>added during the meeting | PAUSEWORD | 09:10–09:25 |');
    // It lay open until the next day.
    expect(lines).toContain(
      '| 09:30<br>moved to 09:45<br>now 45 minutes | [First question](#item-first) | 09:25 – 26 June 2019, 09:00 |',
    );
    expect(lines).toContain('| 09:00<br>moved to 10:30 | [Second question](#item-second) | cancelled |');
    expect(lines).toContain('| 10:00<br>moved to 09:00 | [Reading and weighing](#item-work) | since 09:00 |');
    expect(lines).toContain('Where the programme changed');
  });

  it.each(languages)('[AGD13] says under its heading what was skipped (%s)', (lang) => {
    const words = { ar: ' · أُلغيت من البرنامج', fr: ' · annulé', en: ' · cancelled' }[lang];
    expect(md(lang, 'second')).toContain(words);
  });
});
