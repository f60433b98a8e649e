import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ItemId, Reference } from '../../server/domain/ids.ts';
import type { Live } from '../lib/live.ts';

/** A text as it now stands. */
export interface Standing {
  readonly id: ItemId;
  readonly view: ContributionView;
  /** The reference that it had by itself; null where it is no part of another text. */
  readonly was: Reference | null;
}

/** A text that may be read, or what it was merged into; undefined where neither is there. */
export function standingOf(source: Pick<Live, 'value' | 'keys'>, item: ItemId): Standing | undefined {
  const own = source.value<ContributionView>(`c/${item}`).value;
  if (own) return { id: item, view: own, was: null };
  for (const key of source.keys('c/').value) {
    const view = source.value<ContributionView>(key).value;
    const part = view?.merged.find((one) => one.item === item);
    if (view && part) return { id: key.slice(2) as ItemId, view, was: part.ref };
  }
  return undefined;
}
