import type { Actor } from '../../server/domain/actors.ts';
import { facilitator, START, system, TestMeeting } from '../support/test-meeting.ts';
import { workFile } from './work.ts';

export const HOUR = 3_600_000;
/** The afternoon of the first day, and the morning of the second. */
export const AFTERNOON = START + 5 * HOUR;
export const SECOND = START + 24 * HOUR;

type Give = Parameters<TestMeeting['give']>[1];

export interface Around {
  readonly meeting: TestMeeting;
  /** References of the texts by their marker words. */
  readonly refs: ReadonlyMap<string, string>;
}

const PEOPLE = {
  s1: ['sfax-city', 'NAMEBOTH', true, true],
  s2: ['sfax-city', 'NAMEPRESENT', true, false],
  s3: ['sfax-city', 'NAMEWORDS', false, true],
  l1: ['lyon-city', 'MARKNAME one', false, false],
  l2: ['lyon-city', 'MARKNAME two', false, false],
  n1: ['network', 'MARKNAME three', false, false],
  n2: ['network', 'MARKNAME four', false, false],
  n3: ['network', 'MARKNAME five', false, false],
} as const;
export const everybody = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

/**
 * Two days with all that stands around activities: a programme that changes, comings and goings, the floor, key points,
 * themes, and somebody without a phone. What may be in no output has a word that begins with MARK.
 */
export function aroundMeeting(): Around {
  const meeting = new TestMeeting({}, workFile({ table: { reveal: 'live', attribution: 'city' } }));
  const give = (who: Actor, type: Give, data: object) => meeting.give(who, type, data);
  const who = (id: keyof typeof PEOPLE): Actor => ({ kind: 'participant', id: id as never });
  for (const [id, [organisation, name, present, words]] of Object.entries(PEOPLE))
    give(system, 'core.Join', {
      participant: id,
      profile: { name, organisation, city: null, kind: null },
      consents: { present, words },
      lang: 'fr',
    });
  const refs = new Map<string, string>();
  const texts = new Map<string, string>();
  const note = (word: string, [event]: ReturnType<typeof give>): string => {
    const { item, ref } = event!.data as { item: string; ref: string };
    refs.set(word, ref);
    texts.set(word, item);
    return item;
  };
  const say = (id: keyof typeof PEOPLE, word: string) =>
    note(word, give(who(id), 'discussion.Contribute', { activity: 'live', text: word, lang: 'fr' }));
  const desk = (type: Give, data: object) => give(facilitator, type, data);

  // The programme: a break put in, an item shortened, one put first on its day, one skipped, one put in and deleted.
  const pause = desk('agenda.Insert', {
    after: 'welcome',
    date: '2019-06-25',
    type: 'break',
    minutes: 15,
    label: { fr: 'PAUSEWORD' },
  });
  const gone = { after: 'first', date: '2019-06-25', type: 'break', minutes: 5, label: { fr: 'MARKDELETED' } };
  const [deleted] = desk('agenda.Insert', gone);
  desk('agenda.Delete', { item: (deleted!.data as { item: string }).item });
  desk('agenda.Resize', { item: 'first', minutes: 45 });
  desk('agenda.Move', { item: 'work', after: null, date: '2019-06-26' });

  desk('core.StartItem', { item: 'welcome' });
  for (const [id, ms] of [
    ['s1', 4 * 60_000],
    ['s2', 60_000],
    ['s1', 2 * 60_000],
    ['n1', 3 * 60_000],
    ['s3', 30_000],
  ] as const) {
    desk('floor.Give', { participant: id });
    meeting.at += ms;
    desk('floor.End', {});
  }
  desk('core.StartItem', { item: (pause[0]!.data as { item: string }).item });
  meeting.at += 15 * 60_000;
  desk('core.StartItem', { item: 'first' });
  const a = say('s1', 'TEXTA');
  const b = say('l1', 'TEXTB');
  const c = say('n2', 'TEXTC');
  const hidden = say('l2', 'MARKHIDDEN');
  const late = say('n3', 'MARKWITHDRAWN');
  give(who('s2'), 'discussion.Endorse', { activity: 'live', item: b });
  give(who('n1'), 'discussion.Endorse', { activity: 'live', item: b });
  give(who('n1'), 'discussion.Endorse', { activity: 'live', item: a });
  give(who('n1'), 'discussion.Unendorse', { activity: 'live', item: a });
  const [added] = desk('core.AddParticipant', {
    profile: { name: 'MARKNAME without a phone', organisation: 'network', city: null, kind: null },
    consents: { present: false, words: false },
    lang: 'ar',
  });
  const { participant } = added!.data as { participant: never };
  const through: Actor = { kind: 'participant', id: participant, via: 'desk' };
  note('BEHALF', give(through, 'discussion.Contribute', { activity: 'live', text: 'BEHALF', lang: 'fr' }));

  meeting.at = AFTERNOON;
  for (const id of ['s1', 'l1', 'n1'] as const) give(who(id), 'attendance.Arrive', {});
  meeting.at = SECOND;
  for (const id of ['s1', 's2'] as const) give(who(id), 'attendance.Arrive', {});
  desk('core.StartItem', { item: 'work' });
  const cell = { activity: 'table', row: 'rights', column: 'strong', lang: 'fr' };
  const e = note('ENTRYA', give(who('s1'), 'matrix.Contribute', { ...cell, text: 'ENTRYA' }));
  give(through, 'matrix.Contribute', { ...cell, text: 'ENTRYB' });

  const point = (item: string, label: object, items: string[]) =>
    (desk('keypoints.Set', { item, label, items })[0]!.data as { point: string }).point;
  point('welcome', { fr: 'POINTONE' }, []);
  const second = point('first', { ar: 'POINTTWO نقطة', fr: 'POINTTWO un point', en: 'MARKOLDPOINT' }, [b, hidden]);
  point('first', { en: 'POINTTHREE' }, [e]);
  const removed = point('first', { en: 'MARKREMOVEDPOINT' }, []);
  desk('keypoints.Set', {
    item: 'first',
    point: second,
    label: { ar: 'POINTTWO نقطة', fr: 'POINTTWO un point', en: 'POINTTWO a point' },
    items: [b, hidden],
  });
  desk('keypoints.Remove', { item: 'first', point: removed });

  const theme = (label: object, items: string[]) =>
    (desk('themes.Add', { label, items })[0]!.data as { theme: string }).theme;
  theme({ fr: 'THEMEONE' }, [e, c, a, hidden]);
  const renamed = theme({ en: 'MARKOLDTHEME' }, []);
  desk('themes.Rename', { theme: renamed, label: { ar: 'THEMETWO محور', fr: 'THEMETWO thème', en: 'THEMETWO theme' } });
  desk('themes.Remove', { theme: theme({ en: 'MARKREMOVEDTHEME' }, [b]) });

  desk('discussion.Merge', { activity: 'live', into: a, from: [c] });
  desk('discussion.Hide', { activity: 'live', item: hidden, reason: 'off_topic' });
  give(who('n3'), 'discussion.Withdraw', { activity: 'live', item: late });
  desk('agenda.Skip', { item: 'second', skipped: true });
  return { meeting, refs };
}
