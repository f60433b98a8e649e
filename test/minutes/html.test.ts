import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../server/domain/text.ts';
import { minutesPolicy } from '../../server/minutes/export.ts';
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
});
