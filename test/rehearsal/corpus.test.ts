import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { languages } from '../../server/domain/text.ts';
import { corpusFor, fits, MAX_SAID, MeetingTexts, People, Triple, triplesOf } from '../../server/rehearsal/corpus.ts';
import { faultsOf } from '../data/typography.ts';

const folder = new URL('../../data/rehearsal/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const files = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
const ofMeetings = files.filter((name) => name !== 'people');
const meetingFile = (id: string) =>
  MeetingFile.parse(JSON.parse(readFileSync(new URL(`../meetings/${id}/meeting.json`, folder), 'utf8')));
const textsOf = (name: string) => triplesOf(MeetingTexts.parse(read(name)));

/** What stands more than once in a list. */
const twice = (list: readonly string[]): string[] => list.filter((entry, i) => list.indexOf(entry) < i);

describe.each(ofMeetings)('data/rehearsal/%s.json', (name) => {
  const texts = textsOf(name);

  it('is what the schema says, each text in three languages', () => {
    expect(MeetingTexts.safeParse(read(name)).error?.issues ?? []).toEqual([]);
    expect(texts.length).toBeGreaterThan(50);
  });

  it('is written as each language is', () => {
    const faults = texts.flatMap((triple) =>
      languages.flatMap((lang) => faultsOf(triple[lang], lang).map((fault) => `${fault}: ${triple[lang]}`)),
    );
    expect(faults).toEqual([]);
  });

  it('says things short and long, none longer than people write on a phone', () => {
    for (const lang of languages) {
      const words = texts.map((triple) => triple[lang].split(/\s+/).length);
      expect(words.filter((n) => n <= 7).length).toBeGreaterThan(texts.length / 20);
      expect(words.filter((n) => n >= 20).length).toBeGreaterThan(texts.length / 100);
      expect(Math.max(...texts.map((triple) => triple[lang].length))).toBeLessThan(MAX_SAID / 2);
    }
  });
});

describe('the texts of a rehearsal', () => {
  it('stand nowhere twice', () => {
    const all = ofMeetings.flatMap(textsOf);
    for (const lang of languages) expect(twice(all.map((triple) => triple[lang]))).toEqual([]);
  });

  it.each(ofMeetings.filter((name) => name !== 'general'))('of %s fit its meeting file', (name) => {
    const { activities, cities } = meetingFile(name);
    const { activities: texts } = MeetingTexts.parse(read(name));
    for (const [id, { cells }] of Object.entries(texts)) {
      const { config } = activities.find((activity) => activity.id === id)! as unknown as {
        config: { rows?: { id: string }[]; columns?: { id: string }[] };
      };
      const places = (config.rows ?? []).flatMap((row) =>
        (config.columns ?? []).map((column) => `${row.id}/${column.id}`),
      );
      expect(Object.keys(cells).sort()).toEqual(places.sort());
    }
    const named = textsOf(name).flatMap(({ city }) => city ?? []);
    expect(named.filter((city) => !cities.some(({ id }) => id === city))).toEqual([]);
  });

  it('are enough for a full room in the Sfax meeting', () => {
    const corpus = corpusFor('sfax-2019');
    for (const id of ['q1', 'q2', 'q3', 'q4']) {
      expect(corpus.of(id).contributions.length).toBeGreaterThanOrEqual(24);
      expect(corpus.of(id).replies.length).toBeGreaterThanOrEqual(10);
    }
    const { cells, contests } = corpus.of('matrix');
    expect(Object.keys(cells)).toHaveLength(10);
    for (const entries of Object.values(cells)) expect(entries.length).toBeGreaterThanOrEqual(4);
    expect(contests.length).toBeGreaterThanOrEqual(12);
    const { general } = corpus;
    expect([general.contributions, general.replies, general.contests].map((list) => list.length)).toEqual([30, 15, 10]);
  });

  it('have names of each script for a crowd, each but once', () => {
    const people = People.parse(read('people'));
    expect(people.ar.length).toBeGreaterThanOrEqual(50);
    expect(people.fr.length).toBeGreaterThanOrEqual(40);
    expect(people.en.length).toBeGreaterThanOrEqual(30);
    expect(twice([...people.ar, ...people.fr, ...people.en])).toEqual([]);
    for (const name of people.ar) expect(name).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u);
    for (const name of [...people.fr, ...people.en]) expect(name).toMatch(/^[\p{Script=Latin}’ -]+$/u);
  });
});

describe('a corpus', () => {
  it('gives an activity its own texts, a meeting begun again the same, and any other what fits everywhere', () => {
    const sfax = corpusFor('sfax-2019');
    expect(corpusFor('sfax-2019-0a1b2c3d').of('q1')).toEqual(sfax.of('q1'));
    expect(sfax.of('q1').contributions).not.toEqual(sfax.general.contributions);
    expect(sfax.of('q1').contests).toEqual(sfax.general.contests);
    const other = corpusFor('somewhere-else');
    expect(other.of('q1')).toEqual({ ...sfax.of('unheard-of'), cells: {} });
    expect(other.of('q1').contributions).toEqual(sfax.general.contributions);
    // Each list of one activity is the same one whenever it is asked for: what was drawn from it stays drawn.
    expect(sfax.of('q2').replies).toBe(sfax.of('q2').replies);
  });

  it('knows a text by its wording in any language', () => {
    const corpus = corpusFor('sfax-2019');
    const [one] = corpus.of('q3').contributions;
    for (const lang of languages) expect(corpus.triple(one![lang])).toBe(one);
    expect(corpus.triple('never said')).toBeUndefined();
  });

  it('lets nobody speak for another city or for the other side', () => {
    const triple = Triple.parse({ ar: 'نعم', fr: 'oui', en: 'yes' });
    const [city, association] = [
      { city: 'sfax', kind: 'municipality' },
      { city: 'sfax', kind: 'association' },
    ];
    expect([city, association].map((who) => fits(triple, who))).toEqual([true, true]);
    expect([city, association].map((who) => fits({ ...triple, by: 'city' }, who))).toEqual([true, false]);
    expect([city, association].map((who) => fits({ ...triple, by: 'association' }, who))).toEqual([false, true]);
    expect(fits({ ...triple, city: 'tunis' as never }, city)).toBe(false);
    expect(fits({ ...triple, city: 'sfax' as never }, city)).toBe(true);
  });

  it('refuses a text that lacks a language, or is longer than people write', () => {
    expect(Triple.safeParse({ ar: 'نعم', fr: 'oui' }).success).toBe(false);
    expect(Triple.safeParse({ ar: 'نعم', fr: 'oui', en: 'y'.repeat(MAX_SAID + 1) }).success).toBe(false);
  });
});
