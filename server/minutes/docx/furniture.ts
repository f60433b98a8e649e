import { Footer, Header, PageNumber, TableRow, TextRun } from 'docx';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { colour } from './look.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children, dot, joined } from './runs.ts';
import { cell, LaidOut, noBorders, shares } from './table.ts';

type Documents = readonly (readonly [Pick<MinutesDocument, 'title' | 'foot'>, Pen])[];

/** What stands over each page but the first: the title. */
export const headerOf = (documents: Documents): Header =>
  new Header({
    children: documents.slice(0, 1).map(([{ title }, pen]) => paragraph('Header', pen.dir, children([title], pen))),
  });

/** What stands under each page: the moment and the fingerprint that the minutes rest on, and the page of how many. */
export function footerOf(documents: Documents, width: number): Footer {
  const [first] = documents;
  if (!first) return new Footer({ children: [] });
  const [, pen] = first;
  const widths = shares(width, [86, 14]);
  const [said = width, number = width] = widths;
  const pageOf = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  const line = { style: 'single' as const, size: 4, color: colour.line };
  return new Footer({
    children: [
      new LaidOut(
        {
          widths,
          borders: { ...noBorders, top: line },
          margins: { left: 0, right: 0, top: 60, bottom: 0 },
          rows: [
            new TableRow({
              children: [
                cell(
                  said,
                  documents.map(([{ foot }, own]) =>
                    paragraph(
                      'Footer',
                      own.dir,
                      joined(foot, dot, own),
                      own.dir === pen.dir ? {} : { alignment: 'end' },
                    ),
                  ),
                ),
                cell(number, [
                  paragraph('Footer', 'ltr', [pageOf], { alignment: pen.dir === 'rtl' ? 'left' : 'right' }),
                ]),
              ],
            }),
          ],
        },
        pen,
      ),
      paragraph('Between', pen.dir, []),
    ],
  });
}
