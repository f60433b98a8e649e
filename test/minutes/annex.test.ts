import { describe, expect, it } from '@jest/globals';
import { everyQuote, type MinutesDocument, quotesIn } from '../../server/domain/minutes-document.ts';
import { type Language, languages } from '../../server/domain/text.ts';
import { compose } from '../../server/minutes/compose.ts';
import { flowOf, sideBySide } from '../../server/minutes/flow.ts';
import { wordsFor } from '../../server/words.ts';
import { exported, HASH, heldMeeting } from './meeting.ts';

const { meeting } = heldMeeting();

const composed = (lang: Language, day?: string): MinutesDocument =>
  compose(meeting.state, {
    lang,
    words: wordsFor(lang, meeting.state.file?.region),
    head: { seq: meeting.state.seq, hash: HASH },
    now: meeting.at,
    ...(day ? { day } : {}),
  });

describe('the annex', () => {
  it('[MTG67] has every text, and the body none', () => {
    const doc = composed('en');
    const all = doc.sections.flatMap(({ activities }) => activities).flatMap(({ log }) => [...quotesIn(log)]);
    expect([...quotesIn(doc.annex)]).toEqual(all);
    expect(all.length).toBeGreaterThan(5);
    for (const { activities } of doc.sections)
      for (const { blocks } of activities) expect(blocks.some(({ type }) => type === 'quotes')).toBe(false);
  });

  it('[MTG67] is led to from the body, by the most endorsed references and as a whole', () => {
    const md = exported(meeting, 'md', 'en');
    const body = md.slice(0, md.indexOf('## Annex'));
    expect(body).toContain(
      'Most endorsed: [C1](#C1) (2), [C2](#C2) (2) · [The full texts are in the annex](#log-live)',
    );
    expect(md.slice(body.length)).toContain('<a id="log-live"></a>');
  });

  it('is left out where nobody wrote', () => {
    expect(exported(meeting, 'html', 'fr', 'welcome')).not.toContain('Annexe');
  });
});

describe('the minutes of a day', () => {
  it('[MTG66] [MTG68] have what was held on it and nothing of another, and say so', () => {
    const [first, second] = ['2019-06-25', '2019-06-26'].map((day) => composed('en', day)) as [
      MinutesDocument,
      MinutesDocument,
    ];
    expect(first.title.text).toBe('Minutes of Tuesday, 25 June 2019');
    expect(first.agenda.map(({ id }) => id)).toContain('first');
    // The second question was planned for the next day and held on this one.
    expect(first.agenda.map(({ id }) => id)).toContain('second');
    expect(second.agenda.map(({ id }) => id)).not.toContain('second');
    expect([...quotesIn(first.annex)].length).toBeGreaterThan(5);
    expect([...quotesIn(second.annex)]).toEqual([]);
    expect(JSON.stringify(first.back)).toContain('of one day alone');
    expect([first.themes, first.heard, first.floor]).toEqual([[], [], null]);
    expect(first.present.every(({ halves }) => halves.every((half) => half.startsWith('2019-06-25')))).toBe(true);
    expect(second.attendance?.halves ?? []).toEqual([]);
  });

  it('[MTG66] are refused for a day that is not of the meeting', () => {
    expect(() => composed('en', '2020-01-01')).toThrow('NOT_FOUND');
  });
});

describe('the flow of a document', () => {
  const [ar, fr] = [flowOf(composed('ar')), flowOf(composed('fr'))];

  it('has every piece under a key of its own, and every quote once', () => {
    expect(new Set(ar.map(({ key }) => key)).size).toBe(ar.length);
    const quotes = ar.flatMap(({ block }) => (block.type === 'quotes' ? [...everyQuote(block.quotes)] : []));
    expect(new Set(quotes.map(({ ref }) => ref)).size).toBe(composed('ar').quotes);
    expect(quotes).toHaveLength(composed('ar').quotes);
  });

  it('loses nothing of either language side by side, and pairs every text with itself', () => {
    const pairs = sideBySide(ar, fr);
    expect(pairs.flatMap(({ first }) => first ?? [])).toEqual(ar);
    const seconds = pairs.flatMap(({ second }) => second ?? []);
    expect(new Set(seconds)).toEqual(new Set(fr));
    expect(seconds).toHaveLength(fr.length);
    const texts = pairs.filter(({ first }) => first?.block.type === 'quotes');
    expect(texts.length).toBeGreaterThan(3);
    for (const { first, second } of texts) expect(second?.key).toBe(first?.key);
  });

  it('puts what the second language has alone where it has it', () => {
    const [, ...rest] = fr;
    const pairs = sideBySide(rest, fr);
    expect(pairs[0]).toEqual({ first: null, second: fr[0] });
    const without = ar.filter((_, i) => i !== 4);
    const at = sideBySide(without, fr).findIndex(({ first }) => first === null);
    expect(at).toBe(4);
  });

  it('speaks of every language', () => {
    for (const lang of languages) expect(flowOf(composed(lang)).length).toBeGreaterThan(20);
  });
});
