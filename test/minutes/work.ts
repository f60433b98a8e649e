import type { Actor } from '../../server/domain/actors.ts';
import type { MeetingFile } from '../../server/domain/meeting-file.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { facilitator, person, START, system, TestMeeting } from '../support/test-meeting.ts';

type Give = Parameters<TestMeeting['give']>;
const words = (en: string) => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });

/** A meeting whose three other kinds have what can happen in them. Each text holds a marker word. */
export interface Work {
  readonly meeting: TestMeeting;
  /** Ids and references of the texts of the matrix, by their marker words. */
  readonly items: ReadonlyMap<string, { readonly item: string; readonly ref: string }>;
  /** Gives a command to the matrix; the id of what it added. */
  give(who: Actor, type: string, data: object): string;
}

type Config = Record<string, unknown>;

/** The sample meeting with its configurations changed. */
export function workFile(change: Record<string, Config> = {}): MeetingFile {
  const file = sampleMeeting();
  for (const activity of file.activities) Object.assign(activity.config, change[activity.id]);
  return file;
}

const reading: Config = {
  sections: [
    {
      id: 'first',
      heading: words('Coordination'),
      passages: [
        { id: 'centre', text: words('PASSAGEONE A centre knows who does what.'), notes: ['source'] },
        { id: 'quiet', text: words('MARKUNMARKED'), notes: ['unused'] },
      ],
      practices: [
        { id: 'desk', city: 'lyon', text: words('PRACTICEONE A desk.'), notes: ['other'] },
        { id: 'elsewhere', city: null, place: words('PLACEWORD'), text: words('PRACTICETWO A wall.'), notes: [] },
      ],
    },
    {
      id: 'second',
      heading: words('Money'),
      passages: [{ id: 'still', text: words('MARKSTILL'), notes: [] }],
      practices: [],
    },
  ],
  notes: [
    { id: 'source', text: words('SOURCEONE A report.') },
    { id: 'unused', text: words('MARKSOURCE') },
    { id: 'other', text: words('SOURCETWO A page.') },
  ],
};

/** Seven people: three of two bodies in Sfax, which stands by itself, and four others, whose cities do not. */
export function people(meeting: TestMeeting): Record<string, Actor> {
  const profiles = {
    s1: ['sfax-city', null, null],
    s2: [null, 'sfax', 'small'],
    s3: ['sfax-city', null, null],
    l1: ['lyon-city', null, null],
    l2: ['network', null, null],
    l3: ['lyon-city', null, null],
    n1: ['network', null, null],
  } as const;
  for (const [id, [organisation, city, kind]] of Object.entries(profiles))
    meeting.give(system, 'core.Join', {
      participant: id,
      profile: { name: `MARKNAME ${id}`, organisation, organisationText: 'MARKBODY', city, kind },
      consents: { present: false, words: true },
      lang: 'fr',
    });
  return Object.fromEntries(Object.keys(profiles).map((id) => [id, person(id)]));
}

