/** A cell as LibreOffice understood it. */
export interface FlatCell {
  readonly type: 'string' | 'float' | 'percentage' | 'date' | 'empty';
  /** The text, or the value: a number, a date with its time in ISO 8601. */
  readonly value: string;
  readonly formula: boolean;
}

export interface FlatSheet {
  readonly name: string;
  readonly rtl: boolean;
  readonly rows: readonly (readonly FlatCell[])[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, ten, hex, name) =>
    name ? (ENTITIES[name] ?? '') : String.fromCodePoint(ten ? Number(ten) : Number.parseInt(hex, 16)),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};

/** What stands between paragraphs, tabs and runs of spaces as the format writes them. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<text:p(?:\/>|[^>]*>(.*?)<\/text:p>)/gs)]
    .map(([, inner = '']) =>
      decoded(
        inner
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, n) => ' '.repeat(Number(n ?? 1)))
          .replace(/<text:tab\/>/g, '\t')
          .replace(/<text:line-break\/>/g, '\n')
          .replace(/<[^>]+>/g, ''),
      ),
    )
    .join('\n');

/** The sheets of a flat OpenDocument spreadsheet, without the empty cells and rows at their ends. */
export function flatSheets(xml: string): FlatSheet[] {
  const modes = new Map(
    [...xml.matchAll(/<style:style ([^>]*style:family="table"[^>]*)>\s*<style:table-properties([^>]*)/g)].map(
      ([, style = '', properties = '']) => [
        attribute(` ${style}`, 'style:name'),
        properties.includes('writing-mode="rl-tb"'),
      ],
    ),
  );
  return [...xml.matchAll(/<table:table ([^>]*)>(.*?)<\/table:table>/gs)].map(([, tag = '', inner = '']) => ({
    name: attribute(` ${tag}`, 'table:name') ?? '',
    rtl: modes.get(attribute(` ${tag}`, 'table:style-name')) ?? false,
    rows: [...inner.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) => cellsOf(row)),
  }));
}

function cellsOf(row: string): FlatCell[] {
  const cells: FlatCell[] = [];
  for (const [, tag = '', inner = ''] of row.matchAll(
    /<table:(?:covered-)?table-cell((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/table:(?:covered-)?table-cell>)/gs,
  )) {
    const type = (attribute(tag, 'office:value-type') ?? 'empty') as FlatCell['type'];
    const value =
      type === 'string' ? textOf(inner) : (attribute(tag, 'office:date-value') ?? attribute(tag, 'office:value') ?? '');
    const cell = { type, value, formula: tag.includes('table:formula') };
    const times =
      type === 'empty'
        ? Math.min(40, Number(attribute(tag, 'table:number-columns-repeated') ?? 1))
        : Number(attribute(tag, 'table:number-columns-repeated') ?? 1);
    for (let i = 0; i < times; i++) cells.push(cell);
  }
  return cells.slice(0, cells.findLastIndex(({ type }) => type !== 'empty') + 1);
}
