import type { Language } from '../../server/domain/text.ts';
import { localeTag } from '../lib/formats.ts';

/** The time of day where the meeting is, in a language of its own choosing: the screen speaks several at once. */
export const timeOfDay = (ms: number, language: Language, meeting: { timezone: string; region: string }): string =>
  new Intl.DateTimeFormat(localeTag(language, meeting.region), {
    timeZone: meeting.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);

/** A date (2019-06-25) with its day of the week: mardi 25 juin. */
export const dayOf = (iso: string, language: Language, region: string): string =>
  new Intl.DateTimeFormat(localeTag(language, region), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(iso));
