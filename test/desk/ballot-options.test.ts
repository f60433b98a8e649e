import { describe, expect, it } from '@jest/globals';
import { candidatesOf, chosenFrom } from '../../client/activities/ballot/desk-candidates.ts';
import { dotsByGroup, optionRows } from '../../client/activities/ballot/desk-options.ts';
import { groupsOf } from '../../client/activities/ballot/groups.ts';
import { missingLabels } from '../../client/desk/labels.ts';
import { labelIn } from '../../client/lib/labels.ts';
import type { OptionView } from '../../server/domain/activities/ballot/view.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import { row } from './contributions.ts';

const option = (id: string, more: Partial<OptionView> = {}): OptionView => ({
  id: id as ItemId,
  label: { en: id },
  detail: null,
  item: null,
  withdrawn: false,
  ...more,
});
const result = (dots: number, groups: Record<string, number> = {}) => ({ dots, voters: dots, groups });
const ids = (rows: readonly { option: OptionView }[]) => rows.map((one) => one.option.id);

describe('the options of a ballot', () => {
  const options = [option('o1'), option('o2', { withdrawn: true }), option('o3'), option('o4')];
  const results = { o1: result(2), o3: result(5), o4: result(5) };

  it('stand as they were added, what was withdrawn last', () => {
    expect(ids(optionRows(options, null, 'added'))).toEqual(['o1', 'o3', 'o4', 'o2']);
  });

  it('stand by their dots where that is asked; equal ones as they were added', () => {
    const rows = optionRows(options, results, 'dots');
    expect(ids(rows)).toEqual(['o3', 'o4', 'o1', 'o2']);
    expect(rows.map((one) => one.result?.dots)).toEqual([5, 5, 2, undefined]);
    expect(rows.map(({ place }) => place)).toEqual([3, 4, 1, 2]);
  });

  it('have the dots of each group as parts of all dots of that group', () => {
    const both = { o1: result(3, { city: 2, '': 1 }), o2: result(4, { city: 4 }) };
    expect(dotsByGroup(both)).toEqual({ city: 6, '': 1 });
    expect(dotsByGroup(null)).toEqual({});
    expect(groupsOf({ '': 9, small: 2, city: 6 })).toEqual(['city', 'small', '']);
  });

  it('read in the reader’s language, else in one that they have', () => {
    expect(labelIn({ fr: 'temps', en: 'time' }, 'fr')).toEqual({ text: 'temps', lang: 'fr' });
    expect(labelIn({ fr: 'temps' }, 'ar')).toEqual({ text: 'temps', lang: 'fr' });
    expect(missingLabels({ fr: 'temps' }, ['ar', 'fr', 'en'])).toEqual(['ar', 'en']);
  });
});

describe('what may be carried over into a ballot', () => {
  const rows = [
    row(1),
    row(2, { text: 'Un guichet unique' }),
    row(3, { status: 'hidden' }),
    row(4, { contests: true, parent: 'c1' as ItemId }),
    row(5, { pinned: true, activity: 'q2' as ActivityId }),
    row(6, { translations: { en: { text: 'One counter', earlier: false } } }),
  ];
  const endorsed: Record<string, number> = { c1: 1, c6: 7 };
  const of = (options: OptionView[] = []) =>
    candidatesOf(rows, (id) => (endorsed[id] ? { n: endorsed[id], earlier: 0 } : undefined), options);
  const all = { query: '', activity: null };

  it('is what the room reads, but no reason against something', () => {
    expect(of().map(({ id }) => id)).toEqual(['c1', 'c2', 'c5', 'c6']);
  });

  it('stands with what is pinned first, then what most endorse, then the newest', () => {
    expect(chosenFrom(of(), all).map(({ id }) => id)).toEqual(['c5', 'c6', 'c1', 'c2']);
  });

  it('is found by its words, those of its translations, its reference, and its activity', () => {
    const found = (query: string, activity: string | null = null) =>
      chosenFrom(of(), { query, activity: activity as ActivityId | null }).map(({ id }) => id);
    expect(found('guichet')).toEqual(['c2']);
    expect(found('counter')).toEqual(['c6']);
    expect(found('c1')).toEqual(['c1']);
    expect(found('', 'q2')).toEqual(['c5']);
    expect(found('guichet', 'q2')).toEqual([]);
  });

  it('says what is an option already, and what was withdrawn', () => {
    const taken = of([
      option('c1', { item: 'c1' as ItemId, label: null }),
      option('c2', { item: 'c2' as ItemId, label: null, withdrawn: true }),
    ]);
    expect(taken.map((candidate) => candidate.option)).toEqual(['standing', 'withdrawn', 'none', 'none']);
  });
});
