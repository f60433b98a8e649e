import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../server/domain/text.ts';
import { anchorsOf } from '../../../server/minutes/anchors.ts';
import { HASH, heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { documentOf, pdfOf } from './made.ts';
import { bookmarksOf, checkOf, infoOf, objectsOf, pagesOf, sizesOf, tagsOf, textOf } from './read.ts';

const work = workMeeting();
close(work);
const files = Object.fromEntries(languages.map((lang) => [lang, pdfOf(work.meeting, lang)]));

describe.each(languages)('the minutes in %s as PDF', (lang) => {
  const pdf = files[lang]!;
  const doc = documentOf(work.meeting, lang);

  it('are sound to a reader that is not ours', () => {
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  });

  it('are tagged, titled, and in A4', () => {
    expect(infoOf(pdf)).toMatchObject({ Title: doc.title.text, Subject: doc.subtitle.text, Tagged: 'yes' });
    expect(new Set(sizesOf(pdf))).toEqual(new Set(['595 x 842']));
  });

  it('say their language, and that their title is to be shown', () => {
    const catalogue = objectsOf(pdf).find((object) => object['/Type'] === '/Catalog');
    expect(catalogue).toMatchObject({
      '/Lang': `u:${lang}`,
      '/MarkInfo': { '/Marked': true },
      '/ViewerPreferences': { '/DisplayDocTitle': true },
    });
  });

  it('claim to be accessible by PDF/UA-1, which the compiler has checked', () => {
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });

  it('have headings, lists, tables with heads, captions, figures and paragraphs as such', () => {
    const tags = tagsOf(pdf);
    for (const tag of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Table',
      'THead',
      'TH',
      'TD',
      'Caption',
      'Figure',
      'TOC',
      'Link',
      'Note',
    ])
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
  });

  it('tell figures in words', () => {
    const told = objectsOf(pdf).flatMap((object) => (object['/S'] === '/Figure' ? [String(object['/Alt'])] : []));
    const figures = doc.sections.flatMap(({ activities }) =>
      activities.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'figure' ? [block.figure] : []))),
    );
    expect(figures).toHaveLength(2);
    expect(told).toHaveLength(2);
    for (const figure of figures)
      expect(told.join(' ')).toContain(figure.kind === 'grid' ? figure.alternative.text : figure.bars[0]!.label.text);
  });

  it('have a bookmark for each section, and for each question within', () => {
    const bookmarks = bookmarksOf(pdf);
    for (const { title, activities } of doc.sections)
      for (const name of [title.text, ...activities.map((activity) => activity.title.text)])
        expect(bookmarks).toContain(name);
  });

  it('give their contents with pages, and the page, of how many, and the fingerprint on every one but the cover', () => {
    const pages = pagesOf(pdf);
    const [cover, ...others] = pages;
    expect(cover!.replaceAll(' ', '')).toContain(
      doc.lang === 'ar' ? 'جوان2019' : doc.aside[1]!.text.replaceAll(' ', ''),
    );
    const contents = others.find((page) => page.includes(doc.labels.contents!))!;
    for (const { title } of doc.sections) expect(contents).toContain(title.text);
    others.forEach((page, i) => {
      expect(page).toContain('7f3a 91c0 e2d4');
      for (const part of [doc.labels.page!, `${i + 2}`, doc.labels.pageOf!, `${pages.length}`])
        expect(page).toContain(part);
    });
  });

  it('end with the whole fingerprint', () => {
    expect(pagesOf(pdf).at(-1)!.replaceAll(' ', '')).toContain(HASH);
  });
});

describe('links', () => {
  it('lead from each reference to where its text stands, and only there', () => {
    const { meeting } = heldMeeting();
    const objects = objectsOf(pdfOf(meeting, 'fr'));
    const links = objects.filter((object) => object['/Subtype'] === '/Link');
    const named = new Set(
      objects
        .filter((object) => object['/Type'] === '/Catalog')
        .flatMap((object) => JSON.stringify(object['/Names']).match(/u:fr\/[^"]+/g) ?? []),
    );
    const doc = documentOf(meeting, 'fr');
    const anchors = anchorsOf(doc);
    const read = JSON.stringify([
      doc.opening,
      doc.front,
      doc.sections.flatMap((section) => section.activities.map((a) => a.blocks)),
      doc.back,
      doc.annex,
    ]);
    const targets = [...read.matchAll(/"target":"([^"]+)"/g)].map(([, target]) => target!);
    const leading = targets.filter((target) => anchors.has(target));
    expect(leading).toContain('C2');
    // Those of the table of contents come to them.
    expect(links.length).toBeGreaterThanOrEqual(leading.length + bookmarksOf(pdfOf(meeting, 'fr')).length);
    for (const link of links) {
      const to = link['/Dest'] ?? (link['/A'] as { '/D'?: unknown } | undefined)?.['/D'];
      if (typeof to === 'string' && to.startsWith('u:')) expect(named).toContain(to);
      else expect(to).toBeDefined();
      expect(link['/Contents']).toBeDefined();
    }
  });

  it('lead nowhere where the text is not in the minutes', () => {
    const text = textOf(pdfOf(heldMeeting().meeting, 'en'));
    expect(text).not.toMatch(/\bC5\b/);
  });
});
