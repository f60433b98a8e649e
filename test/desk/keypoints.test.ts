import { describe, expect, it } from '@jest/globals';
import { bases, byReference, kept, readable } from '../../client/desk/keypoints/points.ts';
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

  it('is what the room reads and has a reference, of what is ticked; what it rests on already stays', () => {
    expect(readable(rows).map(({ id }) => id)).toEqual(['c1', 'c2', 'c4', 'c5']);
    const ticked = ['c1', 'c3', 'c6', 'c9'] as ItemId[];
    expect(kept(ticked, readable(rows), [])).toEqual(['c1']);
    expect(kept(ticked, readable(rows), [{ item: 'c3' as ItemId }, { item: 'c2' as ItemId }])).toEqual(['c1', 'c3']);
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
