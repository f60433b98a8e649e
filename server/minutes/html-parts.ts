import type { MinutesAbout } from '../domain/minutes-about.ts';
import type { Block, ItemSection, MinutesDocument, Passage, Run } from '../domain/minutes-document.ts';
import { sectionAnchor } from './agenda.ts';
import { logAnchor } from './annex.ts';
import { plain } from './isolate.ts';

/*
 * What the page of the minutes has of its own, besides the blocks of the document: anchors for its headings, contents
 * that lead to them, and ways back from the annex and from sources to where one came from.
 */

type Heading = Extract<Block, { type: 'heading' }>;

/** A line of the contents, and what stands under it. */
export interface Entry {
  readonly target: string;
  readonly runs: readonly Run[];
  readonly below: readonly Entry[];
}

/** One question of the annex: its texts, and the way back to its item; `only` a way where the heading names the item. */
export interface LogPart {
  readonly heading: Heading;
  readonly back: { readonly target: string; readonly title: string; readonly look: 'item' | 'only' };
  readonly blocks: readonly Block[];
}

const isPart = (block: Block): block is Heading => block.type === 'heading' && block.level === 2;

/** Blocks whose second-level headings have an anchor each: `part-<where>-<n>`, unlike any other of the document. */
export function anchored(where: string, blocks: readonly Block[]): Block[] {
  let n = 0;
  return blocks.map((block) => {
    if (!isPart(block)) return block;
    n++;
    return { ...block, id: block.id ?? `part-${where}-${n}` };
  });
}

const entriesOf = (blocks: readonly Block[]): Entry[] =>
  blocks.filter(isPart).map(({ id = '', runs }) => ({ target: id, runs, below: [] }));

/** The annex as it is read on a page: what stands before its questions, then these one by one. */
export function annexParts(doc: MinutesDocument, annex: readonly Block[]): { intro: Block[]; logs: LogPart[] } {
  const sections = new Map<string, ItemSection>();
  for (const section of doc.sections) for (const { id } of section.activities) sections.set(logAnchor(id), section);
  const intro: Block[] = [];
  const logs: (LogPart & { blocks: Block[] })[] = [];
  for (const block of annex) {
    const section = block.type === 'heading' && block.id !== undefined ? sections.get(block.id) : undefined;
    const log = logs.at(-1);
    if (section && block.type === 'heading') {
      const own = block.runs.map((run) => run.text).join('') === section.title.text;
      const back = own
        ? { title: doc.labels.backToItem ?? '', look: 'only' as const }
        : { title: section.title.text, look: 'item' as const };
      logs.push({ heading: block, back: { target: sectionAnchor(section.id), ...back }, blocks: [] });
      // The line that names the item is the way back to it.
    } else if (!log) intro.push(block);
    else if (block.type !== 'line' || log.blocks.length > 0) log.blocks.push(block);
  }
  return { intro, logs };
}

/** The contents of the page, and its parts with the anchors that these lead to. */
export function partsOf(doc: MinutesDocument) {
  const opening = anchored('opening', doc.opening);
  const front = anchored('front', doc.front);
  const back = anchored('back', doc.back);
  const annex = anchored('annex', doc.annex);
  const { intro, logs } = annexParts(doc, annex);
  const below = logs.map(({ heading }) => ({ target: heading.id ?? '', runs: heading.runs, below: [] }));
  const contents: Entry[] = [
    ...entriesOf(opening),
    ...entriesOf(front),
    ...doc.sections.map(({ id, title }) => ({ target: sectionAnchor(id), runs: [title], below: [] })),
    ...entriesOf(back),
    ...entriesOf(intro).map((entry) => ({ ...entry, below })),
  ];
  return { opening, front, back, intro, logs, contents };
}

/**
 * Blocks of an activity in which each mark of a source has an anchor, and each source the way back to its marks:
 * `mark-<source>-<n>`.
 */
export function marked(blocks: readonly Block[]): object[] {
  const marks = new Map<string, string[]>();
  const mark = (target: string): string => {
    const known = marks.get(target) ?? [];
    const id = `mark-${target}-${known.length + 1}`;
    marks.set(target, [...known, id]);
    return id;
  };
  const passage = (one: Passage) => ({
    ...one,
    sources: one.sources.map((source) => ({ ...source, mark: mark(source.target) })),
  });
  const read = blocks.map((block) =>
    block.type === 'passages' ? { ...block, passages: block.passages.map(passage) } : block,
  );
  return read.map((block) =>
    block.type === 'sources'
      ? { ...block, sources: block.sources.map((source) => ({ ...source, marks: marks.get(source.anchor) ?? [] })) }
      : block,
  );
}

/** What the page says about itself, for the programs that show it. */
export function aboutOf(doc: MinutesDocument): MinutesAbout {
  const [asOf = []] = doc.foot;
  return {
    item: doc.item,
    day: doc.day,
    days: doc.days.map(({ date, name, items }) => ({
      date,
      name: name.text,
      items: items.map(({ id, title }) => ({ id, title: title.text })),
    })),
    asOf: plain(asOf),
    leftOut: doc.leftOut.text,
  };
}
