import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Block, MinutesDocument, Quote, Run } from '../../../server/domain/minutes-document.ts';
import { TestMeeting } from '../../support/test-meeting.ts';
import { heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { expectLinksToLead } from './links.ts';
import { composed, type Made, made } from './made.ts';
import { faultOf } from './package.ts';

const held = heldMeeting().meeting;
const work = workMeeting();
close(work);

/** What a text of the room is not allowed to be, and other parts of a document might. */
const texts: Readonly<Record<string, string>> = {
  'control characters': 'A\u0000B\u0001C\u0008D\u000BE\u000CF\u001FG\u007FH\u0085I\uFFFEJ\uFFFFK',
  'halves of characters': 'A\uD83DB\uDE00C \uD83D\uDE00',
  'marks that turn the line': '\u202Eabc\u202C \u2067x\u2069 \u200Fy\u200E',
  markup: '<w:p>&amp;"\'</w:t>]]><![CDATA[ {PAGE} \\* MERGEFORMAT',
  'lines of each kind': 'one\r\ntwo\rthree\u2028four\u2029five\tsix\n\n\n\nseven',
  'every script':
    'Latin Ελληνικά Кириллица עברית العربية فارسی ܣܘܪܝܝܐ हिन्दी தமிழ் ไทย ខ្មែរ 中文 日本語 한국어 ⵜⵉⴼⵉⵏⴰⵖ ߒߞߏ አማርኛ ქართული',
  emoji: '😀 👩‍👩‍👧‍👦 🇹🇳 ✊🏾 1️⃣ ❤️',
  'one word of 10,000 letters': 'x'.repeat(10_000),
  '5,000 words': Array.from({ length: 5_000 }, (_, i) => (i % 2 ? 'كلمة' : 'word')).join(' '),
  nothing: '',
  space: ' \n ',
};

const runsWith = (text: string, lang: string): Run => ({ text, lang });

/** The document with one text everywhere. */
function filled(doc: MinutesDocument, text: string): MinutesDocument {
  const run = (each: Run): Run => ({ ...each, ...(each.style === 'ref' ? {} : { text }) });
  const quote = (each: Quote): Quote => ({
    ...each,
    text: runsWith(text, 'und'),
    original: runsWith(text, 'ar'),
    notes: each.notes.map((piece) => piece.map(run)),
    parts: each.parts.map(quote),
    contests: each.contests.map(quote),
    replies: each.replies.map(quote),
  });
  const block = (each: Block): Block => {
    switch (each.type) {
      case 'quotes':
        return {
          ...each,
          quotes: each.quotes.map(quote),
          ...(each.table
            ? {
                table: {
                  ...each.table,
                  rows: each.table.rows.map((row) => ({
                    ...row,
                    cells: row.cells.map((cell) => ({ ...cell, quotes: cell.quotes.map(quote) })),
                  })),
                },
              }
            : {}),
        };
      case 'heading':
      case 'paragraph':
      case 'note':
        return { ...each, runs: each.runs.map(run) };
      case 'list':
        return { ...each, items: each.items.map((item) => item.map(run)) };
      case 'table':
        return {
          ...each,
          head: each.head.map((cell) => ({ ...cell, runs: cell.runs.map(run) })),
          rows: each.rows.map((row) => row.map((cell) => ({ ...cell, runs: cell.runs.map(run) }))),
        };
      default:
        return each;
    }
  };
  const blocks = (list: readonly Block[]): Block[] => list.map(block);
  return {
    ...doc,
    title: run(doc.title),
    subtitle: run(doc.subtitle),
    front: blocks(doc.front),
    back: blocks(doc.back),
    annex: blocks(doc.annex),
    sections: doc.sections.map((section) => ({
      ...section,
      title: run(section.title),
      activities: section.activities.map((activity) => ({ ...activity, blocks: blocks(activity.blocks) })),
    })),
  };
}

const sound = ({ parts }: Made): void => {
  for (const [part, xml] of parts) expect([part, faultOf(xml.replaceAll('\uFFFD', '?'))]).toEqual([part, null]);
};

const read = async ({ bytes }: Made): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/[\u200E\u200F]/g, '');

describe.each(Object.entries(texts))('a document full of %s', (name, text) => {
  it('can be read, in two languages side by side', async () => {
    const { meeting } = name.startsWith('5,000') ? work : { meeting: held };
    const all = await made(filled(composed(meeting, 'ar'), text), filled(composed(meeting, 'fr'), text));
    sound(all);
    expectLinksToLead(all);
    const words = await read(all);
    if (/script|emoji|letters|words|markup/.test(name)) expect(words).toContain(text);
    if (name === 'control characters') expect(words).toContain('ABC');
    if (name === 'halves of characters') expect(words).toContain('A\uFFFDB\uFFFDC 😀');
    if (name === 'marks that turn the line') expect(words).toContain('abc x y');
  });
});

describe('a Word document', () => {
  it('of a meeting that has not begun is complete and empty', async () => {
    for (const lang of ['ar', 'fr', 'en'] as const) {
      const doc = composed(new TestMeeting(), lang);
      for (const beside of [null, composed(new TestMeeting(), 'en')]) {
        const all = await made(doc, beside);
        sound(all);
        expectLinksToLead(all);
        expect(await read(all)).toContain(doc.title.text);
      }
    }
  });

  it('has 2,000 contributions, each with its reference', async () => {
    const meeting = new TestMeeting();
    const people = Array.from({ length: 20 }, (_, i) => meeting.join(`p${i}`));
    meeting.open();
    for (let i = 0; i < 2000; i++)
      meeting.say(people[i % 20]!, i % 2 ? `نصّ ${i} من القاعة` : `Texte ${i} de la salle`, {
        lang: i % 2 ? 'ar' : 'fr',
      });
    const all = await made(composed(meeting, 'fr'));
    sound(all);
    expectLinksToLead(all);
    const names = new Set([...all.body.matchAll(/w:name="(C\d+)"/g)].map(([, ref]) => ref));
    expect(names.size).toBe(2000);
    const words = await read(all);
    for (const i of [0, 999, 1998]) expect(words).toContain(i % 2 ? `نصّ ${i} من القاعة` : `Texte ${i} de la salle`);
  });
});
