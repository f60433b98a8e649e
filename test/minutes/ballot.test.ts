import { describe, expect, it } from '@jest/globals';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { facilitator, person, TestMeeting } from '../support/test-meeting.ts';
import { editions, exported, times } from './meeting.ts';
import { close, people, workFile, workMeeting } from './work.ts';

const picture = (of: TestMeeting, lang: 'ar' | 'fr' | 'en' = 'en') => {
  const [figure] = (JSON.parse(exported(of, 'json', lang)) as MinutesJson).agenda
    .flatMap((item) => item.activities)
    .find(({ kind }) => kind === 'ballot')!.figures;
  if (figure?.kind !== 'bars') throw new Error('no picture');
  return figure;
};

const UNITS: Record<string, string> = { s1: 'sfax', s3: 'sfax', l1: 'lyon', l3: 'lyon', l2: 'network', n1: 'network' };

/** Dots and voters of each option, and by bucket, from the log alone: the last vote of each voter counts. */
function counted(meeting: TestMeeting, voterOf = (participant: string) => participant) {
  const last = new Map<string, { group: string | null; dots: readonly { option: string; n: number }[] }>();
  const withdrawn = new Set<string>();
  for (const { type, data } of meeting.log) {
    if (type === 'ballot.Voted')
      last.set(voterOf(data.participant), { group: data.participant.startsWith('s') ? 'sfax' : null, dots: data.dots });
    if (type === 'ballot.OptionWithdrawn') withdrawn.add(data.option);
    if (type === 'ballot.OptionRestored') withdrawn.delete(data.option);
  }
  const votes = [...last.values()].filter((vote) => vote.dots.length > 0);
  const of = (option: string, group?: string | null) =>
    votes
      .filter((vote) => group === undefined || vote.group === group)
      .flatMap((vote) => vote.dots.filter((dot) => dot.option === option).map((dot) => dot.n));
  return {
    voted: votes.length,
    withdrawn,
    dots: (option: string, group?: string | null) => of(option, group).reduce((sum, n) => sum + n, 0),
    voters: (option: string) => of(option).length,
    inGroup: (group: string | null) => votes.filter((vote) => vote.group === group).length,
  };
}

