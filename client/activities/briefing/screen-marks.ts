import type { MarksView } from '../../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ListId } from '../../../server/domain/ids.ts';

export interface Marked {
  readonly id: ListId;
  readonly text: string;
  readonly marks: MarksView;
}

const sum = ({ same, different, more }: MarksView): number => same + different + more;

/**
 * The most marked passages and practices, most first: by "so in our city", then by all marks, then as they stand in the
 * text.
 */
export function mostMarked(
  document: BriefingDocument,
  marksOf: (part: ListId) => MarksView | undefined,
  most: number,
): Marked[] {
  return document.sections
    .flatMap(({ passages, practices }) => [...passages, ...practices])
    .flatMap(({ id, text }) => {
      const marks = marksOf(id);
      return marks && sum(marks) > 0 ? [{ id, text, marks }] : [];
    })
    .sort((a, b) => b.marks.same - a.marks.same || sum(b.marks) - sum(a.marks))
    .slice(0, most);
}

/** Which of the other two marks there are more of. */
export function secondOf({ different, more }: MarksView): 'different' | 'more' | null {
  if (different === 0 && more === 0) return null;
  return different >= more ? 'different' : 'more';
}

/** The cities that the practices are of, each once. */
export const citiesOf = (document: BriefingDocument): ReadonlySet<ListId> =>
  new Set(document.sections.flatMap(({ practices }) => practices.flatMap(({ city }) => city ?? [])));
