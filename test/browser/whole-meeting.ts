import { expect } from '@jest/globals';
import type { Command } from '../../server/domain/commands.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import { eventually } from '../support/running.ts';
import { firstMeeting } from './desk-items.ts';
import { consult, type Seated } from './full-room.ts';
import { photo, theme } from './story/said.ts';

/* The meeting as a room of eighteen might have gone through it: what the pictures show. */

/** A command of somebody's that has to be accepted; the id of what it created, if anything. */
async function done(who: Seated['desk'], type: Command['type'], data: object): Promise<string> {
  const answer = await who.send(type, data);
  if (!answer.ok) throw new Error(`${type}: ${answer.rejection.code}`);
  return answer.items?.[0] ?? '';
}
export const start = ({ desk }: Seated, item: string): Promise<string> => done(desk, 'core.StartItem', { item });
export const close = ({ desk }: Seated, activity: string): Promise<string> =>
  done(desk, 'core.CloseActivity', { activity, graceSeconds: 0 });

const sectionsOf = (activity: string) =>
  (
    firstMeeting().activities.find(({ id }) => (id as string) === activity)!.config as unknown as {
      sections: { passages: { id: string }[]; practices: { id: string }[] }[];
    }
  ).sections;

/** A text with practices is read, and marked where cities know it. */
export async function read(room: Seated): Promise<void> {
  const activity = 'briefing-mechanisms';
  await start(room, 'mechanisms');
  const parts = sectionsOf(activity).flatMap(({ passages, practices }) => [...passages, ...practices]);
  for (const [i, part] of parts.entries())
    for (const [n, phone] of room.phones.entries()) {
      const mark = (['same', 'more', 'different'] as const)[(i + n) % 3]!;
      if ((n * 7 + i * 5) % 11 > 5 - i) continue;
      await done(phone, 'briefing.Mark', { activity, part: part.id, mark });
    }
  for (const n of [0, 1, 3, 5, 6, 8])
    await done(room.phones[n]!, 'briefing.Mark', { activity, part: parts[0]!.id, mark: 'same' });
}

interface Entry {
  readonly who: number;
  readonly row: string;
  readonly column: 'strengths' | 'weaknesses';
  readonly text: string;
  readonly endorsedBy: number;
  readonly against?: readonly [who: number, text: string];
}

const entries: readonly Entry[] = [
  {
    who: 0,
    row: 'awareness',
    column: 'strengths',
    text: 'يعرفون الأحياء بيتًا بيتًا، ويثق بهم أهلها.',
    endorsedBy: 7,
  },
  {
    who: 2,
    row: 'awareness',
    column: 'strengths',
    text: 'Elles parlent les langues des personnes qui arrivent.',
    endorsedBy: 5,
    against: [9, 'Only the two largest associations have interpreters.'],
  },
  {
    who: 4,
    row: 'services',
    column: 'weaknesses',
    text: 'Two people carry everything, and both are tired.',
    endorsedBy: 8,
  },
  {
    who: 6,
    row: 'participation',
    column: 'weaknesses',
    text: 'تحضر الاجتماعات نفس الجمعيات في كلّ مرّة.',
    endorsedBy: 4,
    against: [3, 'Chez nous, le conseil change chaque année.'],
  },
  {
    who: 8,
    row: 'inclusion',
    column: 'strengths',
    text: 'Un premier emploi trouvé par une bénévole du quartier.',
    endorsedBy: 3,
  },
];

/** The matrix, with entries in three languages, endorsed and contested. */
export async function fillMatrix(room: Seated): Promise<void> {
  const of = { activity: 'matrix' };
  await start(room, 'roles');
  for (const { who, row, column, text, endorsedBy, against } of entries) {
    const item = await done(room.phones[who]!, 'matrix.Contribute', { ...of, row, column, text });
    if (against) await done(room.phones[against[0]]!, 'matrix.Contest', { ...of, item, text: against[1] });
    const others = room.phones.filter((_, i) => i !== who && i !== against?.[0]).slice(0, endorsedBy);
    for (const phone of others) await done(phone, 'matrix.Endorse', { ...of, item });
  }
}

/** A break, with a programme that the desk has changed. */
export async function pause(room: Seated): Promise<void> {
  await close(room, 'matrix');
  await start(room, 'coffee-2');
  const place = { after: 'visit', date: firstMeeting().dates.first };
  await done(room.desk, 'agenda.Insert', { ...place, type: 'session', minutes: 10, label: photo });
  await done(room.desk, 'agenda.Resize', { item: 'visit', minutes: 70 });
}

/** A round in which one speaks and three wait. */
export async function speak(room: Seated): Promise<void> {
  await start(room, 'close-1');
  for (const n of [0, 4, 2, 8]) await done(room.phones[n]!, 'floor.Ask', {});
  const queue = () => room.desk.value<FloorView>('floor')?.queue ?? [];
  await eventually(() => expect(queue()).toHaveLength(4));
  await done(room.desk, 'floor.Give', { participant: queue()[0]!.participant });
}

export const fallSilent = (room: Seated): Promise<string> => done(room.desk, 'floor.End', {});

/** Dots from all but two. */
export async function vote(room: Seated): Promise<void> {
  await start(room, 'challenges');
  for (const [n, phone] of room.phones.slice(0, 16).entries()) {
    const one = `o${1 + ((n * 3) % 5)}`;
    const two = n % 2 === 0 ? 'o2' : 'o5';
    const dots =
      one === two
        ? [{ option: one, n: 3 }]
        : [
            { option: one, n: 1 },
            { option: two, n: 2 },
          ];
    await done(phone, 'ballot.Vote', { activity: 'challenges-ballot', dots });
  }
}

/** The third question, then what the rapporteur made of it. */
export async function conclude(room: Seated): Promise<void> {
  await close(room, 'challenges-ballot');
  await consult(room);
  const texts = () =>
    [...room.desk.seen.entries()].flatMap(([key, value]) => {
      const { activity, parent, order } = value as { activity?: string; parent?: string | null; order: number };
      return key.startsWith('c/') && activity === 'q3' && parent === null ? [{ id: key.slice(2), order }] : [];
    });
  await eventually(() => expect(texts().length).toBeGreaterThanOrEqual(6));
  const said = texts()
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
  await done(room.desk, 'themes.Add', { label: theme, items: said.slice(1, 3) });
  await done(room.desk, 'themes.Add', {
    label: { ar: 'من يوصل الصوت', fr: 'Qui porte la parole', en: 'Who carries the word' },
    items: said.slice(4, 6),
  });
  await done(room.desk, 'keypoints.Set', {
    item: 'consultation',
    label: {
      ar: 'تنجح المشاورة حين يُعرف منذ البداية ما يمكن تغييره.',
      fr: 'Une consultation marche quand on sait dès le début ce qui peut changer.',
      en: 'Consulting works when people know from the start what can be changed.',
    },
    items: said.slice(0, 2),
  });
  await done(room.desk, 'keypoints.Set', {
    item: 'consultation',
    label: {
      ar: 'لا بدّ من جواب مكتوب، في أجل معلوم.',
      fr: 'Il faut une réponse écrite, dans un délai connu.',
      en: 'There has to be a written answer, by a known date.',
    },
    items: said.slice(3, 4),
  });
}
