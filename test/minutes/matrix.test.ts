import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { exported } from './meeting.ts';
import { cellsAtRandom, counted } from './tallies.ts';
import { close, workFile, workMeeting } from './work.ts';

const work = workMeeting();
close(work);
const { meeting, items } = work;
const ref = (word: string) => items.get(word)!.ref;

type Activity = MinutesJson['agenda'][number]['activities'][number];
const matrixOf = (of: TestMeeting, lang: 'ar' | 'fr' | 'en' = 'fr'): Activity =>
  (JSON.parse(exported(of, 'json', lang)) as MinutesJson).agenda
    .flatMap((item) => item.activities)
    .find(({ kind }) => kind === 'matrix')!;
const pictureOf = (of: TestMeeting, lang: 'ar' | 'fr' | 'en' = 'fr') => {
  const [figure] = matrixOf(of, lang).figures;
  if (figure?.kind !== 'matrix') throw new Error('no picture');
  return figure;
};

describe('the entries of a matrix', () => {
  const { contributions, counts } = matrixOf(meeting);

  it('[MTX13] stand cell by cell, each with what was merged into it and what speaks against it', () => {
    expect(
      contributions.map((c) => [
        c.place?.id,
        c.kind,
        c.ref,
        c.parts.map((p) => p.ref),
        c.contests.map((o) => [o.ref, o.parent]),
      ]),
    ).toEqual([
      ['rights/strong', 'contribution', ref('SEED0'), [], [[ref('CONTESTSEED'), ref('SEED0')]]],
      [
        'rights/strong',
        'contribution',
        ref('ENTRYA'),
        [ref('ENTRYB')],
        [
          [ref('CONTESTA'), ref('ENTRYA')],
          [ref('CONTESTB'), ref('ENTRYB')],
        ],
      ],
      ['services/strong', 'contribution', ref('ENTRYE'), [], []],
      ['services/weak', 'contribution', ref('SEED1'), [], []],
      ['services/weak', 'contest', ref('CONTESTLOST'), [], []],
    ]);
    expect(exported(meeting, 'md', 'fr')).toContain(`objection à [${ref('ENTRYB')}](#${ref('ENTRYB')})`);
    expect(exported(meeting, 'html', 'fr')).toContain('objection à une contribution qui ne figure pas ici');
  });

  it('are counted with what is not shown, which is counted in its cell and once', () => {
    expect(counts).toMatchObject({ shown: 9, merged: 1, hidden: 1, removed: 1, withdrawn: 1, pending: 0, late: 0 });
    const said =
      'Ne figurent pas ici : 1 texte masqué · 1 texte supprimé définitivement · 1 texte retiré par la personne qui l’a écrit';
    expect(exported(meeting, 'md', 'fr').replaceAll('\u00a0', ' ')).toContain(said);
  });

  it('have a row each in the table of texts, with its cell and its kind', () => {
    const rows: Record<string, string>[] = parse(exported(meeting, 'csv', 'en'), { bom: true, columns: true });
    expect(rows.map((row) => [row.Reference, row.Kind, row.Cell, row.Objections])).toContainEqual([
      ref('ENTRYA'),
      'contribution',
      'Raising awareness of rights · Strengths',
      '2',
    ]);
    expect(rows.find((row) => row.Reference === ref('CONTESTB'))).toMatchObject({
      Kind: 'objection',
      Cell: 'Raising awareness of rights · Strengths',
      'Reply or objection to, or merged into': ref('ENTRYB'),
    });
  });
});

describe('an entry of the document', () => {
  it.each([
    ['ar', 'They know the ground. (ar)', 'ورقة اللقاء'],
    ['fr', 'They know the ground. (fr)', 'document de la rencontre'],
    ['en', 'They know the ground.', 'the meeting’s paper'],
  ] as const)('stands in the language of its reader, as nobody’s translation (%s)', (lang, text, author) => {
    const [seed] = matrixOf(meeting, lang).contributions;
    expect(seed).toMatchObject({
      written: { lang, text },
      translation: null,
      by: null,
      shownAs: { as: 'document', name: author },
    });
    const html = exported(meeting, 'html', lang);
    const item = html.slice(html.indexOf(`<li id="${ref('SEED0')}"`), html.indexOf(`<li id="${ref('CONTESTSEED')}"`));
    expect(item).toContain(author);
    expect(item).not.toContain('class="original"');
    expect(item).not.toContain('class="warn"');
  });

  it('is not among what the room wrote', () => {
    expect(exported(meeting, 'md', 'en', 'work')).toContain(
      '**Written by the room** — 2 contributions · 4 objections · 1 merged text',
    );
    expect(exported(meeting, 'md', 'en', 'work')).toContain(
      '4 contributions · 2 of them from the meeting’s paper · 4 objections',
    );
  });
});

