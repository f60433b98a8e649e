import { expect, it } from '@jest/globals';
import type { MinutesJson } from '../../../server/minutes/json-schema.ts';
import { Reader } from '../people.ts';
import { count, originals, readable, rowsOf } from './exports.ts';
import { destroyed, keyPoint, photo, result, said, texts, theme } from './said.ts';
import { ballot, matrix, titleOf } from './sfax.ts';
import type { Scenes } from './stage.ts';

const formats = ['html', 'md', 'csv', 'json'] as const;
const langs = ['ar', 'fr', 'en'] as const;
/** The texts that the matrix began with are cited like those of the room. */
const cited = texts.length + matrix.seeds.length;

export const minutes: Scenes = (stage) => {
  it('the minutes hold every saved text once, in four formats and three languages, and nothing else', async () => {
    const { browser, child } = stage();
    const reader = await Reader.open(browser, child, 'fr');
    for (const format of formats)
      for (const lang of langs) {
        const body = await reader.export(format, lang);
        const all = [...texts, ...matrix.seeds.map(({ text }) => text[lang])];
        for (const text of all) expect({ format, lang, text, n: count(body, text, format) }).toMatchObject({ n: 1 });
        expect(body).not.toContain(destroyed);
        // Claire and Sam did not agree to their names.
        expect(body).not.toContain('Claire');
        expect(body).not.toMatch(/\bSam\b/);
        expect(body).toContain('أمل');
      }
    // And the key point, which has a row of its own.
    expect(rowsOf(await reader.export('csv', 'fr'))).toHaveLength(cited + 1);
    expect(originals(await reader.export('json', 'en'))).toHaveLength(cited);
    for (const format of ['html', 'md'] as const) {
      const refs = new Set((await reader.export(format, 'ar')).match(/\bC[1-9][0-9]*\b/g));
      expect(refs.size).toBe(cited);
    }
    await reader.leave();
  }, 60_000);

  it('they say what was voted, who was there, who had the floor, what is to be kept and what belongs together', async () => {
    const { browser, child } = stage();
    const reader = await Reader.open(browser, child, 'en');
    const json = JSON.parse(await reader.export('json', 'en')) as MinutesJson;
    const activities = json.agenda.flatMap((item) => item.activities);
    const refOf = (text: string) =>
      activities.flatMap(({ contributions }) => contributions).find(({ written }) => written.text === text)!.ref;
    const vote = activities.find(({ kind }) => kind === 'ballot')!.figures[0]!;
    if (vote.kind !== 'bars') throw new Error('no result');
    expect(vote.voted).toEqual({ n: 3, of: 3 });
    const voted = vote.bars.map((bar) => [bar.label.text, bar.result?.dots]);
    expect(Object.fromEntries(voted)).toEqual(
      Object.fromEntries(ballot.options.map(({ text }, i) => [text.en, result[i]])),
    );
    expect(json.attendance?.halves.map(({ n }) => n)).toContain(3);
    expect(json.floor).toMatchObject({ people: 2, times: 2 });
    expect(json.floor?.named.map(({ name }) => name)).toEqual(['أمل']);
    expect(json.themes).toMatchObject([{ label: { lang: 'en', text: theme.en }, notShown: 0 }]);
    expect(json.themes[0]?.texts.flatMap(({ refs }) => refs)).toEqual([refOf(said.q1.claire), refOf(said.q3.sam)]);
    expect(json.agenda.flatMap((item) => item.keyPoints)).toEqual([
      { text: { lang: 'en', text: keyPoint.en }, rests: [{ ref: refOf(said.q4.claire), shown: true }] },
    ]);
    expect(json.agenda.find(({ title }) => title === photo.en)).toMatchObject({ inserted: true, minutes: 10 });
    const contested = activities.flatMap((activity) => activity.contributions).filter(({ contested: n }) => n > 0);
    expect(contested.map(({ written, contests }) => [written.text, contests.map((c) => c.written.text)])).toEqual([
      [said.matrix.claire, [said.matrix.against]],
    ]);
    await reader.leave();
  }, 60_000);

  it.each(langs)(
    'and whoever reads or prints them finds it in words (%s)',
    async (lang) => {
      const { browser, child } = stage();
      const reader = await Reader.open(browser, child, lang);
      for (const format of ['html', 'md'] as const) {
        const body = readable(await reader.export(format, lang), format);
        const wanted = [keyPoint[lang], theme[lang], photo[lang], titleOf('close-1')[lang]];
        for (const words of [...wanted, ...matrix.rows.map(({ name }) => name[lang])])
          expect({ format, words, found: body.includes(words) }).toEqual({ format, words, found: true });
      }
      await reader.leave();
    },
    60_000,
  );
};
