import { read as readWorkbook, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import type { MinutesJson } from '../../../server/minutes/json-schema.ts';
import { plainOf, squash } from './squash.ts';

/** A text as a reader finds it in a file, by its reference. */
export interface ReadEntry {
  readonly ref: string;
  /** What stands there to be read, squashed: the text, and under it the one that it is translated from. */
  readonly texts: string;
  /** What the format tells apart besides; undefined where it does not. */
  readonly kind?: string;
  readonly author?: string | null;
  readonly translator?: string | null;
  readonly endorsements?: number | null;
  readonly objections?: number | null;
  readonly theme?: string | null;
}

/** A file of the minutes as somebody finds it who knows the format alone. */
export interface Read {
  readonly entries: readonly ReadEntry[];
  /** All that it says, squashed. */
  readonly all: string;
  /** Its plain words, for what has to be told from the letters beside it. */
  readonly words: string;
  /** It holds the texts alone, and nothing of what stands around them. */
  readonly alone?: true;
}

const text = (body: Uint8Array): string => Buffer.from(body).toString('utf8');

/** The parts of markup that begin where something does, each up to the next. */
const parts = (markup: string, begins: RegExp): { readonly head: RegExpExecArray; readonly body: string }[] => {
  const heads = [...markup.matchAll(begins)];
  return heads.map((head, i) => ({ head, body: markup.slice(head.index, heads[i + 1]?.index) }));
};

export function readHtml(body: Uint8Array): Read {
  const html = text(body);
  const words = plainOf(html);
  const entries = parts(html, /<li id="([A-Z]\d+)"/g).map(({ head, body: one }) => ({
    ref: head[1] ?? '',
    texts: squash(
      [...one.matchAll(/<p class="(?:text|original)"[^>]*>(.*?)<\/p>/gs)].map(([, p = '']) => plainOf(p)).join(''),
    ),
  }));
  return { entries, all: squash(words), words };
}

/** Markdown as it is read: what is escaped stands for itself, links and emphasis are gone. */
const readable = (markdown: string): string =>
  markdown
    .replace(/<[^>\n]*>/g, ' ')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\\n/g, '\n')
    .replace(/\\([^\n])/g, '$1');

export function readMarkdown(body: Uint8Array): Read {
  const markdown = text(body);
  const words = readable(markdown);
  const entries = parts(markdown, /^ *- <a id="([A-Z]\d+)"><\/a>\*\*\[[^\]\n]+\]\(#[A-Z]\d+\)\*\* /gm).map(
    ({ head, body: one }) => {
      // Up to the line that says whose it is; the original stands in a quotation.
      const said = one.slice(head[0].length).split(/^ *— /m)[0] ?? '';
      return { ref: head[1] ?? '', texts: squash(readable(said.replace(/^ *>/gm, ''))) };
    },
  );
  return { entries, all: squash(words), words };
}

const numberOf = (value: unknown): number | null =>
  value === '' || value === null || value === undefined ? null : Number(value);
const some = (value: unknown): string | null =>
  value === '' || value === null || value === undefined ? null : String(value);

/** What tables of texts have in common, by the places of their columns. */
interface Columns {
  readonly ref: number;
  readonly text: number;
  readonly translation: number;
  readonly kind: number;
  readonly author: number;
  readonly translator: number;
  readonly endorsements: number;
  readonly objections: number;
  readonly theme: number;
}

function readRow(row: readonly unknown[], at: Columns): ReadEntry {
  const written = some(row[at.text]) ?? '';
  const translation = some(row[at.translation]) ?? '';
  return {
    ref: String(row[at.ref]),
    texts: squash(translation + written),
    kind: String(row[at.kind]),
    author: some(row[at.author]),
    translator: some(row[at.translator]),
    endorsements: numberOf(row[at.endorsements]),
    objections: numberOf(row[at.objections]),
    theme: some(row[at.theme])?.split(' ')[0] ?? null,
  };
}

export function readCsv(body: Uint8Array): Read {
  const rows: string[][] = parse(text(body), { bom: true, from_line: 2 });
  const all = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '').replace(/(?<=[;\t\n])'/g, '')));
  const at: Columns = {
    ref: 3,
    kind: 5,
    text: 7,
    translation: 8,
    translator: 9,
    author: 10,
    endorsements: 13,
    objections: 17,
    theme: 18,
  };
  const words = all.flat().join(' \n ');
  const entries = all.filter((row) => row[3] !== '').map((row) => readRow(row, at));
  return { entries, all: squash(words), words, alone: true };
}

/** The sheet of texts is found by its columns: it has the most of them. Its names are the document's. */
export function readXlsx(body: Uint8Array, names: Readonly<Record<string, string>>): Read {
  const book = readWorkbook(body, { type: 'buffer' });
  const sheets = book.SheetNames.map((name) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: null }),
  );
  const at = (head: readonly unknown[]): Columns =>
    Object.fromEntries(
      ['ref', 'text', 'translation', 'kind', 'author', 'translator', 'endorsements', 'objections', 'theme'].map(
        (name) => [name, head.indexOf(names[name])],
      ),
    ) as unknown as Columns;
  const texts = sheets.filter(([head = []]) => head.includes(names.ref) && head.includes(names.text));
  const words = sheets.flat(2).map(String).join(' \n ');
  return {
    entries: texts.flatMap(([head = [], ...rows]) => rows.map((row) => readRow(row, at(head)))),
    all: squash(words),
    words,
  };
}

type JsonText = MinutesJson['agenda'][number]['activities'][number]['contributions'][number];

export function readJson(body: Uint8Array): Read {
  const json = JSON.parse(text(body)) as MinutesJson;
  const themes = new Map(
    json.themes.flatMap(({ ref, texts }) => texts.flatMap((each) => each.refs.map((one) => [one, ref]))),
  );
  const entry = (one: JsonText | JsonText['parts'][number]): ReadEntry => ({
    ref: one.ref,
    texts: squash((one.translation?.text ?? '') + one.written.text),
    kind: one.kind,
    author: one.by?.name ?? null,
    translator: one.translation?.by ?? null,
    endorsements: one.kind === 'merged' ? null : one.endorsements.n,
    objections: one.kind === 'merged' ? null : one.contested,
    theme: themes.get(one.ref) ?? null,
  });
  const entries = json.agenda
    .flatMap(({ activities }) => activities.flatMap(({ contributions }) => contributions))
    .flatMap((one) => [
      one,
      ...one.parts,
      ...[...one.contests, ...one.replies].flatMap((below) => [below, ...below.parts]),
    ])
    .map((one) => entry(one as JsonText));
  const strings: string[] = [];
  JSON.stringify(json, (_, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  const words = strings.join(' \n ');
  return { entries, all: squash(words), words };
}

/** With two languages, each text is found twice: once in each. */
export async function readDocx(body: Uint8Array): Promise<Read> {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(body) });
  const entries = parts(html, /<p><a id="([A-Z]\d+)(?:_[a-z]+)?"><\/a>/g).map(({ head, body: one }) => {
    // Its paragraphs up to the end of the cell, or to what follows the texts.
    const [, ...said] = (one.split(/<\/t[dh]>|<h\d|<table|<ol|<ul/)[0] ?? '').split('</p>');
    return { ref: head[1] ?? '', texts: squash(plainOf(said.join('\n'))) };
  });
  const words = plainOf(html);
  return { entries, all: squash(words), words };
}
