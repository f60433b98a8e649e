import type { Attribution } from '../../server/domain/attribution.ts';
import type { Localized } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { localized, t } from './words.ts';

/** The lists of a meeting by which people describe themselves. */
export type Lists = Pick<MeetingView, 'cities' | 'kinds' | 'organisations'>;

interface Place {
  readonly organisation: string | null;
  readonly organisationText?: string | null;
  readonly city: string | null;
  readonly cityText?: string | null;
}

const nameIn = (
  list: readonly { readonly id: string; readonly name: Localized }[],
  id: string | null,
): string | null => {
  const found = id === null ? undefined : list.find((entry) => entry.id === id);
  return found ? localized(found.name) : null;
};

export const cityName = (lists: Lists, id: string | null): string | null => nameIn(lists.cities, id);
export const kindName = (lists: Lists, id: string | null): string | null => nameIn(lists.kinds, id);

/** "La Rueca · Madrid": an organisation and its city, of the list or in the person's own words; no city named twice. */
export function placeLine(lists: Lists, { organisation, organisationText, city, cityText }: Place): string {
  const of = nameIn(lists.organisations, organisation) ?? organisationText ?? '';
  const where = cityName(lists, city) ?? cityText ?? '';
  return [of, of.includes(where) ? '' : where].filter(Boolean).join(' · ');
}

/** An author as everybody sees them: who, and where from where that is said. */
export function authorLine(lists: Lists, by: Attribution): { who: string; where: string } {
  switch (by.as) {
    case 'name':
      return { who: by.name, where: placeLine(lists, by) };
    case 'city':
      return { who: cityName(lists, by.city) ?? t('common.otherCities'), where: '' };
    case 'kind':
      return { who: kindName(lists, by.kind) ?? t('common.otherKinds'), where: '' };
    case 'document':
      return { who: t('common.theDocument'), where: '' };
    default:
      return { who: t('common.aParticipant'), where: '' };
  }
}
