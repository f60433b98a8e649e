import { describe, expect, it } from '@jest/globals';
import { bases, byReference } from '../../client/desk/keypoints/points.ts';
import type { ActivityId, ItemId, Reference } from '../../server/domain/ids.ts';
import { row } from './contributions.ts';

describe('what a key point can rest on', () => {
  const rows = [
    row(1),
    row(2, { text: 'Un guichet unique' }),
    row(3, { status: 'hidden' }),
    row(4, { pinned: true }),
    row(5, { activity: 'q2' as ActivityId }),
    row(6, { ref: null }),
  ];
  const endorsed: Record<string, number> = { c2: 3, c5: 9 };
  const found = (query: string, activities: string[] | null) =>
    bases(rows, (id: ItemId) => endorsed[id] ?? 0, { query, activities: activities as ActivityId[] | null }).map(
      ({ id }) => id,
    );

  it('is what the room reads of its item: pinned first, then what most endorse, then as it came', () => {
    expect(found('', ['q1'])).toEqual(['c4', 'c2', 'c1']);
  });

  it('is of the whole meeting where that is asked', () => {
    expect(found('', null)).toEqual(['c4', 'c5', 'c2', 'c1']);
  });

  it('is found by its words and its reference', () => {
    expect(found('guichet', null)).toEqual(['c2']);
    expect(found('c5', null)).toEqual(['c5']);
  });

  it('stands by reference: C2 before C12', () => {
    const refs = ['C12', 'T1', 'C2'].map((ref) => ({ ref: ref as Reference }));
    expect(byReference(refs).map(({ ref }) => ref)).toEqual(['C2', 'C12', 'T1']);
  });
});
