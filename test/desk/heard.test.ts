import { describe, expect, it } from '@jest/globals';
import { heardTable, shortened } from '../../client/desk/heard/heard.ts';
import type { Heard } from '../../server/domain/heard.ts';

const none: Heard = { present: 0, joined: 0, contributions: 0, endorsements: 0, times: 0, ms: 0 };
const groups = (of: Record<string, Partial<Heard>>): Record<string, Heard> =>
  Object.fromEntries(Object.entries(of).map(([id, heard]) => [id, { ...none, ...heard }]));
const room = groups({
  sfax: { present: 8, contributions: 1, endorsements: 3 },
  lyon: { present: 4, contributions: 9, endorsements: 1 },
  '': { present: 5, contributions: 6 },
  tunis: { present: 3, contributions: 4 },
});

describe('who is heard', () => {
  it('stands beside the share of those present, the largest first, the small groups together last', () => {
    const { rows, total } = heardTable(room, 'written');
    expect(total).toBe(20);
    expect(rows.map(({ id, room: there, share }) => [id, there, share])).toEqual([
      ['sfax', 0.4, 0.05],
      ['lyon', 0.2, 0.45],
      ['tunis', 0.15, 0.2],
      ['', 0.25, 0.3],
    ]);
    expect(rows[0]?.endorsements).toBe(0.75);
  });

  it('is hinted at for a tenth of the room that has less than half its share', () => {
    expect(heardTable(room, 'written').hint).toEqual({ ids: ['sfax'], room: 0.4, share: 0.05 });
    const even = groups({ a: { present: 5, contributions: 5 }, b: { present: 5, contributions: 5 } });
    expect(heardTable(even, 'written').hint).toBeNull();
    const small = groups({ a: { present: 19, contributions: 20 }, b: { present: 1 } });
    expect(heardTable(small, 'written').hint).toBeNull();
    const half = groups({ a: { present: 6, contributions: 8 }, b: { present: 4, contributions: 2 } });
    expect(heardTable(half, 'written').hint).toBeNull();
  });

  it('is not hinted at before ten contributions, and never of more than two groups', () => {
    const few = groups({ a: { present: 5, contributions: 9 }, b: { present: 5 } });
    expect(heardTable(few, 'written').hint).toBeNull();
    const many = groups({
      a: { present: 2, contributions: 30 },
      b: { present: 3 },
      c: { present: 2, contributions: 1 },
      d: { present: 3, contributions: 2 },
    });
    expect(heardTable(many, 'written').hint?.ids).toEqual(['b', 'd']);
  });

  it('is counted by time at the microphone', () => {
    const aloud = groups({ a: { present: 5, times: 10, ms: 90_000 }, b: { present: 5, times: 1, ms: 10_000 } });
    const { rows, total, hint } = heardTable(aloud, 'aloud');
    expect(total).toBe(11);
    expect(rows.map(({ id, share, endorsements }) => [id, share, endorsements])).toEqual([
      ['a', 0.9, null],
      ['b', 0.1, null],
    ]);
    expect(hint?.ids).toEqual(['b']);
  });

  it('leaves out who is neither there nor heard, and divides nothing by nobody', () => {
    const empty = groups({ a: { joined: 3 } });
    expect(heardTable(empty, 'written')).toEqual({ rows: [], total: 0, hint: null });
    expect(heardTable({}, 'aloud').rows).toEqual([]);
  });

  it('fits into the panel: who is heard too little always, then the largest', () => {
    const { rows } = heardTable(
      groups({
        a: { present: 30, contributions: 50 },
        b: { present: 28, contributions: 40 },
        c: { present: 26, contributions: 40 },
        d: { present: 16, contributions: 1 },
      }),
      'written',
    );
    expect(shortened(rows, 2).map(({ id }) => id)).toEqual(['a', 'd']);
    expect(shortened(rows, 9)).toEqual(rows);
  });
});
