import type { Piece, Run } from '../../domain/minutes-document.ts';
import { dirOf, type Language, type TextLanguage } from '../../domain/text.ts';
import { turns } from '../isolate.ts';
import { printable } from '../printable.ts';
import { type Direction, directionOf, type Line, lineOf, paragraphsOf, type Script, scriptOf } from './text.ts';

/** A run as the template gets it; a plain string is one in the language around it, without any style. */
export type Span =
  | string
  | {
      readonly t: Line;
      /** Its language, direction and script, where they are not those around it. */
      readonly lang?: string;
      readonly dir?: Direction;
      readonly script?: Script;
      /** It stands by itself, so that it turns nothing around it. */
      readonly alone?: true;
      readonly style?: NonNullable<Run['style']>;
      /** The label that it leads to. */
      readonly to?: string;
      /** The label that it is. */
      readonly at?: string;
    };

/** A text of the room, in paragraphs of lines. */
export interface Said {
  readonly p: readonly (readonly Line[])[];
  readonly lang?: string;
  readonly dir?: Direction;
  readonly script?: Script;
}

/** Makes spans of one language of the edition. Labels of two languages are told apart by it. */
export class Spans {
  readonly dir: Direction;
  readonly script: Script;
  private readonly labels = new Set<string>();

  constructor(readonly lang: Language) {
    this.dir = dirOf(lang);
    this.script = scriptOf(lang);
  }

  /** Labels that stand somewhere, each of them once: links to others lead nowhere. */
  get placed(): string[] {
    return [...this.labels];
  }

  /** The label of an anchor, to be put where it stands; nothing the second time. */
  place(anchor: string | undefined): { readonly at?: string } {
    if (anchor === undefined || this.labels.has(this.label(anchor))) return {};
    const at = this.label(anchor);
    this.labels.add(at);
    return { at };
  }

  /** What a link leads to, if the document has it. */
  lead(target: string | undefined): { readonly to?: string } {
    return target === undefined ? {} : { to: this.label(target) };
  }

  runs(runs: readonly Run[]): Span[] {
    return runs.flatMap((run) => (run.text === '' ? [] : [this.run(run)]));
  }

  /** Pieces in one line, with something between them. */
  pieces(pieces: readonly Piece[], between: string): Span[] {
    return pieces.flatMap((piece, i) => [...(i > 0 ? [between] : []), ...this.runs(piece)]);
  }

  /** A text of the room with its paragraphs. */
  said(run: Run): Said {
    const { around, script } = this.around(run);
    return { p: paragraphsOf(run.text, script), ...around };
  }

  private label(anchor: string): string {
    return `${this.lang}/${anchor}`;
  }

  private run(run: Run): Span {
    const text = printable(run.text).replace(/\s*\n\s*/g, ' ');
    if (run.style === 'ref' || run.style === 'code')
      return { t: text, style: run.style, ...this.lead(run.target), ...this.place(run.anchor) };
    const { around, script } = this.around(run);
    const t = lineOf(text, script);
    const alone = around.dir !== undefined || (around.lang !== undefined && turns(text, this.dir));
    const more = {
      ...around,
      ...(alone ? { alone: true as const } : {}),
      ...(run.style ? { style: run.style } : {}),
      ...this.lead(run.target),
    };
    return typeof t === 'string' && Object.keys(more).length === 0 ? t : { t, ...more };
  }

  /** What is not as around it. A name is in no language that we know, and has those of its letters. */
  private around({ text, lang }: Run): { readonly around: Omit<Said, 'p'>; readonly script: Script } {
    const dir = directionOf(text, lang, this.dir);
    const script = lang !== 'und' ? scriptOf(lang) : dir === 'rtl' ? 'arabic' : 'latin';
    const tag = languageTag(lang);
    return {
      around: {
        ...(tag !== undefined && tag !== this.lang ? { lang: tag } : {}),
        ...(dir !== this.dir ? { dir } : {}),
        ...(script !== this.script ? { script } : {}),
      },
      script,
    };
  }
}

/** Two or three letters, as the template can name a language; nothing where nobody knows it. */
const languageTag = (lang: TextLanguage): string | undefined => {
  const [primary] = lang.split('-');
  return primary === 'und' ? undefined : primary;
};
