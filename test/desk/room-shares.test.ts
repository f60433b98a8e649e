import { describe, expect, it } from '@jest/globals';
import { sharesOf } from '../../client/desk/shares.ts';

const list = ['sfax', 'tunis', 'lyon'].map((id) => ({ id, name: { ar: id, fr: id, en: id } }));
const words = { name: (text: { fr: string }) => text.fr, unlisted: 'others' };

describe('who is here', () => {
  it('lists those who joined, the most first, the unlisted last', () => {
    const shares = sharesOf(list, { tunis: 5, lyon: 2, '': 9 }, { tunis: 4 }, words);
    expect(shares).toEqual([
      { id: 'tunis', name: 'tunis', joined: 5, here: 4 },
      { id: 'lyon', name: 'lyon', joined: 2, here: 0 },
      { id: '', name: 'others', joined: 9, here: 0 },
    ]);
  });
});
