import { Bookmark, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Piece, Run } from '../../domain/minutes-document.ts';
import type { TextLanguage } from '../../domain/text.ts';
import { printable } from '../printable.ts';
import type { Pen } from './pen.ts';
import { type Direction, directionOf, LRM, within, wordLanguage } from './text.ts';

const styleOf: Readonly<Record<NonNullable<Run['style']>, string>> = {
  strong: 'Strong',
  soft: 'Secondary',
  warn: 'Missing',
  ref: 'Reference',
  code: 'Code',
};

/** Language and direction of a run, as Word wants them said. */
export const tongue = (lang: TextLanguage, own: Direction): IRunOptions =>
  own === 'rtl'
    ? { rightToLeft: true, language: { bidirectional: wordLanguage(lang) } }
    : { language: { value: wordLanguage(lang) } };

/** A text in its language within a line of a direction; each of its lines on a line of its own. */
export function textRuns(run: Pick<Run, 'text' | 'lang'>, line: Direction, options: IRunOptions = {}): TextRun[] {
  const text = printable(run.text);
  const own = directionOf(text, run.lang, line);
  return text.split('\n').map(
    (part, i) =>
      new TextRun({
        ...options,
        ...tongue(run.lang, own),
        text: within(part, own, line),
        ...(i > 0 ? { break: 1 } : {}),
      }),
  );
}

/** Runs as children of a paragraph: each in its language, with its style, its anchor and where it leads. */
export function children(runs: Piece, pen: Pen, options: IRunOptions = {}): ParagraphChild[] {
  const joins = runs.map((run, i) => pen.dir === 'rtl' && joinsReferences(run.text, runs[i - 1], runs[i + 1]));
  return runs.flatMap((run, i) =>
    joins[i]
      ? besideReferences(run, pen, { ...options, ...styled(run) })
      : childrenOf(run, pen, options, joins[i + 1] === true),
  );
}

const styled = ({ style }: Run): IRunOptions => (style ? { style: styleOf[style] } : {});

const isReference = (run: Run | undefined): boolean => run?.style === 'ref';

/**
 * Brackets around references, and what stands between two of them. In a line from the right they are read from the left
 * with them: LibreOffice would break the line behind an opening bracket that runs the other way.
 */
function joinsReferences(text: string, before: Run | undefined, after: Run | undefined): boolean {
  if (/[\p{L}\p{N}]/u.test(text)) return false;
  if (isReference(before) && isReference(after)) return true;
  return (isReference(after) && /[([]$/.test(text)) || (isReference(before) && /^[)\]]/.test(text));
}

/** The space before an opening bracket belongs to the line. */
function besideReferences({ text, lang }: Run, { dir }: Pen, options: IRunOptions): TextRun[] {
  const [, before = '', rest = ''] = /^(\s*(?=[([]$))?(.*)$/s.exec(printable(text)) ?? [];
  const marked = rest.replace(/[([]$/, `${LRM}$&`).replace(/^[)\]]/, `$&${LRM}`);
  return [
    ...(before === '' ? [] : textRuns({ text: before, lang }, dir, options)),
    new TextRun({ ...options, ...tongue('und', 'ltr'), text: marked }),
  ];
}

function childrenOf(run: Run, pen: Pen, options: IRunOptions, joined: boolean): ParagraphChild[] {
  const { style, target, anchor } = run;
  // References and code are always read from the left.
  const latin = style === 'ref' || style === 'code';
  const shown: Pick<Run, 'text' | 'lang'> = latin ? { text: run.text, lang: 'und' } : run;
  const leads = pen.anchors.leads(target);
  const named = leads !== null && !style ? { style: 'Hyperlink' } : styled(run);
  const bold = style === 'strong' ? { bold: true } : {};
  const written = textRuns(shown, joined && style === 'ref' ? 'ltr' : pen.dir, { ...options, ...named, ...bold });
  const name = anchor === undefined ? null : pen.anchors.place(anchor);
  const linked: ParagraphChild[] =
    leads === null ? written : [new InternalHyperlink({ anchor: leads, children: written })];
  return name === null ? linked : [new Bookmark({ id: name, children: linked })];
}

/** Pieces in one line, with what stands between two of them. */
export const joined = (pieces: readonly Piece[], separator: string, pen: Pen): ParagraphChild[] =>
  pieces.flatMap((piece, i) => [
    ...(i > 0 ? textRuns({ text: separator, lang: pen.lang }, pen.dir) : []),
    ...children(piece, pen),
  ]);

export const dot = ' · ';
export const comma = ({ dir }: Pen): string => (dir === 'rtl' ? '، ' : ', ');
