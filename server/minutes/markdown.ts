import type {
  BarsFigure,
  Block,
  Cell,
  Figure,
  MatrixFigure,
  MinutesDocument,
  Passage,
  Piece,
  Quote,
  QuoteTable,
  Run,
} from '../domain/minutes-document.ts';
import { sectionAnchor } from './agenda.ts';
import { anchorsOf } from './anchors.ts';
import { isolated, joined } from './isolate.ts';

/**
 * Makes a text stand for itself in GitHub-flavoured Markdown: no markup, no HTML, no link of its own making. Every
 * character that could begin something is escaped; what begins something only at the start of a line, there.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$@]/g, '\\$&')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9]*;)/g, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, '$1\\')
    .replace(/^[ \t]+/gm, '')
    .replace(/^(?=[-+=])/gm, '\\')
    .replace(/^(\d+)(?=[.)])/gm, '$1\\');
}

/** GitHub's and most other readers follow `dir` on a block and Markdown inside it. */
export function renderMarkdown(doc: MinutesDocument): string {
  const out = new Markdown(doc);
  return out.render();
}

/** A number in brackets that stand for themselves. */
const bracketed = (n: number): string => `\\[${n}\\]`;

class Markdown {
  private readonly lines: string[] = [];
  private readonly anchors: ReadonlySet<string>;

  constructor(private readonly doc: MinutesDocument) {
    this.anchors = anchorsOf(doc);
  }

  render(): string {
    const { doc } = this;
    this.block(`<div lang="${doc.lang}" dir="${doc.dir}">`);
    this.block(`# ${this.line([doc.title])}`);
    this.block(this.line([doc.subtitle]));
    this.block(doc.aside.map((run) => this.line([run])).join(' · '));
    doc.opening.forEach((block) => this.add(block));
    doc.front.forEach((block) => this.add(block));
    for (const section of doc.sections) {
      this.block(`<a id="${sectionAnchor(section.id)}"></a>`);
      this.block(`## ${this.line([section.title])}`);
      this.block(this.line(section.when));
      section.blocks.forEach((block) => this.add(block));
      for (const activity of section.activities) activity.blocks.forEach((block) => this.add(block));
    }
    doc.back.forEach((block) => this.add(block));
    doc.annex.forEach((block) => this.add(block));
    this.block('---');
    this.block(this.pieces(doc.foot));
    this.block('</div>');
    return `${this.lines.join('\n').trim()}\n`;
  }

  /** A block, with the empty line that ends it. */
  private block(text: string): void {
    if (text !== '') this.lines.push(text, '');
  }

  private add(block: Block): void {
    switch (block.type) {
      case 'heading':
        if (block.id) this.block(`<a id="${block.id}"></a>`);
        return this.block(`${'#'.repeat(block.level)} ${this.line(block.runs)}`);
      case 'paragraph':
      case 'note':
        return this.block(this.line(block.runs));
      case 'line':
        return this.block(this.pieces(block.pieces));
      case 'list':
        return this.block(
          block.items.map((runs, i) => `${block.ordered ? `${i + 1}.` : '-'} ${this.line(runs)}`).join('\n'),
        );
      case 'facts':
        return this.block(
          block.facts.map(({ name, value }) => `- **${this.line([name])}** — ${this.pieces(value)}`).join('\n'),
        );
      case 'table':
        return this.table(block.caption, block.head, block.rows);
      case 'figure':
        return this.figure(block.figure);
      case 'passages':
        return block.passages.forEach((passage) => this.passage(passage));
      case 'sources':
        return this.block(
          block.sources
            .map(({ n, anchor, text }) => `- <a id="${anchor}"></a>${bracketed(n)} ${this.line([text])}`)
            .join('\n'),
        );
      case 'quotes':
        return block.table ? this.places(block.table) : block.quotes.forEach((quote) => this.quote(quote, ''));
    }
  }

  /** A cell of Markdown holds no list, so each place has a heading of its own; the picture before it is the table. */
  private places({ rows }: QuoteTable): void {
    for (const { name, quotes } of rows.flatMap(({ cells }) => cells)) {
      if (quotes.length === 0) continue;
      this.block(`#### ${this.line([name])}`);
      quotes.forEach((quote) => this.quote(quote, ''));
    }
  }

