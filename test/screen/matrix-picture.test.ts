import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { byPlace, densityOf, foremost, stepOf, wholeNames } from '../../client/activities/matrix/screen-cells.ts';
import type { Shown } from '../../client/contributions/screen-choice.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import { contribution } from './contribution.ts';

const entry = (id: string, order: number, more: Parameters<typeof contribution>[0] = {}): Shown => ({
  id: id as ItemId,
  view: contribution({ order, place: 'rights/strong', ...more }),
});
const endorsed = (n: Record<string, number>) => (id: ItemId) =>
  n[id] === undefined ? undefined : { n: n[id], earlier: 0 };

describe('a cell’s tone', () => {
  it('deepens with its number, and the cell that has most is the deepest', () => {
    const steps = [0, 1, 6, 12, 18, 24, 29].map((n) => stepOf(n, 29));
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect([...steps].sort()).toEqual(steps);
  });

  it('stays light where few have spoken', () => {
    expect([1, 2, 3].map((n) => stepOf(n, 3))).toEqual([1, 1, 2]);
    expect(stepOf(0, 0)).toBe(0);
  });
});

describe('the text of a cell', () => {
  it('is that of the most endorsed entry, of equals the first', () => {
    const all = [entry('b', 2), entry('a', 1), entry('c', 3)];
    expect(foremost(all, endorsed({ b: 2, c: 5 }))?.id).toBe('c');
    expect(foremost(all, endorsed({ b: 2, c: 2 }))?.id).toBe('b');
    expect(foremost(all, endorsed({}))?.id).toBe('a');
    expect(foremost([], endorsed({}))).toBeUndefined();
  });

  it('is that of a pinned one, whatever has more', () => {
    expect(foremost([entry('a', 1), entry('b', 2, { pinned: true })], endorsed({ a: 9 }))?.id).toBe('b');
  });

  it('is never a reason against an entry', () => {
    const reason = entry('r', 3, { parent: 'a' as ItemId, contests: true });
    expect([...byPlace([entry('a', 1), reason]).values()].flat().map(({ id }) => id)).toEqual(['a']);
  });
});

describe('what stands in a row', () => {
  it('is less, the more rows and columns there are', () => {
    expect(densityOf(5, 2)).toBe('roomy');
    expect(densityOf(8, 2)).toBe('close');
    expect(densityOf(5, 3)).toBe('close');
    expect(densityOf(12, 4)).toBe('tight');
    expect(densityOf(9, 2)).toBe('tight');
  });

  it('is a whole name where all of them fit, else the word that stands for it', () => {
    expect(wholeNames(['Raising awareness of rights', 'Services'], 'roomy')).toBe(true);
    expect(wholeNames(['Watching that authorities meet their duties', 'Services'], 'roomy')).toBe(false);
    expect(wholeNames(['Services'], 'tight')).toBe(false);
  });
});

describe('the tones on the wall', () => {
  const css = readFileSync(path.join(import.meta.dirname, '../../client/activities/matrix/screen.css'), 'utf8');
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it.each(['for', 'against', 'plain'])('of "%s" carry their text at 7:1, each deeper than the one before', (side) => {
    const tones = [1, 2, 3, 4, 5].map((step) => new RegExp(`--${side}-${step}: (#[0-9a-f]{6});`).exec(css)![1]!);
    tones.forEach((tone, i) => {
      expect(contrast(tone, i < 3 ? '#12263a' : '#ffffff')).toBeGreaterThanOrEqual(7);
      if (i > 0) expect(luminance(tone)).toBeLessThan(luminance(tones[i - 1]!));
    });
  });
});
