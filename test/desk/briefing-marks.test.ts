import { describe, expect, it } from '@jest/globals';
import { ordered, partsOf } from '../../client/activities/briefing/desk-marks.ts';
import type { MarksView } from '../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../server/domain/activities/briefing/state.ts';
import type { ListId } from '../../server/domain/ids.ts';

const id = (name: string) => name as ListId;
const document: BriefingDocument = {
  sections: [
    {
      id: id('s1'),
      heading: 'Coordination',
      passages: [{ id: id('p1'), text: 'one', notes: [id('n1')] }],
      practices: [{ id: id('x1'), city: id('lyon'), place: null, text: 'a desk', notes: [] }],
    },
    { id: id('s2'), heading: 'Funding', passages: [{ id: id('p2'), text: 'two', notes: [] }], practices: [] },
  ],
  notes: [{ id: id('n1'), text: 'A report.' }],
};
const marks: Record<string, MarksView> = {
  p1: { same: 1, different: 3, more: 0 },
  p2: { same: 2, different: 0, more: 4 },
};
const inOrder = (order: Parameters<typeof ordered>[2]) =>
  ordered(partsOf(document), (part) => marks[part], order).map((part) => part.id);

describe('a briefing at the desk', () => {
  it('has its passages and practices as they stand in the text, with their sections', () => {
    const parts = partsOf(document);
    expect(parts.map((part) => [part.id, part.heading, part.practice?.city ?? null])).toEqual([
      ['p1', 'Coordination', null],
      ['x1', 'Coordination', 'lyon'],
      ['p2', 'Funding', null],
    ]);
    expect(inOrder('text')).toEqual(['p1', 'x1', 'p2']);
  });

  it('stands by all marks or by one kind of them, without what has none', () => {
    expect(inOrder('all')).toEqual(['p2', 'p1']);
    expect(inOrder('different')).toEqual(['p1']);
    expect(inOrder('same')).toEqual(['p2', 'p1']);
    expect(inOrder('more')).toEqual(['p2']);
  });
});
