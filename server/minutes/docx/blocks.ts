import { type Paragraph, Tab, type Table, TextRun } from 'docx';
import type { Block, Fact } from '../../domain/minutes-document.ts';
import { figureOf } from './figures.ts';
import { bullets, numbers } from './numbering.ts';
import { paragraph } from './paragraph.ts';
import { passageParagraphs, sourceParagraphs, uncited } from './passages.ts';
import type { Pen } from './pen.ts';
import { placesOf, quoteParagraphs } from './quotes.ts';
import { children, dot, joined } from './runs.ts';
import { tableOf } from './table.ts';

/** From this width on, the names of facts have a column of their own. */
const WIDE = 7_000;
const NAMES = 2_900;

/** A block as paragraphs and tables; `keepNext`: a line stays with what follows it. */
export function blockOf(block: Block, pen: Pen, keepNext = false): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [paragraph(headingStyle(block.level, pen), pen.dir, children(block.runs, pen))];
    case 'paragraph':
      return [paragraph('Normal', pen.dir, children(block.runs, pen))];
    case 'note':
      return [paragraph('Remark', pen.dir, children(block.runs, pen))];
    case 'line':
      return block.pieces.length > 0
        ? [paragraph('Remark', pen.dir, joined(block.pieces, dot, pen), { keepNext })]
        : [];
    case 'list': {
      const style = block.ordered ? 'ListNumber' : 'ListBullet';
      const instance = { reference: block.ordered ? numbers : bullets, level: 0, instance: pen.nextList() };
      return block.items.map((runs) => paragraph(style, pen.dir, children(runs, pen), { numbering: instance }));
    }
    case 'facts':
      return block.facts.map((fact, i) => factOf(fact, i === 0, pen));
    case 'table':
      return tableOf(block, pen);
    case 'figure':
      return figureOf(block.figure, pen);
    case 'passages':
      return block.passages.flatMap((passage) => passageParagraphs(passage, pen));
    case 'sources':
      return sourceParagraphs(uncited(block, pen), pen);
    case 'quotes':
      return block.table ? placesOf(block.table, pen) : block.quotes.flatMap((quote) => quoteParagraphs(quote, pen));
  }
}

/** The title of the document is no heading: what stands under it is of the first level. */
export const headingStyle = (level: 1 | 2 | 3 | 4, { headings }: Pen): string => `${headings}${Math.max(1, level - 1)}`;

function factOf({ name, value }: Fact, first: boolean, pen: Pen): Paragraph {
  const wide = pen.width >= WIDE;
  const named = children([{ ...name, style: 'strong' }], pen);
  const after = new TextRun(wide ? { children: [new Tab()] } : { text: '', break: 1 });
  return paragraph('Fact', pen.dir, [...named, after, ...joined(value, dot, pen)], {
    ...(wide ? { indent: { start: NAMES, hanging: NAMES }, tabStops: [{ type: 'start', position: NAMES }] } : {}),
    ...(first ? { spacing: { before: 360 } } : {}),
  });
}
