import { describe, expect, it } from '@jest/globals';
import { given, joined, joinedFrom, named, on, opened, says } from '../support/given.ts';
import { enters } from '../support/given-kinds.ts';
import { added, attendanceOf, belongs, dictates, floorOf, personOf, through } from '../support/given-parts.ts';

const profile = { name: ' Salem\n Ben ', organisation: 'lyon-city', city: null, kind: null };
const newcomer = { profile, consents: { present: false, words: true }, lang: 'ar' as const };

describe('a participant without a phone', () => {
  it('[MTG62] is added by the desk, as whoever joins, and is there', () => {
    const story = given();
    const outcome = story.when('desk', 'core.AddParticipant', newcomer);
    outcome.thenEvents(
      ['core.ParticipantJoined', { phone: false, organisation: 'lyon-city', kind: 'city' }],
      'attendance.Arrived',
    );
    const { participant } = outcome.events[0]!.data as { participant: string };
    expect(personOf(story, participant)).toMatchObject({ name: 'Salem Ben', phone: false, present: true });
    expect(belongs(story, participant)).toEqual({ organisation: 'lyon-city', city: 'lyon', kind: 'city' });
    expect(attendanceOf(story).present).toBe(1);
    const refused = (more: Partial<typeof profile>) =>
      story.when('desk', 'core.AddParticipant', { ...newcomer, profile: { ...profile, ...more } });
    refused({ name: ' ' }).thenRefused('NAME_MISSING');
    refused({ name: 'x'.repeat(81) }).thenRefused('NAME_TOO_LONG');
    refused({ organisation: 'nowhere' }).thenRefused('ORGANISATION_MISSING');
  });

  it('[MTG63] contributes, endorses, votes, asks for the floor and agrees to things through the desk', () => {
    const story = given(
      joined('amal'),
      opened(),
      opened('dots'),
      says('amal', 'a'),
      added('salem'),
      dictates('@salem', 'b'),
    );
    const salem = story.id('salem');
    through(story, '@salem', 'discussion.Endorse', on('a')).thenEvents('discussion.Endorsed');
    through(story, '@salem', 'ballot.Vote', { activity: 'dots', dots: [{ option: 'o1', n: 1 }] }).thenEvents(
      'ballot.Voted',
    );
    through(story, '@salem', 'floor.Ask', {}).thenEvents('floor.Asked');
    through(story, '@salem', 'core.SetConsents', { present: true, words: true }).thenEvents('core.ConsentsSet');
    through(story, '@salem', 'attendance.Leave', {}).thenEvents('attendance.Left', 'floor.Withdrawn');
    expect(story.mine(salem, 'b').text).toBe('words of b');
    expect(story.endorsements('a')?.n).toBe(1);
    expect(story.meeting.log.find((e) => e.type === 'ballot.Voted')?.actor).toEqual({
      kind: 'participant',
      id: salem,
      via: 'desk',
    });
  });

  it('[MTG63] is the only one whom the desk acts for, and does only what a participant may', () => {
    const story = given(joined('amal'), opened(), added('salem'), says('amal', 'a'));
    through(story, 'amal', 'discussion.Contribute', { activity: 'live', text: 'x' }).thenRefused('HAS_A_PHONE');
    through(story, 'amal', 'floor.Ask', {}).thenRefused('HAS_A_PHONE');
    through(story, 'nobody', 'floor.Ask', {}).thenRefused('NOT_FOUND');
    through(story, '@salem', 'discussion.Hide', { ...on('a'), reason: 'insult' }).thenRefused('NOT_ALLOWED');
    through(story, '@salem', 'core.Undo', { seq: 1 }).thenRefused('NOT_ALLOWED');
    through(story, '@salem', 'attendance.Leave', { participant: 'amal' }).thenRefused('NOT_ALLOWED');
    through(story, '@salem', 'discussion.Edit', { ...on('a'), text: 'x' }).thenRefused('NOT_YOURS');
  });

  it('[MTG64] has their texts marked as written down by the desk, but not where authors appear by city or kind', () => {
    const story = given(
      joined('amal'),
      opened(),
      added('salem', { words: true }),
      says('amal', 'a'),
      dictates('@salem', 'b'),
    );
    for (const audience of ['desk', 'room', 'screen'] as const) {
      expect(story.contribution('b', audience)).toMatchObject({
        behalf: true,
        by: { as: 'name', name: 'Name of salem' },
      });
      expect(story.contribution('a', audience)?.behalf).toBeUndefined();
    }
    story.given(...['p', 'q', 'r'].map((name) => joinedFrom(name, { kind: 'small', city: 'sfax' })), opened('table'));
    const entry = { activity: 'table', row: 'rights', column: 'strong', text: 'an entry' };
    const { events } = through(story, '@salem', 'matrix.Contribute', entry);
    story.given((s) => s.label('entry', (events[0]!.data as { item: never }).item), enters('p', 'own'));
    story.when('desk', 'matrix.Reveal', { activity: 'table' }).thenEvents('matrix.Revealed');
    expect(story.contribution('entry', 'desk')?.behalf).toBeUndefined();
    expect(Object.keys(story.contribution('entry', 'desk')!).sort()).toEqual(
      Object.keys(story.contribution('own', 'desk')!).sort(),
    );
  });
});

describe('people at the desk', () => {
  it('[MTG65] have their names there where they agreed to be listed, or where the desk added them', () => {
    const story = given(joined('amal', { consents: { present: true, words: false } }), named('rim'), added('salem'));
    expect(['amal', 'rim', story.id('salem')].map((name) => personOf(story, name).name)).toEqual([
      'Name of amal',
      null,
      'Name of salem',
    ]);
    expect(personOf(story, 'rim')).toMatchObject({
      organisation: 'sfax-city',
      city: 'sfax',
      kind: 'city',
      phone: true,
    });
    for (const audience of ['room', 'screen'] as const) expect(story.see(audience, 'person/amal')).toBeUndefined();
    expect(floorOf(story, 'room').waiting).toBe(0);
    story.when('amal', 'core.SetConsents', { present: false, words: true }).thenEvents('core.ConsentsSet');
    expect(personOf(story, 'amal').name).toBeNull();
  });
});
