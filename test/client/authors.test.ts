import { parse } from '@formatjs/icu-messageformat-parser';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { appearance } from '../../client/contributions/delegate-appearance.ts';
import { authorLine } from '../../client/lib/lists.ts';
import { useWords } from '../../client/lib/words.ts';
import type { Attribution } from '../../server/domain/attribution.ts';
import type { SelfView } from '../../server/domain/view.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { messages } from './messages.ts';

const lists = sampleMeeting();
beforeEach(() =>
  useWords(
    Object.fromEntries(messages.filter(({ lang }) => lang === 'fr').map(({ key, text }) => [key, parse(text)])),
    'fr',
  ),
);

describe('an author as the room sees them', () => {
  it.each<[Attribution, string, string]>([
    [{ as: 'participant' }, 'un·e participant·e', ''],
    [{ as: 'document' }, 'document de la rencontre', ''],
    [{ as: 'city', city: 'sfax' as never }, 'Sfax (fr)', ''],
    [{ as: 'city', city: null }, 'd’autres villes', ''],
    [{ as: 'kind', kind: 'small' as never }, 'Small association (fr)', ''],
    [{ as: 'kind', kind: null }, 'd’autres organisations', ''],
    [
      { as: 'name', name: 'Amal', organisation: 'lyon-city' as never, city: 'lyon' as never },
      'Amal',
      'City of Lyon (fr)',
    ],
  ])('%j', (by, who, where) => {
    expect(authorLine(lists, by)).toEqual({ who, where });
  });
});

describe('what stands above Send', () => {
  const self = (more: object = {}) =>
    ({
      name: 'Amal',
      organisation: 'sfax-city',
      organisationText: null,
      city: 'sfax',
      cityText: null,
      kind: 'city',
      seenAs: {},
      ...more,
    }) as unknown as SelfView;
  const activity = (attribution?: string) => ({ id: 'a' as never, config: attribution ? { attribution } : {} });

  it('is the name with the author’s consent alone', () => {
    expect(appearance(lists, self(), activity(), true)).toEqual({ who: 'Amal · City of Sfax (fr)' });
    expect(appearance(lists, self(), activity('named'), false)).toEqual({ who: 'un·e participant·e' });
    // Agreeing to the name changes nothing where nobody appears by name.
    expect(appearance(lists, self(), activity('city'), true).who).not.toContain('Amal');
  });

  it('is the city or the kind, and before the opening that it may be one of all the others', () => {
    expect(appearance(lists, self(), activity('city'), false)).toEqual({ who: 'Sfax (fr)', or: 'd’autres villes' });
    expect(appearance(lists, self(), activity('kind'), false)).toEqual({
      who: 'Municipality (fr)',
      or: 'd’autres organisations',
    });
    expect(appearance(lists, self({ city: null }), activity('city'), false)).toEqual({ who: 'd’autres villes' });
  });

  it('is what was settled when it was opened, once it was', () => {
    const settled = (by: object) => appearance(lists, self({ seenAs: { a: by } }), activity('city'), true);
    expect(settled({ as: 'city', city: 'sfax' })).toEqual({ who: 'Sfax (fr)' });
    expect(settled({ as: 'city', city: null })).toEqual({ who: 'd’autres villes' });
    expect(settled({ as: 'participant' })).toEqual({ who: 'un·e participant·e' });
  });
});
