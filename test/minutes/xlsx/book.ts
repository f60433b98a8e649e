import { CFB, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { MinutesDocument } from '../../../server/domain/minutes-document.ts';
import type { Language } from '../../../server/domain/text.ts';
import { compose } from '../../../server/minutes/compose.ts';
import type { SheetLabel } from '../../../server/minutes/xlsx/names.ts';
import { renderXlsx } from '../../../server/minutes/xlsx/render.ts';
import { wordsFor } from '../../../server/words.ts';
import type { TestMeeting } from '../../support/test-meeting.ts';

const HASH = `7f3a91c0e2d4${'ab'.repeat(26)}`;

export function documentOf({ state, at }: TestMeeting, lang: Language): MinutesDocument {
  return compose(state, { lang, words: wordsFor(lang), head: { seq: state.seq, hash: HASH }, now: at });
}

export type Cell = string | number | null;

/** A workbook as another library reads it. */
export class Book {
  readonly book: WorkBook;
  private readonly files: ReturnType<typeof CFB.read>;

  constructor(
    readonly bytes: Uint8Array,
    readonly doc: MinutesDocument,
  ) {
    this.book = read(bytes, { type: 'buffer', cellNF: true, cellText: true });
    this.files = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  }

  static async of(meeting: TestMeeting, lang: Language): Promise<Book> {
    const doc = documentOf(meeting, lang);
    return new Book(await renderXlsx(doc), doc);
  }

  label(name: SheetLabel): string {
    return this.doc.labels[name] ?? '';
  }

  get names(): string[] {
    return this.book.SheetNames;
  }

  sheet(label: SheetLabel, n?: number): WorkSheet | undefined {
    return this.book.Sheets[n === undefined ? this.label(label) : `${this.label(label)} ${n}`];
  }

  /** All rows of a sheet as values; the first is that with the names of the columns, `skip` lines under the top. */
  rows(label: SheetLabel, skip = 0): Cell[][] {
    const sheet = this.sheet(label);
    if (!sheet) return [];
    return utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true, defval: null, blankrows: true, range: skip });
  }

  /** The rows under the names of the columns, by these. */
  records(label: SheetLabel, skip = 0): Record<string, Cell>[] {
    const [head = [], ...rows] = this.rows(label, skip);
    return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i] ?? null])));
  }

  /** The text of a file of the package. */
  xml(path: string): string {
    const entry = CFB.find(this.files, `/${path}`);
    if (!entry) throw new Error(`no ${path} in the workbook`);
    return Buffer.from(entry.content as Uint8Array).toString('utf8');
  }

  /** The markup of every sheet, in their order. */
  get sheets(): string[] {
    return this.names.map((_, i) => this.xml(`xl/worksheets/sheet${i + 1}.xml`));
  }
}
