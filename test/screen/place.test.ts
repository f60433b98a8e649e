import { describe, expect, it } from '@jest/globals';
import { placeAt } from '../../client/screen/place.ts';
import type { ListId } from '../../server/domain/ids.ts';
import { sfax } from '../browser/screen-room.ts';

const from = (organisation: string | null, city: string | null, organisationText: string | null = null) => ({
  organisation: organisation as ListId | null,
  city: city as ListId | null,
  organisationText,
});

describe('where a speaker is from', () => {
  const lists = sfax();

  it('is their organisation and its city, in the language asked for', () => {
    expect(placeAt(lists, from('icmpd', 'athens'), 'en')).toMatch(/ · Athens$/);
    expect(placeAt(lists, from(null, 'tunis', 'Une association'), 'fr')).toBe('Une association · Tunis');
    expect(placeAt(lists, from(null, 'tunis', 'Une association'), 'ar')).toBe('Une association · تونس');
  });

  it('names no city twice, and says nothing where nothing is known', () => {
    const city = lists.organisations.find(({ id }) => id === 'city-of-tunis')!.name.en;
    expect(placeAt(lists, from('city-of-tunis', 'tunis'), 'en')).toBe(city);
    expect(placeAt(lists, from(null, null), 'en')).toBe('');
    expect(placeAt(lists, from('struck-out', 'gone'), 'en')).toBe('');
  });
});
