import { type Paragraph, type Table, TableRow } from 'docx';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { colour, uprightWidth } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children } from './runs.ts';
import { cell, gap, LaidOut, noBorders, shares } from './table.ts';

type Titled = Pick<MinutesDocument, 'title' | 'subtitle' | 'aside'>;

/** The title of a document: what it is, of what, where and when. */
const titleOf = ({ title, subtitle, aside }: Titled, pen: Pen, narrow: boolean): Paragraph[] => [
  paragraph('Title', pen.dir, children([title], pen, narrow ? { size: 36, sizeComplexScript: 46 } : {})),
  ...(subtitle.text === '' ? [] : [paragraph('Subtitle', pen.dir, children([subtitle], pen))]),
  ...aside.map((run, i) =>
    paragraph('Aside', pen.dir, children([run], pen), i === 0 ? { spacing: { before: 160 } } : {}),
  ),
];

/** The block at the head of the first page: sand, over a line of saffron; two languages beside each other. */
export function coverOf(documents: readonly (readonly [Titled, Pen])[]): (Paragraph | Table)[] {
  const [first] = documents;
  if (!first) return [];
  const widths = shares(
    uprightWidth,
    documents.map(() => 1),
  );
  const block = new LaidOut(
    {
      widths,
      borders: { ...noBorders, bottom: { style: 'single', size: 24, color: colour.saffron } },
      rows: [
        new TableRow({
          children: documents.map(([doc, pen], i) =>
            cell(widths[i] ?? 0, titleOf(doc, pen, documents.length > 1), {
              shading: { fill: colour.sand, type: 'clear', color: 'auto' },
              margins: { top: 300, bottom: 260, left: 280, right: 280 },
            }),
          ),
        }),
      ],
    },
    first[1],
  );
  return [block, gap(first[1])];
}
