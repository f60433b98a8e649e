import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../server/domain/actors.ts';
import type { MeetingEvent } from '../../server/domain/events.ts';
import { evolve } from '../../server/domain/evolve.ts';
import type { ParticipantId } from '../../server/domain/ids.ts';
import { initialState } from '../../server/domain/initial.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { UnreadableEvent, upcast } from '../../server/domain/upcast.ts';
import { selfView, view } from '../../server/domain/view.ts';
import { did, given, later, merge, named, on, opened, type Story, says, saysLate } from '../support/given.ts';

/** A meeting in which everything was said that can be: names, texts, translations, notes. */
const busy = () =>
  given(
    named('Amal'),
    named('Rim'),
    opened(),
    opened('collect'),
    says('Amal', 'a'),
    says('Rim', 'b', { to: 'a' }),
  ).given(
    says('Amal', 'c'),
    says('Rim', 'd'),
    says('Rim', 'p', { activity: 'collect' }),
    did('desk', 'core.Translate', { item: '@a', lang: 'en', text: 'translated words', by: 'Salma' }),
    did('desk', 'discussion.Hide', { ...on('d'), reason: 'other', note: 'noted words' }),
    did('desk', 'discussion.Merge', merge('a', 'c')),
    did('Rim', 'discussion.Endorse', on('a')),
    did('desk', 'core.Configure', { activity: 'live', minutes: 9 }),
    later(5),
    saysLate('Amal', 'l'),
  );

const everything = (state: MeetingState) => ({
  views: audiences.map((audience) => [...view(state, audience)]),
  selves: [...state.participants.keys()].map((id) => selfView(state, id)),
});

/** What the log and a vault fold into, the log as it is stored. */
function loaded({ meeting }: Story, vault = meeting.state.vault): MeetingState {
  const state = initialState();
  for (const [id, value] of vault) state.vault.set(id, value);
  for (const event of meeting.log) evolve(state, upcast(JSON.parse(JSON.stringify(event))));
  return state;
}

describe('events and the vault', () => {
  it('[MTG49] keep names and texts out of the log, which holds ids and salted commitments', () => {
    const story = busy();
    const log = JSON.stringify(story.meeting.log.map(({ actor: _actor, ...event }) => event));
    const vault = JSON.stringify([...story.meeting.sealed.values()]);
    for (const secret of ['words of', 'translated words', 'noted words', 'Salma', 'What worked?', 'City of Sfax']) {
      expect(log).not.toContain(secret);
      expect(vault).toContain(secret);
    }
    const [added] = story.when('Amal', 'discussion.Contribute', { activity: 'collect', text: 'more' }).events;
    expect(added?.data).toMatchObject({
      text: { id: expect.any(String), commitment: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('[MTG50] name what an event destroys, and hold it no longer, nor when they are loaded', () => {
    const story = busy();
    const values = () => JSON.stringify([...story.meeting.state.vault.values()]);
    const forgets = (events: readonly MeetingEvent[]) => (events[0]!.data as { forgets: string[] }).forgets;
    const removal = story.when('desk', 'discussion.Remove', { ...on('a'), reason: 'insult' });
    expect(forgets(removal.events)).toHaveLength(2);
    const withdrawal = story.when('Rim', 'discussion.Withdraw', on('d'));
    expect(forgets(withdrawal.events)).toHaveLength(2);
    const edit = story.when('Rim', 'discussion.Edit', { ...on('b'), text: 'better' });
    expect(forgets(edit.events)).toHaveLength(1);
    const gone = ['words of a', 'translated words', 'words of d', 'noted words', 'words of b'];
    for (const secret of gone) expect(values()).not.toContain(secret);
    // Even from a vault that still had everything: the log itself takes it out.
    const state = loaded(story, story.meeting.sealed);
    for (const secret of gone)
      expect(JSON.stringify([[...state.vault.values()], everything(state)])).not.toContain(secret);
    expect(everything(state)).toEqual(everything(story.meeting.state));
  });

  it('[MTG51] always give the same state', () => {
    const story = busy();
    const once = loaded(story);
    expect(loaded(story)).toEqual(once);
    expect(once).toEqual(story.meeting.state);
    expect(selfView(once, 'Amal' as ParticipantId)?.items).toHaveLength(3);
  });
});

describe('a stored event', () => {
  const stored = () => JSON.parse(JSON.stringify(busy().meeting.log[1])) as Record<string, unknown>;

  it('[MTG52] is read as it was written', () => {
    for (const event of busy().meeting.log) expect(upcast(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it.each<[string, Record<string, unknown>]>([
    ['of an unknown type', { type: 'matrix.EntryAdded' }],
    ['of a type that only every object has', { type: 'constructor' }],
    ['of a later version', { v: 2 }],
    ['of no version', { v: 0 }],
    ['with more than is known', { data: { ...(stored().data as object), mood: 'good' } }],
    ['with less', { data: {} }],
    ['without a number', { seq: 0 }],
    ['of an unknown actor', { actor: { kind: 'ghost' } }],
    ['with an unknown field', { mood: 'good' }],
  ])('[MTG52] stops the loading where it is %s', (_name, change) => {
    expect(() => upcast({ ...stored(), ...change })).toThrow(UnreadableEvent);
  });
});
