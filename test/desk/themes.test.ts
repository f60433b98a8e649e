import { describe, expect, it } from '@jest/globals';
import {
  dragged,
  groupableOf,
  groupedOf,
  homesOf,
  moves,
  offersOf,
  votable,
} from '../../client/desk/themes/grouping.ts';
import type { ActivityId, ItemId, Reference } from '../../server/domain/ids.ts';
import type { ThemeView } from '../../server/domain/parts/themes.ts';
import type { Suggestion } from '../../server/domain/protocol.ts';
import { row } from './contributions.ts';

const item = (n: number) => `c${n}` as ItemId;
const theme = (n: number, ...items: number[]): ThemeView => ({
  id: `t${n}`,
  ref: `T${n}` as Reference,
  label: { fr: `thème ${n}` },
  items: items.map(item),
});
const q1 = 'q1' as ActivityId;
const q2 = 'q2' as ActivityId;
const rows = [
  row(1),
  row(2, { activity: q2, text: 'un guichet' }),
  row(3, { status: 'hidden' }),
  row(4, { contests: true, parent: item(1) }),
  row(5),
];
const ids = (list: readonly { id: ItemId }[]) => list.map(({ id }) => id);

describe('the themes at the desk', () => {
  it('stand by their references, each with its texts in the order of the meeting', () => {
    const grouped = groupedOf([theme(10, 5), theme(2, 2, 1, 9)], rows, [q1, q2]);
    expect(grouped.map(({ theme: { ref } }) => ref)).toEqual(['T2', 'T10']);
    expect(ids(grouped[0]!.rows)).toEqual([item(1), item(2)]);
  });

  it('say how many of their texts nobody reads any more', () => {
    expect(groupedOf([theme(1, 1, 8, 9)], rows, [q1])[0]!.gone).toBe(2);
  });

  it('offer for grouping what the room reads, what is in no theme yet first', () => {
    const homes = homesOf([theme(1, 1)]);
    const wanted = { query: '', activity: null, ungrouped: false };
    expect(ids(groupableOf(rows, homes, [q2, q1], wanted))).toEqual([item(2), item(4), item(5), item(1)]);
    expect(groupableOf(rows, homes, [q2, q1], wanted).at(-1)?.in?.ref).toBe('T1');
    expect(ids(groupableOf(rows, homes, [q1, q2], { ...wanted, ungrouped: true }))).not.toContain(item(1));
    expect(ids(groupableOf(rows, homes, [q1, q2], { ...wanted, activity: q2 }))).toEqual([item(2)]);
    expect(ids(groupableOf(rows, homes, [q1, q2], { ...wanted, query: 'guichet' }))).toEqual([item(2)]);
  });

  it('move only what is not there yet', () => {
    const homes = homesOf([theme(1, 1), theme(2, 2)]);
    const all = [item(1), item(2), item(5)];
    expect(moves(all, 't1', homes)).toEqual([item(2), item(5)]);
    expect(moves(all, null, homes)).toEqual([item(1), item(2)]);
  });

  it('take along all that is chosen where one of it is dragged, else that one alone', () => {
    const chosen = new Set([item(1), item(2)]);
    expect(dragged(item(2), chosen)).toEqual([item(1), item(2)]);
    expect(dragged(item(5), chosen)).toEqual([item(5)]);
  });

  it('go to a ballot without what is hidden and without reasons against something', () => {
    const [grouped] = groupedOf([theme(1, 1, 3, 4)], rows, [q1]);
    expect(votable(grouped!)).toEqual([item(1)]);
  });
});

describe('suggestions at the desk', () => {
  const suggestion = (...items: number[]): Suggestion => ({
    items: items.map(item),
    refs: [],
    translated: [],
    lang: 'fr',
    shared: ['guichet'],
    score: 0.8,
  });
  const offers = (themes: ThemeView[], ...items: number[]) => offersOf([suggestion(...items)], rows, homesOf(themes));

  it('are of two texts at least that the desk still reads', () => {
    expect(offers([], 1, 9)).toEqual([]);
    expect(ids(offers([], 1, 2, 9)[0]!.rows)).toEqual([item(1), item(2)]);
  });

  it('go where some of their texts are, and are over once all are there', () => {
    expect(offers([theme(1, 1)], 1, 2)[0]!.into?.ref).toBe('T1');
    expect(offers([theme(1, 1, 2)], 1, 2)).toEqual([]);
  });

  it('get a theme of their own where their texts are in none, or in several', () => {
    expect(offers([], 1, 2)[0]!.into).toBeNull();
    expect(offers([theme(1, 1), theme(2, 2)], 1, 2)[0]!.into).toBeNull();
  });
});
