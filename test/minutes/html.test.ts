import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { MinutesAbout } from '../../server/domain/minutes-about.ts';
import { languages } from '../../server/domain/text.ts';
import { minutesPolicy } from '../../server/minutes/html.ts';
import { wordsFor } from '../../server/words.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';
import { exported, heldMeeting, times } from './meeting.ts';

const HOSTILE = '"\'><img src=x onerror=alert(1)><script>alert(2)</script>{{meeting}}{{{css}}}&amp;</p>';

describe('the page of the minutes', () => {
  const meeting = new TestMeeting();
  meeting.open();
  meeting.give({ kind: 'system' }, 'core.Join', {
    participant: 'p1',
    profile: {
      name: `Name<b>${HOSTILE.slice(0, 40)}`,
      organisation: null,
      organisationText: `Organisation<b onclick=x>`,
      city: null,
      cityText: `City</bdi><b>`,
      kind: 'small',
    },
    consents: { present: true, words: true },
    lang: 'fr',
  });
  const item = meeting.say({ kind: 'participant', id: 'p1' as never }, HOSTILE, { lang: 'fr' });
  meeting.give(facilitator, 'core.Translate', { item, lang: 'en', text: `T${HOSTILE}`, by: 'By<script>' });

  it.each(languages)('has no element that somebody wrote (%s)', (lang) => {
    const body = exported(meeting, 'html', lang).replace(/<style>[\s\S]*?<\/style>/, '');
    expect(body).not.toMatch(/<(script|img|b|iframe)[\s>]/i);
    expect(body).not.toMatch(/<[^>]*\son\w+=/i);
    expect(body).toContain('&lt;script&gt;alert(2)&lt;/script&gt;{{meeting}}{{{css}}}&amp;amp;&lt;/p&gt;');
    expect(body).toContain('Organisation&lt;b onclick');
    expect(body).toContain('City&lt;/bdi&gt;&lt;b&gt;');
    expect(times(body, '<main')).toBe(1);
  });

  it('needs no other file and lets nothing run: its policy knows its style by hash', () => {
    const body = exported(meeting, 'html', 'en');
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(minutesPolicy()).toContain(`'sha256-${hash}'`);
    const meta = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(body)![1]!;
    expect(meta.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=')).toBe(minutesPolicy());
    expect(style).not.toMatch(/url\(|@import|left|right/);
    expect(body.replace(style, '')).not.toMatch(/\s(src|style)=|href="(?!#)/);
  });
});

describe.each(languages)('the page of a meeting in %s', (lang) => {
  const { meeting, shown } = heldMeeting();
  const body = exported(meeting, 'html', lang);

  it('is written in its language and direction, and every text in its own', () => {
    const dir = lang === 'ar' ? 'rtl' : 'ltr';
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(body).toMatch(/<p class="(text|original)" lang="ar" dir="rtl">[^<]*SHOWNONE/);
    expect(body).toMatch(/<p class="text" lang="fr" dir="ltr">SHOWNTWO/);
    expect(body).toMatch(/<p class="text" lang="ff" dir="ltr">SHOWNEIGHT/);
  });

  it('isolates every name, whose direction nobody knows', () => {
    const outside = body.replace(/<bdi lang="" dir="auto">[^<]*<\/bdi>/g, '');
    for (const name of ['Salmaword', 'Claireword', 'Presentword', 'Interpreterword'])
      expect(outside).not.toContain(name);
  });

  it('has an anchor for each reference, and no link that leads nowhere', () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [ref] of shown) expect(body).toContain(`<a class="ref" dir="ltr" href="#${ref}">${ref}</a>`);
    for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('begins with contents that lead to each of its parts, and to the questions of the annex', () => {
    const words = wordsFor(lang);
    const nav = new RegExp(
      `<nav class="minutes-contents" aria-label="${words('minutes.label_contents')}">([^]*?)</nav>`,
    );
    const contents = nav.exec(body)![1]!;
    const headings = [...body.matchAll(/<h2(?: id="([^"]+)")?>/g)];
    expect(headings.length).toBeGreaterThan(4);
    // A section has the anchor of its heading.
    const targets = headings.map(([, id]) => id).filter((id) => id !== undefined);
    const sections = [...body.matchAll(/<section id="(item-[^"]+)">/g)].map(([, id]) => id!);
    expect(targets.length + sections.length).toBe(headings.length);
    for (const target of [...targets, ...sections, 'log-live']) expect(contents).toContain(`href="#${target}"`);
  });

  it('leads from a question of the annex back to its item', () => {
    const log = body.slice(body.indexOf('<section class="minutes-log">'));
    expect(log).toMatch(
      /<h3 id="log-live">[^<]+<\/h3>\s*<p class="line back-to-item"><a class="back" href="#item-first">/,
    );
  });

  it('says what it is about, its days, its moment, and what is left out', () => {
    const attribute = /data-about="([^"]*)"/.exec(body)![1]!;
    const json = attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
    const about = JSON.parse(json) as MinutesAbout;
    expect(about).toMatchObject({ item: null, day: null });
    expect(about.days.map(({ date }) => date)).toEqual(['2019-06-25', '2019-06-26']);
    expect(about.days[0]!.items.map(({ id }) => id as string)).toContain('first');
    const list = exported(meeting, 'md', lang);
    expect(list).toContain(`- ${about.leftOut}`);
    expect(body).toContain(`<span>${about.asOf}</span>`);
    const item = /data-about="([^"]*)"/.exec(exported(meeting, 'html', lang, 'first'))![1]!;
    expect(item).toContain('&quot;item&quot;:&quot;first&quot;,&quot;day&quot;:null,&quot;days&quot;:[]');
  });
});
