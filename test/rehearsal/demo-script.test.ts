import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { MAX_POINTS } from '../../server/domain/parts/keypoints.ts';
import { languages } from '../../server/domain/text.ts';
import { corpusFor } from '../../server/rehearsal/corpus.ts';
import { DemoScript, demoScript } from '../../server/rehearsal/demo/script.ts';
import { faultsOf, localizedIn } from '../data/typography.ts';

const folder = new URL('../../data/', import.meta.url);
const ids = readdirSync(new URL('rehearsal/demo/', folder)).map((name) => name.replace(/\.json$/, ''));
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

describe.each(ids)('data/rehearsal/demo/%s.json', (id) => {
  const script = demoScript(id);
  const file = MeetingFile.parse(read(`meetings/${id}/meeting.json`));
  const corpus = corpusFor(id);
  const activities = new Set<string>(file.activities.map((activity) => activity.id));
  /** What the texts of an activity are about. */
  const ideasIn = (activity: string): Set<string> => {
    const { contributions, cells } = corpus.of(activity);
    return new Set([...contributions, ...Object.values(cells).flat()].flatMap(({ ideas = [] }) => ideas));
  };

  it('is a script', () => {
    expect(DemoScript.safeParse(read(`rehearsal/demo/${id}.json`)).error?.issues ?? []).toEqual([]);
  });

  it('is written as each language is', () => {
    const { interpreters: _names, channels: _numbers, ...texts } = script;
    const faults = [...localizedIn(texts)].flatMap(([path, text]) =>
      languages.flatMap((lang) =>
        faultsOf(text[lang], lang).map((fault) => `${path}.${lang}: ${fault}: ${text[lang]}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('brings people of the meeting’s organisations, cities and kinds, each once', () => {
    const names = script.guests.flatMap(({ people }) => people.map(({ name }) => name));
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
    for (const { organisation, name, city, kind } of [
      ...script.guests,
      { ...script.withoutPhone, organisation: undefined },
    ]) {
      expect(organisation === undefined).toBe(name !== undefined);
      if (organisation) expect(file.organisations.map((o) => o.id)).toContain(organisation);
      if (city) expect(file.cities.map((c) => c.id)).toContain(city);
      if (kind) expect(file.kinds.map((k) => k.id)).toContain(kind);
    }
  });

  it('holds every item but those passed over, in the order of time, and each where it is', () => {
    const held = script.programme.map(({ item }) => item as string);
    const skipped = script.programme.flatMap(({ changes }) =>
      changes.flatMap((c) => ('skip' in c ? [c.skip as string] : [])),
    );
    expect([...held, ...skipped].sort()).toEqual(
      [...file.agenda.map((entry) => entry.id as string), 'photograph'].sort(),
    );
    const times = script.programme.map(({ date, at }) => `${date} ${at}`);
    expect(times).toEqual([...times].sort());
  });

  it('rests its key points, themes and merges on ideas of the texts that are said there', () => {
    const withActivities = file.agenda
      .filter((entry) => entry.activities.length > 0)
      .map((entry) => entry.id as string);
    expect(Object.keys(script.keyPoints).sort()).toEqual(withActivities.sort());
    const written = script.programme.flatMap(({ keyPoints }) => keyPoints as string[]);
    expect(withActivities.filter((item) => !written.includes(item))).toEqual([]);
    for (const points of Object.values(script.keyPoints)) {
      expect(points.length).toBeLessThanOrEqual(MAX_POINTS);
      for (const { label, activities: where, ideas } of points) {
        const known = new Set(where.flatMap((activity) => [...ideasIn(activity)]));
        expect([label.en, where.filter((a) => !activities.has(a)), ideas.filter((i) => !known.has(i))]).toEqual([
          label.en,
          [],
          [],
        ]);
      }
    }
    const all = new Set([...activities].flatMap((activity) => [...ideasIn(activity)]));
    for (const { label, ideas } of script.themes)
      expect([label.en, ideas.some((idea) => all.has(idea))]).toEqual([label.en, true]);
    for (const { activity, into, from } of script.merges)
      expect([activity, [into, from].filter((idea) => !ideasIn(activity).has(idea))]).toEqual([activity, []]);
    for (const { activity } of [...script.slips, ...script.late, ...script.withoutPhone.says])
      expect(activities).toContain(activity);
  });

  it('lets every reply and objection answer something that is said there', () => {
    for (const activity of activities) {
      const known = ideasIn(activity);
      const { replies, contests } = corpus.own.activities[activity] ?? { replies: [], contests: [] };
      for (const { en, ideas = [] } of [...replies, ...contests])
        expect([en, ideas.length > 0 && ideas.every((idea) => known.has(idea))]).toEqual([en, true]);
    }
  });
});
