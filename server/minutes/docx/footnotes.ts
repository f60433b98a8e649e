import { Bookmark, FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Source } from '../../domain/minutes-document.ts';
import { field } from './field.ts';
import type { Pen } from './pen.ts';
import { textRuns } from './runs.ts';
import { directionOf } from './text.ts';

/** The notes at the foot of the page: a source has one, where it is cited first; later citations name its number. */
export class Footnotes {
  private last = 0;
  private readonly numbers = new Map<string, number>();

  /** The next source gets the next number: citations must be asked for in the order of the document. */
  cite(source: Source, pen: Pen): ParagraphChild[] {
    const key = `${pen.lang}/${source.anchor}`;
    const known = this.numbers.get(key);
    const bookmark = pen.anchors.leads(source.anchor);
    if (known !== undefined && bookmark !== null) return numberOf(bookmark, known);
    this.numbers.set(key, ++this.last);
    const note = new FootnoteReferenceRun({ children: [noteOf(source, pen)] });
    const name = pen.anchors.place(source.anchor);
    return [name === null ? note : new Bookmark({ id: name, children: [note] })];
  }
}

function noteOf({ text }: Source, { dir }: Pen): Paragraph {
  const own = directionOf(text.text, text.lang, dir);
  return new Paragraph({
    style: 'FootnoteText',
    bidirectional: own === 'rtl',
    children: [new TextRun(' '), ...textRuns(text, own)],
  });
}

/** The number of a note once more: Word keeps it right when notes are put in before it. */
const numberOf = (bookmark: string, n: number): TextRun[] =>
  field(`NOTEREF ${bookmark} \\h`, `${n}`, { style: 'FootnoteReference' });
