import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { ThemeId, ThemeView } from '../../../server/domain/parts/themes.ts';
import type { Suggestion } from '../../../server/domain/protocol.ts';
import { isShown, type Row } from '../../contributions/desk-list.ts';
import { found, type Wanted } from '../../contributions/desk-texts.ts';

/** A theme with what it holds. */
export interface Grouped {
  readonly theme: ThemeView;
  /** In the order of the meeting. */
  readonly rows: readonly Row[];
  /** How many of its texts nobody reads any more: they were withdrawn, removed or merged. */
  readonly gone: number;
}

/** A text that may be grouped, and the theme that it is in. */
export interface Groupable extends Row {
  readonly in: ThemeView | undefined;
}

/** The theme that each text is in. */
export const homesOf = (themes: readonly ThemeView[]): ReadonlyMap<ItemId, ThemeView> =>
  new Map(themes.flatMap((theme) => theme.items.map((id) => [id, theme] as const)));

const number = ({ ref }: ThemeView): number => Number(ref.slice(1));

/** Texts in the order of the meeting: by activity, as the agenda has them, then as they came. */
export function inOrder<R extends Row>(rows: readonly R[], activities: readonly ActivityId[]): R[] {
  const place = new Map(activities.map((id, i) => [id, i]));
  const of = ({ view }: Row) => place.get(view.activity) ?? activities.length;
  return [...rows].sort((a, b) => of(a) - of(b) || a.view.order - b.view.order);
}

/** The themes in the order of their references, each with its texts. */
export function groupedOf(
  themes: readonly ThemeView[],
  rows: readonly Row[],
  activities: readonly ActivityId[],
): Grouped[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...themes]
    .sort((a, b) => number(a) - number(b))
    .map((theme) => {
      const held = theme.items.flatMap((id) => byId.get(id) ?? []);
      return { theme, rows: inOrder(held, activities), gone: theme.items.length - held.length };
    });
}

/** What can be grouped: texts that the room reads. Those that are looked for, what is in no theme yet first. */
export function groupableOf(
  rows: readonly Row[],
  homes: ReadonlyMap<ItemId, ThemeView>,
  activities: readonly ActivityId[],
  wanted: Wanted & { readonly ungrouped: boolean },
): Groupable[] {
  const all = inOrder(found(rows.filter(isShown), wanted), activities).map((row) => ({
    ...row,
    in: homes.get(row.id),
  }));
  const [alone, grouped] = [all.filter((row) => !row.in), all.filter((row) => row.in)];
  return wanted.ungrouped ? alone : [...alone, ...grouped];
}

/** What may be done with a suggestion: a theme of its own, or into the one theme that some of its texts are in. */
export interface Offer {
  readonly suggestion: Suggestion;
  readonly rows: readonly Row[];
  readonly into: ThemeView | null;
}

/**
 * Suggestions that still hold: of two texts at least that the desk reads, not all of them in one theme already. A group
 * that lies in several themes gets a theme of its own.
 */
export function offersOf(
  suggestions: readonly Suggestion[],
  rows: readonly Row[],
  homes: ReadonlyMap<ItemId, ThemeView>,
): Offer[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return suggestions.flatMap((suggestion) => {
    const held = suggestion.items.flatMap((id) => byId.get(id) ?? []);
    if (held.length < 2) return [];
    const themes = new Map(
      held.flatMap(({ id }) => {
        const theme = homes.get(id);
        return theme ? [[theme.id, theme] as const] : [];
      }),
    );
    const [only] = themes.size === 1 ? themes.values() : [];
    if (only && held.every(({ id }) => homes.get(id)?.id === only.id)) return [];
    return [{ suggestion, rows: held, into: only ?? null }];
  });
}

/** What of a theme a ballot can take: texts that the room reads, and no reason against one. */
export const votable = ({ rows }: Grouped): ItemId[] =>
  rows.filter((row) => isShown(row) && !row.view.contests).map(({ id }) => id);

/** What is dragged along with a text: all that is chosen, where it is among that; else it alone. */
export const dragged = (id: ItemId, chosen: ReadonlySet<ItemId>): ItemId[] => (chosen.has(id) ? [...chosen] : [id]);

/** Which of these are not in a theme yet (null: are in some theme): what putting them there would move. */
export const moves = (items: readonly ItemId[], to: ThemeId | null, homes: ReadonlyMap<ItemId, ThemeView>): ItemId[] =>
  items.filter((id) => (homes.get(id)?.id ?? null) !== to);
