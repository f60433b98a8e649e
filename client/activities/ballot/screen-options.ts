import type { BallotCountView, OptionsView, OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import type { ItemId } from '../../../server/domain/ids.ts';
import { dirOf, languages } from '../../../server/domain/plain.ts';
import type { Label, Language } from '../../../server/domain/text.ts';
import { inLanguage, type Worded } from '../../contributions/screen-text.ts';

export interface OptionShown {
  readonly id: string;
  /** In the meeting's first language where it is known, and in the others; empty where the text is no longer there. */
  readonly large: Worded | null;
  readonly others: readonly Worded[];
  /** Null while results wait. */
  readonly dots: number | null;
}

/**
 * The options that stand, with their dots. Settled (once it is closed) they come largest first, of equals the one that
 * was there first; before that they keep their places, so that nothing jumps while people look for theirs.
 */
export function optionsOf(
  { options }: OptionsView,
  results: BallotCountView['results'],
  settled: boolean,
  order: readonly Language[],
  item: (id: ItemId) => ContributionView | undefined,
): OptionShown[] {
  const shown = options
    .filter(({ withdrawn }) => !withdrawn)
    .map((option) => ({
      id: option.id,
      ...wordsOf(option, order, item),
      dots: results ? (results[option.id]?.dots ?? 0) : null,
    }));
  return settled ? shown.sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)) : shown;
}

function wordsOf(
  { label, item }: OptionView,
  order: readonly Language[],
  read: (id: ItemId) => ContributionView | undefined,
): { large: Worded | null; others: readonly Worded[] } {
  const all = item ? wordingsOf(read(item), order) : labelsOf(label ?? {}, order);
  return { large: all[0] ?? null, others: all.slice(1) };
}

/** In every language that it is worded in, those of the meeting first, in their order. */
function labelsOf(label: Label, order: readonly Language[]): Worded[] {
  const wanted = [...order, ...languages.filter((language) => !order.includes(language))];
  const all = wanted.flatMap((lang) => {
    const text = label[lang];
    return text ? [{ text, lang, dir: dirOf(lang) }] : [];
  });
  const known = all.filter(({ lang }) => order.includes(lang));
  return known.length > 0 ? known : all.slice(0, 1);
}

function wordingsOf(view: ContributionView | undefined, order: readonly Language[]): Worded[] {
  if (!view) return [];
  const seen = new Set<string>();
  return order.map((language) => inLanguage(view, language)).filter(({ lang }) => !seen.has(lang) && seen.add(lang));
}
