import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Touch } from '../../server/domain/activities/activity.ts';
import { type Audience, audienceOf, audiences } from '../../server/domain/actors.ts';
import type { EventType, MeetingEvent } from '../../server/domain/events.ts';
import { evolve } from '../../server/domain/evolve.ts';
import type { ParticipantId } from '../../server/domain/ids.ts';
import { initialState } from '../../server/domain/initial.ts';
import { applyPatch, type Entries } from '../../server/domain/plain.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { selfView, show, touchesOf, view } from '../../server/domain/view.ts';
import { did, given, joined, later, merge, named, on, opened, says } from '../support/given.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { TestMeeting } from '../support/test-meeting.ts';

const SEEDS = Array.from({ length: 5 }, (_, i) => i + 1);
const canonical = (seen: Map<string, unknown>) => JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
const plain = (seen: Map<string, unknown>) => JSON.parse(JSON.stringify(Object.fromEntries(seen)));

/** A random meeting, event by event: what each touches, and the state as it then is. */
function walk(seed: number, see: (touch: Touch, state: MeetingState, event: MeetingEvent) => void): void {
  const random = new Random(seed);
  const marker = new Marker();
  const meeting = new TestMeeting({
    evolve: (state, event) => {
      const touch = touchesOf(state, event);
      evolve(state, event);
      see(touch, state, event);
    },
  });
  for (let step = 0; step < 250; step++) {
    meeting.at += random.below(20_000);
    const next = randomCommand(meeting.state, random, marker, meeting.at);
    if (next) meeting.refused(next.actor, next.type, next.data);
  }
}

/** The patch that an event gives an audience. */
const patch = (touch: Touch, state: MeetingState, audience: Audience): Entries =>
  (touch.everything ? [...view(state, audience).keys()] : [...(touch.keys ?? []), ...(touch.tallies ?? [])]).map(
    (key) => [key, show(state, key, audience) ?? null],
  );

