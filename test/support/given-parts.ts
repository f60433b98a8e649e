import type { CommandType } from '../../server/domain/commands.ts';
import type { ItemId, ParticipantId } from '../../server/domain/ids.ts';
import type { AttendanceView } from '../../server/domain/parts/attendance.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { KeyPointsView } from '../../server/domain/parts/keypoints.ts';
import type { ThemeView } from '../../server/domain/parts/themes.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import type { AgendaView, MeetingView, PersonView } from '../../server/domain/view.ts';
import { did, type Outcome, Outcome as OutcomeOf, type Sent, type Step, type Story } from './given.ts';

/* Steps of the programme, the floor, lists, key points and themes, in the sample meeting. */

/** A command of the desk whose first event makes something: `field` of its data is what goes under the label. */
const makes =
  <T extends CommandType>(label: string, type: T, data: Sent<T>, field: string): Step =>
  (story) => {
    const { events, refusal } = story.when('desk', type, data);
    const id = (events[0]?.data as Record<string, unknown> | undefined)?.[field];
    if (typeof id !== 'string') throw new Error(`given ${type}, which is refused with ${refusal}`);
    story.label(label, id as ItemId);
  };

export const DAY1 = '2019-06-25';
export const DAY2 = '2019-06-26';

/** Where an item of the programme stands: after another, or at the beginning of a day. */
export const place = (after: string | null, date = DAY1) => ({ after, date });
export const inserting = (after: string | null, minutes = 15, date = DAY1): Sent<'agenda.Insert'> => ({
  ...place(after, date),
  type: 'break',
  minutes,
  label: { fr: 'Une pause' },
});
/** A break put into the programme, under a label. */
export const inserts = (label: string, after: string | null, minutes = 15, date = DAY1): Step =>
  makes(label, 'agenda.Insert', inserting(after, minutes, date), 'item');

export const agendaOf = (story: Story): AgendaView['items'] => (story.see('room', 'agenda') as AgendaView).items;
/** The programme as everybody sees it: `09:30 first` for each item of a day. */
export const day = (story: Story, date = DAY1): string[] =>
  agendaOf(story)
    .filter((item) => item.date === date)
    .map(({ start, id }) => `${start} ${id}`);

export const attendanceOf = (story: Story): AttendanceView => story.see('desk', 'attendance') as AttendanceView;
export const personOf = (story: Story, name: string): PersonView => story.see('desk', `person/${name}`) as PersonView;
export const floorOf = (story: Story, audience: 'desk' | 'room' | 'screen' = 'desk'): FloorView =>
  story.see(audience, 'floor') as FloorView;
/** Who waits, in the order of the queue. */
export const waiting = (story: Story): string[] => (floorOf(story).queue ?? []).map((entry) => entry.participant);
export const asks = (...names: string[]): Step[] => names.map((name) => did(name, 'floor.Ask', {}));
export const gives = (participant: string): Step => did('desk', 'floor.Give', { participant });
export const ends = (): Step => did('desk', 'floor.End', {});

export const meetingOf = (story: Story): MeetingView => story.see('room', 'meeting') as MeetingView;
export const addsCity = (label: string, name: string): Step =>
  makes(label, 'lists.AddCity', { label: { en: name } }, 'id');
export const addsOrganisation = (label: string, name: string, city: string | null, kind = 'small'): Step =>
  makes(label, 'lists.AddOrganisation', { label: { en: name }, city, kind }, 'id');
export const merges = (list: 'cities' | 'organisations', into: string, from: string): Step =>
  did('desk', 'lists.Merge', { list, into, from });
/** The lists that somebody is on. */
export const belongs = (story: Story, name: string) => {
  const { organisation, city, kind } = story.self(name);
  return { organisation, city, kind };
};

export const notes = (label: string, text: string, items: string[] = [], item = 'first'): Step =>
  makes(label, 'keypoints.Set', { item, label: { en: text }, items }, 'point');
export const pointsOf = (story: Story, item = 'first'): KeyPointsView['points'] =>
  (story.see('room', `keypoints/${item}`) as KeyPointsView | undefined)?.points ?? [];

/** A theme under a label, with texts by theirs. */
export const groups = (label: string, name: string, ...texts: string[]): Step =>
  makes(label, 'themes.Add', { label: { en: name }, items: texts.map((text) => `@${text}`) }, 'theme');
export const themeOf = (story: Story, label: string): ThemeView | undefined =>
  story.see('room', `theme/@${label}`) as ThemeView | undefined;
/** The labels of what a theme holds, of those that are asked for. */
export const held = (story: Story, label: string, ...texts: string[]): string[] =>
  texts.filter((text) => themeOf(story, label)?.items.includes(story.id(text)));

/** Somebody without a phone, whom the desk adds, under a label. */
export const added = (label: string, more: { organisation?: string; words?: boolean } = {}): Step => {
  const { organisation = 'lyon-city', words = false } = more;
  const profile = { name: `Name of ${label}`, organisation, city: null, kind: null };
  const consents = { present: false, words };
  return makes(label, 'core.AddParticipant', { profile, consents, lang: 'ar' }, 'participant');
};

/** A command of the desk in the place of somebody: named by a label, or by name. */
export function through<T extends CommandType>(story: Story, name: string, type: T, data: Sent<T>): Outcome {
  const actor = { kind: 'participant' as const, id: story.resolve(name) as ParticipantId, via: 'desk' };
  try {
    return new OutcomeOf(story, story.meeting.give(actor, type, story.resolve(data)), null);
  } catch (error) {
    if (error instanceof Rejection) return new OutcomeOf(story, [], error.code);
    throw error;
  }
}

/** A text that the desk writes down for somebody, under a label. */
export const dictates =
  (name: string, label: string, activity = 'live'): Step =>
  (story) => {
    const { events } = through(story, name, 'discussion.Contribute', { activity, text: `words of ${label}` });
    story.label(label, (events[0]!.data as { item: ItemId }).item);
  };
