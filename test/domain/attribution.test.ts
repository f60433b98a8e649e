import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../server/domain/actors.ts';
import type { ActivityId, ParticipantId } from '../../server/domain/ids.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { show, view } from '../../server/domain/view.ts';
import { did, givenIn, joinedFrom, later, on, opened, type Step, type Story, says } from '../support/given.ts';
import { closed, set, votes } from '../support/given-kinds.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

const words = (en: string) => ({ ar: en, fr: en, en });

/** The sample with a third city, and kinds enough. */
const file = (() => {
  const sample = sampleMeeting();
  return MeetingFile.parse({
    ...sample,
    cities: [...sample.cities, { id: 'gabes', name: words('Gabès') }],
    kinds: [...sample.kinds, { id: 'large', name: words('Large association') }],
  });
})();

/** So many people of a city and a kind, who are of no organisation of the list; then of one. */
const people = (city: string | null, n: number, kind = 'small', organisation?: string): Step[] =>
  Array.from({ length: n }, (_, i) => {
    const name = `${organisation ?? kind}${city ?? ''}${i}`;
    return joinedFrom(name, { ...(organisation ? { organisation } : { kind }), ...(city ? { city } : {}) });
  });
const by = (attribution: 'city' | 'kind', activity = 'live') => set(activity, { attribution });
const listed = (story: Story, activity = 'live') => story.activity(activity).buckets?.listed;
const author = (story: Story, label: string) => story.contribution(label)?.by;
const seenAs = (story: Story, name: string) => story.self(name).seenAs['live' as ActivityId];

describe('what is fixed', () => {
  it('[MTG54] is fixed by the first opening, before the rest, and by no later one', () => {
    const story = givenIn(file, ...people('sfax', 3), ...people('lyon', 4), by('city'));
    expect(story.activity().buckets).toBeNull();
    story
      .when('desk', 'core.OpenActivity', { activity: 'live' })
      .thenEvents(['core.BucketsFixed', { by: 'city', buckets: ['lyon'] as never }], 'core.ActivityOpened');
    story.given(...people('gabes', 5), closed('live'));
    story.when('desk', 'core.OpenActivity', { activity: 'live' }).thenEvents('core.ActivityOpened');
    expect(listed(story)).toEqual(['lyon']);
  });

  it('[MTG54] is fixed by the start of an agenda item too, and stands after undoing it', () => {
    const story = givenIn(file, ...people('sfax', 3), ...people('lyon', 4), by('city'));
    story
      .when('desk', 'core.StartItem', { item: 'first' })
      .thenEvents('core.ItemStarted', 'core.BucketsFixed', 'core.ActivityOpened');
    story.undo('core.StartItem');
    story.given(...people('gabes', 5), opened());
    expect(listed(story)).toEqual(['lyon']);
  });

  it('[MTG54] is not fixed where authors appear by name', () => {
    const story = givenIn(file, ...people('sfax', 3), ...people('lyon', 4), opened());
    expect(story.activity().buckets).toBeNull();
    expect(seenAs(story, 'smallsfax0')).toBeUndefined();
  });
});

describe('who stands alone', () => {
  const fixed = (attribution: 'city' | 'kind', ...steps: Step[]) =>
    listed(givenIn(file, ...steps, by(attribution), opened()));
  const pool = people(null, 3).map((_, i) => joinedFrom(`pool${i}`, { kind: 'large' }));

  it('[MTG55] is a city of three people of two organisations', () => {
    expect(fixed('city', ...pool, ...people('sfax', 2))).toEqual([]);
    expect(fixed('city', ...pool, ...people('sfax', 3))).toEqual(['sfax']);
    expect(fixed('city', ...pool, ...people('sfax', 3, 'city', 'sfax-city'))).toEqual([]);
    expect(fixed('city', ...pool, ...people('sfax', 2, 'city', 'sfax-city'), ...people('sfax', 1))).toEqual(['sfax']);
  });

  it('[MTG55] is a kind of three people of three organisations', () => {
    const two = [...people(null, 3, 'city', 'sfax-city'), ...people(null, 3, 'city', 'lyon-city')];
    expect(fixed('kind', ...pool, ...two)).toEqual([]);
    expect(fixed('kind', ...pool, ...two, ...people(null, 1, 'city'))).toEqual(['city']);
    expect(fixed('kind', ...pool, ...people(null, 4))).toEqual(['small']);
  });

  it('[MTG55] counts those who are present', () => {
    const leave = did('desk', 'attendance.Leave', { participant: 'smallsfax0' });
    const back = did('smallsfax0', 'attendance.Arrive', {});
    expect(fixed('city', ...pool, ...people('sfax', 3), leave)).toEqual([]);
    expect(fixed('city', ...pool, ...people('sfax', 3), leave, back)).toEqual(['sfax']);
    const overNight = [
      later(86_400),
      ...pool.map((_, i) => did('server', 'attendance.Arrive', { participant: `pool${i}` })),
    ];
    expect(fixed('city', ...pool, ...people('sfax', 3), ...overNight)).toEqual([]);
  });

  it('[MTG56] leaves a pool of three people of two organisations, which the smallest join until it is', () => {
    const three = [...people('sfax', 4), ...people('lyon', 3), ...people('gabes', 3)];
    const none = joinedFrom('nowhere', { kind: 'small' });
    // Nobody is left over: the smallest city is the pool, by name where there are two.
    expect(fixed('city', ...three)).toEqual(['gabes', 'sfax']);
    expect(fixed('city', ...three, none)).toEqual(['gabes', 'sfax']);
    expect(fixed('city', ...three, ...pool)).toEqual(['gabes', 'lyon', 'sfax']);
    expect(fixed('city', ...people('sfax', 4), none)).toEqual([]);
    const one = people(null, 3, 'small', 'network');
    expect(fixed('city', ...people('sfax', 4), ...people('lyon', 3), ...one)).toEqual(['sfax']);
  });

  it('[MTG56] is nobody where too few are left: all are “a participant”', () => {
    const story = givenIn(
      file,
      ...people('sfax', 2),
      ...people('lyon', 1),
      by('city'),
      opened(),
      says('smallsfax0', 'a'),
    );
    expect(author(story, 'a')).toEqual({ as: 'participant' });
    expect(seenAs(story, 'smallsfax0')).toEqual({ as: 'participant' });
    expect(listed(givenIn(file, by('city'), opened()))).toEqual([]);
  });
});

