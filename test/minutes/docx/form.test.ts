import { beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../../server/domain/text.ts';
import { aroundMeeting } from '../around.ts';
import { HASH, heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { expectLinksToLead } from './links.ts';
import { composed, type Made, made } from './made.ts';
import { elements, faultOf, textOf, values } from './package.ts';

const work = workMeeting();
close(work);
const meetings = { held: heldMeeting().meeting, work: work.meeting, around: aroundMeeting().meeting };

const ARABIC = /[\u0620-\u064A]/;

describe.each(languages.flatMap((lang) => Object.keys(meetings).map((name) => [name, lang] as const)))(
  'the Word document of a meeting (%s) in %s',
  (name, lang) => {
    let all: Made;
    beforeAll(async () => {
      all = await made(composed(meetings[name as keyof typeof meetings], lang));
    });

    it('is made of XML without a fault', () => {
      for (const [part, xml] of all.parts) expect([part, faultOf(xml)]).toEqual([part, null]);
    });

    it('leads from each reference to its place', () => {
      expectLinksToLead(all);
      const refs = [...all.body.matchAll(/w:name="([A-Z]\d+)"/g)].map(([, ref]) => ref);
      expect(refs.length).toBeGreaterThanOrEqual(all.doc.quotes);
    });

    it('uses no style that it does not have', () => {
      const styles = all.parts.get('word/styles.xml')!;
      const known = new Set(values(styles, 'w:style', 'w:styleId'));
      const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((tag) => values(all.body, tag, 'w:val'));
      expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([]);
      for (const each of [
        'Title',
        'heading 1',
        'heading 2',
        'heading 3',
        'heading 4',
        'caption',
        'Quote text',
        'Reference',
      ])
        expect(styles).toContain(`<w:name w:val="${each}"/>`);
    });

    it('has contents that are filled in, and asks for no update', () => {
      const entries = elements(all.body, 'w:p').filter((p) => /<w:pStyle w:val="TOC\d"/.test(p));
      expect(entries.length).toBeGreaterThanOrEqual(6);
      for (const entry of entries) expect(textOf(entry)).toMatch(/^.+\t\d+$/s);
      const titles = entries.map((entry) => textOf(entry).split('\t')[0]);
      for (const { title } of all.doc.sections) expect(titles).toContain(title.text);
      expect(all.body).toContain('TOC \\o &quot;1-2&quot;');
      for (const xml of all.parts.values()) expect(xml).not.toMatch(/w:dirty|w:updateFields/);
    });

    it('says in which language each run is, and which way it runs', () => {
      for (const run of elements(all.body, 'w:r').filter((each) => each.includes('<w:t '))) {
        const text = textOf(run);
        if (!ARABIC.test(text) || /[A-Za-z]/.test(text)) continue;
        expect([text, /<w:rtl\/>/.test(run)]).toEqual([text, true]);
        expect([text, /<w:lang w:bidi="[\w-]+"\/>/.test(run)]).toEqual([text, true]);
      }
      const paragraphs = elements(all.body, 'w:p').filter((p) => textOf(p) !== '');
      for (const p of paragraphs) expect(p).toMatch(/<w:bidi( w:val="false")?\/>/);
      const headings = paragraphs.filter((p) => /<w:pStyle w:val="Heading\d"/.test(p));
      for (const p of headings) expect(/<w:bidi\/>/.test(p)).toBe(lang === 'ar');
      const styles = all.parts.get('word/styles.xml')!;
      expect(/w:styleId="Normal">.*?<w:bidi\/>.*?<\/w:style>/.test(styles)).toBe(lang === 'ar');
    });

    it('mirrors its tables, repeats their heads, and breaks no short row', () => {
      const tables = elements(all.body, 'w:tbl');
      for (const table of tables) expect(/<w:bidiVisual\/>/.test(table)).toBe(lang === 'ar');
      const ours = tables.filter((table) => table.includes('MinutesTable'));
      expect(ours.length).toBeGreaterThan(0);
      for (const table of ours) {
        const [head, ...rows] = elements(table, 'w:tr');
        expect(head).toContain('<w:tblHeader/>');
        expect(head).toContain('<w:cantSplit/>');
        for (const row of rows) {
          expect(row).not.toContain('<w:tblHeader/>');
          // The rows of a matrix's texts may be longer than a page; all others here are short.
          expect(row.includes('<w:cantSplit/>')).toBe(!row.includes('QuoteHead') && !row.includes('F7F2E8'));
        }
      }
    });

    it('says on each page which log it rests on, and in its properties what it is', () => {
      const footers = [...all.parts].filter(([part]) => /footer\d+\.xml$/.test(part));
      expect(footers.length).toBeGreaterThan(0);
      for (const [, xml] of footers) {
        expect(textOf(xml)).toContain('7f3a 91c0 e2d4');
        expect(xml).toContain('PAGE</w:instrText>');
        expect(xml).toContain('NUMPAGES</w:instrText>');
      }
      const core = all.parts.get('docProps/core.xml')!;
      expect(core).toContain(HASH);
      expect(core).toContain(`<dc:language>${{ ar: 'ar-TN', fr: 'fr-FR', en: 'en-GB' }[lang]}</dc:language>`);
      expect(core).toMatch(/<dc:title>[^<]*Sample meeting/);
      expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2019-06-2');
    });
  },
);

describe('quoted texts', () => {
  it('stand in their own language and direction, whatever that of the document', async () => {
    const { body } = await made(composed(meetings.held, 'fr'));
    const original = elements(body, 'w:p').find((p) => p.includes('QuoteOriginal') && p.includes('SHOWNONE'))!;
    expect(original).toMatch(/<w:bidi\/>/);
    expect(original).toContain('<w:lang w:bidi="ar-TN"/>');
    const fulah = elements(body, 'w:p').find((p) => p.includes('SHOWNEIGHT'))!;
    expect(fulah).toContain('<w:lang w:val="ff"/>');
    expect(fulah).toContain('<w:bidi w:val="false"/>');
  });

  it('are set in under what they answer, from the side on which the document begins', async () => {
    const { body } = await made(composed(meetings.held, 'fr'));
    const depth = (ref: string): number => {
      const head = elements(body, 'w:p').find((p) => new RegExp(`w:name="${ref}"`).test(p))!;
      return Number(/<w:ind w:start="(\d+)"/.exec(head)?.[1] ?? 0);
    };
    expect(depth('C1')).toBe(0);
    expect(depth('C9')).toBeGreaterThan(0);
    expect(depth('C4')).toBe(depth('C9'));
  });

  it('are numbered lists and bullets that Word counts itself', async () => {
    const { body, parts } = await made(composed(meetings.around, 'fr'));
    const numbered = elements(body, 'w:p').filter((p) => p.includes('ListNumber'));
    expect(numbered.length).toBeGreaterThanOrEqual(3);
    for (const p of numbered) expect(p).toContain('<w:numPr>');
    // Each list begins at 1: it is an instance of its own.
    const lists = new Set(numbered.map((p) => /<w:numId w:val="(\d+)"/.exec(p)?.[1]));
    expect(lists.size).toBeGreaterThanOrEqual(2);
    const known = new Set(values(parts.get('word/numbering.xml')!, 'w:num', 'w:numId'));
    for (const id of lists) expect(known.has(id!)).toBe(true);
  });
});

describe('the picture of a matrix', () => {
  it('is a table that says in words what it shows, and colours by its steps', async () => {
    const doc = composed(meetings.work, 'en');
    const { body } = await made(doc);
    const grid = doc.sections
      .flatMap(({ activities }) => activities.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.type === 'figure' && block.figure.kind === 'grid' ? [block.figure] : []))[0]!;
    const table = elements(body, 'w:tbl').find((each) => each.includes('w:tblDescription'))!;
    expect(table).toContain(grid.alternative.text.slice(0, 40));
    expect(table).toContain('w:fill="073D4F"');
    const [name] = grid.rows;
    expect(textOf(table)).toContain(name!.name.text);
  });
});

describe('a matrix of many columns', () => {
  it('has its texts on pages that lie on their side, with the heading that leads to them, and the rest upright', async () => {
    const doc = composed(meetings.work, 'ar');
    const annex = doc.annex.map((block) => {
      if (block.type !== 'quotes' || !block.table) return block;
      const { columns, rows } = block.table;
      const more = { name: columns[0]!, quotes: [] };
      const table = {
        ...block.table,
        columns: [...columns, columns[0]!],
        rows: rows.map((row) => ({ ...row, cells: [...row.cells, more] })),
      };
      return { ...block, table };
    });
    const back = [...annex, { type: 'heading' as const, level: 3 as const, runs: [{ text: 'AFTERWORD', lang: 'en' }] }];
    const all = await made({ ...doc, annex: back });
    for (const [part, xml] of all.parts) expect([part, faultOf(xml)]).toEqual([part, null]);
    expectLinksToLead(all);
    const sections = all.body.split(/<w:sectPr[ >]/);
    const sides = values(all.body, 'w:pgSz', 'w:orient');
    expect(sides).toEqual(['portrait', 'landscape', 'portrait']);
    expect(sections[1]).toContain('Where is strength? (ar)');
    expect(sections[1]).toContain('ENTRYA');
    expect(sections[0]).not.toContain('ENTRYA');
    expect(sections[2]).toContain('AFTERWORD');
  });
});
