import { read, utils } from '@e965/xlsx';
import type { Language } from '../../../server/domain/text.ts';
import type { MinutesJson } from '../../../server/minutes/json-schema.ts';
import type { SheetLabel } from '../../../server/minutes/xlsx/names.ts';
import { wordsFor } from '../../../server/words.ts';
import type { Expected } from './expected.ts';

/** What stands around the texts, as data: in JSON and in the workbook. */
export interface Figures {
  /** Key points with what they rest on. */
  readonly points: readonly string[];
  readonly themes: readonly string[];
  /** Options that have a result, with their dots and votes. */
  readonly options: readonly string[];
  /** How many were there, half-day by half-day. */
  readonly halves: readonly number[];
  readonly present: readonly string[];
}

const refsIn = (text: unknown): string => (String(text ?? '').match(/[A-Z]\d+/g) ?? []).join(' ');
const sorted = (list: readonly string[]): string[] => [...list].sort();

export const figuresExpected = ({ lang, points, themes, ballots, halves, present }: Expected): Figures => ({
  points: sorted(points.map(({ text, rests }) => `${text}: ${rests.join(' ')}`)),
  themes: sorted(themes.map(({ ref, label, refs }) => `${ref} ${label}: ${sorted(refs).join(' ')}`)),
  options: sorted(
    ballots
      .flatMap(({ options }) => options)
      .filter(({ dots }) => dots !== null)
      // What was carried over and is not to be read any more keeps its dots, without its words.
      .map(({ label, dots, voters }) => `${label ?? wordsFor(lang)('minutes.optionGone')}: ${dots} ${voters}`),
  ),
  halves: Object.keys(halves)
    .sort()
    .map((half) => halves[half] ?? 0),
  present: sorted(present),
});

export function figuresInJson(body: Uint8Array): Figures {
  const json = JSON.parse(Buffer.from(body).toString('utf8')) as MinutesJson;
  const bars = json.agenda
    .flatMap(({ activities }) => activities.flatMap(({ figures }) => figures))
    .flatMap((figure) => (figure.kind === 'bars' ? figure.bars : []));
  return {
    points: sorted(
      json.agenda.flatMap(({ keyPoints }) =>
        keyPoints.map(({ text, rests }) => `${text.text}: ${rests.map(({ ref }) => ref).join(' ')}`),
      ),
    ),
    themes: sorted(
      json.themes.map(
        ({ ref, label, texts }) => `${ref} ${label.text}: ${sorted(texts.flatMap(({ refs }) => refs)).join(' ')}`,
      ),
    ),
    options: sorted(
      bars.flatMap(({ label, result }) => (result ? [`${label.text}: ${result.dots} ${result.voters}`] : [])),
    ),
    halves: json.attendance?.halves.map(({ n }) => n) ?? [],
    present: sorted(json.meeting.present.map(({ name }) => name)),
  };
}

export function figuresInXlsx(body: Uint8Array, lang: Language): Figures {
  const words = wordsFor(lang);
  const label = (name: SheetLabel): string => words(`minutes.label_${name}`);
  const book = read(body, { type: 'buffer' });
  /** The rows of the sheets of a name, by the names of their columns. */
  const rows = (name: SheetLabel, skip = 0): Record<string, unknown>[] =>
    book.SheetNames.filter((sheet) => sheet.replace(/ \d+$/, '') === label(name)).flatMap((sheet) =>
      utils.sheet_to_json<Record<string, unknown>>(book.Sheets[sheet] ?? {}, { range: skip }),
    );
  const ref = words('minutes.column_ref');
  const themes = new Map<string, string[]>();
  for (const row of rows('sheetThemes')) {
    const name = `${String(row[ref])} ${String(row[words('minutes.column_theme')])}`;
    const text = row[label('sheetTexts')];
    themes.set(name, [...(themes.get(name) ?? []), ...(text === undefined ? [] : [String(text)])]);
  }
  const total = rows('sheetAttendance').find((row) => row[label('kindOfOrganisation')] === label('total'));
  return {
    points: sorted(
      rows('sheetPoints').map(
        (row) => `${String(row[words('minutes.kind_keypoint')])}: ${refsIn(row[words('minutes.column_rests')])}`,
      ),
    ),
    themes: sorted([...themes].map(([name, refs]) => `${name}: ${sorted(refs).join(' ')}`)),
    options: sorted(
      rows('sheetVotes', 2)
        .filter((row) => row[label('dots')] !== undefined)
        .map((row) => `${String(row[label('option')])}: ${String(row[label('dots')])} ${String(row[label('votes')])}`),
    ),
    halves: Object.values(total ?? {}).filter((n) => typeof n === 'number'),
    present: sorted(rows('sheetPresent').map((row) => String(row[label('name')]))),
  };
}
