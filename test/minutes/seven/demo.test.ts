import { beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../../server/domain/text.ts';
import { minutesFormats } from '../../../server/minutes/formats.ts';
import { demonstration } from './demo.ts';
import { differences, expectedOf, type HeldMeeting, made } from './made.ts';

const editions = languages.flatMap((lang) => minutesFormats.map((format) => [format, lang] as const));

describe('a rehearsed meeting of two days: its minutes in seven formats and three languages, against its log', () => {
  let meeting: HeldMeeting;

  beforeAll(async () => {
    meeting = await demonstration();
  }, 120_000);

  it('was full: texts of every fate, in every language', () => {
    const { entries, forbidden, points, themes, ballots, present } = expectedOf(meeting, 'fr');
    expect(entries.length).toBeGreaterThan(200);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['contribution', 'reply', 'contest', 'merged']));
    const what = new Set(forbidden.map((each) => each.what));
    for (const fate of ['hidden', 'gone', 'earlier wording', 'late', 'name']) expect(what).toContain(fate);
    for (const list of [points, themes, ballots, present]) expect(list.length).toBeGreaterThan(0);
  });

  it.each(editions)(
    'as %s in %s: all that readers may read, once, and nothing else',
    async (format, lang) => {
      const body = await made(meeting, format, lang);
      expect(await differences(body, format, [expectedOf(meeting, lang)])).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['pdf', 'ar', 'fr'],
    ['docx', 'en', 'ar'],
  ] as const)(
    'as %s in %s and %s side by side: both there',
    async (format, lang, beside) => {
      const body = await made(meeting, format, lang, beside);
      const both = [expectedOf(meeting, lang), expectedOf(meeting, beside)] as const;
      expect(await differences(body, format, both)).toEqual([]);
    },
    60_000,
  );
});
