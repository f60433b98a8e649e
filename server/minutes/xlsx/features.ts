import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';
import type { Sheet } from './sheet.ts';

/* What the library leaves to whoever uses it: filters, how a sheet is printed, the direction of texts, and a title. */

type Own = Feature<Stream | Buffer | Blob>;

/** What is told of the whole workbook. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly lang: string;
  /** In milliseconds since 1970, UTC. */
  readonly at: number;
}

/** All of them, for sheets with these names. */
export const featuresFor = (sheets: readonly Sheet[], names: readonly string[], properties: Properties): Own[] => [
  eachSheet(sheets),
  definedNames(sheets, names),
  directions,
  core(properties),
];

/** `A1:F20`, with or without dollars. */
function range({ filtered, widths }: Sheet, fixed = false): string {
  if (!filtered) return '';
  const corners = [getCellAddress(filtered.from - 1, 0), getCellAddress(filtered.to - 1, widths.length - 1)];
  return corners.map((cell) => (fixed ? cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2') : cell)).join(':');
}

/** Puts markup into that of a sheet before or after one of its elements; the order of all is fixed by the format. */
function insert(xml: string, markup: string, where: RegExp): string {
  const found = where.exec(xml);
  if (!found) throw new Error(`no place in the sheet for ${markup}`);
  const at = found.index + found[0].length;
  return xml.slice(0, at) + markup + xml.slice(at);
}

/** Characters beyond which a page lies on its side, and beyond which a sheet is printed over two, side by side. */
const PORTRAIT = 130;
const ACROSS = 235;

/** Filters on the names of the columns; as wide as a page or two when printed, with the number of each page. */
const eachSheet = (sheets: readonly Sheet[]): Own => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        // A height that is there to begin with: a row follows its texts when they or its columns are changed.
        transformElementAttributes(tag, attributes) {
          if (tag !== 'row') return attributes;
          const { customHeight: _, ...rest } = attributes;
          return rest;
        },
        transform(xml, _options, { sheetIndex }) {
          const sheet = sheets[sheetIndex];
          if (!sheet) return xml;
          const fitted = insert(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', /<worksheet[^>]*>/);
          const filtered = sheet.filtered
            ? insert(fitted, `<autoFilter ref="${range(sheet)}"/>`, /<\/sheetData>/)
            : fitted;
          const width = sheet.widths.reduce((all, each) => all + each, 0);
          const orientation = width > PORTRAIT ? 'landscape' : 'portrait';
          const across = width > ACROSS ? 2 : 1;
          const page = [
            '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
            `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${across}" fitToHeight="0"/>`,
            '<headerFooter><oddFooter>&amp;C&amp;A · &amp;P / &amp;N</oddFooter></headerFooter>',
          ];
          return insert(filtered, page.join(''), /<\/sheetData>(?:<autoFilter[^>]*>)?(?:<mergeCells.*<\/mergeCells>)?/);
        },
      },
    },
  },
});

/** Where the filters are, for programmes that look for it there; and what each printed page begins with. */
const definedNames = (sheets: readonly Sheet[], names: readonly string[]): Own => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform(xml) {
          const all = sheets.flatMap((sheet, i) => {
            const name = sanitizeAttributeValue(`'${(names[i] ?? '').replaceAll("'", "''")}'`);
            const local = `localSheetId="${i}"`;
            const filter = `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">${name}!${range(sheet, true)}</definedName>`;
            const { rows, columns } = sheet.frozen;
            const kept = [
              ...(columns > 0 ? [`${name}!$A:$${getCellAddress(0, columns - 1).replace(/\d+$/, '')}`] : []),
              ...(rows > 0 ? [`${name}!$1:$${rows}`] : []),
            ].join(',');
            const titles = `<definedName name="_xlnm.Print_Titles" ${local}>${kept}</definedName>`;
            return [...(sheet.filtered ? [filter] : []), ...(kept !== '' ? [titles] : [])];
          });
          const markup = all.length > 0 ? `<definedNames>${all.join('')}</definedNames>` : '';
          return xml.replace(/<definedNames\s*\/>/, () => markup);
        },
      },
    },
  },
});

/** A text that stands at one side runs from there, whatever the sheet's direction and its own first sign. */
const directions: Own = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml) =>
          xml
            .replaceAll('<alignment horizontal="right"', '<alignment readingOrder="2" horizontal="right"')
            .replaceAll('<alignment horizontal="left"', '<alignment readingOrder="1" horizontal="left"'),
      },
    },
  },
};

const CORE = 'docProps/core.xml';

/** The title, the language and the moment, as other programmes show them of a file. */
const core = ({ title, subject, lang, at }: Properties): Own => ({
  files: {
    transform: {
      '[Content_Types].xml': {
        insert: () =>
          `<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/${CORE}"/>`,
      },
      '_rels/.rels': {
        insert: () =>
          `<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${CORE}"/>`,
      },
    },
    write: {
      files: () => ({
        [CORE]: [
          '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
          ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
          ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
          `<dc:title>${sanitizeTextContent(title)}</dc:title><dc:subject>${sanitizeTextContent(subject)}</dc:subject>`,
          `<dc:creator>Halqa</dc:creator><dc:language>${lang}</dc:language>`,
          `<dcterms:created xsi:type="dcterms:W3CDTF">${new Date(at).toISOString()}</dcterms:created>`,
          '</cp:coreProperties>',
        ].join(''),
      }),
    },
  },
});
