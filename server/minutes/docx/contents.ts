import { InternalHyperlink, type Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Run } from '../../domain/minutes-document.ts';
import type { FlowPiece } from '../flow.ts';
import { field, fieldEnd, fieldStart } from './field.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { textRuns } from './runs.ts';

/** The bookmark that spans what the contents list: from behind them to the heading of the annex. */
export const listed = 'Listed';
/** Fewer headings than these need no contents. */
const FEW = 4;
/** So many begin a page, so that they are seen together. */
const MANY = 15;

export interface Entry {
  readonly bookmark: string;
  readonly level: 1 | 2;
  readonly runs: readonly Run[];
}

/** What stands in an item before its activities: every item has a heading of key points, and they tell nothing apart. */
export const isUnlisted = ({ key, block }: FlowPiece): boolean =>
  block.type === 'heading' && /^item\/.*\/heading/.test(key);

/** Headings by the keys of their pieces: what stands behind the opening, and of the annex its own heading. */
export function entriesOf(flow: readonly FlowPiece[], { headings }: Pick<Pen, 'headings'>): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const piece of flow) {
    const { key, part, block } = piece;
    if (block.type !== 'heading' || part === 'opening' || isUnlisted(piece)) continue;
    if (block.level > (part === 'annex' ? 2 : 3)) continue;
    const bookmark = `_Toc${headings === 'Heading' ? 1 : 2}${`${entries.size}`.padStart(6, '0')}`;
    entries.set(key, { bookmark, level: block.level === 3 ? 2 : 1, runs: block.runs });
  }
  return entries.size < FEW ? new Map() : entries;
}

/**
 * The contents, filled in, each entry with its link and the number of its page. Those of the first language are a field
 * that Word fills anew when asked; a second has headings that such a field cannot find in every language of Word, and
 * has its page numbers alone kept right.
 */
export function contentsOf(title: string, entries: ReadonlyMap<string, Entry>, pen: Pen): Paragraph[] {
  const list = [...entries.values()];
  if (list.length === 0) return [];
  const filled = pen.headings === 'Heading';
  return [
    paragraph('ContentsHeading', pen.dir, textRuns({ text: title, lang: pen.lang }, pen.dir), {
      pageBreakBefore: !pen.inTable && list.length >= MANY,
    }),
    ...list.map((entry, i) =>
      paragraph(
        `TOC${entry.level}`,
        pen.dir,
        [...(filled && i === 0 ? fieldStart(`TOC \\o "1-2" \\h \\z \\b ${listed}`) : []), lineOf(entry, pen)],
        { tabStops: [{ type: 'right', position: pen.width, leader: 'dot' }] },
      ),
    ),
    ...(filled ? [paragraph('Between', pen.dir, [fieldEnd()])] : []),
  ];
}

function lineOf({ runs, bookmark }: Entry, { dir }: Pen): ParagraphChild {
  return new InternalHyperlink({
    anchor: bookmark,
    children: [
      ...runs.flatMap((run) => textRuns({ text: run.text.replace(/\s+/g, ' '), lang: run.lang }, dir)),
      new TextRun({ children: [new Tab()] }),
      // Its number is filled in when the pages are laid out.
      ...field(`PAGEREF ${bookmark} \\h`, ''),
    ],
  });
}
