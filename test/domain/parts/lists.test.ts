import { describe, expect, it } from '@jest/globals';
import type { ActivityView } from '../../../server/domain/view.ts';
import { did, given, givenIn, joined, joinedFrom, named, opened, says } from '../../support/given.ts';
import { votes } from '../../support/given-kinds.ts';
import { addsCity, addsOrganisation, belongs, meetingOf, merges } from '../../support/given-parts.ts';
import { sampleMeeting } from '../../support/sample-meeting.ts';

const assign = (participant: string, to: { organisation: string | null; city: string | null; kind: string }) =>
  did('desk', 'lists.Assign', { participant, ...to });
const cities = (story: ReturnType<typeof given>) => meetingOf(story).cities.map((city) => city.id);
/** The names that the desk gave, as they are kept. */
const keptNames = (story: ReturnType<typeof given>) =>
  [...story.meeting.state.vault.values()].flatMap((value) => (value.kind === 'label' ? [value.label.en] : []));
const organisations = (story: ReturnType<typeof given>) => meetingOf(story).organisations.map((o) => o.id);
const join = (organisation: string | null, city: string | null, own = {}) => ({
  participant: 'late',
  profile: { name: 'Late', organisation, city, kind: 'small', ...own },
  consents: { present: false, words: false },
  lang: 'ar' as const,
});

describe('adding', () => {
  it('[LST1] puts a city or an organisation on its list, with a name in one language at least', () => {
    const story = given();
    story.when('desk', 'lists.AddCity', { label: { ar: ' صفاقس  الجديدة ' } }).thenEvents('lists.CityAdded');
    expect(meetingOf(story).cities.at(-1)?.name).toEqual({
      ar: 'صفاقس الجديدة',
      fr: 'صفاقس الجديدة',
      en: 'صفاقس الجديدة',
    });
    story.given(addsOrganisation('net', 'A net', null), addsOrganisation('club', 'A club', 'lyon'));
    expect(meetingOf(story).organisations.at(-1)).toMatchObject({ id: story.id('club'), city: 'lyon', kind: 'small' });
    story.when('desk', 'lists.AddCity', { label: {} }).thenRefused('TEXT_EMPTY');
    const label = { en: 'x' };
    story.when('desk', 'lists.AddOrganisation', { label, city: 'paris', kind: 'small' }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.AddOrganisation', { label, city: null, kind: 'club' }).thenRefused('NOT_FOUND');
  });

  it('[LST10] is taken back, with the name, while nothing hangs on it', () => {
    const before = meetingOf(given());
    const story = given(addsCity('sousse', 'Sousse'), (s) => addsOrganisation('club', 'A club', s.id('sousse'))(s));
    story.undo('lists.AddOrganisation').thenEvents('lists.EntryTakenOut', 'core.Undone');
    story.undo('lists.AddCity').thenEvents('lists.EntryTakenOut', 'core.Undone');
    expect([meetingOf(story), keptNames(story)]).toEqual([before, []]);
  });

  it.each([
    ['somebody belongs to it', [joinedFrom('gil', { kind: 'small', city: '@sousse' })]],
    ['an organisation does', [addsOrganisation('club', 'A club', '@sousse')]],
    ['another is merged into it', [merges('cities', '@sousse', 'lyon')]],
    [
      'what was merged would come back to it',
      [addsOrganisation('club', 'A club', '@sousse'), merges('organisations', 'sfax-city', '@club')],
    ],
    [
      'a person whose organisation was merged would come back to it',
      [
        joinedFrom('gil', { organisation: 'network', city: '@sousse' }),
        merges('organisations', 'sfax-city', 'network'),
      ],
    ],
  ])('[LST10] stays where %s', (_why, steps) => {
    const story = given(addsCity('sousse', 'Sousse'));
    story.given(...steps);
    story.undo('lists.AddCity').thenRefused('UNDO_OUTDATED');
    expect(cities(story)).toContain(story.id('sousse'));
  });

  it('[LST10] stays where an opening has settled that authors appear by it', () => {
    const story = given(addsCity('sousse', 'Sousse'));
    const of = (i: number) => (i % 2 ? { organisation: 'sfax-city' } : { kind: 'small', city: 'lyon' });
    for (const [i, name] of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].entries()) {
      story.given(joinedFrom(name, of(i)));
      if (i < 4)
        story.given(
          assign(
            name,
            i % 2
              ? { organisation: 'network', city: story.id('sousse'), kind: 'small' }
              : { organisation: null, city: story.id('sousse'), kind: 'small' },
          ),
        );
    }
    story.given(opened('table'));
    expect((story.see('room', 'a/table') as ActivityView).buckets?.listed).toContain(story.id('sousse'));
    for (const name of ['a', 'b', 'c', 'd'])
      story.given(assign(name, { organisation: 'lyon-city', city: null, kind: 'city' }));
    story.undo('lists.AddCity').thenRefused('UNDO_OUTDATED');
  });

  it('[LST1] lets whoever joins later choose it', () => {
    const story = given(addsCity('sousse', 'Sousse'), (s) => addsOrganisation('club', 'A club', s.id('sousse'))(s));
    story
      .when('server', 'core.Join', join(story.id('club'), null))
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived');
    expect(belongs(story, 'late')).toEqual({ organisation: story.id('club'), city: story.id('sousse'), kind: 'small' });
  });
});

