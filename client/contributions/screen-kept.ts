import type { Attribution } from '../../server/domain/attribution.ts';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { same } from '../screen/same.ts';

/**
 * A text on a frozen screen, with its author and its translations as far as they still stand. One that was reworded
 * meanwhile is neither the old, which its author took back, nor the new, which nobody at the desk has let on the screen.
 */
export function keptContribution(before: ContributionView, live: ContributionView): ContributionView | undefined {
  if (live.text !== before.text) return undefined;
  const standing = Object.entries(before.translations).filter(([language, translation]) =>
    same(translation, live.translations[language]),
  );
  const { status, ...rest } = before;
  return {
    ...rest,
    by: keptAuthor(before.by, live.by),
    translations: Object.fromEntries(standing),
    merged: before.merged.flatMap((one) => {
      const now = live.merged.find(({ item }) => item === one.item);
      return now ? [{ ...one, by: keptAuthor(one.by, now.by) }] : [];
    }),
    // At the desk a text that was hidden is still known.
    ...(live.status ? { status: live.status } : {}),
  };
}

/** A name that is newly agreed to waits; one that no longer is goes. */
const keptAuthor = (before: Attribution, live: Attribution): Attribution =>
  before.as === 'participant' ? before : live;
