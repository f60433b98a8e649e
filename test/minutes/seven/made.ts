import type { MeetingState } from '../../../server/domain/state.ts';
import type { Language } from '../../../server/domain/text.ts';
import { exportMinutes } from '../../../server/minutes/export.ts';
import type { MinutesFormat } from '../../../server/minutes/formats.ts';
import { wordsFor } from '../../../server/words.ts';
import type { TestMeeting } from '../../support/test-meeting.ts';
import { compare, compareBeside, comparePdf } from './compare.ts';
import type { Row, Value } from './events.ts';
import { type Expected, expected } from './expected.ts';
import { figuresExpected, figuresInJson, figuresInXlsx } from './figures.ts';
import { Log } from './log.ts';
import { readPdf } from './pdf.ts';
import { type Read, readCsv, readDocx, readHtml, readJson, readMarkdown, readXlsx } from './readers.ts';

/** A meeting as it was held: its state, its log, and all that its vault ever held. */
export interface HeldMeeting {
  readonly state: MeetingState;
  readonly rows: readonly Row[];
  readonly values: ReadonlyMap<string, Value>;
  /** The moment that the minutes are made, in milliseconds since 1970. */
  readonly now: number;
}

export const heldOf = ({ state, log, sealed, at }: TestMeeting): HeldMeeting => ({
  state,
  rows: log,
  values: sealed as ReadonlyMap<string, Value>,
  now: at,
});

export const expectedOf = ({ rows, values }: HeldMeeting, lang: Language): Expected =>
  expected(new Log(rows, values), lang);

const HASH = `7f3a91c0e2d4${'ab'.repeat(26)}`;

/** The minutes as the server makes them. */
export async function made(
  { state, now }: HeldMeeting,
  format: MinutesFormat,
  lang: Language,
  beside?: Language,
): Promise<Uint8Array> {
  const head = { seq: state.seq, hash: HASH };
  return (await exportMinutes(state, { format, lang, head, now, ...(beside ? { beside } : {}) })).body;
}

export async function readAs(format: Exclude<MinutesFormat, 'pdf'>, body: Uint8Array, lang: Language): Promise<Read> {
  switch (format) {
    case 'html':
      return readHtml(body);
    case 'md':
      return readMarkdown(body);
    case 'csv':
      return readCsv(body);
    case 'json':
      return readJson(body);
    case 'docx':
      return readDocx(body);
    case 'xlsx': {
      const words = wordsFor(lang);
      const columns = ['ref', 'text', 'kind', 'author', 'translator', 'endorsements', 'objections', 'theme'];
      const language = new Intl.DisplayNames(`${lang}-u-nu-latn`, { type: 'language' }).of(lang) ?? lang;
      const names = columns.map((name) => [name, words(`minutes.column_${name}`)]);
      const translation = words('minutes.column_translation', { language });
      return readXlsx(body, Object.fromEntries([...names, ['translation', translation]]));
    }
  }
}

/** How a file of the minutes differs from the log, a line for each difference. */
export async function differences(
  body: Uint8Array,
  format: MinutesFormat,
  all: readonly [Expected] | readonly [Expected, Expected],
): Promise<string[]> {
  if (format === 'pdf') return comparePdf(all, readPdf(body));
  const read = await readAs(format, body, all[0].lang);
  if (all.length === 2) return compareBeside(all, read);
  return [...compare(all[0], read), ...figures(body, format, all[0])];
}

/** What JSON and the workbook have as data. */
function figures(body: Uint8Array, format: MinutesFormat, of: Expected): string[] {
  const found = format === 'json' ? figuresInJson(body) : format === 'xlsx' ? figuresInXlsx(body, of.lang) : null;
  if (!found) return [];
  const should = figuresExpected(of);
  return (Object.keys(should) as (keyof typeof should)[]).flatMap((name) => {
    const [is, wanted] = [JSON.stringify(found[name]), JSON.stringify(should[name])];
    return is === wanted ? [] : [`${name}: ${is}, not ${wanted}`];
  });
}
