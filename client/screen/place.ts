import type { AtFloor } from '../../server/domain/parts/floor.ts';
import type { Language, Localized } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';

/** "La Rueca · Madrid" in one language: an organisation and its city, no city named twice. */
export function placeAt(
  lists: Pick<MeetingView, 'organisations' | 'cities'>,
  { organisation, organisationText, city }: Pick<AtFloor, 'organisation' | 'organisationText' | 'city'>,
  language: Language,
): string {
  const nameIn = (list: readonly { readonly id: string; readonly name: Localized }[], id: string | null) =>
    list.find((entry) => entry.id === id)?.name[language];
  const of = nameIn(lists.organisations, organisation) ?? organisationText ?? '';
  const where = nameIn(lists.cities, city) ?? '';
  return [of, of.includes(where) ? '' : where].filter(Boolean).join(' · ');
}