describe('a ballot in the minutes', () => {
  const work = workMeeting();
  close(work);
  const { meeting, items } = work;
  const [e, c] = ['ENTRYE', 'MARKHIDDEN'].map((word) => items.get(word)!);

  it('[BAL14] has its options by their dots, what was withdrawn last and without result', () => {
    const { bars, voted } = picture(meeting);
    expect(bars.map(({ id, withdrawn, result }) => [id, withdrawn, result?.dots, result?.voters])).toEqual([
      ['o2', false, 8, 5],
      ['o1', false, 2, 1],
      [e!.item, false, 2, 1],
      [c!.item, false, 1, 1],
      [bars[4]!.id, true, undefined, undefined],
    ]);
    expect(bars[4]!.label).toEqual({ lang: 'und', text: 'DESKOPTION' });
    expect(voted).toEqual({ n: 5, of: 7 });
    const md = exported(meeting, 'md', 'en');
    expect(md).toContain('- Funding — 8 dots, from 5 votes (100%)\\\n  And its length.');
    expect(md).toContain('DESKOPTION⁩ — withdrawn during the vote'.replace('⁩', ''));
    expect(md).toContain('5 of 7 voted');
  });

  it('[BAL14] cites what was carried over, and says where it is no longer shown', () => {
    const { bars } = picture(meeting, 'fr');
    expect(bars.find(({ id }) => id === e!.item)).toMatchObject({
      label: { lang: 'fr', text: 'TRANSE connaissent le quartier' },
      ref: e!.ref,
    });
    expect(bars.find(({ id }) => id === c!.item)).toMatchObject({
      label: { lang: 'fr', text: 'un texte qui n’est plus visible' },
      ref: null,
    });
    expect(exported(meeting, 'html', 'fr')).toContain(
      `<span lang="fr" dir="ltr">TRANSE connaissent le quartier</span> <a class="ref" dir="ltr" href="#${e!.ref}">${e!.ref}</a>`,
    );
  });

  it('[BAL6] has what was merged with the text of the whole, and says so; each keeps its dots', () => {
    const other = workMeeting();
    const cell = { row: 'services', column: 'strong', lang: 'fr' };
    other.give(person('l2'), 'matrix.Contribute', { ...cell, text: 'ENTRYF sont du quartier' });
    const [into, part] = ['ENTRYE', 'ENTRYF'].map((word) => other.items.get(word)!);
    other.give(facilitator, 'ballot.CarryOver', { items: [part!.item] });
    other.give(facilitator, 'matrix.Merge', { into: into!.item, from: [part!.item] });
    close(other);
    const bars = picture(other.meeting).bars.filter(({ id }) => id === into!.item || id === part!.item);
    expect(bars.map(({ label, detail, ref, result }) => [label.text, detail, ref, result?.dots])).toEqual([
      ['ENTRYE يعرفون الحيّ', null, into!.ref, 2],
      ['ENTRYE يعرفون الحيّ', `${part!.ref}, merged into ${into!.ref}`, into!.ref, 0],
    ]);
  });

  it('says an entry of the document that was carried over in the language of its reader', () => {
    const { meeting: other, items: seeded } = workMeeting();
    other.give(facilitator, 'ballot.CarryOver', { activity: 'dots', items: [seeded.get('SEED0')!.item] });
    close({ meeting: other });
    for (const [lang, text] of [
      ['ar', 'They know the ground. (ar)'],
      ['fr', 'They know the ground. (fr)'],
    ] as const)
      expect(picture(other, lang).bars.map(({ label }) => label)).toContainEqual({ lang, text });
  });

  it('has its rule in words', () => {
    const rule = (dots: Record<string, unknown>, lang: 'ar' | 'fr' | 'en' = 'en') => {
      const other = workMeeting({ dots });
      return exported(other.meeting, 'md', lang);
    };
    expect(rule({})).toContain(
      '3 dots for each participant. On one option, or spread over several. Results are seen once the vote has closed. Votes are counted by city, never by person.',
    );
    expect(rule({ voters: 'organisation', perOption: 3, results: 'live' })).toContain(
      '3 dots for each organisation: one vote for all who come from it, and the last one cast counts. On one option, or spread over several. Results are seen as votes come in.',
    );
    expect(rule({}, 'ar')).toContain('3 نقاط لكلّ مشارك ومشاركة. على خيار واحد أو على أكثر.');
  });

  it('[BAL10] has the dots by city, the pool last, equal to a count from the log', () => {
    const expected = counted(meeting);
    const { bars, groups, voted } = picture(meeting);
    expect(groups.map(({ id, name, voters }) => [id, name, voters])).toEqual([
      ['sfax', 'Sfax', expected.inGroup('sfax')],
      [null, 'other cities', expected.inGroup(null)],
    ]);
    expect(voted.n).toBe(expected.voted);
    for (const { id, result } of bars.filter((bar) => !expected.withdrawn.has(bar.id)))
      expect([id, result]).toEqual([
        id,
        { dots: expected.dots(id), voters: expected.voters(id), groups: groups.map((g) => expected.dots(id, g.id)) },
      ]);
    const md = exported(meeting, 'md', 'en');
    expect(md).toContain('**Dots by city**\n\n| Option | Sfax | other cities |');
    expect(md).toContain(`| Funding | ${expected.dots('o2', 'sfax')} | ${expected.dots('o2', null)} |`);
    expect(md).toContain('| Votes cast | 3 | 2 |');
  });

  it('[BAL11] counts organisations where each has one vote', () => {
    const other = workMeeting({ dots: { voters: 'organisation' } });
    close(other);
    const expected = counted(other.meeting, (id) => UNITS[id] ?? id);
    expect(expected.voted).toBe(4);
    for (const { id, result } of picture(other.meeting).bars.filter((bar) => !bar.withdrawn))
      expect([id, result?.dots]).toEqual([id, expected.dots(id)]);
    // Two bodies of the list with several people each, a network, and somebody of none.
    expect(picture(other.meeting).voted).toEqual({ n: expected.voted, of: 4 });
    expect(exported(other.meeting, 'md', 'en')).toContain(`${expected.voted} of 4 organisations voted`);
  });

  it('leaves groups out where all are one pool', () => {
    const other = workMeeting({ dots: { attribution: 'kind' } });
    close(other);
    expect(picture(other.meeting).groups).toEqual([]);
    expect(exported(other.meeting, 'html', 'en')).not.toContain('Dots by kind');
    expect(exported(other.meeting, 'html', 'en')).toContain('too few organisations were there');
  });
});

describe.each(editions)('results that wait for the close, as %s in %s', (format, lang) => {
  it('[BAL9] are not there before', () => {
    const open = workMeeting();
    const other = workMeeting();
    const { s1 } = { s1: { kind: 'participant' as const, id: 's1' as never } };
    // Two rooms that differ in what was voted alone, which nobody may know yet.
    other.meeting.give(s1, 'ballot.Vote', { activity: 'dots', dots: [{ option: 'o1', n: 3 }] });
    open.meeting.give(s1, 'ballot.Vote', { activity: 'dots', dots: [{ option: 'o2', n: 3 }] });
    expect(exported(other.meeting, format, lang)).toBe(exported(open.meeting, format, lang));
    close(open);
    close(other);
    if (format === 'csv') return;
    expect(exported(other.meeting, format, lang)).not.toBe(exported(open.meeting, format, lang));
  });

  it('have their options in the meantime, and nothing before the opening', () => {
    const { meeting } = workMeeting();
    expect(times(exported(meeting, format, lang), 'DESKOPTION')).toBe(format === 'csv' ? 0 : 1);
    const planned = new TestMeeting({}, workFile());
    people(planned);
    expect(exported(planned, format, lang)).not.toContain('Coherence');
  });
});