describe('the table of a matrix', () => {
  const [first = '', second = ''] = exported(meeting, 'md', 'fr')
    .split('\n')
    .filter(
      (line) => line.startsWith('| Raising awareness of rights (fr) |') || line.startsWith('| Opening services (fr) |'),
    );

  it('[MTX13] has the entries of each cell in the language of its reader, the most endorsed first, with their numbers', () => {
    expect(first).toBe(
      `| Raising awareness of rights (fr) | ENTRYA connaissent le terrain ${link('ENTRYA')}, 2 appuis, 2 objections<br>They know the ground. (fr) ${link('SEED0')}, 1 appui, 1 objection | rien |`,
    );
    expect(second).toBe(
      `| Opening services (fr) | TRANSE connaissent le quartier ${link('ENTRYE')}, 3 appuis | Funds run out. (fr) ${link('SEED1')} |`,
    );
  });

  it('has the beginning of a long text, in whole words and one line', () => {
    const { meeting: other, give } = workMeeting();
    const long = `LONGWORD ${'mot\nencore '.repeat(40)}FINWORD`;
    give({ kind: 'participant', id: 'l1' as never }, 'matrix.Contribute', {
      row: 'services',
      column: 'weak',
      text: long,
      lang: 'fr',
    });
    const md = exported(other, 'md', 'fr');
    expect(md).toMatch(/LONGWORD (mot encore )+(mot|encore)… \[/);
    expect(md.split('FINWORD')).toHaveLength(2);
  });

  it('stays a table where its rows are blocks: roles and names of columns', () => {
    const html = exported(meeting, 'html', 'en');
    expect(html).toContain('<table class="table-grid" role="table">');
    expect(html).toContain('<th scope="row" role="rowheader">Raising awareness of rights</th>');
    expect(html).toContain('<td role="cell" data-column="Weaknesses">');
  });
});

const link = (word: string) => `[${ref(word)}](#${ref(word)})`;

describe('the picture of a matrix', () => {
  it('has the endorsements of each cell and who contests what stands there, and a colour for each fifth', () => {
    expect(pictureOf(meeting)).toMatchObject({
      counts: 'endorsements',
      columns: [
        { id: 'strong', tone: 'for' },
        { id: 'weak', tone: 'against' },
      ],
      cells: [
        [
          { entries: 2, endorsements: 3, contests: 3, n: 3, step: 5 },
          { entries: 0, endorsements: 0, contests: 0, n: 0, step: 0 },
        ],
        [
          { entries: 1, endorsements: 3, contests: 0, n: 3, step: 5 },
          { entries: 1, endorsements: 0, contests: 0, n: 0, step: 0 },
        ],
      ],
    });
  });

  it('is drawn without script or style, and said in words for whoever does not see it', () => {
    const html = exported(meeting, 'html', 'en');
    expect(html).toContain(
      '<div class="heat" role="img" aria-label="Raising awareness of rights: Strengths 3 (3 objections), Weaknesses 0. Opening services: Strengths 3, Weaknesses 0.">',
    );
    expect(html).toMatch(
      /<span class="heat-cell for step-5"><strong class="code" dir="ltr">3<\/strong><bdi class="code" dir="ltr">≠ 3<\/bdi>/,
    );
    expect(exported(meeting, 'md', 'en')).toContain('| **Raising awareness of rights** | 3 (≠ 3) | 0 |');
  });

  it('counts entries where nothing is endorsed', () => {
    const file = workFile({ table: { reveal: 'live', attribution: 'city', endorsements: false } });
    const plain = new TestMeeting({}, file);
    plain.open('table');
    expect(pictureOf(plain)).toMatchObject({
      counts: 'entries',
      cells: [
        [{ n: 1 }, { n: 0 }],
        [{ n: 0 }, { n: 1 }],
      ],
    });
  });

  it('is not there before the matrix is opened', () => {
    const planned = new TestMeeting();
    expect(matrixOf(planned)).toMatchObject({ figures: [], contributions: [], attribution: null });
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'equals a count from the log alone, whatever is hidden, merged or taken away (%i)',
    (seed) => {
      const random = cellsAtRandom(seed);
      const { rows, columns, cells } = pictureOf(random);
      const expected = counted(random.log);
      const found = Object.fromEntries(
        rows.flatMap((row, i) =>
          columns.map((column, j) => {
            const { entries, endorsements, contests } = cells[i]![j]!;
            return [`${row.id}/${column.id}`, { entries, endorsements, contests }];
          }),
        ),
      );
      expect(found).toEqual(expected);
      const all = Object.values(expected);
      expect(all.reduce((sum, cell) => sum + cell.endorsements, 0)).toBeGreaterThan(10);
      expect(all.reduce((sum, cell) => sum + cell.contests, 0)).toBeGreaterThan(3);
    },
  );
});
