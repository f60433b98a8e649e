import type { Words } from '../domain/activities/activity.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { ListId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting-file.ts';
import type { Author, Present, Run } from '../domain/minutes-document.ts';
import type { AttendanceState } from '../domain/parts/attendance.ts';
import type { Participant } from '../domain/state.ts';
import type { Language } from '../domain/text.ts';
import { readVault, type VaultReader } from '../domain/vault.ts';

type Names = readonly { readonly id: ListId; readonly name: Meeting['title'] }[];

/** A name of the meeting's lists in the chosen language, or as the person wrote it. */
function listed(names: Names, id: ListId | null, written: string | undefined, lang: Language): Run | null {
  const found = names.find((entry) => entry.id === id);
  if (found) return { text: found.name[lang], lang };
  return written ? { text: written, lang: 'und' } : null;
}

/** An author as readers see them. Nobody's own name stands where authors appear by city or by kind, or not at all. */
export function authorOf(by: Attribution, file: Meeting, lang: Language, words: Words): Author {
  const unnamed = (text: string): Author => ({ as: by.as, name: { text, lang }, organisation: null, city: null });
  switch (by.as) {
    case 'participant':
      return unnamed(words('common.aParticipant'));
    case 'document':
      return unnamed(words('common.theDocument'));
    case 'city':
    case 'kind':
      return unnamed(bucketName(by.as === 'city' ? by.city : by.kind, by.as, file, lang, words));
    case 'name':
      return {
        as: 'name',
        name: { text: by.name, lang: 'und' },
        organisation: listed(file.organisations, by.organisation, by.organisationText, lang),
        city: listed(file.cities, by.city, by.cityText, lang),
      };
  }
}

/** A city or a kind that authors appear by, or the pool of all others. */
export function bucketName(
  id: ListId | null,
  by: 'city' | 'kind',
  file: Meeting,
  lang: Language,
  words: Words,
): string {
  const found = (by === 'city' ? file.cities : file.kinds).find((entry) => entry.id === id);
  return found ? found.name[lang] : words(by === 'city' ? 'common.otherCities' : 'common.otherKinds');
}

/** Those who agreed to be listed as present, by name, with their half-days; whose profile was removed is not among them. */
export function presentIn(
  participants: Iterable<Participant>,
  { halves }: AttendanceState,
  vault: VaultReader,
  file: Meeting,
  lang: Language,
): Present[] {
  const present: Present[] = [];
  for (const person of participants) {
    const profile = person.consents.present ? readVault(vault, person.profile, 'profile') : undefined;
    if (!profile) continue;
    present.push({
      as: 'name',
      name: { text: profile.name, lang: 'und' },
      organisation: listed(file.organisations, person.organisation, profile.organisation, lang),
      city: listed(file.cities, person.city, profile.city, lang),
      halves: [...(halves.get(person.id) ?? [])].sort(),
    });
  }
  const collator = new Intl.Collator(lang);
  return present.sort((a, b) => collator.compare(a.name.text, b.name.text));
}

/** How many different cities and organisations take part: those of the lists, and those that people wrote. */
export function placesOf(
  participants: Iterable<Participant>,
  vault: VaultReader,
): { cities: number; organisations: number } {
  const cities = new Set<string>();
  const organisations = new Set<string>();
  const written = (text: string | undefined) => (text ? `:${text.toLocaleLowerCase()}` : null);
  for (const { profile, organisation, city } of participants) {
    const own = readVault(vault, profile, 'profile');
    const organisationKey = organisation ?? written(own?.organisation);
    const cityKey = city ?? written(own?.city);
    if (organisationKey) organisations.add(organisationKey);
    if (cityKey) cities.add(cityKey);
  }
  return { cities: cities.size, organisations: organisations.size };
}