/** Reading, filling the table and voting, up to the close. */
export function workMeeting(change: Record<string, Config> = {}, between = 1000): Work {
  const file = workFile({
    read: reading,
    table: { reveal: 'live', attribution: 'city', ...change.table },
    dots: { attribution: 'city', ...change.dots },
  });
  const meeting = new TestMeeting({}, file);
  const { s1, s2, s3, l1, l2, l3, n1 } = people(meeting) as Record<
    's1' | 's2' | 's3' | 'l1' | 'l2' | 'l3' | 'n1',
    Actor
  >;
  const items = new Map<string, { item: string; ref: string }>();
  const wait = () => {
    meeting.at += between;
  };
  const give = (who: Actor, type: string, data: object): string => {
    wait();
    const events = meeting.give(who, type as Give[1], {
      activity: type.startsWith('ballot') ? 'dots' : 'table',
      ...data,
    });
    const added = events.find((e) => e.type.endsWith('ContributionAdded'))?.data as
      | { item: string; ref: string }
      | undefined;
    if (!added) return '';
    items.set(/[A-Z]{5,}/.exec((data as { text: string }).text)?.[0] ?? '', { item: added.item, ref: added.ref });
    return added.item;
  };
  meeting.give(facilitator, 'core.StartItem', { item: 'work' });
  for (const [who, part, mark] of [
    [s1, 'centre', 'same'],
    [l1, 'centre', 'same'],
    [l2, 'centre', 'different'],
    [s2, 'desk', 'more'],
  ] as const)
    meeting.give(who, 'briefing.Mark', { activity: 'read', part, mark });

  const seeds = meeting.log.flatMap((e) => (e.type === 'matrix.SeedsPublished' ? e.data.published : []));
  seeds.forEach(({ item, ref }, i) => items.set(`SEED${i}`, { item, ref }));
  const write = (who: Actor, row: string, column: string, text: string, lang = 'fr') =>
    give(who, 'matrix.Contribute', { row, column, text, lang });
  const contest = (who: Actor, item: string, text: string) => give(who, 'matrix.Contest', { item, text, lang: 'fr' });
  const a = write(s1, 'rights', 'strong', 'ENTRYA connaissent le terrain');
  const b = write(l1, 'rights', 'strong', 'ENTRYB they know the streets', 'en');
  const c = write(l2, 'services', 'weak', 'MARKHIDDEN');
  const d = write(s2, 'services', 'weak', 'MARKREMOVED');
  const e = write(s3, 'services', 'strong', 'ENTRYE يعرفون الحيّ', 'ar');
  contest(l3, a, 'CONTESTA pas partout');
  contest(n1, b, 'CONTESTB pas ici');
  contest(s1, c, 'CONTESTLOST au contraire');
  contest(l2, seeds[0]!.item, 'CONTESTSEED sans preuve');
  const w = contest(l3, e, 'MARKWITHDRAWN');
  for (const [who, item] of [
    [l2, a],
    [l2, b],
    [s2, b],
    [l1, e],
    [s1, e],
    [n1, e],
    [s3, seeds[0]!.item],
    [s3, c],
  ] as const)
    give(who, 'matrix.Endorse', { item });
  meeting.give(facilitator, 'core.Translate', {
    item: e,
    lang: 'fr',
    text: 'TRANSE connaissent le quartier',
    by: 'Interpreterword',
  });
  give(facilitator, 'ballot.CarryOver', { items: [e, c] });
  give(facilitator, 'matrix.Merge', { into: a, from: [b] });
  give(facilitator, 'matrix.Hide', { item: c, reason: 'off_topic' });
  give(facilitator, 'matrix.Remove', { item: d, reason: 'endangers' });
  give(l3, 'matrix.Withdraw', { item: w });

  const [added] = meeting.give(facilitator, 'ballot.AddOption', { activity: 'dots', label: { fr: 'DESKOPTION' } });
  const desk = (added!.data as { option: string }).option;
  const vote = (who: Actor, dots: Record<string, number>) =>
    give(who, 'ballot.Vote', { dots: Object.entries(dots).map(([option, n]) => ({ option, n })) });
  vote(s1, { o1: 2, o2: 1 });
  vote(s2, { o2: 3 });
  vote(s3, { o2: 1, [e]: 2 });
  vote(l1, { [c]: 1, o2: 1, [desk]: 1 });
  vote(l2, { o1: 3 });
  vote(l2, { o2: 2 });
  give(facilitator, 'ballot.WithdrawOption', { option: desk });
  return { meeting, items, give };
}

/** Closes what is open, always at the same moment. */
export function close({ meeting }: Pick<Work, 'meeting'>): void {
  meeting.at = START + 3_600_000;
  for (const activity of ['read', 'table', 'dots'])
    meeting.refused(facilitator, 'core.CloseActivity', { activity, graceSeconds: 0 });
}
