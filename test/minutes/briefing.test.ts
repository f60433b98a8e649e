import { describe, expect, it } from '@jest/globals';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { exported } from './meeting.ts';
import { close, workMeeting } from './work.ts';

const work = workMeeting();
close(work);
const { meeting } = work;

const readingOf = (of: TestMeeting) =>
  (JSON.parse(exported(of, 'json', 'en')) as MinutesJson).agenda
    .flatMap((item) => item.activities)
    .find(({ kind }) => kind === 'briefing')!;

describe('a briefing in the minutes', () => {
  it('[BRF9] has the passages that were marked, every practice with its city, and the sources of these with their numbers', () => {
    const { passages, sources } = readingOf(meeting);
    expect(passages).toEqual([
      {
        id: 'centre',
        section: 'Coordination',
        lead: null,
        text: 'PASSAGEONE A centre knows who does what.',
        sources: [1],
        marks: [
          { id: 'same', n: 2 },
          { id: 'different', n: 1 },
        ],
      },
      {
        id: 'desk',
        section: 'Coordination',
        lead: 'Lyon',
        text: 'PRACTICEONE A desk.',
        sources: [3],
        marks: [{ id: 'more', n: 1 }],
      },
      {
        id: 'elsewhere',
        section: 'Coordination',
        lead: 'PLACEWORD',
        text: 'PRACTICETWO A wall.',
        sources: [],
        marks: [],
      },
    ]);
    expect(sources).toEqual([
      { n: 1, text: 'SOURCEONE A report.' },
      { n: 3, text: 'SOURCETWO A page.' },
    ]);
  });

  it('[BRF9] says how many people marked, and what is not repeated', () => {
    const md = exported(meeting, 'md', 'en');
    expect(md).toContain('marked by 4 people');
    expect(md).toContain('#### Money\n\nNobody marked anything here.');
    expect(md).toContain('2 passages that nobody marked are not repeated here.');
    expect(md).toContain('same here: 2, not here: 1');
  });

  it('leads from a passage to its source, in a page and in text', () => {
    const html = exported(meeting, 'html', 'ar');
    expect(html).toContain('<a class="source" dir="ltr" id="mark-source-read-3-1" href="#source-read-3">[3]</a>');
    expect(html).toMatch(
      /<li id="source-read-3" value="3"><span lang="ar" dir="rtl">SOURCETWO[^<]*<\/span> <a class="back" href="#mark-source-read-3-1"/,
    );
    const md = exported(meeting, 'md', 'en');
    expect(md).toContain('- **Lyon** — PRACTICEONE A desk. [\\[3\\]](#source-read-3)');
    expect(md).toContain('- <a id="source-read-3"></a>\\[3\\] SOURCETWO');
  });

  it('is its question alone before it is opened', () => {
    const planned = new TestMeeting();
    expect(readingOf(planned)).toMatchObject({ passages: [], sources: [] });
    expect(exported(planned, 'md', 'en')).toContain('### What cities do\n\nNot opened yet');
  });

  it('takes back what was unmarked', () => {
    const other = workMeeting();
    const s2 = { kind: 'participant' as const, id: 's2' as never };
    other.meeting.give(s2, 'briefing.Unmark', { activity: 'read', part: 'desk', mark: 'more' });
    expect(readingOf(other.meeting).passages[1]).toMatchObject({ id: 'desk', marks: [] });
    expect(exported(other.meeting, 'md', 'en')).toContain('marked by 3 people');
  });
});
