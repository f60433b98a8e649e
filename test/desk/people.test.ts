import { describe, expect, it } from '@jest/globals';
import {
  assignmentOf,
  belongingOf,
  isComplete,
  nowhere,
  profileOf,
  UNLISTED,
} from '../../client/desk/people/belonging.ts';
import { changesOf, entryOf } from '../../client/desk/people/entry.ts';
import { chosenPeople, countsOf, heldBy, type Person, personOf } from '../../client/desk/people/people-list.ts';
import { useWords } from '../../client/lib/words.ts';
import type { ListId, ParticipantId } from '../../server/domain/ids.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { PersonView } from '../../server/domain/view.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

useWords({}, 'fr');
const meeting = sampleMeeting();
const list = (id: string) => id as ListId;
const view = (more: Partial<PersonView> = {}): PersonView => ({
  name: null,
  organisation: list('sfax-city'),
  organisationText: null,
  city: list('sfax'),
  cityText: null,
  kind: list('city'),
  lang: 'fr',
  phone: true,
  present: true,
  ...more,
});
const floor = (more: Partial<FloorView> = {}): FloorView => ({
  order: 'arrival',
  seconds: 120,
  speaker: null,
  waiting: 0,
  queue: [],
  ...more,
});
const person = (id: string, more: Partial<PersonView> = {}, at?: FloorView): Person =>
  personOf(id as ParticipantId, view(more), meeting, at);
const compare = (a: string, b: string) => a.localeCompare(b);

describe('the people at the desk', () => {
  it('have no name but the one that they agreed to, or ask for the floor with', () => {
    expect(person('a').name).toBeNull();
    expect(person('a', { name: 'Leïla' }).name).toBe('Leïla');
    const asking = { ...view(), participant: 'a' as ParticipantId, name: 'Leïla', askedAt: 1, times: 0, ms: 0 };
    expect(person('a', {}, floor({ queue: [asking] }))).toMatchObject({ name: 'Leïla', atFloor: 'asks' });
    expect(person('b', {}, floor({ queue: [asking] }))).toMatchObject({ name: null, atFloor: null });
    const speaker = { ...view(), participant: 'a' as ParticipantId, since: 1 };
    expect(person('a', {}, floor({ speaker }))).toMatchObject({ name: null, atFloor: 'speaks' });
  });

  it('are found by name and by where they are from, and sorted by it; those without a name last', () => {
    const people = [
      person('a', { organisation: list('sfax-city') }),
      person('b', { organisation: list('lyon-city'), city: list('lyon'), name: 'Zoé' }),
      person('c', { name: 'Ali', present: false }),
      person('d', { name: 'Fatma', phone: false }),
    ];
    const found = (query: string, which: 'all' | 'present' | 'away' | 'without_phone' = 'all') =>
      chosenPeople(people, { query, which }, compare).map(({ id }) => id);
    expect(found('')).toEqual(['b', 'c', 'd', 'a']);
    expect(found('lyon')).toEqual(['b']);
    expect(found('fat')).toEqual(['d']);
    expect(found('', 'away')).toEqual(['c']);
    expect(found('', 'without_phone')).toEqual(['d']);
    expect(countsOf(people)).toEqual({ all: 4, present: 3, away: 1, without_phone: 1 });
  });

  it('and organisations go over when an entry of a list is merged', () => {
    const people = [person('a'), person('b', { organisation: null })];
    expect(heldBy(meeting, 'cities', list('sfax'), people)).toEqual({ people: 2, organisations: 1 });
    expect(heldBy(meeting, 'organisations', list('sfax-city'), people)).toEqual({ people: 1, organisations: 0 });
  });
});

describe('where somebody belongs', () => {
  const unlisted = { ...nowhere, organisation: UNLISTED, organisationText: 'Les Voisins', kind: 'small' };

  it('is known with an organisation of the list, or with the name and the kind of another', () => {
    expect(isComplete(nowhere, true)).toBe(false);
    expect(isComplete({ ...nowhere, organisation: 'network' }, true)).toBe(true);
    expect(isComplete(unlisted, true)).toBe(true);
    expect(isComplete({ ...unlisted, organisationText: ' ' }, true)).toBe(false);
    expect(isComplete({ ...unlisted, kind: '' }, true)).toBe(false);
    expect(isComplete({ ...unlisted, organisationText: '' }, false)).toBe(true);
  });

  it('is sent as the list has it, or in words', () => {
    expect(profileOf('Fatma', { ...nowhere, organisation: 'sfax-city' })).toEqual({
      name: 'Fatma',
      organisation: 'sfax-city',
      city: null,
      kind: null,
    });
    expect(profileOf('Fatma', { ...unlisted, city: UNLISTED, cityText: 'Gabès' })).toEqual({
      name: 'Fatma',
      organisation: null,
      organisationText: 'Les Voisins',
      city: null,
      cityText: 'Gabès',
      kind: 'small',
    });
  });

  it('follows the organisation when somebody is put into one, and stays theirs where it says nothing', () => {
    const before = view({ organisation: null, organisationText: 'Ville de Lyon', city: null, kind: list('small') });
    const kept = belongingOf(before);
    expect(assignmentOf(kept, meeting, before)).toEqual({ organisation: null, city: null, kind: 'small' });
    expect(assignmentOf({ ...kept, organisation: 'lyon-city' }, meeting, before)).toEqual({
      organisation: 'lyon-city',
      city: 'lyon',
      kind: 'city',
    });
    expect(assignmentOf({ ...kept, organisation: 'network', city: 'sfax' }, meeting, before)).toEqual({
      organisation: 'network',
      city: 'sfax',
      kind: 'small',
    });
  });
});

describe('what the desk changed of an entry', () => {
  const base = { label: meeting.organisations[0]!.name, city: list('sfax'), kind: list('city') };

  it('is what differs from what the fields began with, and no more', () => {
    expect(entryOf(meeting, 'organisations', list('sfax-city'))).toEqual(base);
    expect(changesOf('organisations', base, base)).toEqual({});
    const label = { ...base.label, en: 'Town' };
    expect(changesOf('organisations', base, { ...base, label })).toEqual({ label });
    expect(changesOf('organisations', base, { ...base, city: null })).toEqual({ city: null });
    expect(changesOf('organisations', base, { ...base, kind: list('small') })).toEqual({ kind: 'small' });
    expect(changesOf('cities', { label: base.label }, { ...base, label })).toEqual({ label });
  });

  it('is of none that is not there; a city has a name alone', () => {
    expect(entryOf(meeting, 'organisations', null)).toBeNull();
    expect(entryOf(meeting, 'cities', list('sfax-city'))).toBeNull();
    expect(entryOf(meeting, 'cities', list('sfax'))).toEqual({ label: meeting.cities[0]!.name });
  });
});
