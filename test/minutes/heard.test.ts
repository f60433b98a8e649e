import { describe, expect, it } from '@jest/globals';
import type { Participant } from '../../server/domain/state.ts';
import { languages } from '../../server/domain/text.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';
import { aroundMeeting } from './around.ts';
import { editions, exported, times } from './meeting.ts';
import { close, workMeeting } from './work.ts';

const json = (meeting: TestMeeting, lang: 'ar' | 'fr' | 'en' = 'en') =>
  JSON.parse(exported(meeting, 'json', lang)) as MinutesJson;
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ');

type Happened = Record<'activity' | 'item' | 'participant', string> & { ms: number };
/** Texts of the matrix that are shown. */
const READ = ['CONTESTSEED', 'ENTRYE', 'ENTRYA', 'SEED1', 'CONTESTA'];

/** What those of some people did, counted from the log alone, in the activities that are named. */
function counted(meeting: TestMeeting, activities: readonly string[], of: (p: Participant) => boolean) {
  const people = new Set([...meeting.state.participants.values()].filter(of).map(({ id }) => id as string));
  const texts = new Set<string>();
  const endorsements = new Set<string>();
  const sum = { people: people.size, times: 0, ms: 0 };
  for (const { type, data } of meeting.log) {
    const { activity, item, participant, ms } = data as unknown as Happened;
    const own = people.has(participant);
    if (type === 'floor.Ended' && own) {
      sum.times++;
      sum.ms += ms;
    }
    if (!activities.includes(activity)) continue;
    const key = `${participant} ${item}`;
    if (type.endsWith('.ContributionAdded') && own) texts.add(item);
    if (type.endsWith('.Endorsed') && own) endorsements.add(key);
  }
  return { ...sum, contributions: texts.size, endorsements: endorsements.size };
}

