import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { BarsFigure, Block, Cell, MinutesDocument, Piece, Run } from '../domain/minutes-document.ts';
import { dirOf, type TextLanguage } from '../domain/text.ts';
import { projectRoot } from '../words.ts';
import { sectionAnchor } from './agenda.ts';
import { anchorsOf } from './anchors.ts';
import { aboutOf, marked, partsOf } from './html-parts.ts';
import { plain } from './isolate.ts';

const read = (name: string): string => readFileSync(join(projectRoot, 'views', name), 'utf8');

/** What a template knows of the document around a run: its language, and the anchors that a link can lead to. */
interface Around {
  readonly lang: TextLanguage;
  readonly dir: 'rtl' | 'ltr';
  readonly anchors: ReadonlySet<string>;
}

const { escapeExpression, SafeString } = Handlebars;

/** `lang` and `dir` of a text; one whose language nobody knows takes its direction from its letters. */
const direction = (lang: TextLanguage): string =>
  lang === 'und' ? 'lang="" dir="auto"' : `lang="${escapeExpression(lang)}" dir="${dirOf(lang)}"`;

function runHtml(run: Run, around: Around): string {
  const text = escapeExpression(run.text);
  if (run.style === 'ref') {
    const id = run.anchor ? ` id="${escapeExpression(run.anchor)}"` : '';
    const target = run.target !== undefined && around.anchors.has(run.target);
    return target
      ? `<a class="ref" dir="ltr"${id} href="#${escapeExpression(run.target)}">${text}</a>`
      : `<bdi class="ref" dir="ltr"${id}>${text}</bdi>`;
  }
  if (run.style === 'code') return `<bdi class="code" dir="ltr">${text}</bdi>`;
  const tag = run.style === 'strong' ? 'strong' : run.style ? 'span' : '';
  const styled = tag ? `<${tag}${tag === 'span' ? ` class="${run.style}"` : ''}>${text}</${tag}>` : text;
  const isolated = run.lang === around.lang ? styled : `<bdi ${direction(run.lang)}>${styled}</bdi>`;
  return run.target !== undefined && around.anchors.has(run.target)
    ? `<a href="#${escapeExpression(run.target)}">${isolated}</a>`
    : isolated;
}

/** Templates and styles, read once. */
const load = () => {
  const engine = Handlebars.create();
  for (const name of ['block', 'quote', 'said', 'table', 'places', 'figure', 'passages'])
    engine.registerPartial(name, read(`minutes-${name}.hbs`));
  const runs = (list: readonly Run[], around: Around): string => list.map((run) => runHtml(run, around)).join('');
  engine.registerHelper(
    'runs',
    (list: readonly Run[], options: Handlebars.HelperOptions) => new SafeString(runs(list, options.data.root)),
  );
  engine.registerHelper(
    'pieces',
    (list: readonly Piece[], separator: string, options: Handlebars.HelperOptions) =>
      new SafeString(list.map((piece) => runs(piece, options.data.root)).join(escapeExpression(separator))),
  );
  engine.registerHelper('direction', (run: Run) => new SafeString(direction(run.lang)));
  engine.registerHelper('is', (a: unknown, b: unknown) => a === b);
  engine.registerHelper('reference', (ref: string, options: Handlebars.HelperOptions) => {
    const run: Run = { text: ref, lang: 'und', style: 'ref', target: ref };
    return new SafeString(runs([run], options.data.root));
  });
  engine.registerHelper('plain', (cell: Cell) => plain(cell.runs));
  // A colour for what a column speaks for, and how strong it is.
  engine.registerHelper(
    'tone',
    (figure: { readonly columns: readonly { readonly tone: string }[] }, i: number) =>
      figure.columns[i]?.tone ?? 'plain',
  );
  engine.registerHelper('width', ({ bars }: BarsFigure, dots: number) => {
    const most = Math.max(1, ...bars.map((bar) => bar.result?.dots ?? 0));
    return Math.round((1000 * dots) / most) / 10;
  });
  // The title of the document is the first heading, so that sections follow it without a gap.
  engine.registerHelper('heading', (block: Extract<Block, { type: 'heading' }>, options: Handlebars.HelperOptions) => {
    const level = `h${block.level}`;
    const id = block.id ? ` id="${escapeExpression(block.id)}"` : '';
    return new SafeString(`<${level}${id}>${runs(block.runs, options.data.root)}</${level}>`);
  });
  const css = ['minutes.css', 'minutes-figures.css'].map(read).join('\n');
  return {
    css,
    hash: createHash('sha256').update(css).digest('base64'),
    template: engine.compile(read('minutes.hbs'), { preventIndent: true }),
  };
};
let loaded: ReturnType<typeof load> | undefined;
const views = () => {
  loaded ??= load();
  return loaded;
};

/** The policy that the page carries in itself, and that its answer should carry too: its own style, and nothing else. */
export const minutesPolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${views().hash}'; base-uri 'none'; form-action 'none'`;

/** The minutes as one HTML file that needs no other: to read, to print (A4), to keep. */
export function renderHtml(doc: MinutesDocument): string {
  const { css, template } = views();
  return template({
    ...doc,
    ...partsOf(doc),
    css,
    policy: minutesPolicy(),
    comma: doc.dir === 'rtl' ? '، ' : ', ',
    pageTitle: plain([doc.title]),
    about: JSON.stringify(aboutOf(doc)),
    anchors: anchorsOf(doc),
    sections: doc.sections.map((section) => ({
      ...section,
      anchor: sectionAnchor(section.id),
      activities: section.activities.map(({ blocks }) => ({ blocks: marked(blocks) })),
    })),
  });
}
