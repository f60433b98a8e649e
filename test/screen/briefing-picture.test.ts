import { describe, expect, it } from '@jest/globals';
import { citiesOf, mostMarked, secondOf } from '../../client/activities/briefing/screen-marks.ts';
import type { MarksView } from '../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../server/domain/activities/briefing/state.ts';
import type { ListId } from '../../server/domain/ids.ts';

const id = (name: string) => name as ListId;
const passage = (name: string) => ({ id: id(name), text: name, notes: [] });
const practice = (name: string, city: string | null) =>
  ({ ...passage(name), city: city && id(city), place: null }) as const;
const document = {
  sections: [
    { id: id('one'), heading: 'One', passages: [passage('a'), passage('b')], practices: [practice('p', 'lyon')] },
    {
      id: id('two'),
      heading: 'Two',
      passages: [passage('c')],
      practices: [practice('q', 'lyon'), practice('r', null)],
    },
  ],
  notes: [],
} as BriefingDocument;
const marks =
  (all: Record<string, [number, number, number]>) =>
  (part: ListId): MarksView | undefined => {
    const [same, different, more] = all[part] ?? [];
    return same === undefined ? undefined : { same, different: different ?? 0, more: more ?? 0 };
  };

describe('the most marked passages', () => {
  it('come by "same here", then by all marks, then as they stand', () => {
    const shown = mostMarked(document, marks({ a: [1, 0, 0], b: [4, 0, 0], p: [4, 2, 0], c: [1, 0, 0] }), 3);
    expect(shown.map((one) => one.id)).toEqual(['p', 'b', 'a']);
  });

  it('are none where nobody has marked anything, or taken it back', () => {
    expect(mostMarked(document, marks({}), 3)).toEqual([]);
    expect(mostMarked(document, marks({ a: [0, 0, 0] }), 3)).toEqual([]);
  });

  it('say what there is more of beside', () => {
    expect(secondOf({ same: 5, different: 1, more: 3 })).toBe('more');
    expect(secondOf({ same: 0, different: 2, more: 2 })).toBe('different');
    expect(secondOf({ same: 5, different: 0, more: 0 })).toBeNull();
  });
});

it('a city with several practices stands on the map once', () => {
  expect([...citiesOf(document)]).toEqual(['lyon']);
});
