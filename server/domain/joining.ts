import type { CoreCommand } from './commands.ts';
import type { CoreEvent } from './events.ts';
import type { Meeting } from './meeting-file.ts';
import { Rejection } from './rejection.ts';
import { cleanLine, MAX_NAME } from './text.ts';
import type { Sealed, VaultOf } from './vault.ts';

export type Joining = Extract<CoreCommand, { type: 'core.Join' }>['data'];

/**
 * Who joins, as the meeting's lists have it: an organisation of the list brings its kind and its city, another one is
 * in the person's own words (rules MTG4 to MTG6).
 * @throws Rejection NAME_MISSING, NAME_TOO_LONG, ORGANISATION_MISSING
 */
export function joined(
  file: Meeting,
  data: Joining,
  phone: boolean,
  seal: (profile: VaultOf<'profile'>) => Sealed,
): CoreEvent {
  const name = line(data.profile.name);
  if (name === '') throw new Rejection('NAME_MISSING');
  const organisation = file.organisations.find((o) => o.id === data.profile.organisation);
  const organisationText = organisation ? '' : line(data.profile.organisationText);
  if (!organisation && organisationText === '') throw new Rejection('ORGANISATION_MISSING');
  const kind = organisation?.kind ?? file.kinds.find((k) => k.id === data.profile.kind)?.id;
  if (!kind) throw new Rejection('ORGANISATION_MISSING');
  // An organisation of the list that belongs to no city (a network) leaves the city to the person.
  const city = organisation?.city ?? file.cities.find((c) => c.id === data.profile.city)?.id ?? null;
  const cityText = city ? '' : line(data.profile.cityText);
  const profile = seal({
    kind: 'profile',
    name,
    ...(organisationText ? { organisation: organisationText } : {}),
    ...(cityText ? { city: cityText } : {}),
  });
  const { participant, lang, consents } = data;
  return {
    type: 'core.ParticipantJoined',
    data: {
      participant,
      profile,
      organisation: organisation?.id ?? null,
      city,
      kind,
      lang,
      consents,
      ...(phone ? {} : { phone }),
    },
  };
}

function line(raw: string | undefined): string {
  const text = cleanLine(raw ?? '');
  if (text.length > MAX_NAME) throw new Rejection('NAME_TOO_LONG', { max: MAX_NAME });
  return text;
}