  private quote(quote: Quote, indent: string): void {
    const inner = `${indent}  `;
    const anchor = `<a id="${quote.ref}"></a>**${this.reference(quote.ref, quote.ref)}**`;
    this.block(`${indent}- ${anchor} ${this.text(quote.text, inner)}`);
    if (quote.original) this.block(`${inner}> ${this.text(quote.original, `${inner}> `)}`);
    this.block(
      `${inner}— ${joined(
        quote.notes.map((piece) => this.line(piece)),
        this.doc.dir,
      )}`,
    );
    for (const below of [...quote.parts, ...quote.contests, ...quote.replies]) this.quote(below, inner);
  }

  /** A text of the room with its own line breaks; `indent` keeps it inside what it belongs to. */
  private text(run: Run, indent: string): string {
    return run.text
      .split(/\n{2,}/)
      .map((paragraph) => escapeMarkdown(isolated(paragraph, this.doc.dir)).split('\n').join(`\\\n${indent}`))
      .join(`\n${indent.trimEnd()}\n${indent}`);
  }

  private table(caption: Run | undefined, head: readonly Cell[], rows: readonly (readonly Cell[])[]): void {
    if (caption) this.block(`**${this.line([caption])}**`);
    this.block([this.row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => this.row(row))].join('\n'));
  }

  private row(cells: readonly Cell[]): string {
    const lines = (cell: Cell): string[] =>
      [cell.runs, ...(cell.items ?? [])].filter((runs) => runs.length > 0).map((runs) => this.line(runs));
    return `| ${cells.map((cell) => lines(cell).join('<br>')).join(' | ')} |`;
  }

  private figure(figure: Figure): void {
    if (figure.kind === 'grid') this.matrix(figure);
    else this.bars(figure);
  }

  /** The numbers of the picture. */
  private matrix({ caption, corner, rows, columns, cells }: MatrixFigure): void {
    const { lang } = this.doc;
    const cell = (name: Run): Cell => ({ runs: [name] });
    this.table(
      caption,
      [corner, ...columns.map(({ name }) => name)].map(cell),
      rows.map(({ name }, i) => [
        cell({ ...name, style: 'strong' }),
        ...(cells[i] ?? []).map(({ n, contests }) =>
          cell({ text: contests > 0 ? `${n} (≠ ${contests})` : `${n}`, lang }),
        ),
      ]),
    );
  }

  private bars({ caption, bars }: BarsFigure): void {
    this.block(`**${this.line([caption])}**`);
    this.block(
      bars
        .map(({ label, detail, ref, said }) => {
          const cited = ref ? ` ${this.reference(ref, ref)}` : '';
          const numbers = said ? ` — ${this.line([said])}` : '';
          return `- ${this.line([label])}${cited}${numbers}${detail ? `\\\n  ${this.line([detail])}` : ''}`;
        })
        .join('\n'),
    );
  }

  private passage({ lead, text, sources, marks }: Passage): void {
    const about = lead ? `**${this.line([lead])}** — ` : '';
    const cited = sources.map(({ n, target }) => ` [${bracketed(n)}](#${target})`).join('');
    const noted = marks.map(({ said }) => this.line([said]));
    this.block(
      `- ${about}${this.line([text])}${cited}${noted.length > 0 ? `\n\n  — ${joined(noted, this.doc.dir)}` : ''}`,
    );
  }

  private pieces(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.line(piece)).join(' · ');
  }

  private line(runs: readonly Run[]): string {
    return runs.map((run) => this.run(run)).join('');
  }

  private run({ text, lang, style, target, anchor }: Run): string {
    const { dir } = this.doc;
    if (style === 'ref') return `${anchor ? `<a id="${anchor}"></a>` : ''}${this.reference(text, target)}`;
    const flat = text.replace(/\s*\n\s*/g, ' ');
    // Space at the edge of a run joins it to its neighbour and stays outside of marks.
    const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(flat) ?? [];
    const own = lang === this.doc.lang && style !== 'code';
    const escaped = escapeMarkdown(own ? core : isolated(core, dir));
    const marked = style === 'strong' ? `**${escaped}**` : escaped;
    return `${before}${this.leads(target) ? `[${marked}](#${target})` : marked}${after}`;
  }

  private reference(text: string, target: string | undefined): string {
    const shown = isolated(text, this.doc.dir);
    return this.leads(target) ? `[${shown}](#${target})` : shown;
  }

  private leads(target: string | undefined): boolean {
    return target !== undefined && this.anchors.has(target);
  }
}
