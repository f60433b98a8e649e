import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown } from '../../server/minutes/markdown.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { exported, heldMeeting } from './meeting.ts';

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

describe('a text in Markdown', () => {
  const markup = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~$@&;:/.)+-=! \n\t1a') });

  it('begins nothing, whatever it holds', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const left = escapeMarkdown(text).replace(ESCAPED, '\u00b7');
        expect(left).not.toMatch(/[\\`*_{}[\]<>#|~$@]/);
        expect(left).not.toMatch(/:\/\/|&(#|[a-z0-9]+;)/i);
        expect(left).not.toMatch(/^([ \t]|[-+=]|\d+[.)])/m);
      }),
    );
  });

  it('reads as it was written, but for space at the start of its lines', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(escapeMarkdown(text).replace(ESCAPED, '$1')).toBe(text.replace(/^[ \t]+/gm, ''));
      }),
    );
  });

  it('makes no link of an address', () => {
    expect(escapeMarkdown('https://x.org www.x.org a@x.org mailto:a')).toBe(
      'https\\://x.org www\\.x.org a\\@x.org mailto\\:a',
    );
  });
});

describe('the minutes in Markdown', () => {
  it('keep a text of several lines inside its item', () => {
    const meeting = new TestMeeting();
    meeting.open();
    const lines = ['one', '# two', '', '- three', '> four', '```', '| five |', '---', '    six', '1. seven'];
    meeting.say(meeting.join('a'), lines.join('\n'), { lang: 'en' });
    const body = exported(meeting, 'md', 'en');
    const quoted = body.slice(body.indexOf('- <a id="C1"></a>'), body.indexOf('  — '));
    const rows = quoted.trimEnd().split('\n');
    expect(rows).toHaveLength(lines.length);
    for (const row of rows.slice(1)) expect(row).toMatch(/^( {2}(?! ).*)?$/);
    expect(rows.filter((row) => /^ *(#|>|```|\||---|\d+\.|- (?!<a))/.test(row))).toEqual([]);
  });

  const { meeting } = heldMeeting();

  it('isolate what runs against their direction, reference or text, and nothing else', () => {
    const arabic = exported(meeting, 'md', 'ar');
    expect(arabic).toContain('<div lang="ar" dir="rtl">');
    expect(arabic).toContain('**[\u2068C2\u2069](#C2)** \u2068SHOWNTWO un groupe fixe\u2069');
    expect(arabic).toContain('\u2068Three\u2069\\\n  \u2068lines\u2069');
    const french = exported(meeting, 'md', 'fr');
    expect(french).toMatch(/> \u2068لقاءات[^\u2069\n]*\u2069/);
    expect(french).toContain('**[C2](#C2)** SHOWNTWO un groupe fixe');
    for (const body of [arabic, french])
      for (const line of body.split('\n')) expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
  });

  it('have an anchor for every link', () => {
    for (const lang of ['ar', 'fr', 'en'] as const) {
      const body = exported(meeting, 'md', lang);
      const anchors = new Set([...body.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id));
      const targets = [...body.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(targets.length).toBeGreaterThan(8);
      for (const target of targets) expect(anchors).toContain(target);
    }
  });

  it('have no heading, table or list but their own', () => {
    const body = exported(meeting, 'md', 'en');
    const headings = body.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.map((line) => line.replace(/^#+ /, ''))).toEqual([
      'Minutes of the meeting “Sample meeting”',
      'Those present',
      'Agenda',
      'First question',
      'What worked?',
      'Second question',
      'What would you fund?',
      'Reading and weighing',
      'What cities do',
      'Where is strength?',
      'What weighs most?',
      'Who was heard',
      'About these minutes',
      'How authors and votes are shown',
      'Annex: everything that was written',
      'What worked?',
    ]);
  });
});
