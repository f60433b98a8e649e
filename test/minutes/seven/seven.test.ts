import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../server/domain/text.ts';
import { minutesFormats } from '../../../server/minutes/formats.ts';
import { aroundMeeting } from '../around.ts';
import { heldMeeting } from '../meeting.ts';
import { close, workMeeting } from '../work.ts';
import { differences, expectedOf, heldOf, made } from './made.ts';

const work = workMeeting();
close(work);
const meetings = { held: heldMeeting().meeting, work: work.meeting, around: aroundMeeting().meeting };
/** Those that are laid out page by page take a while: one language of each meeting, another for each. */
const paged = { held: 'ar', work: 'fr', around: 'en' } as const;
const editions = (Object.keys(meetings) as (keyof typeof meetings)[]).flatMap((name) =>
  languages.flatMap((lang) =>
    minutesFormats
      .filter((format) => (format !== 'pdf' && format !== 'docx') || paged[name] === lang)
      .map((format) => [name, format, lang] as const),
  ),
);

describe('the minutes of small meetings in which everything happens, against their logs', () => {
  it.each(editions)('%s as %s in %s', async (name, format, lang) => {
    const meeting = heldOf(meetings[name]);
    const body = await made(meeting, format, lang);
    expect(await differences(body, format, [expectedOf(meeting, lang)])).toEqual([]);
  });

  it.each(['pdf', 'docx'] as const)('held as %s in two languages', async (format) => {
    const meeting = heldOf(meetings.held);
    const body = await made(meeting, format, 'ar', 'fr');
    const both = [expectedOf(meeting, 'ar'), expectedOf(meeting, 'fr')] as const;
    expect(await differences(body, format, both)).toEqual([]);
  });
});
