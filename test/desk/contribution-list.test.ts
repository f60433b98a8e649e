import { describe, expect, it } from '@jest/globals';
import {
  canMerge,
  held,
  holdOf,
  isOfDocument,
  missingIn,
  rowsIn,
  rowsOf,
  threadsOf,
} from '../../client/contributions/desk-list.ts';
import type { ItemId, Reference } from '../../server/domain/ids.ts';
import { row } from './contributions.ts';

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const parent = (n: number) => ({ parent: `c${n}` as ItemId });
const translation = (earlier: boolean) => ({ text: 'x', earlier });
const languages = ['ar', 'fr', 'en'] as const;

describe('contributions at the desk', () => {
  it('stand with what is pinned first, then the newest', () => {
    expect(ids(threadsOf([row(1), row(2, { pinned: true }), row(3)]))).toEqual(['c2', 'c3', 'c1']);
  });

  it('have their replies under them, in the order they were written', () => {
    const threads = threadsOf([row(1), row(4, parent(1)), row(3, parent(1)), row(2)]);
    expect(ids(threads)).toEqual(['c2', 'c1']);
    expect(ids(threads[1]?.replies ?? [])).toEqual(['c3', 'c4']);
  });

  it('take the replies of what was merged into them', () => {
    const part = { item: 'c2' as ItemId, ref: 'C2' as Reference, by: { as: 'participant' } as const };
    const threads = threadsOf([row(1, { merged: [part] }), row(3, parent(2))]);
    expect(ids(threads)).toEqual(['c1']);
    expect(ids(threads[0]?.replies ?? [])).toEqual(['c3']);
  });

  it('show a reply on its own where its contribution is hidden', () => {
    const threads = threadsOf([row(1, { status: 'hidden' }), row(2, parent(1))]);
    expect(threads.map(({ id, orphan }) => [id, orphan])).toEqual([['c2', true]]);
  });

  it('are untranslated where a translation is missing or of an earlier wording', () => {
    expect(missingIn(row(1).view, languages)).toEqual(['ar', 'en']);
    const some = row(1, { translations: { ar: translation(false), en: translation(true) } });
    expect(missingIn(some.view, languages)).toEqual(['en']);
    expect(missingIn(row(1, { lang: 'fr-CA' }).view, ['fr'])).toEqual([]);
  });

  it('wait for translation with the pinned and the oldest first', () => {
    const rows = [row(1), row(2, { pinned: true }), row(3, { status: 'hidden' })];
    expect(ids(rowsOf('translate', rows, languages))).toEqual(['c2', 'c1']);
    expect(ids(rowsOf('hidden', rows, languages))).toEqual(['c3']);
    expect(ids(rowsOf('late', [row(1, { status: 'late' }), row(2)], languages))).toEqual(['c1']);
  });

  it('merge on one level alone, and never into themselves', () => {
    expect(canMerge(row(1), row(2))).toBe(true);
    expect(canMerge(row(1), row(1))).toBe(false);
    expect(canMerge(row(1), row(2, parent(3)))).toBe(false);
    expect(canMerge(row(1), row(2, { status: 'hidden' }))).toBe(false);
  });

  it('merge within one cell alone, and a reason against with another such', () => {
    const at = (place: string) => ({ place });
    expect(canMerge(row(1, at('a/x')), row(2, at('a/x')))).toBe(true);
    expect(canMerge(row(1, at('a/x')), row(2, at('a/y')))).toBe(false);
    const against = { ...parent(9), contests: true };
    expect(canMerge(row(1, against), row(2, against))).toBe(true);
    expect(canMerge(row(1, against), row(2, parent(9)))).toBe(false);
  });

  it('of a document need no translation', () => {
    const seed = row(1, {
      by: { as: 'document' },
      lang: 'ar',
      translations: { fr: translation(false), en: translation(false) },
    });
    expect(isOfDocument(seed.view)).toBe(true);
    expect(missingIn(seed.view, languages)).toEqual([]);
    expect(isOfDocument(row(2).view)).toBe(false);
  });
});

describe('what stands in a cell', () => {
  const entry = row(1, { place: 'a/x' });
  const merged = row(2, {
    place: 'a/y',
    merged: [{ item: 'c9' as ItemId, ref: 'C9' as Reference, by: { as: 'participant' } }],
  });

  it('is its entries, with the reasons against them, also against what was merged into them', () => {
    const rows = [entry, merged, row(3, { ...parent(1), contests: true }), row(4, { ...parent(9), contests: true })];
    expect(ids(rowsIn('a/x', rows))).toEqual(['c1', 'c3']);
    expect(ids(rowsIn('a/y', rows))).toEqual(['c2', 'c4']);
    expect(rowsIn('b/x', rows)).toEqual([]);
  });

  it('keeps a reason whose entry is hidden', () => {
    const hidden = row(1, { place: 'a/x', status: 'hidden' });
    expect(ids(rowsIn('a/x', [hidden, row(2, { ...parent(1), contests: true })]))).toEqual(['c1', 'c2']);
  });
});

describe('a list that is being read', () => {
  const before = threadsOf([row(1), row(2), row(3, parent(1))]);

  it('lets nothing new in, and counts it', () => {
    const now = threadsOf([row(1), row(2), row(3, parent(1)), row(4), row(5, parent(1))]);
    const { threads, waiting } = held(now, holdOf(before));
    expect(ids(threads)).toEqual(['c2', 'c1']);
    expect(ids(threads[1]?.replies ?? [])).toEqual(['c3']);
    expect(waiting).toBe(2);
  });

  it('keeps its order when one of its rows is pinned', () => {
    const now = threadsOf([row(1, { pinned: true }), row(2), row(3, parent(1))]);
    const { threads } = held(now, holdOf(before));
    expect(ids(threads)).toEqual(['c2', 'c1']);
    expect(threads[1]?.view.pinned).toBe(true);
  });

  it('drops what is gone, and keeps the replies that it left', () => {
    const { threads, waiting } = held(threadsOf([row(2), row(3, parent(1))]), holdOf(before));
    expect(ids(threads)).toEqual(['c2', 'c3']);
    expect(waiting).toBe(0);
  });
});