describe('a person’s bucket', () => {
  const room = [...people('sfax', 4), ...people('lyon', 3), ...people('gabes', 1), by('city'), opened()];
  const sfax = { as: 'city', city: 'sfax' };
  const others = { as: 'city', city: null };
  const assign = (participant: string, city: string | null) =>
    did('desk', 'lists.Assign', { participant, organisation: null, city, kind: 'small' });

  it('[MTG57] is the city that stands alone, or the pool', () => {
    const story = givenIn(file, ...room, says('smallsfax0', 'a'), says('smalllyon0', 'b'), says('smallgabes0', 'c'));
    expect(['a', 'b', 'c'].map((label) => author(story, label))).toEqual([sfax, others, others]);
  });

  it('[MTG57] is fixed for whoever joins later by where they then belong, and lets no new city stand', () => {
    const late = joinedFrom('late', { city: 'sfax', kind: 'small' });
    const many = Array.from({ length: 5 }, (_, i) => joinedFrom(`more${i}`, { city: 'lyon', kind: 'small' }));
    const story = givenIn(file, ...room, late, ...many, says('late', 'a'), says('more0', 'b'));
    expect([author(story, 'a'), author(story, 'b')]).toEqual([sfax, others]);
    expect(seenAs(story, 'more0')).toEqual(others);
  });

  it('[MTG57] does not change with a correction of where they belong, nor with leaving', () => {
    const late = joinedFrom('late', { kind: 'small' });
    const story = givenIn(file, ...room, late, says('smallsfax0', 'a'), says('late', 'b'), says('smallgabes0', 'c'));
    story.given(assign('smallsfax0', 'lyon'), assign('late', 'sfax'), assign('smallgabes0', 'sfax'));
    story.given(did('desk', 'attendance.Leave', { participant: 'smallsfax1' }));
    expect(['a', 'b', 'c'].map((label) => author(story, label))).toEqual([sfax, others, others]);
    expect(['smallsfax0', 'late', 'smallgabes0'].map((name) => seenAs(story, name))).toEqual([sfax, others, others]);
  });

  it('[MTG57] goes by the name of what a city was merged into, and by its own again when that is undone', () => {
    const story = givenIn(file, ...room, set('dots', { attribution: 'city', results: 'live' }), opened('dots'));
    story.given(says('smallsfax0', 'a'), votes('smallsfax0', { o1: 1 }), says('smalllyon0', 'b'));
    story.given(
      did('desk', 'lists.Merge', { list: 'cities', into: 'gabes', from: 'sfax' }),
      votes('smallsfax1', { o1: 2 }),
    );
    expect([author(story, 'a'), author(story, 'b')]).toEqual([{ as: 'city', city: 'gabes' }, others]);
    expect(story.ballot()).toMatchObject({ results: { o1: { dots: 3, groups: { gabes: 3 } } }, groups: { gabes: 2 } });
    story.undo('lists.Merge');
    expect(author(story, 'a')).toEqual(sfax);
    expect(story.ballot().groups).toEqual({ sfax: 2 });
  });
});

