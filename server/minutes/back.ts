import { type Block, type Piece, quotesIn, type Run } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Composing } from './compose.ts';
import type { Base } from './front.ts';
import { heardBlocks } from './heard-blocks.ts';
import { methodBlocks } from './method.ts';
import { themeBlocks } from './themes.ts';

/** Themes, who was heard, how to read the minutes, and what is not in them. */
export function backOf(base: Base, state: MeetingState, ctx: Composing): Block[] {
  const { words, lang } = ctx;
  const say = (text: string): Run[] => [{ text, lang }];
  const activities = base.sections.flatMap((section) => section.activities);
  const behalf = activities.some(({ log }) => [...quotesIn(log)].some((quote) => quote.behalf));
  const points = base.sections.some(({ keyPoints }) => keyPoints.length > 0);
  return [
    ...themeBlocks(base.themes, ctx),
    ...heardBlocks(base.heard, base.floor, ctx),
    { type: 'heading', level: 2, runs: say(words('minutes.about')) },
    {
      type: 'list',
      ordered: false,
      items: [
        ...(base.item !== null ? [say(words('minutes.aboutItem'))] : []),
        ...(base.day !== null ? [say(words('minutes.aboutDay'))] : []),
        say(words('minutes.aboutReferences')),
        say(words('minutes.aboutTranslations')),
        ...(base.untranslated > 0 ? [say(words('minutes.aboutUntranslated', { n: base.untranslated }))] : []),
        ...(points ? [say(words('minutes.aboutKeyPoints'))] : []),
        ...(behalf ? [say(words('minutes.aboutBehalf'))] : []),
        ...(base.present.length > 0 ? [say(words('minutes.aboutPresent'))] : []),
        ...(base.attendance ? [say(words('minutes.aboutAttendance'))] : []),
        ...(base.agenda.some((line) => line.retimed) ? [say(words('minutes.aboutRetimed'))] : []),
        [base.leftOut],
      ],
    },
    ...methodBlocks(activities, state, ctx),
  ];
}

/** The moment, the number of events and the fingerprint of the log that the minutes rest on. */
export function footOf({ head, composedAt }: Base, { words, lang, format }: Composing): Piece[] {
  const print = head.hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
  return [
    [{ text: words('minutes.asOf', { date: format.dateOf(composedAt), time: format.time(composedAt) }), lang }],
    [
      { text: `${words('minutes.fingerprint')} `, lang },
      { text: print, lang: 'und', style: 'code' },
      { text: ` (${words('minutes.events', { n: head.seq })})`, lang },
    ],
  ];
}
