import { describe, expect, it } from '@jest/globals';
import { numberIn } from '../../client/screen/number.ts';

describe('which screen a page is', () => {
  it('is told by its address; anything else is the first', () => {
    expect(['', '?screen=2', '?screen=4', '?screen=5', '?screen=', '?screen=x', '?other=3'].map(numberIn)).toEqual([
      1, 2, 4, 1, 1, 1, 1,
    ]);
  });
});
