import type { Block, Cell, MinutesDocument, Piece, Quote, Run } from '../domain/minutes-document.ts';
import { sectionAnchor } from './agenda.ts';
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

class Markdown {
  private readonly lines: string[] = [];

  constructor(private readonly doc: MinutesDocument) {}

  render(): string {
    const { doc } = this;
    this.block(`<div lang="${doc.lang}" dir="${doc.dir}">`);
    this.block(`# ${this.line([doc.title])}`);
    this.block(this.line([doc.subtitle]));
    this.block(doc.aside.map((run) => this.line([run])).join(' · '));
    doc.front.forEach((block) => this.add(block));
    for (const section of doc.sections) {
      this.block(`<a id="${sectionAnchor(section.id)}"></a>`);
      this.block(`## ${this.line([section.title])}`);
      this.block(this.line(section.when));
      for (const activity of section.activities) activity.blocks.forEach((block) => this.add(block));
    }
    doc.back.forEach((block) => this.add(block));
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
        if (block.caption) this.block(`**${this.line([block.caption])}**`);
        return this.block(
          [this.row(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map((r) => this.row(r))].join(
            '\n',
          ),
        );
      case 'quotes':
        return block.quotes.forEach((quote) => this.quote(quote, ''));
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
    for (const below of [...quote.parts, ...quote.replies]) this.quote(below, inner);
  }

  /** A text of the room with its own line breaks; `indent` keeps it inside what it belongs to. */
  private text(run: Run, indent: string): string {
    return run.text
      .split(/\n{2,}/)
      .map((paragraph) => escapeMarkdown(isolated(paragraph, this.doc.dir)).split('\n').join(`\\\n${indent}`))
      .join(`\n${indent.trimEnd()}\n${indent}`);
  }

  private row(cells: readonly Cell[]): string {
    return `| ${cells.map((cell) => this.line(cell.runs)).join(' | ')} |`;
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
    return `${before}${target === undefined ? marked : `[${marked}](#${target})`}${after}`;
  }

  private reference(text: string, target: string | undefined): string {
    const shown = isolated(text, this.doc.dir);
    return target === undefined ? shown : `[${shown}](#${target})`;
  }
}
