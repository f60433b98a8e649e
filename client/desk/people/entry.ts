import type { ListId } from '../../../server/domain/ids.ts';
import { languages } from '../../../server/domain/plain.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';

/** An entry of a list as the desk corrects it; a city has a name alone. */
export interface Entry {
  readonly label: Label;
  readonly city?: ListId | null;
  readonly kind?: ListId;
}

type Lists = Pick<MeetingView, 'cities' | 'organisations'>;

/** An entry as it stands; null where there is none. */
export function entryOf(meeting: Lists, list: 'cities' | 'organisations', id: ListId | null): Entry | null {
  if (list === 'cities') {
    const city = meeting.cities.find((entry) => entry.id === id);
    return city ? { label: city.name } : null;
  }
  const found = meeting.organisations.find((entry) => entry.id === id);
  return found ? { label: found.name, city: found.city, kind: found.kind } : null;
}

/** What was changed since the fields were filled: all else stays as it is by now. */
export function changesOf(list: 'cities' | 'organisations', base: Entry | null, now: Required<Entry>): Partial<Entry> {
  const renamed = languages.some((language) => now.label[language] !== base?.label[language]);
  return {
    ...(renamed ? { label: now.label } : {}),
    ...(list === 'organisations' && now.city !== base?.city ? { city: now.city } : {}),
    ...(list === 'organisations' && now.kind !== base?.kind ? { kind: now.kind } : {}),
  };
}
