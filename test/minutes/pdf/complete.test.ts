import { describe, expect, it } from '@jest/globals';
import { everyQuote, quotesIn } from '../../../server/domain/minutes-document.ts';
import { languages } from '../../../server/domain/text.ts';
import { wordsFor } from '../../../server/words.ts';
import type { TestMeeting } from '../../support/test-meeting.ts';
import { aroundMeeting } from '../around.ts';
import { heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { documentOf, pdfOf } from './made.ts';
import { leftOf, textOf } from './read.ts';

const work = workMeeting();
close(work);
const held = heldMeeting();
const meetings: [string, TestMeeting][] = [
  ['a discussion', held.meeting],
  ['reading, a matrix and a vote', work.meeting],
  ['two days', aroundMeeting().meeting],
];
const EDITIONS = languages.flatMap((lang) => languages.map((beside) => [lang, beside] as const));

/** Latin words of a text: Arabic ones are looked for in `arabic.test.ts`. */
const latin = (text: string): string[] => text.match(/[A-Za-z]{3,}/g) ?? [];

describe.each(meetings)('%s', (_, meeting) => {
  it.each(languages)(
    'stands whole in the PDF in %s: each text with its reference, its original and its notes',
    (lang) => {
      const doc = documentOf(meeting, lang);
      const text = textOf(pdfOf(meeting, lang));
      for (const quote of [...quotesIn(doc.annex)].flatMap((each) => [...everyQuote([each])])) {
        expect(text).toMatch(new RegExp(`\\b${quote.ref}\\b`));
        for (const word of [quote.text, ...(quote.original ? [quote.original] : []), ...quote.notes.flat()].flatMap(
          (run) => latin(run.text),
        ))
          expect(text).toContain(word);
      }
    },
  );

  it.each(languages)('has the sections, tables, figures and sources of the document in %s', (lang) => {
    const doc = documentOf(meeting, lang);
    const text = textOf(pdfOf(meeting, lang));
    const activities = doc.sections.flatMap((section) => section.activities);
    const blocks = [
      doc.front,
      ...doc.sections.map((section) => section.blocks),
      ...activities.map((a) => a.blocks),
      doc.back,
    ];
    // The words for those who do not see a figure are not read on the page; the lists of sources are notes, without a heading.
    const heading = wordsFor(lang)('minutes.sources');
    const unread = (key: string, value: unknown) => (key === 'alternative' || key === 'columns' ? undefined : value);
    const said = JSON.stringify([doc.sections.map(({ title, when }) => [title, when]), blocks], unread);
    const texts = [...said.matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1]!) as string);
    expect(texts.length).toBeGreaterThan(20);
    for (const each of texts.filter((one) => one !== heading))
      for (const word of latin(each)) expect(text).toContain(word);
  });
});

describe('two languages side by side', () => {
  it.each(EDITIONS.filter(([lang, beside]) => lang !== beside))('%s and %s hold every text in both', (lang, beside) => {
    const text = textOf(pdfOf(held.meeting, lang, beside));
    for (const [ref, word] of held.shown) {
      expect(text.match(new RegExp(`\\b${ref}\\b`, 'g'))!.length).toBeGreaterThanOrEqual(2);
      expect(text.split(word).length - 1).toBeGreaterThanOrEqual(1);
    }
    if (lang === 'fr' || beside === 'fr') expect(text).toContain('TRANSONE');
    for (const each of [lang, beside]) expect(text).toContain(latin(documentOf(held.meeting, each).title.text)[0]!);
  });

  it.each([
    ['ar', 'fr'],
    ['fr', 'ar'],
  ] as const)('%s and %s: what is read from the right stands at the right, whichever comes first', (lang, beside) => {
    const pdf = pdfOf(work.meeting, lang, beside);
    // Of the line under the heading of the annex.
    const [french, arabic] = ['Question', 'ترتيب'].map((word) => leftOf(pdf, word));
    expect(french).toHaveLength(1);
    expect(arabic).toHaveLength(1);
    expect(french![0]).toBeLessThan(arabic![0]!);
  });
});

describe('what readers may not read', () => {
  it.each(languages)('is not in the PDF in %s, nor in its properties', (lang) => {
    for (const beside of [undefined, 'fr', 'en'] as const) {
      if (beside === lang) continue;
      const text = textOf(pdfOf(held.meeting, lang, beside));
      for (const word of held.absent) expect(text).not.toContain(word);
      for (const ref of held.gone) expect(text).not.toMatch(new RegExp(`\\b${ref}\\b`));
      for (const name of held.names)
        if (name !== 'Interpreterword' || lang === 'fr' || beside === 'fr') expect(text).toContain(name);
    }
  });
});