describe('a view', () => {
  it('[MTG40] is of the desk, the room and the screen; a reader has none', () => {
    expect(audienceOf).toEqual({
      participant: 'room',
      facilitator: 'desk',
      screen: 'screen',
      reader: null,
      system: null,
    });
  });

  it('[MTG40] is a map of keys to JSON values, which comes from the state alone', () => {
    const story = given(named('amal'), opened(), says('amal', 'a'));
    for (const audience of audiences) {
      const seen = view(story.meeting.state, audience);
      expect([...seen.keys()]).toEqual(expect.arrayContaining(['meeting', 'agenda', 'people', 'a/live', 'a/collect']));
      expect(Object.fromEntries(seen)).toEqual(plain(seen));
      expect(plain(view(story.meeting.replayed(), audience))).toEqual(plain(seen));
      for (const [key, value] of seen) expect(show(story.meeting.state, key, audience)).toEqual(value);
    }
  });

  it.each(SEEDS)('[MTG41] follows from the keys that each event touches, own views included, seed %i', (seed) => {
    const seen = new Map(audiences.map((audience) => [audience, view(initialState(), audience)]));
    const selves = new Map<ParticipantId, string>();
    walk(seed, (touch, state, event) => {
      for (const audience of audiences) {
        const mine = seen.get(audience)!;
        applyPatch(mine, JSON.parse(JSON.stringify(patch(touch, state, audience))));
        const truth = view(state, audience);
        // Compared as text first, which is quick, and in full only to say what differs.
        if (canonical(mine) !== canonical(truth))
          expect({ audience, event, seen: plain(mine) }).toEqual({ audience, event, seen: plain(truth) });
      }
      for (const id of touch.selves ?? []) selves.set(id, JSON.stringify(selfView(state, id)));
      for (const id of state.participants.keys())
        expect([event.type, selves.get(id)]).toEqual([event.type, JSON.stringify(selfView(state, id))]);
    });
  });

  it.each(SEEDS)('[MTG42] is not changed by a patch that comes twice or over a later snapshot, seed %i', (seed) => {
    const earlier = new Map<Audience, Entries[]>(audiences.map((audience) => [audience, []]));
    walk(seed, (touch, state) => {
      for (const audience of audiences) {
        const entries = patch(touch, state, audience);
        const snapshot = view(state, audience);
        const again = new Map(snapshot);
        applyPatch(again, entries);
        applyPatch(again, entries);
        if (canonical(again) !== canonical(snapshot)) expect(plain(again)).toEqual(plain(snapshot));
        earlier.get(audience)?.push(entries);
      }
    });
    for (const patches of earlier.values()) {
      const [once, twice] = [new Map<string, unknown>(), new Map<string, unknown>()];
      for (const entries of patches) {
        applyPatch(once, entries);
        applyPatch(twice, entries);
        applyPatch(twice, entries);
      }
      expect(canonical(twice)).toBe(canonical(once));
    }
  });

  it('[MTG42] stands at the newest values, however often a run of patches comes again', () => {
    const entries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.jsonValue({ maxDepth: 1 }))));
    fc.assert(
      fc.property(fc.array(entries), fc.nat(), (patches, from) => {
        const [once, again] = [new Map<string, unknown>(), new Map<string, unknown>()];
        for (const patch of patches) applyPatch(once, patch);
        for (const patch of [...patches, ...patches.slice(from % (patches.length + 1))]) applyPatch(again, patch);
        expect(canonical(again)).toBe(canonical(once));
        const last = new Map(patches.flat());
        for (const [key, value] of last) expect(once.get(key)).toEqual(value ?? undefined);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('[MTG43] tells everybody how many have joined, and the desk by kind and by city', () => {
    const story = given(joined('amal'), joined('rim'));
    const profile = { name: 'X', organisation: 'network', city: null, kind: null };
    for (const [participant, cityText] of [
      ['yannis', 'Gabès'],
      ['zeynep', ''],
    ] as const)
      story.given(
        did('server', 'core.Join', {
          participant,
          profile: { ...profile, cityText },
          consents: { present: false, words: false },
          lang: 'fr',
        }),
      );
    expect(story.see('room', 'people')).toEqual({ joined: 4 });
    expect(story.see('screen', 'people')).toEqual({ joined: 4 });
    expect(story.see('desk', 'people')).toEqual({
      joined: 4,
      byKind: { city: 2, small: 2 },
      byCity: { sfax: 2, '': 2 },
    });
  });

  it('[MTG44] shows the acts to the desk alone, and the screen’s choice to desk and screen', () => {
    const story = given(opened());
    const seeing = (key: string) => audiences.filter((audience) => view(story.meeting.state, audience).has(key));
    expect(seeing('acts')).toEqual(['desk']);
    expect(seeing('screen')).toEqual(['desk', 'screen']);
  });

  it('[MTG45] of a participant is theirs: profile, consents, own texts and endorsements', () => {
    const story = given(joined('amal', { name: 'Amal' }), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b'));
    story.given(did('amal', 'discussion.Endorse', on('b')));
    expect(story.self('amal')).toMatchObject({
      participant: 'amal',
      name: 'Amal',
      organisation: 'sfax-city',
      city: 'sfax',
      kind: 'city',
      lang: 'fr',
      consents: { present: false, words: false },
      items: [{ id: story.id('a'), activity: 'live', text: 'words of a' }],
      endorsed: [story.id('b')],
    });
    for (const audience of audiences)
      expect(JSON.stringify([...view(story.meeting.state, audience)])).not.toMatch(/Amal|consents/);
    expect(JSON.stringify(story.self('rim'))).not.toMatch(/Amal|words of a/);
    expect(selfView(story.meeting.state, 'stranger' as ParticipantId)).toBeNull();
  });

  it('[MTG46] withholds a value that cannot be made, and shows the rest', () => {
    const story = given(named('amal'), named('rim'), opened(), says('amal', 'a'), says('rim', 'b'));
    const { state } = story.meeting;
    const before = view(state, 'room');
    Reflect.deleteProperty(state.participants.get('amal' as ParticipantId)!, 'consents');
    const after = view(state, 'room');
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([`c/${story.id('a')}`]);
    expect(after.get(`c/${story.id('b')}`)).toEqual(before.get(`c/${story.id('b')}`));
  });
});

describe('what takes something back', () => {
  const room = [named('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b'), later(1)];
  const translate = did('desk', 'core.Translate', { item: '@a', lang: 'fr', text: 'x' });
  const hide = did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' });

  /** Of the newest event: whether it says so. */
  function retracts(...steps: Parameters<typeof given>): [EventType, boolean] {
    const story = given(...room);
    const touches: Touch[] = [];
    story.meeting.onCommit((all) => touches.push(...all));
    story.given(...steps);
    return [story.meeting.log.at(-1)!.type, touches.at(-1)?.retracts === true];
  }

  it('[MTG47] says so', () => {
    const edit = did('amal', 'discussion.Edit', { ...on('a'), text: 'x' });
    const consent = did('amal', 'core.SetConsents', { present: true, words: false });
    const cases = [
      [edit],
      [did('amal', 'discussion.Withdraw', on('a'))],
      [hide],
      [did('desk', 'discussion.Merge', merge('b', 'a'))],
      [did('desk', 'discussion.Remove', { ...on('a'), reason: 'insult' })],
      [consent],
      [translate, translate],
      [translate, did('desk', 'core.RemoveTranslation', { item: '@a', lang: 'fr' })],
    ];
    expect(cases.map((steps) => retracts(...steps))).toEqual([
      ['discussion.ContributionEdited', true],
      ['discussion.ContributionWithdrawn', true],
      ['discussion.ContributionHidden', true],
      ['discussion.ContributionsMerged', true],
      ['discussion.ContributionRemoved', true],
      ['core.ConsentsSet', true],
      ['core.Translated', true],
      ['core.TranslationRemoved', true],
    ]);
  });

  it('[MTG47] is told from what only adds', () => {
    const cases = [
      [says('rim', 'c')],
      [translate],
      [did('rim', 'discussion.Endorse', on('a'))],
      [did('rim', 'core.SetConsents', { present: true, words: true })],
      [did('desk', 'discussion.Pin', on('a'))],
      [did('desk', 'core.PauseActivity', { activity: 'live' })],
    ];
    for (const steps of cases) expect(retracts(...steps)[1]).toBe(false);
  });
});
