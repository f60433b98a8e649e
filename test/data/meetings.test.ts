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

  it('asks the four guiding questions in their order, each in a session of its own', () => {
    const asked = file.agenda.filter((item) => item.activities.length > 0);
    expect(asked.map((item) => [item.type, ...item.activities])).toEqual([
      ['session', 'q1'],
      ['session', 'q2'],
      ['session', 'q3'],
      ['session', 'q4'],
    ]);
    expect(file.activities.map((a) => [a.id, a.kind])).toEqual(
      ['q1', 'q2', 'q3', 'q4'].map((id) => [id, 'discussion']),
    );
  });

  it('asks short questions, with a help, a time and a grace', () => {
    for (const { config } of file.activities) {
      expect(config.prompt.ar).toMatch(/؟$/);
      expect(config.prompt.fr).toMatch(/\u00A0\?$/);
      expect(config.prompt.en).toMatch(/[^ ]\?$/);
      // The screen shows a question in three languages at once, from the back row.
      for (const lang of languages) {
        expect(config.prompt[lang].length).toBeLessThanOrEqual(130);
        expect(config.help?.[lang]?.length).toBeGreaterThan(40);
      }
      expect(config.minutes).toBeGreaterThanOrEqual(15);
      expect(config.minutes).toBeLessThanOrEqual(25);
      expect(config.graceSeconds).toBe(120);
    }
  });

  it('collects where those who pay and those who are paid answer the same question', () => {
    expect(file.activities.map((a) => a.config.reveal)).toEqual(['live', 'live', 'live', 'collect']);
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
    ['fr', 'Et vous\u00A0: combien\u00A0?! «\u00A0Trois\u00A0», à 10:30, 5\u00A0%'],
    ['en', 'The city’s “open desk”: who came?'],
  ] as const)('find nothing wrong in %s: %s', (lang, text) => {
    expect(faultsOf(text, lang)).toEqual([]);
  });

  const spoil = (change: (file: ReturnType<typeof MeetingFile.parse>) => unknown) => {
    const file = structuredClone(MeetingFile.parse(read('sfax-2019')));
    change(file);
    return MeetingFile.safeParse(file).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  };

  it('[MTG53] refuse a file whose lists do not fit together', () => {
    expect(spoil((f) => f.cities.splice(0, 1))).toContain('organisations.0.city: no city "sfax"');
    expect(spoil((f) => f.kinds.splice(0, 1))).toContain('organisations.0.kind: no kind "municipality"');
    expect(spoil((f) => f.cities.push(f.cities[0]!))).toContain('cities.14.id: "sfax" stands twice');
    expect(spoil((f) => f.activities.splice(3, 1))).toContain('agenda.14.activities.0: no activity "q4"');
    expect(spoil((f) => f.agenda.splice(14, 1))).toContain('activities.3.id: "q4" is in no agenda item');
    expect(spoil((f) => f.agenda[1]!.activities.push(f.activities[0]!.id))).toContain(
      'agenda.5.activities.0: activity "q1" is already in the agenda',
    );
    expect(spoil((f) => f.agenda.reverse())).toContain('agenda.1.start: starts before the item above it');
    expect(spoil((f) => Object.assign(f.dates, { last: '2019-06-25' }))).toContain(
      "agenda.11.date: 2019-06-26 is outside the meeting's dates",
    );
  });

  it('refuse a text that lacks a language', () => {
    const faults = spoil((f) => Reflect.deleteProperty(f.agenda[2]!.title, 'ar'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^agenda\.2\.title\.ar: /);
  });
});
