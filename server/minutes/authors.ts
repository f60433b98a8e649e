import type { Attribution } from '../domain/attribution.ts';
import type { ListId } from '../domain/ids.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import type { Author, Run } from '../domain/minutes-document.ts';
import type { Participant } from '../domain/state.ts';
import type { Language } from '../domain/text.ts';
import { readVault, type VaultReader } from '../domain/vault.ts';

type Names = readonly { readonly id: ListId; readonly name: MeetingFile['title'] }[];

/** A name of the meeting's lists in the chosen language, or as the person wrote it. */
function listed(names: Names, id: ListId | null, written: string | undefined, lang: Language): Run | null {
  const found = names.find((entry) => entry.id === id);
  if (found) return { text: found.name[lang], lang };
  return written ? { text: written, lang: 'und' } : null;
}

/** An author as readers see them: `nobody` stands where the name is not shown. */
export function authorOf(by: Attribution, file: MeetingFile, lang: Language, nobody: string): Author {
  if (by.as === 'participant') return { named: false, name: { text: nobody, lang }, organisation: null, city: null };
  return {
    named: true,
    name: { text: by.name, lang: 'und' },
    organisation: listed(file.organisations, by.organisation, by.organisationText, lang),
    city: listed(file.cities, by.city, by.cityText, lang),
  };
}

/** Those who agreed to be listed as present, by name; whose profile was removed is not among them. */
export function presentIn(
  participants: Iterable<Participant>,
  vault: VaultReader,
  file: MeetingFile,
  lang: Language,
): Author[] {
  const present: Author[] = [];
  for (const person of participants) {
    const profile = person.consents.present ? readVault(vault, person.profile, 'profile') : undefined;
    if (!profile) continue;
    present.push({
      named: true,
      name: { text: profile.name, lang: 'und' },
      organisation: listed(file.organisations, person.organisation, profile.organisation, lang),
      city: listed(file.cities, person.city, profile.city, lang),
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
