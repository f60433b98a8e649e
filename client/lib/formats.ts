import { signal } from '@preact/signals';
import type { Language } from '../../server/domain/text.ts';
import { lang } from './language.ts';

/** Where the meeting is: its zone gives the times, its region the names of the months. */
export const place = signal<{ readonly timezone?: string; readonly region?: string }>({});

/** Called when the meeting is known. Until then the browser's own zone serves. */
export function setPlace(timezone: string, region: string): void {
  if (place.value.timezone !== timezone || place.value.region !== region) place.value = { timezone, region };
}

/** `ar-TN-u-nu-latn`: the language as the meeting's region writes it, with Latin digits. */
export const localeTag = (language: Language, region: string | undefined): string =>
  `${language === 'en' ? 'en-GB' : region ? `${language}-${region}` : language}-u-nu-latn`;

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = localeTag(lang.value, place.value.region);
  const key = `${tag} ${options.timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formats.set(key, made);
  return made;
}

/** A moment (milliseconds since 1970, UTC) as the time of day where the meeting is: 10:42. */
export const formatTime = (ms: number): string =>
  dateFormat({ timeZone: place.value.timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);

/** A date (2019-06-25) in words: 25 June 2019. */
export const formatDate = (iso: string): string =>
  dateFormat({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(Date.parse(iso));

/** A date with the day of the week and without the year: Tuesday 25 June. */
export const formatDay = (iso: string): string =>
  dateFormat({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(Date.parse(iso));

/** Two dates as a span: 25–26 June 2019. */
export const formatDates = (first: string, last: string): string =>
  dateFormat({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
    Date.parse(first),
    Date.parse(last),
  );

/** A number as the meeting's region writes it. */
export const formatNumber = (n: number): string =>
  new Intl.NumberFormat(localeTag(lang.value, place.value.region)).format(n);

/** Milliseconds left as minutes and seconds, 6:40; an hour and more as 1:06:40. Never less than 0:00. */
export function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