describe('correcting', () => {
  it('[LST2] gives another name, and an organisation another city or kind, which its people take over', () => {
    const story = given(joined('amal'));
    story
      .when('desk', 'lists.Correct', {
        list: 'organisations',
        id: 'sfax-city',
        city: 'lyon',
        kind: 'small',
        label: { fr: 'Ville' },
      })
      .thenEvents(['lists.Corrected', { id: 'sfax-city', city: 'lyon', kind: 'small' }]);
    expect(belongs(story, 'amal')).toEqual({ organisation: 'sfax-city', city: 'lyon', kind: 'small' });
    expect(meetingOf(story).organisations[0]?.name.ar).toBe('Ville');
    story.given(did('desk', 'lists.Correct', { list: 'cities', id: 'lyon', label: { en: 'Lyons' } }));
    expect(meetingOf(story).cities[1]?.name.en).toBe('Lyons');
  });

  it('[LST2] leaves people their city where the organisation has none any more', () => {
    const story = given(joined('amal'));
    story.given(did('desk', 'lists.Correct', { list: 'organisations', id: 'sfax-city', city: null }));
    expect(belongs(story, 'amal').city).toBe('sfax');
  });

  it('[LST2] changes nothing by what stands, and refuses what is not', () => {
    const story = given();
    const name = { ar: 'City of Sfax (ar)', fr: 'City of Sfax (fr)', en: 'City of Sfax' };
    const same = { list: 'organisations' as const, id: 'sfax-city', city: 'sfax', kind: 'city', label: name };
    story.when('desk', 'lists.Correct', same).thenNothing();
    story.when('desk', 'lists.Correct', { list: 'organisations', id: 'nowhere', city: null }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Correct', { ...same, city: 'paris' }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Correct', { ...same, kind: 'club' }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Correct', { ...same, label: { en: '' } }).thenRefused('TEXT_EMPTY');
    story.when('desk', 'lists.Correct', { list: 'cities', id: 'sfax', kind: 'city' }).thenRefused('MALFORMED');
    story.when('desk', 'lists.Correct', { list: 'cities', id: 'sfax', city: 'lyon' }).thenRefused('MALFORMED');
  });
});

describe('putting a correction back', () => {
  const correct = (id: string, data: { label?: { en: string }; city?: string | null; kind?: string }) =>
    did('desk', 'lists.Correct', { list: 'organisations', id, ...data });

  it('[LST11] brings the name, the city and the kind back, and its people', () => {
    const story = given(joined('amal'));
    const before = [meetingOf(story), belongs(story, 'amal')];
    story.given(correct('sfax-city', { label: { en: 'Town' }, city: 'lyon', kind: 'small' }));
    expect(keptNames(story)).toEqual(['Town']);
    story.undo().thenEvents('lists.Corrected', 'core.Undone');
    expect([meetingOf(story), belongs(story, 'amal'), keptNames(story)]).toEqual([...before, []]);
  });

  it('[LST11] gives people the city back that was their own, but who has gone elsewhere since', () => {
    const story = given(joinedFrom('rim', { organisation: 'network', city: 'lyon' }));
    story.given(joinedFrom('gil', { organisation: 'network', city: 'lyon' }));
    story.given(correct('network', { city: 'sfax' }));
    expect(belongs(story, 'rim').city).toBe('sfax');
    story.given(assign('gil', { organisation: null, city: 'sfax', kind: 'small' }));
    expect(story.undo('lists.Correct').refusal).toBeNull();
    expect(meetingOf(story).organisations[2]?.city).toBeNull();
    expect(['rim', 'gil'].map((name) => belongs(story, name).city)).toEqual(['lyon', 'sfax']);
  });

  it('[LST11] goes one step: what a name replaced is destroyed by the next', () => {
    const story = given(...['One', 'Two', 'Three'].map((en) => correct('network', { label: { en } })));
    expect(keptNames(story)).toEqual(['Two', 'Three']);
    expect(story.undo().refusal).toBeNull();
    expect([meetingOf(story).organisations[2]?.name.en, keptNames(story)]).toEqual(['Two', ['Two']]);
    story.undo().thenRefused('UNDO_OUTDATED');
  });

  it('[LST11] is refused where the entry has been merged since', () => {
    const story = given(correct('network', { label: { en: 'Net' } }), merges('organisations', 'sfax-city', 'network'));
    story.undo('lists.Correct').thenRefused('UNDO_OUTDATED');
    expect([story.undo('lists.Merge').refusal, story.undo('lists.Correct').refusal]).toEqual([null, null]);
  });

  it('[LST12] is asked for first of who has seen another name, city or kind', () => {
    const story = given();
    const name = meetingOf(story).organisations[2]!.name;
    story.given(correct('network', { label: { en: 'Net' }, city: 'lyon' }));
    const of = { list: 'organisations' as const, id: 'network' };
    const refused = (data: object) => story.when('desk', 'lists.Correct', { ...of, ...data }).refusal;
    expect(refused({ label: { en: 'Mine' }, was: { label: name } })).toBe('ITEM_CHANGED');
    expect(refused({ city: 'sfax', was: { city: null } })).toBe('ITEM_CHANGED');
    expect(refused({ kind: 'city', was: { kind: 'city' } })).toBe('ITEM_CHANGED');
    // What it does not replace may be another, and what is asked for may stand already.
    expect(refused({ kind: 'city', was: { label: name, city: null, kind: 'small' } })).toBeNull();
    expect(refused({ city: 'lyon', was: { city: null } })).toBeNull();
    expect(refused({ label: { en: 'Mine' }, was: { label: { en: 'Net' } } })).toBeNull();
    expect(meetingOf(story).organisations[2]).toMatchObject({ name: { en: 'Mine' }, city: 'lyon', kind: 'city' });
  });
});

describe('merging', () => {
  it('[LST3] puts the people and the organisations of a city into another', () => {
    const story = given(
      joined('amal'),
      joinedFrom('rim', { kind: 'small', city: 'sfax' }),
      merges('cities', 'lyon', 'sfax'),
    );
    expect(cities(story)).toEqual(['lyon']);
    expect(meetingOf(story).organisations.map((o) => o.city)).toEqual(['lyon', 'lyon', null]);
    expect([belongs(story, 'amal').city, belongs(story, 'rim').city]).toEqual(['lyon', 'lyon']);
  });

  it('[LST3] puts the people of an organisation into another, whose kind and city they take over', () => {
    const story = given(joined('amal'), joinedFrom('rim', { organisation: 'network', city: 'lyon' }));
    story.given(merges('organisations', 'sfax-city', 'network'));
    expect(organisations(story)).toEqual(['sfax-city', 'lyon-city']);
    expect(belongs(story, 'rim')).toEqual({ organisation: 'sfax-city', city: 'sfax', kind: 'city' });
  });

  it('[LST3] into an organisation without a city leaves them their own', () => {
    const story = given(joined('amal'), merges('organisations', 'network', 'sfax-city'));
    expect(belongs(story, 'amal')).toEqual({ organisation: 'network', city: 'sfax', kind: 'small' });
  });

  it.each(['cities', 'organisations'] as const)('[LST3] refuses %s with themselves, and what is gone', (list) => {
    const [one, other] = list === 'cities' ? ['sfax', 'lyon'] : ['sfax-city', 'lyon-city'];
    const story = given();
    story.when('desk', 'lists.Merge', { list, into: one, from: one }).thenRefused('MERGE_IMPOSSIBLE');
    story.given(merges(list, one, other));
    story.when('desk', 'lists.Merge', { list, into: one, from: other }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Merge', { list, into: other, from: one }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Correct', { list, id: other, label: { en: 'x' } }).thenRefused('NOT_FOUND');
  });

  it('[LST4] lets a join form that still shows the old entry, and another desk, mean what it was merged into', () => {
    const story = given(addsCity('sousse', 'Sousse'), joined('amal'));
    story.given((s) => merges('cities', 'lyon', s.id('sousse'))(s), merges('cities', 'sfax', 'lyon'));
    story.given(merges('organisations', 'sfax-city', 'lyon-city'));
    story
      .when('server', 'core.Join', join(null, story.id('sousse'), { organisationText: 'A circle' }))
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived');
    expect(belongs(story, 'late')).toEqual({ organisation: null, city: 'sfax', kind: 'small' });
    story
      .when('server', 'core.Join', { ...join('lyon-city', null), participant: 'later' })
      .thenEvents('core.ParticipantJoined', 'attendance.Arrived');
    expect(belongs(story, 'later')).toEqual({ organisation: 'sfax-city', city: 'sfax', kind: 'city' });
    story.given(assign('amal', { organisation: null, city: 'lyon', kind: 'small' }));
    expect(belongs(story, 'amal')).toEqual({ organisation: null, city: 'sfax', kind: 'small' });
  });

  it('[LST5] is undone for all who have gone nowhere else since', () => {
    const story = given(joined('amal'), joinedFrom('rim', { organisation: 'network', city: 'lyon' }));
    story.given(joinedFrom('gil', { organisation: 'network', city: 'lyon' }));
    const before = meetingOf(story);
    story.given(merges('organisations', 'sfax-city', 'network'));
    story.given(joinedFrom('late', { organisation: 'network' }));
    story.given(assign('gil', { organisation: 'lyon-city', city: null, kind: 'city' }));
    expect(story.undo('lists.Merge').refusal).toBeNull();
    expect(meetingOf(story)).toEqual(before);
    expect(belongs(story, 'rim')).toEqual({ organisation: 'network', city: 'lyon', kind: 'small' });
    expect(['amal', 'gil', 'late'].map((name) => belongs(story, name).organisation)).toEqual([
      'sfax-city',
      'lyon-city',
      'sfax-city',
    ]);
  });

  it('[LST5] is undone one after the other, the last first', () => {
    const story = given(joined('amal'), addsCity('sousse', 'Sousse'));
    const before = [meetingOf(story), belongs(story, 'amal')];
    story.given(
      (s) => merges('cities', s.id('sousse'), 'sfax')(s),
      (s) => merges('cities', 'lyon', s.id('sousse'))(s),
    );
    story.given(merges('organisations', 'network', 'sfax-city'));
    const merging = story.acts().filter(({ act }) => act === 'lists.Merge');
    expect(merging.map((act) => act.undoable)).toEqual([false, false, true]);
    for (let i = 0; i < 3; i++) expect(story.undo('lists.Merge').refusal).toBeNull();
    expect([meetingOf(story), belongs(story, 'amal')]).toEqual(before);
  });
});

describe('where a person belongs', () => {
  it('[LST6] is the desk’s to correct: an organisation of the list brings its kind and city', () => {
    const story = given(joinedFrom('gil', { kind: 'small', city: 'lyon' }));
    const to = { organisation: 'sfax-city', city: 'lyon', kind: 'small' };
    story
      .when('desk', 'lists.Assign', { participant: 'gil', ...to })
      .thenEvents(['lists.Assigned', { organisation: 'sfax-city', city: 'sfax', kind: 'city' }]);
    story.when('desk', 'lists.Assign', { participant: 'gil', ...to }).thenNothing();
    story.undo().thenEvents(['lists.Assigned', { organisation: null, city: 'lyon', kind: 'small' }], 'core.Undone');
    for (const wrong of [{ organisation: 'club' }, { city: 'paris' }, { kind: 'club' }])
      story.when('desk', 'lists.Assign', { participant: 'gil', ...to, ...wrong }).thenRefused('NOT_FOUND');
    story.when('desk', 'lists.Assign', { participant: 'nobody', ...to }).thenRefused('NOT_FOUND');
  });

  it('[LST6] goes back to what that was merged into', () => {
    const story = given(joinedFrom('rim', { organisation: 'network', city: 'lyon' }));
    story.given(assign('rim', { organisation: 'lyon-city', city: null, kind: 'city' }));
    story.given(merges('organisations', 'sfax-city', 'network'));
    expect(story.undo('lists.Assign').refusal).toBeNull();
    expect(belongs(story, 'rim')).toEqual({ organisation: 'sfax-city', city: 'sfax', kind: 'city' });
  });

  it('[LST7] is told in their own words only where it is not of a list', () => {
    const own = { organisation: null, organisationText: 'Jardiniers', city: null, cityText: 'Gabès', kind: 'small' };
    const story = given(opened());
    const consents = { present: true, words: true };
    story.given(
      did('server', 'core.Join', { participant: 'gil', profile: { name: 'Gil', ...own }, consents, lang: 'fr' }),
    );
    story.given(says('gil', 'a'));
    const words = { organisationText: 'Jardiniers', cityText: 'Gabès' };
    expect(story.contribution('a')?.by).toMatchObject(words);
    story.given(assign('gil', { organisation: 'sfax-city', city: null, kind: 'city' }));
    expect(story.contribution('a')?.by).toEqual({ as: 'name', name: 'Gil', organisation: 'sfax-city', city: 'sfax' });
    expect(story.self('gil')).toMatchObject({ organisationText: null, cityText: null });
    expect(story.see('desk', 'person/gil')).toMatchObject({ organisationText: null, cityText: null });
    expect(story.undo().refusal).toBeNull();
    expect(story.contribution('a')?.by).toMatchObject(words);
  });

  it('[LST8] is taken from everywhere at once: the lists, the views, who has been heard', () => {
    const story = given(named('amal'), opened(), says('amal', 'a'), merges('cities', 'lyon', 'sfax'));
    expect(story.contribution('a')?.by).toMatchObject({ city: 'lyon' });
    expect(story.self('amal').city).toBe('lyon');
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(JSON.stringify(story.see(audience, 'meeting'))).not.toContain('"sfax"');
    expect(story.see('desk', 'people')).toMatchObject({ byCity: { lyon: 1 } });
  });
});

describe('what was settled before', () => {
  const people = ['a', 'b', 'c', 'd'];
  const fromSfax = people.map((name, i) =>
    joinedFrom(name, i % 2 ? { organisation: 'sfax-city' } : { kind: 'small', city: 'sfax' }),
  );
  const others = ['e', 'f', 'g', 'h'].map((name, i) =>
    joinedFrom(name, i % 2 ? { organisation: 'lyon-city' } : { kind: 'small' }),
  );

  it('[LST9] stays: a city at the opening has the name of what it was merged into, and nobody moves', () => {
    const story = given(...fromSfax, ...others, addsCity('greater', 'Greater Sfax'), opened('table'));
    const buckets = () => (story.see('room', 'a/table') as ActivityView).buckets?.listed;
    expect(buckets()).toEqual(['sfax']);
    story.given((s) => merges('cities', s.id('greater'), 'sfax')(s));
    expect(buckets()).toEqual([story.id('greater')]);
    expect(story.self('a').seenAs).toEqual({ table: { as: 'city', city: story.id('greater') } });
    story.given(assign('a', { organisation: null, city: 'lyon', kind: 'small' }));
    story.given(assign('e', { organisation: null, city: story.id('greater'), kind: 'small' }));
    expect([story.self('a').seenAs, story.self('e').seenAs]).toEqual([
      { table: { as: 'city', city: story.id('greater') } },
      { table: { as: 'city', city: null } },
    ]);
  });

  it('[LST9] but for a vote by organisation: merged ones have one, the last', () => {
    const file = sampleMeeting();
    const activities = file.activities.map((a) =>
      a.kind === 'ballot' ? { ...a, config: { ...a.config, voters: 'organisation' as const } } : a,
    );
    const story = givenIn({ ...file, activities }, opened('dots'));
    story.given(joinedFrom('a', { organisation: 'sfax-city' }), joinedFrom('b', { organisation: 'lyon-city' }));
    story.given(votes('a', { o1: 1 }), votes('b', { o2: 1 }));
    expect(story.ballot('desk').voted).toBe(2);
    story.given(merges('organisations', 'sfax-city', 'lyon-city'));
    expect([story.ballot('desk').voted, story.vote('a')]).toEqual([
      1,
      expect.objectContaining({ byColleague: true, dots: { o2: 1 } }),
    ]);
    expect(story.undo('lists.Merge').refusal).toBeNull();
    expect([story.ballot('desk').voted, story.vote('a')?.dots]).toEqual([2, { o1: 1 }]);
  });
});

describe('the desk’s lists', () => {
  it('[LST8] are read by the join form as they now are', () => {
    const story = given(addsCity('sousse', 'Sousse'), merges('organisations', 'sfax-city', 'network'));
    const { file } = story.meeting.state;
    expect([file?.cities.length, file?.organisations.length]).toEqual([3, 2]);
  });
});
