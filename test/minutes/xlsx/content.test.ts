import { describe, expect, it } from '@jest/globals';
import { quotesIn } from '../../../server/domain/minutes-document.ts';
import { languages } from '../../../server/domain/text.ts';
import { TestMeeting } from '../../support/test-meeting.ts';
import { aroundMeeting } from '../around.ts';
import { heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { Book } from './book.ts';

const work = workMeeting();
close(work);
const meetings = { held: heldMeeting().meeting, work: work.meeting, around: aroundMeeting().meeting };
const editions = Object.entries(meetings).flatMap(([name, meeting]) =>
  languages.map((lang) => [name, lang, meeting] as const),
);

describe.each(editions)('the workbook of %s in %s', (_name, lang, meeting) => {
  const made = Book.of(meeting, lang);

  it('has a row for each text, with all that the document says of it', async () => {
    const book = await made;
    const { doc } = book;
    const column = (row: Record<string, unknown>, name: string): unknown => row[doc.columns[name] ?? ''] ?? null;
    const rows = book.records('sheetTexts');
    const expected = doc.sections.flatMap(({ title, activities }) =>
      activities.flatMap((activity) => [...quotesIn(activity.log)].map((quote) => ({ title, activity, quote }))),
    );
    expect(rows).toHaveLength(doc.quotes);
    expected.forEach(({ title, activity, quote }, i) => {
      const row = rows[i]!;
      const written = quote.original ?? quote.text;
      expect({
        ref: column(row, 'ref'),
        text: column(row, 'text'),
        translation: column(row, 'translation'),
        kind: column(row, 'kind'),
        parent: column(row, 'parent'),
        item: column(row, 'item'),
        activity: column(row, 'activity'),
        place: column(row, 'place'),
        author: column(row, 'author'),
        organisation: column(row, 'organisation'),
        city: column(row, 'city'),
        behalf: column(row, 'behalf'),
        event: column(row, 'event'),
      }).toEqual({
        ref: quote.ref,
        text: written.text,
        translation: quote.original ? quote.text.text : null,
        kind: doc.kinds[quote.kind],
        parent: quote.parent,
        item: title.text,
        activity: activity.title.text,
        place: quote.place?.name.text ?? null,
        author: quote.by.name.text,
        organisation: quote.by.organisation?.text ?? null,
        city: quote.by.city?.text ?? null,
        behalf: quote.behalf ? doc.desk : null,
        event: quote.event,
      });
      // Numbers are numbers; those of a part stand with its whole.
      const part = quote.kind === 'merged';
      expect(column(row, 'endorsements')).toBe(part ? null : quote.endorsements.n);
      expect(column(row, 'objections')).toBe(part ? null : quote.contested);
      expect(row[book.label('earlierEndorsements')] ?? null).toBe(quote.endorsements.earlier || null);
      for (const { ref, by } of quote.merged)
        expect(String(column(row, 'merged'))).toContain(`${ref} (${by.name.text}`);
      const theme = doc.themes.find(({ texts }) => texts.some(({ refs }) => refs.includes(quote.ref)));
      expect(column(row, 'theme')).toBe(theme ? `${theme.ref} ${theme.label.text}` : null);
      const translator = quote.original && quote.translations[doc.lang]?.by;
      if (translator) expect(column(row, 'translator')).toContain(translator);
    });
  });

  it('has the key points with what they rest on', async () => {
    const book = await made;
    const { doc } = book;
    const rows = book.records('sheetPoints');
    const points = doc.sections.flatMap(({ title, keyPoints }) => keyPoints.map((point) => ({ title, point })));
    expect(
      rows.map((row) => [row[doc.columns.item!], row[doc.kinds.keypoint], row[doc.columns.rests!] ?? null]),
    ).toEqual(
      points.map(({ title, point: { text, rests } }) => [
        title.text,
        text.text,
        rests.length === 0
          ? null
          : rests.map(({ ref, shown }) => (shown ? ref : `${ref} (${book.label('notShownMark')})`)).join(' · '),
      ]),
    );
  });

  it('has the agenda as planned, changed and held: dates that are dates, on the clock of the meeting', async () => {
    const book = await made;
    const { doc } = book;
    const rows = book.rows('sheetAgenda');
    const head = rows[0]!;
    const sheet = book.sheet('sheetAgenda')!;
    const shown = (row: number, label: Parameters<Book['label']>[0]): string | null => {
      const column = head.indexOf(book.label(label));
      const cell = column < 0 ? undefined : sheet[`${String.fromCharCode(65 + column)}${row + 2}`];
      if (cell?.v === undefined) return null;
      // A number with the look of a date: that is how the format has them.
      expect([cell.t, cell.z]).toEqual(['n', 'dd/mm/yyyy hh:mm']);
      return cell.w as string;
    };
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: doc.meeting.timezone,
      ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    });
    const real = (at: number | null) => (at === null ? null : clock.format(at).replace(',', ''));
    const planned = (plan: { date: string; start: string } | null) =>
      plan && `${plan.date.split('-').reverse().join('/')} ${plan.start}`;
    expect(rows).toHaveLength(doc.agenda.length + 1);
    doc.agenda.forEach((line, i) => {
      expect(rows[i + 1]![0]).toBe(line.title.text);
      expect([shown(i, 'plannedFor'), shown(i, 'changedTo'), shown(i, 'startedAt'), shown(i, 'endedAt')]).toEqual([
        planned(line),
        planned(line.retimed),
        real(line.startedAt),
        real(line.endedAt),
      ]);
    });
    expect(rows.slice(1).map((row) => row[2])).toEqual(doc.agenda.map(({ minutes }) => minutes));
  });

  it('has every place of a matrix with its three numbers, and their sums', async () => {
    const book = await made;
    const figures = figuresOf(book, 'grid');
    for (const { figure } of figures) {
      if (figure.kind !== 'grid') continue;
      const [, names, , ...rows] = book.rows('sheetMatrix');
      expect(names!.filter((name) => name !== null)).toEqual([
        figure.corner.text,
        ...figure.columns.map(({ name }) => name.text),
        book.label('total'),
      ]);
      figure.rows.forEach(({ name }, i) => {
        const cells = figure.cells[i]!.flatMap((cell) => [cell.entries, cell.endorsements, cell.contests]);
        expect(rows[i]!.slice(0, cells.length + 1)).toEqual([name.text, ...cells]);
      });
      const all = figure.cells.flat();
      expect(rows.at(-1)!.slice(-3)).toEqual(
        (['entries', 'endorsements', 'contests'] as const).map((of) => all.reduce((n, cell) => n + cell[of], 0)),
      );
    }
    expect(book.rows('sheetMatrix').length > 0).toBe(figures.length > 0);
  });

  it('has the votes: options, dots, shares and groups', async () => {
    const book = await made;
    const figures = figuresOf(book, 'bars');
    for (const { figure } of figures) {
      if (figure.kind !== 'bars') continue;
      const rows = book.records('sheetVotes', 2);
      figure.bars.forEach((bar, i) => {
        const row = rows[i]!;
        expect(row[book.label('option')]).toBe(bar.label.text);
        expect(row[book.doc.columns.ref!] ?? null).toBe(bar.ref);
        expect(row[book.label('dots')] ?? null).toBe(bar.result?.dots ?? null);
        if (bar.result) expect(row[book.label('share')]).toBeCloseTo(bar.result.voters / figure.voted.n);
        figure.groups.forEach(({ name }, j) => {
          expect(row[`${book.label('dots')} · ${name.text}`] ?? null).toBe(bar.result?.groups[j] ?? null);
        });
      });
      if (figure.bars.some(({ result }) => result))
        expect(rows.at(-1)).toMatchObject({
          [book.label('option')]: book.label('votesCast'),
          [book.label('votes')]: figure.voted.n,
        });
    }
    expect(book.rows('sheetVotes').length > 0).toBe(figures.length > 0);
  });

  it('has themes, attendance, those present, who was heard and what was read', async () => {
    const book = await made;
    const { doc } = book;
    const themes = book.records('sheetThemes');
    expect(themes.map((row) => [row[doc.columns.ref!], row[book.label('sheetTexts')] ?? null])).toEqual(
      doc.themes.flatMap(({ ref, texts }) => {
        const refs = texts.flatMap((text) => text.refs);
        return refs.length > 0 ? refs.map((text) => [ref, text]) : [[ref, null]];
      }),
    );
    const missing = themes.reduce((n, row) => n + Number(row[book.label('notShown')] ?? 0), 0);
    expect(missing).toBe(doc.themes.reduce((n, theme) => n + theme.notShown, 0));

    const [, ...attendance] = book.rows('sheetAttendance');
    expect(attendance).toEqual(
      doc.attendance
        ? [
            ...doc.attendance.groups.map(({ name, n }) => [name.text, ...n]),
            [book.label('total'), ...doc.attendance.halves.map(({ n }) => n)],
          ]
        : [],
    );
    const present = book.records('sheetPresent');
    expect(present.map((row) => row[book.label('name')])).toEqual(doc.present.map(({ name }) => name.text));
    doc.present.forEach((person, i) => {
      const ticked = Object.entries(present[i]!).flatMap(([name, value]) => (value === '✓' ? [name] : []));
      const halves = doc.attendance?.halves.filter(({ id }) => person.halves.includes(id)) ?? [];
      expect(ticked).toEqual(halves.map(({ name }) => name.text));
    });
    const heard = book.records('sheetHeard');
    for (const { title, rows } of doc.heard)
      for (const row of rows) {
        const found = heard.find(
          (each) => each[book.label('table')] === title.text && each[book.label('group')] === row.name.text,
        );
        expect(found?.[book.label('contributions')]).toBe(row.contributions);
        expect(found?.[book.label('endorsementsGiven')]).toBe(row.endorsements);
      }
    if (doc.floor)
      expect(heard.at(-1)).toMatchObject({
        [book.label('people')]: doc.floor.people,
        [book.label('timesSpoken')]: doc.floor.times,
      });
    const passages = doc.sections
      .flatMap(({ activities }) => activities.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.type === 'passages' ? block.passages : []));
    expect(book.records('sheetPassages').map((row) => row[book.label('passage')])).toEqual(
      passages.map(({ text }) => text.text),
    );
  });

  it('says what it is of, when, and on which log it rests', async () => {
    const book = await made;
    const { doc } = book;
    const facts = new Map(book.rows('sheetAbout').map(([name, value]) => [name, value]));
    expect(facts.get(doc.columns.meeting ?? '')).toBe(doc.meeting.title);
    expect(facts.get(book.label('fingerprint'))).toBe(doc.head.hash);
    expect(facts.get(book.label('textsShown'))).toBe(doc.quotes);
    for (const [label, n] of [
      ['textsHidden', doc.withheld.hidden],
      ['textsRemoved', doc.withheld.removed],
      ['textsWithdrawn', doc.withheld.withdrawn],
      ['textsPending', doc.withheld.pending],
      ['textsLate', doc.withheld.late],
    ] as const)
      expect(facts.get(book.label(label)) ?? 0).toBe(n);
    expect(book.xml('docProps/core.xml')).toContain(`<dc:language>${doc.lang}</dc:language>`);
  });
});

