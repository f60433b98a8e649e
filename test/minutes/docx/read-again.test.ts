import { beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { languages } from '../../../server/domain/text.ts';
import { aroundMeeting } from '../around.ts';
import { heldMeeting, times } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { composed, type Made, made } from './made.ts';

const held = heldMeeting();
const work = workMeeting();
close(work);
const around = aroundMeeting();

/** What another library reads: its HTML, where headings are those of styles that everybody knows. */
async function readAgain({ bytes }: Made): Promise<{ html: string; text: string; messages: string[] }> {
  const styleMap = [
    "p[style-name='Title'] => h1.title:fresh",
    "p[style-name='Heading 2 unlisted'] => h2.unlisted:fresh",
  ];
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
  const text = value
    .replace(/<\/(p|h\d|li|t[dhr])>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u200E\u200F]/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return { html: value, text, messages: messages.filter(({ type }) => type === 'error').map(({ message }) => message) };
}

describe.each(languages)('a Word document in %s, read by another library', (lang) => {
  let one: Awaited<ReturnType<typeof readAgain>>;
  let other: Awaited<ReturnType<typeof readAgain>>;
  let doc: Made;

  beforeAll(async () => {
    doc = await made(composed(held.meeting, lang));
    one = await readAgain(doc);
    other = await readAgain(await made(composed(work.meeting, lang)));
  });

  it('has every text that readers may read, and nothing else', () => {
    for (const [ref, word] of held.shown) {
      expect([word, times(one.text, word)]).toEqual([word, 1]);
      expect(one.html).toContain(`id="${ref}"`);
    }
    // Who translated is told where the translation stands.
    const told = held.names.filter((word) => lang === 'fr' || word !== 'Interpreterword');
    for (const word of told) expect(one.text).toContain(word);
    for (const part of doc.parts.values()) for (const word of held.absent) expect(part).not.toContain(word);
    for (const ref of held.gone) expect(one.html).not.toContain(`id="${ref}"`);
    expect(one.messages).toEqual([]);
    expect(one.text).not.toMatch(/undefined|\[object|NaN|minutes\.\w/);
  });

  it('has its title, and its headings under each other', () => {
    expect(one.html).toContain('<h1 class="title">');
    const headings = [...one.html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/g)].map(([, level, inner]) => [
      Number(level),
      inner!.replace(/<[^>]+>/g, '').replace(/[\u200E\u200F]/g, ''),
    ]);
    for (const { title, activities } of doc.doc.sections) {
      expect(headings).toContainEqual([1, title.text]);
      for (const activity of activities) expect(headings).toContainEqual([2, activity.title.text]);
    }
  });

  it('has the sources of what was read as notes, each once, and no list of them besides', () => {
    for (const word of ['SOURCEONE', 'SOURCETWO']) expect([word, times(other.text, word)]).toEqual([word, 1]);
    expect(other.html).toMatch(/<li id="[^"]*footnote-\d+">.*SOURCEONE/);
    expect(other.text).not.toContain('MARKSOURCE');
    expect(other.text).not.toMatch(/^(Sources|المصادر)$/m);
  });

  it('has tables with heads, the texts of a matrix in their cells, and the numbers of its picture', () => {
    expect(times(other.html, '<thead>')).toBeGreaterThanOrEqual(4);
    const cells = [...other.html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, inner]) => inner!);
    for (const word of ['ENTRYA', 'CONTESTA', 'CONTESTSEED'])
      expect(cells.some((inner) => inner.includes(word))).toBe(true);
    const activities = composed(work.meeting, lang).sections.flatMap((section) => section.activities);
    const figures = activities.flatMap(({ blocks }) => blocks).flatMap((b) => (b.type === 'figure' ? [b.figure] : []));
    const grid = figures.find((figure) => figure.kind === 'grid')!;
    for (const { n } of grid.cells.flat())
      expect(cells.some((inner) => new RegExp(`>${n}(<|\\s)`).test(inner))).toBe(true);
    expect(other.text).toContain(grid.caption.text);
  });

  it('has what stands around items', async () => {
    const { text } = await readAgain(await made(composed(around.meeting, lang)));
    for (const word of [
      'POINTONE',
      'POINTTWO',
      'POINTTHREE',
      'THEMEONE',
      'THEMETWO',
      'PAUSEWORD',
      'NAMEBOTH',
      'BEHALF',
    ])
      expect(text).toContain(word);
    expect(text).not.toContain('MARK');
    // A key point names what it rests on, also where that is not shown.
    for (const [word, ref] of around.refs)
      if (!word.startsWith('MARK')) expect([ref, new RegExp(`\\b${ref}\\b`).test(text)]).toEqual([ref, true]);
  });
});
