import type { BallotCountView, OptionsView, OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import { dirOf, languages } from '../../../server/domain/plain.ts';
import type { Label, Language } from '../../../server/domain/text.ts';
import { inLanguage, type Worded } from '../../contributions/screen-text.ts';
import { groupsOf } from './groups.ts';
import type { OptionStanding } from './option-texts.ts';

export interface OptionShown {
  readonly id: string;
  /** In the meeting's first language where it is known, and in the others; empty where the text is no longer there. */
  readonly large: Worded | null;
  readonly others: readonly Worded[];
  /** Its own reference, where another option has the same text: both were merged into one. */
  readonly ref: string | null;
  /** Null while results wait. */
  readonly dots: number | null;
  /** Of the groups that are shown, in their order. */
  readonly parts: readonly number[];
}

/** More groups than that are not told apart from the back row; they are read at the desk and in the minutes. */
const MOST_GROUPS = 4;

/** The cities or kinds that results are shown by: the largest first, the others together last; none where too many. */
export function groupsShown(count: Pick<BallotCountView, 'results' | 'groups'> | undefined): readonly string[] {
  const groups = count?.results ? groupsOf(count.groups) : [];
  return groups.length > 1 && groups.length <= MOST_GROUPS ? groups : [];
}

/**
 * The options that stand, with their dots. Settled (once it is closed) they come largest first, of equals the one that
 * was there first; before that they keep their places, so that nothing jumps while people look for theirs.
 */
export function optionsOf(
  { options }: OptionsView,
  count: Pick<BallotCountView, 'results' | 'groups'> | undefined,
  settled: boolean,
  order: readonly Language[],
  texts: ReadonlyMap<string, OptionStanding>,
): OptionShown[] {
  const results = count?.results;
  const groups = groupsShown(count);
  const shown = options
    .filter(({ withdrawn }) => !withdrawn)
    .map((option) => ({
      id: option.id,
      ...wordsOf(option, order, texts.get(option.id)),
      dots: results ? (results[option.id]?.dots ?? 0) : null,
      parts: groups.map((group) => results?.[option.id]?.groups[group] ?? 0),
    }));
  return settled ? shown.sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)) : shown;
}

function wordsOf(
  { label, item }: OptionView,
  order: readonly Language[],
  said: OptionStanding | undefined,
): Pick<OptionShown, 'large' | 'others' | 'ref'> {
  // At the desk, whose preview this may be, hidden texts are known.
  const view = said && (said.view.status ?? 'shown') === 'shown' ? said.view : undefined;
  const all = item ? wordingsOf(view, order) : labelsOf(label ?? {}, order);
  return { large: all[0] ?? null, others: all.slice(1), ref: view && said?.twin ? (said.was ?? view.ref) : null };
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