function figuresOf({ doc }: Book, kind: 'grid' | 'bars') {
  return doc.sections
    .flatMap(({ activities }) => activities.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.type === 'figure' && block.figure.kind === kind ? [block] : []));
}

describe('the workbook of a meeting in which nothing was said', () => {
  it.each(languages)('tells of the meeting and its agenda alone (%s)', async (lang) => {
    const book = await Book.of(new TestMeeting(), lang);
    expect(book.names).toEqual([book.label('sheetAbout'), book.label('sheetAgenda')]);
    expect(new Map(book.rows('sheetAbout').map(([a, b]) => [a, b])).get(book.label('textsShown'))).toBe(0);
  });
});

describe('two thousand texts', () => {
  it('stand in the workbook, each once, within ten seconds', async () => {
    const meeting = new TestMeeting();
    meeting.open();
    const who = meeting.join('a');
    const long = 'نصّ يحكي ما جرى في الحيّ. '.repeat(20);
    for (let i = 0; i < 2000; i++) meeting.say(who, `T${i}T ${long}`, { lang: 'ar' });
    const before = Date.now();
    const book = await Book.of(meeting, 'ar');
    expect(Date.now() - before).toBeLessThan(10_000);
    const refs = book.records('sheetTexts').map((row) => row[book.doc.columns.ref!]);
    expect(refs).toEqual(Array.from({ length: 2000 }, (_, i) => `C${i + 1}`));
  });
});
