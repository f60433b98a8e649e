import { z } from 'zod';
import { ActivityEntry, activityByKind } from './activities/index.ts';
import { ActivityId, AgendaItemId, ListId, MeetingId } from './ids.ts';
import { Language, Localized } from './text.ts';

const date = z.iso.date();
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day, 09:00 to 23:59');

const timezone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'a time zone of the IANA list, such as Africa/Tunis');

/**
 * A meeting as data: `data/meetings/<id>/meeting.json`. What people say in it comes later and stands elsewhere.
 * Every name is given in the three languages; ids are free and only tie the lists together.
 */
export const MeetingFile = z
  .strictObject({
    format: z.literal(1),
    id: MeetingId,
    title: Localized,
    subtitle: Localized,
    place: Localized,
    dates: z.strictObject({ first: date, last: date }),
    timezone,
    /** The region whose month names and digits the pages use: TN gives جوان and 25, not يونيو and ٢٥. */
    region: z.string().regex(/^[A-Z]{2}$/),
    /** The order of the languages on the screen; the first is the largest. */
    languages: z.array(Language).min(1).max(3),
    /** Who holds the data, until when, and whom to ask: shown before anybody joins. */
    holder: z.strictObject({ name: Localized, until: date, contact: Localized }),
    cities: z
      .array(
        z.strictObject({
          id: ListId,
          name: Localized,
          /** Where it lies, for maps: degrees north and east. */
          at: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
        }),
      )
      .min(1),
    kinds: z.array(z.strictObject({ id: ListId, name: Localized })).min(1),
    organisations: z.array(z.strictObject({ id: ListId, name: Localized, city: ListId.nullable(), kind: ListId })),
    agenda: z
      .array(
        z.strictObject({
          id: AgendaItemId,
          date,
          start: time,
          /** How long it is planned to take; what stays open overnight takes many. */
          minutes: z.int().min(1).max(1440),
          title: Localized,
          type: z.enum(['welcome', 'speech', 'session', 'break', 'visit', 'overnight', 'closing']),
          /** Activities of this item: none (a speech, a break), one, or several. */
          activities: z.array(ActivityId).default([]),
        }),
      )
      .min(1),
    activities: z.array(ActivityEntry),
  })
  .superRefine((file, ctx) => {
    const problem = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    const unique = (list: readonly { id: string }[], name: string) => {
      const seen = new Set<string>();
      list.forEach((entry, i) => {
        if (seen.has(entry.id)) problem([name, i, 'id'], `"${entry.id}" stands twice`);
        seen.add(entry.id);
      });
      return seen;
    };
    const cities = unique(file.cities, 'cities');
    const kinds = unique(file.kinds, 'kinds');
    unique(file.organisations, 'organisations');
    unique(file.agenda, 'agenda');
    const activities = unique(file.activities, 'activities');
    if (new Set(file.languages).size < file.languages.length) problem(['languages'], 'a language stands twice');
    if (file.dates.last < file.dates.first) problem(['dates', 'last'], 'the last day is before the first');
    file.organisations.forEach((o, i) => {
      if (o.city !== null && !cities.has(o.city)) problem(['organisations', i, 'city'], `no city "${o.city}"`);
      if (!kinds.has(o.kind)) problem(['organisations', i, 'kind'], `no kind "${o.kind}"`);
    });
    const used = new Set<string>();
    file.agenda.forEach((item, i) => {
      if (item.date < file.dates.first || item.date > file.dates.last)
        problem(['agenda', i, 'date'], `${item.date} is outside the meeting's dates`);
      item.activities.forEach((id, j) => {
        if (!activities.has(id)) problem(['agenda', i, 'activities', j], `no activity "${id}"`);
        if (used.has(id)) problem(['agenda', i, 'activities', j], `activity "${id}" is already in the agenda`);
        used.add(id);
      });
      const before = file.agenda[i - 1];
      if (before && `${before.date} ${before.start}` > `${item.date} ${item.start}`)
        problem(['agenda', i, 'start'], 'starts before the item above it');
    });
    file.activities.forEach((a, i) => {
      if (!used.has(a.id)) problem(['activities', i, 'id'], `"${a.id}" is in no agenda item`);
      for (const { path, city } of activityByKind.get(a.kind)?.cities?.(a.config) ?? [])
        if (!cities.has(city)) problem(['activities', i, 'config', ...path], `no city "${city}"`);
    });
  });
export type MeetingFile = z.infer<typeof MeetingFile>;

/** An agenda item while the meeting runs. */
export type AgendaEntry = MeetingFile['agenda'][number] & {
  /** Passed over, by the desk's word. */
  readonly skipped?: boolean;
  /** Not in the meeting file: the desk put it in. */
  readonly inserted?: boolean;
  /** Free minutes before it, after those of its day that it follows. */
  readonly gap?: number;
  /** What the meeting file says. */
  readonly planned?: { readonly date: string; readonly start: string; readonly minutes: number };
};

/** The meeting as it now is: the file, with what the desk has changed since. */
export type Meeting = Omit<MeetingFile, 'agenda'> & { agenda: AgendaEntry[] };