describe('what is shown', () => {
  const agreed = did('smallsfax0', 'core.SetConsents', { present: true, words: true });
  const room = [...people('sfax', 4), ...people('lyon', 3), by('kind'), agreed];

  it('[MTG58] is the bucket to every audience, whatever was agreed to, with no time', () => {
    const mine = [...people('sfax', 4), ...people(null, 3, 'large'), by('kind'), agreed, opened(), later(5)];
    const story = givenIn(file, ...mine, says('smallsfax0', 'a'), says('large0', 'b', { to: 'a' }));
    const sees = (label: string) => audiences.map((audience) => story.contribution(label, audience));
    for (const seen of sees('a')) expect(seen).toMatchObject({ by: { as: 'kind', kind: 'small' }, at: null });
    for (const seen of sees('b')) expect(seen).toMatchObject({ by: { as: 'kind', kind: null }, at: null });
    for (const audience of audiences)
      for (const [key, value] of view(story.meeting.state, audience))
        if (/^[cn]\/|count|^a\/|heard/.test(key)) expect(JSON.stringify(value)).not.toMatch(/Name of|smallsfax0/);
  });

  it('[MTG58] is not sent again when its author changes what they agree to: that would tell whose it is', () => {
    const story = givenIn(file, ...room, opened(), opened('collect'), says('smallsfax0', 'a', { activity: 'collect' }));
    story.given(says('smallsfax0', 'b'));
    const { state } = story.meeting;
    const touched: (string | undefined)[] = [];
    story.meeting.onCommit((touches) => touched.push(...touches.flatMap((touch) => touch.keys ?? [])));
    story.given(did('smallsfax0', 'core.SetConsents', { present: false, words: false }));
    expect(touched).toContain('person/smallsfax0');
    expect(touched).toContain(`c/${story.id('a')}`);
    expect(touched.filter((key) => state.homes.get(key?.slice(2) as never) === 'live')).toEqual([]);
  });

  it('[MTG58] is by name elsewhere at the same time', () => {
    const story = givenIn(file, ...room, opened(), opened('collect'), says('smallsfax0', 'a', { activity: 'collect' }));
    story.given(did('desk', 'discussion.Reveal', { activity: 'collect' }));
    expect(author(story, 'a')).toMatchObject({ as: 'name', name: 'Name of smallsfax0' });
    expect(story.contribution('a')?.at).toBe(story.meeting.at);
  });

  it('[MTG58] does not tell what the desk wrote down for somebody', () => {
    const story = givenIn(file, ...people('sfax', 4), ...people(null, 3, 'large'), by('kind'));
    const profile = { name: 'Salma', organisation: null, organisationText: 'Circle', city: null, kind: 'small' };
    const consents = { present: false, words: true };
    story.given(did('desk', 'core.AddParticipant', { profile, consents, lang: 'ar' }), opened(), opened('collect'));
    const id = [...story.meeting.state.participants.keys()].at(-1) as ParticipantId;
    const via = { kind: 'participant' as const, id, via: 'desk' };
    for (const activity of ['live', 'collect']) story.label(activity, story.meeting.say(via, 'x', { activity }));
    story.given(did('desk', 'discussion.Reveal', { activity: 'collect' }));
    for (const audience of audiences) {
      expect(story.contribution('live', audience)).not.toHaveProperty('behalf');
      expect(story.contribution('collect', audience)).toHaveProperty('behalf', true);
    }
  });

  it('[MTG58] does not guess a language from who wrote', () => {
    const mine = [...people('sfax', 4), ...people(null, 3, 'large'), by('kind'), opened(), opened('collect')];
    const story = givenIn(file, ...mine, says('smallsfax0', 'a'), says('smallsfax0', 'b', { activity: 'collect' }));
    story.given(says('smallsfax0', 'c', { text: 'قول' }));
    expect(story.contribution('a')).toMatchObject({ lang: 'und', guessed: true });
    expect(story.contribution('c')).toMatchObject({ lang: 'ar', guessed: true });
    expect(story.mine('smallsfax0', 'b')).toMatchObject({ lang: 'fr', guessed: true });
  });

  it('[MTG58] counts who has been heard in the same buckets, at the desk', () => {
    const mine = [...people('sfax', 4), ...people(null, 3, 'large'), by('kind'), opened(), says('smallsfax0', 'a')];
    const story = givenIn(file, ...mine, joinedFrom('late', { kind: 'city' }), says('late', 'b'));
    story.given(did('late', 'discussion.Endorse', on('a')));
    const { state } = story.meeting;
    expect(show(state, 'heard/live', 'desk')).toMatchObject({
      byKind: { small: { joined: 4, contributions: 1 }, '': { joined: 4, contributions: 1, endorsements: 0 } },
      byCity: {},
      waiting: { contributions: 0, endorsements: 1 },
    });
    expect(show(state, 'heard', 'desk')).toMatchObject({ byKind: { small: { contributions: 0 } } });
    for (const audience of ['room', 'screen'] as const) expect(show(state, 'heard/live', audience)).toBeUndefined();
  });
});
