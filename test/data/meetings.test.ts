import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { languages } from '../../server/domain/text.ts';
import { faultsOf, localizedIn } from './typography.ts';

const folder = new URL('../../data/meetings/', import.meta.url);
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const read = (id: string): unknown => JSON.parse(readFileSync(new URL(`${id}/meeting.json`, folder), 'utf8'));

describe.each(ids)('data/meetings/%s', (id) => {
  it('is a meeting file, in the folder of its name', () => {
    const parsed = MeetingFile.safeParse(read(id));
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data?.id).toBe(id);
  });

  it('says everything in three languages, each by its own rules of writing', () => {
    const faults = [...localizedIn(read(id))].flatMap(([path, text]) =>
      languages.flatMap((lang) =>
        faultsOf(text[lang], lang).map((fault) => `${path}.${lang}: ${fault}: ${text[lang]}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('gives no two entries of a list the same name', () => {
    const { cities, kinds, organisations } = MeetingFile.parse(read(id));
    for (const list of [cities, kinds, organisations])
      for (const lang of languages) {
        const names = list.map((entry) => entry.name[lang]);
        expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
      }
  });

  it('has an agenda whose items of one day do not overlap', () => {
    const { agenda } = MeetingFile.parse(read(id));
    const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const overlaps = agenda.filter((item, i) => {
      const before = agenda[i - 1];
      return before?.date === item.date && minute(before.start) + before.minutes > minute(item.start);
    });
    expect(overlaps.map((item) => item.id)).toEqual([]);
  });
});

describe('the Sfax meeting', () => {
  const file = MeetingFile.parse(read('sfax-2019'));

  const discussions = file.activities.flatMap((a) => (a.kind === 'discussion' ? [a] : []));
  const guiding = discussions.filter((a) => /^q[1-4]$/.test(a.id));
  const briefings = file.activities.flatMap((a) => (a.kind === 'briefing' ? [a] : []));

  it('asks the four guiding questions in their order, each in a session of its own', () => {
    const sessions = file.agenda.filter((item) => item.activities.some((id) => /^q[1-4]$/.test(id)));
    expect(sessions.map((item) => [item.type, item.date, ...item.activities])).toEqual(
      ['q1', 'q2', 'q3', 'q4'].map((id) => ['session', '2019-06-26', id]),
    );
  });

  it('has what the background paper has: six readings, the matrix of five roles, five challenges to weigh', () => {
    expect(briefings.map((a) => a.id)).toEqual([
      'briefing-introduction',
      'briefing-partnership',
      'briefing-contributions',
      'briefing-mechanisms',
      'briefing-challenges',
      'briefing-conclusions',
    ]);
    const [matrix] = file.activities.flatMap((a) => (a.kind === 'matrix' ? [a] : []));
    expect(matrix?.config.rows).toHaveLength(5);
    expect(matrix?.config.columns.map((c) => c.tone)).toEqual(['for', 'against']);
    // No cell begins empty.
    const cells = new Set(matrix?.config.seeds.map(({ row, column }) => `${row}/${column}`));
    expect(cells.size).toBe(10);
    const [ballot] = file.activities.flatMap((a) => (a.kind === 'ballot' ? [a] : []));
    expect(ballot?.config.options).toHaveLength(5);
    expect(ballot?.config.options.every((option) => option.detail)).toBe(true);
  });

  it('names the practices of the paper with their cities, and its sources as notes that are cited', () => {
    const practices = briefings.flatMap((a) => a.config.sections.flatMap((section) => section.practices));
    const cities = new Set(practices.flatMap((practice) => practice.city ?? []));
    for (const city of [
      'madrid',
      'calais',
      'paris',
      'lyon',
      'vienna',
      'amsterdam',
      'berlin',
      'athens',
      'amman',
      'beirut',
    ])
      expect([...cities]).toContain(city);
    for (const city of ['tangier', 'tunis', 'barcelona']) expect([...cities]).toContain(city);
    // Where no city of the list is named, the place is.
    expect(practices.every((practice) => practice.city !== null || practice.place)).toBe(true);
    for (const { config } of briefings) {
      const cited = new Set(
        config.sections.flatMap((s) => [...s.passages, ...s.practices]).flatMap((part) => part.notes as string[]),
      );
      expect(config.notes.filter((note) => !cited.has(note.id)).map((note) => note.id)).toEqual([]);
    }
    expect(briefings.flatMap((a) => a.config.notes).length).toBeGreaterThan(20);
  });

  it('knows where each of its cities lies', () => {
    expect(file.cities.filter((city) => !city.at).map((city) => city.id)).toEqual([]);
  });

  it('lasts two days, with speeches, breaks, a visit and something to read overnight', () => {
    const types = new Set(file.agenda.filter((item) => item.activities.length === 0).map((item) => item.type));
    for (const type of ['speech', 'break', 'visit', 'closing'] as const) expect(types).toContain(type);
    const [overnight] = file.agenda.filter((item) => item.type === 'overnight');
    expect(overnight?.activities).toEqual(['briefing-challenges']);
    expect(new Set(file.agenda.map((item) => item.date)).size).toBe(2);
  });

  it('asks short questions, with a help and a time', () => {
    for (const { config } of file.activities) {
      expect(config.prompt.ar).toMatch(/؟$/);
      expect(config.prompt.fr).toMatch(/\u00A0\?$/);
      expect(config.prompt.en).toMatch(/[^ ]\?$/);
      // The screen shows a question in three languages at once, from the back row.
      for (const lang of languages) {
        expect(config.prompt[lang].length).toBeLessThanOrEqual(130);
        expect(config.help?.[lang]?.length).toBeGreaterThan(40);
      }
      expect(config.minutes).toBeGreaterThan(0);
    }
    for (const { config } of guiding) {
      expect(config.minutes).toBeGreaterThanOrEqual(15);
      expect(config.minutes).toBeLessThanOrEqual(25);
      expect(config.graceSeconds).toBe(120);
    }
  });

  it('collects, and names kinds only, where those who pay and those who are paid answer the same question', () => {
    expect(guiding.map((a) => a.config.reveal)).toEqual(['live', 'live', 'live', 'collect']);
    expect(guiding.map((a) => a.config.attribution)).toEqual(['named', 'named', 'named', 'kind']);
  });

  it('lists the municipality of each of its cities', () => {
    const municipal = file.organisations.filter((o) => o.kind === 'municipality').map((o) => o.city);
    expect(file.cities.filter((city) => !municipal.includes(city.id)).map((city) => city.id)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it.each([
    ['ar', 'كيف تعملون?', 'punctuation that is not Arabic'],
    ['ar', 'جمعية Utopia', 'Latin letters'],
    ['ar', '٢٥ جوان', 'digits that are not those of the region'],
    ['ar', 'Sfax', 'no Arabic letter'],
    ['fr', "l'accueil", 'straight quote'],
    ['fr', 'Combien?', 'no no-break space before : ; ? ! % »'],
    ['fr', 'Combien ?', 'no no-break space before : ; ? ! % »'],
    ['fr', '« salle\u00A0»', 'no no-break space after «'],
    ['en', 'the city’s “desk” ', 'differs from what would be stored'],
    ['en', 'turned \u202Eround', 'differs from what would be stored'],
  ] as const)('find what is wrong in %s: %s', (lang, text, fault) => {
    expect(faultsOf(text, lang)).toContain(fault);
  });

  it.each([
    ['ar', 'المركز الدولي (ICMPD): كيف يعمل؟'],
    ['ar', 'دراسة للمنظمة، «Working Together», 2018'.replace(',', '،')],
    ['fr', 'Et vous\u00A0: combien\u00A0?! «\u00A0Trois\u00A0», à 10:30, 5\u00A0%'],
    ['en', 'The city’s “open desk”: who came?'],
  ] as const)('find nothing wrong in %s: %s', (lang, text) => {
    expect(faultsOf(text, lang)).toEqual([]);
  });

  const file = MeetingFile.parse(read('sfax-2019'));

  const spoil = (change: (file: ReturnType<typeof MeetingFile.parse>) => unknown) => {
    const file = structuredClone(MeetingFile.parse(read('sfax-2019')));
    change(file);
    return MeetingFile.safeParse(file).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  };

  it('[MTG53] refuse a file whose lists do not fit together', () => {
    expect(spoil((f) => f.cities.splice(0, 1))).toContain('organisations.0.city: no city "sfax"');
    const madrid = file.cities.findIndex((city) => city.id === 'madrid');
    expect(spoil((f) => f.cities.splice(madrid, 1)).join()).toMatch(
      /config\.sections\.\d+\.practices\.\d+\.city: no city "madrid"/,
    );
    expect(spoil((f) => f.kinds.splice(0, 1))).toContain('organisations.0.kind: no kind "municipality"');
    expect(spoil((f) => f.cities.push(f.cities[0]!))).toContain('cities.14.id: "sfax" stands twice');
    const item = file.agenda.findIndex((entry) => entry.activities.includes('q4' as never));
    const activity = file.activities.findIndex((a) => a.id === 'q4');
    expect(spoil((f) => f.activities.splice(activity, 1))).toContain(`agenda.${item}.activities.0: no activity "q4"`);
    expect(spoil((f) => f.agenda.splice(item, 1))).toContain(`activities.${activity}.id: "q4" is in no agenda item`);
    expect(spoil((f) => f.agenda[1]!.activities.push(f.activities[activity]!.id))).toContain(
      `agenda.${item}.activities.0: activity "q4" is already in the agenda`,
    );
    expect(spoil((f) => f.agenda.reverse())).toContain('agenda.1.start: starts before the item above it');
    expect(spoil((f) => Object.assign(f.dates, { last: '2019-06-25' }))).toContain(
      "agenda.15.date: 2019-06-26 is outside the meeting's dates",
    );
  });

  it('refuse a text that lacks a language', () => {
    const faults = spoil((f) => Reflect.deleteProperty(f.agenda[2]!.title, 'ar'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^agenda\.2\.title\.ar: /);
  });
});
