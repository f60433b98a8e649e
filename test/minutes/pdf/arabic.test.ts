import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MeetingFile } from '../../../server/domain/meeting-file.ts';
import { projectRoot } from '../../../server/words.ts';
import { TestMeeting } from '../../support/test-meeting.ts';
import { pdfOf, pdfWith, quote, quotes } from './made.ts';
import { leftOf, textOf } from './read.ts';

/** Phrases without signs above letters: they must be found as they are typed. */
const PHRASES = [
  'فريق عمل قار ومحضر منشور',
  'لقاءات مفتوحة في دار الجمعيات',
  'تعرف لغة الحي وأهله',
  'البلدية ترد كتابة خلال أسبوعين',
  'التشاور ينجح حين يعرف الناس من البداية',
  'الجمعيات الصغيرة لا تصل إلى القرار',
  'صفاقس مدينة تستقبل الجميع',
];
/** With a shadda, a tanwin or a vowel. */
const SIGNED = ['فريق عمل قارّ ومحضر منشور', 'نصّ واحد لم يُعرض بعد', 'اقتراحًا جديدًا من المدينة', 'كلّ شهر في دار البلدية'];

/** Letters alone, since a program that reads a PDF may see a sign before the letter that bears it. */
const letters = (text: string): string => text.replace(/[\u064B-\u0652\s]/g, '');

describe('Arabic in the PDF', () => {
  it('is found as it is typed, in the order in which it is read: 7 phrases of 7', () => {
    const text = textOf(pdfWith([quotes(PHRASES.map((phrase, i) => quote(i + 1, phrase, 'ar')))], 'ar'));
    expect(PHRASES.filter((phrase) => text.includes(phrase))).toEqual(PHRASES);
  });

  it('is found just so in tables, headings, bold type, and beside another language', () => {
    const head = { runs: [{ text: PHRASES[0]!, lang: 'ar' }] };
    const row = PHRASES.slice(1, 3).map((text) => ({ runs: [{ text, lang: 'ar', style: 'strong' as const }] }));
    const blocks = [
      { type: 'heading' as const, level: 3 as const, runs: [{ text: PHRASES[3]!, lang: 'ar' }] },
      { type: 'table' as const, look: 'grid' as const, head: [head, head], rows: [row] },
      quotes([quote(1, 'Une réponse', 'fr', { original: { text: PHRASES[4]!, lang: 'ar' } })]),
    ];
    const text = textOf(pdfWith(blocks, 'fr'));
    expect(PHRASES.slice(0, 5).filter((phrase) => text.includes(phrase))).toEqual(PHRASES.slice(0, 5));
  });

  it('with signs on its letters has every letter in its order', () => {
    const text = letters(textOf(pdfWith([quotes(SIGNED.map((phrase, i) => quote(i + 1, phrase, 'ar')))], 'ar')));
    expect(SIGNED.filter((phrase) => text.includes(letters(phrase)))).toEqual(SIGNED);
  });

  it('has the titles of a real meeting', () => {
    const file = MeetingFile.parse(
      JSON.parse(readFileSync(join(projectRoot, 'data/meetings/sfax-2019/meeting.json'), 'utf8')),
    );
    const text = letters(textOf(pdfOf(new TestMeeting({}, file), 'ar')));
    // Where a letter bears two signs, or a hamza and a sign, poppler may read it twice.
    const crowded = /[\u064B-\u0652]{2}|[أإآؤئ][\u064B-\u0652]/;
    const words = [file.title, ...file.agenda.map((item) => item.title)].flatMap(
      (title) => title.ar.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [],
    );
    expect(words.length).toBeGreaterThan(80);
    for (const word of words.filter((each) => !crowded.test(each))) expect(text).toContain(letters(word));
  });

  it('mirrors its tables: the first column stands at the right', () => {
    const cell = (text: string) => ({ runs: [{ text, lang: 'ar' }] });
    const table = {
      type: 'table' as const,
      look: 'grid' as const,
      head: ['المدينة', 'الجمعية'].map(cell),
      rows: [['صفاقس', 'الجيران'].map(cell)],
    };
    const [arabic, english] = (['ar', 'en'] as const).map((lang) => {
      const pdf = pdfWith([table], lang);
      return [leftOf(pdf, 'المدينة')[0]!, leftOf(pdf, 'الجمعية')[0]!] as const;
    });
    expect(arabic![0]).toBeGreaterThan(arabic![1]);
    expect(english![0]).toBeLessThan(english![1]);
  });

  it('keeps a reference, a code and a name of another script in one piece', () => {
    const notes = [
      [{ text: 'Café (Lyon)', lang: 'und' }],
      [
        { text: 'مدمجة مع ', lang: 'ar' },
        { text: 'C128', lang: 'und', style: 'ref' as const },
      ],
    ];
    const pdf = pdfWith([quotes([quote(7, PHRASES[0]!, 'ar', { notes })])], 'ar');
    expect(textOf(pdf)).toContain('C128');
    const [name, city, ref] = ['Café', '(Lyon)', 'C128'].map((word) => leftOf(pdf, word)[0]!);
    expect(name).toBeLessThan(city!);
    // Read from the right: first the name, then what follows it.
    expect(ref).toBeLessThan(name!);
  });
});
