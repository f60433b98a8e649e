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
  if (figure?.kind !== 'grid') throw new Error('no picture');
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
  const html = exported(meeting, 'html', 'fr');
  const table = html.slice(html.indexOf('<table class="table-grid places"'));
  const cells = table.slice(0, table.indexOf('</table>')).split('<td role="cell" data-column=').slice(1);
  const refsIn = (cell: string) => [...cell.matchAll(/<li id="(C\d+)"/g)].map(([, found]) => found);

  it('[MTX13] has in each cell its entries, the most endorsed first, with what speaks against them', () => {
    expect(cells.map(refsIn)).toEqual([
      ['ENTRYA', 'ENTRYB', 'CONTESTA', 'CONTESTB', 'SEED0', 'CONTESTSEED'].map(ref),
      [],
      [ref('ENTRYE')],
      ['SEED1', 'CONTESTLOST'].map(ref),
    ]);
    expect(cells[0]).toMatch(/^"Strengths \(fr\)">/);
    expect(cells[0]).toContain('2 appuis, 2 objections');
    expect(cells[1]).toContain('<span class="soft">rien</span>');
  });

  it.each(['html', 'md'] as const)('[MTX13] has each text whole, and once (%s)', (format) => {
    const { meeting: other, give } = workMeeting();
    const long = `LONGWORD ${'mot\nencore '.repeat(40)}FINWORD`;
    give({ kind: 'participant', id: 'l1' as never }, 'matrix.Contribute', {
      row: 'services',
      column: 'weak',
      text: long,
      lang: 'fr',
    });
    const body = exported(other, format, 'fr', 'work');
    // An entry that is also an option of the ballot stands there too.
    for (const word of [
      'LONGWORD',
      'FINWORD',
      'ENTRYA',
      'ENTRYB',
      'CONTESTA',
      'CONTESTB',
      'CONTESTSEED',
      'CONTESTLOST',
    ])
      expect([word, body.split(word).length - 1]).toEqual([word, 1]);
    for (const seed of ['They know the ground. (fr)', 'Funds run out. (fr)']) expect(body.split(seed)).toHaveLength(2);
  });

  it('[MTX13] is a heading for each cell that holds something where a format has no lists in cells', () => {
    const md = exported(meeting, 'md', 'fr').replaceAll('\u00a0', ' ');
    const headings = [...md.matchAll(/^#### (.* · .*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'Raising awareness of rights (fr) · Strengths (fr)',
      'Opening services (fr) · Strengths (fr)',
      'Opening services (fr) · Weaknesses (fr)',
    ]);
  });

  it('stays a table where its rows are blocks: roles and names of columns', () => {
    const english = exported(meeting, 'html', 'en');
    expect(english).toContain('<table class="table-grid places" role="table">');
    expect(english).toContain('<th scope="row" role="rowheader">Raising awareness of rights</th>');
    expect(english).toContain('<td role="cell" data-column="Weaknesses">');
  });
});

describe('the picture of a matrix', () => {
  it('has what weighs in each cell and who contests what stands there, and a colour for each fifth', () => {
    expect(pictureOf(meeting)).toMatchObject({
      counts: 'support',
      columns: [
        { id: 'strong', tone: 'for' },
        { id: 'weak', tone: 'against' },
      ],
      cells: [
        [
          { entries: 2, endorsements: 3, contests: 3, n: 5, step: 5 },
          { entries: 0, endorsements: 0, contests: 0, n: 0, step: 0 },
        ],
        [
          { entries: 1, endorsements: 3, contests: 0, n: 4, step: 4 },
          { entries: 1, endorsements: 0, contests: 0, n: 1, step: 1 },
        ],
      ],
    });
  });

  it('is drawn without script or style, and said in words for whoever does not see it', () => {
    const html = exported(meeting, 'html', 'en');
    expect(html).toContain(
      '<div class="heat" role="img" aria-label="Raising awareness of rights: Strengths 5 (3 objections), Weaknesses 0. Opening services: Strengths 4, Weaknesses 1.">',
    );
    expect(html).toMatch(
      /<span class="heat-cell for step-5"><strong class="code" dir="ltr">5<\/strong><bdi class="code" dir="ltr">≠ 3<\/bdi>/,
    );
    expect(exported(meeting, 'md', 'en')).toContain('| **Raising awareness of rights** | 5 (≠ 3) | 0 |');
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