describe('who was heard', () => {
  const { meeting } = aroundMeeting();

  it('[HRD6] is what an independent count of the log says, by kind and by city', () => {
    const [byKind, byCity, ...others] = json(meeting).heard;
    expect([byKind?.by, byCity?.by, byKind?.activity]).toEqual(['kind', 'city', null]);
    for (const table of [byKind!, byCity!]) {
      expect(table.rows.length).toBeGreaterThan(1);
      const listed = table.rows.flatMap(({ id }) => id ?? []);
      for (const { id, people, contributions, endorsements, floor } of table.rows) {
        const value = (p: Participant) => (table.by === 'kind' ? p.kind : p.city);
        const own = (p: Participant) => (id === null ? !listed.includes(value(p) ?? '') : value(p) === id);
        const { ms, times: turns, ...rest } = counted(meeting, ['live', 'collect'], own);
        // Two people have endorsed something, which tells of neither yet.
        expect({ people, contributions, endorsements }).toEqual({ ...rest, endorsements: 0 });
        expect(floor).toEqual({ times: turns, seconds: ms / 1000 });
      }
    }
    for (const { waiting } of [byKind!, byCity!]) expect(waiting).toEqual({ contributions: 0, endorsements: 3 });
    expect(others.map(({ activity, by, waiting }) => [activity, by, waiting.endorsements])).toEqual([
      ['table', 'city', 0],
    ]);
  });

  it.each(languages)('[HRD7] says how much is in no table yet (%s)', (lang) => {
    const told = {
      ar: 'لم تدخل في هذه الجداول أيّ مشاركة و3 تأييدات: لم يكتمل بعدُ عدد خمسة أشخاص.',
      fr: 'Ne figurent pas dans ces tableaux : aucune contribution et 3 appuis, faute d’avoir réuni cinq personnes.',
      en: 'Not in these tables: no contributions and 3 endorsements, as fewer than five people gave them.',
    };
    expect(plain(exported(meeting, 'md', lang))).toContain(told[lang]);
  });

  it('[HRD6] is told where authors appear by city in their buckets alone, and without the floor', () => {
    const work = workMeeting();
    close(work);
    const { heard, floor } = json(work.meeting);
    expect(floor).toBeNull();
    expect(heard.map(({ activity, by }) => [activity, by])).toEqual([['table', 'city']]);
    const sfax = counted(work.meeting, ['table'], (p) => p.city === 'sfax');
    const others = counted(work.meeting, ['table'], (p) => p.city !== 'sfax');
    const row = ({ people, contributions, endorsements }: typeof sfax) => ({ people, contributions, endorsements });
    // The last to endorse were one person, of Sfax, and wait.
    expect(heard[0]?.waiting).toEqual({ contributions: 0, endorsements: 2 });
    expect(heard[0]?.rows).toEqual([
      { id: 'sfax', name: 'Sfax', ...row(sfax), endorsements: sfax.endorsements - 2, floor: null },
      { id: null, name: 'other cities', ...row(others), floor: null },
    ]);
  });

  it('[HRD6] has shares beside the numbers, and all together', () => {
    const md = plain(exported(meeting, 'md', 'en'));
    expect(md).toContain('**The whole meeting, by kind of organisation**');
    expect(md).toContain('| Municipality | 5 (56%) | 3 (50%) | 0 | 4 (80%) | 8 (71%) |');
    expect(md).toContain('| Total | 9 | 6 | 0 | 5 | 11 |');
    expect(md).toContain('**“Where is strength?”, by city**');
  });

  it.each(languages)('[FLR13] at the floor is told in numbers, and by the names of those who agreed (%s)', (lang) => {
    const md = plain(exported(meeting, 'md', lang));
    const [line, others] = {
      ar: ['تكلّم 4 أشخاص · 5 مرّات · 11 دقيقة في المجموع', 'وتكلّم شخصان آخران لم يُذكر اسماهما.'],
      fr: ['4 personnes ont pris la parole · 5 fois · 11 minutes en tout', '2 autres personnes ont pris la parole'],
      en: ['4 people spoke · 5 times · 11 minutes altogether', '2 others spoke and are not named here.'],
    }[lang] as [string, string];
    const said = md.slice(md.indexOf(line));
    expect(said).toContain(others);
    expect(said.slice(0, said.indexOf(others)).match(/NAME\w+/g)).toEqual(['NAMEBOTH', 'NAMEWORDS']);
    expect(json(meeting, lang).floor).toMatchObject({ people: 4, times: 5, seconds: 630 });
  });

  it('[FLR13] names no speaker who has changed their mind', () => {
    const { meeting: other } = aroundMeeting();
    other.give({ kind: 'participant', id: 's3' as never }, 'core.SetConsents', { present: false, words: false });
    for (const [format, lang] of editions) expect(exported(other, format, lang)).not.toContain('NAMEWORDS');
    expect(json(other).floor?.people).toBe(4);
  });

  it('[HRD6] has one row for everybody where they are too few to be told apart', () => {
    const small = new TestMeeting();
    small.open();
    for (const id of ['a', 'b']) small.say(small.join(id), `text of ${id}`);
    const { heard, attendance } = json(small);
    expect(heard.map(({ rows }) => rows.map(({ id, name, people }) => [id, name, people]))).toEqual([
      [[null, 'Everybody together', 2]],
      [[null, 'Everybody together', 2]],
    ]);
    expect(attendance?.groups).toEqual([]);
  });
});

describe('where authors appear by city', () => {
  it('[HRD6] [MTG58] nothing around it tells more of them: neither who wrote for whom, nor a finer label, nor a time', () => {
    const before = workMeeting();
    close(before);
    const slow = workMeeting({}, 60_000);
    close(slow);
    for (const { meeting, items } of [before, slow]) {
      const all = READ.map((word) => items.get(word)!.item);
      const label = { en: 'THEME' };
      meeting.give(facilitator, 'themes.Add', { label, items: all });
      meeting.give(facilitator, 'keypoints.Set', { item: 'work', label: { en: 'POINT' }, items: all });
    }
    for (const [format, lang] of editions) {
      const body = exported(before.meeting, format, lang);
      expect(body).toBe(exported(slow.meeting, format, lang));
      expect(times(body, 'POINT')).toBeGreaterThan(0);
    }
    const { heard, agenda } = json(before.meeting);
    for (const table of heard) for (const row of table.rows) expect(row.people).toBeGreaterThanOrEqual(3);
    for (const { contributions } of agenda.flatMap((item) => item.activities))
      for (const text of contributions) expect([text.behalf, text.event]).toEqual([false, null]);
  });

  it('[THM8] the order of a theme’s texts is that of their references, whatever order they came in', () => {
    const orders = [false, true].map((reversed) => {
      const work = workMeeting();
      const items = READ.map((word) => work.items.get(word)!.item);
      work.meeting.give(facilitator, 'themes.Add', {
        label: { en: 'THEME' },
        items: reversed ? items.reverse() : items,
      });
      return json(work.meeting).themes;
    });
    expect(orders[0]).toEqual(orders[1]);
    const numbers = orders[0]![0]!.texts[0]!.refs.map((ref) => Number(ref.slice(1)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});
