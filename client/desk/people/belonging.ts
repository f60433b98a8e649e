import type { ProfileInput } from '../../../server/domain/commands.ts';
import type { ListId } from '../../../server/domain/ids.ts';
import type { MeetingView, PersonView } from '../../../server/domain/view.ts';

/** No id of a list has a space. */
export const UNLISTED = 'not listed';

/** Where somebody belongs, as it is being filled in; empty is not chosen yet. */
export interface Belonging {
  readonly organisation: string;
  readonly organisationText: string;
  readonly city: string;
  readonly cityText: string;
  readonly kind: string;
}

export const nowhere: Belonging = { organisation: '', organisationText: '', city: '', cityText: '', kind: '' };

/** As somebody belongs now. */
export const belongingOf = ({ organisation, city, kind }: PersonView): Belonging => ({
  ...nowhere,
  organisation: organisation ?? UNLISTED,
  city: city ?? UNLISTED,
  kind,
});

type Lists = Pick<MeetingView, 'organisations'>;
const listed = (id: string): ListId | null => (id === '' || id === UNLISTED ? null : (id as ListId));

/** Whether enough is known. An organisation that belongs to no city leaves the city to the person, who may have none. */
export function isComplete({ organisation, organisationText, kind }: Belonging, inWords: boolean): boolean {
  if (organisation !== UNLISTED) return organisation !== '';
  return kind !== '' && (!inWords || organisationText.trim() !== '');
}

/** The profile of somebody whom the desk adds. */
export function profileOf(name: string, belonging: Belonging): ProfileInput {
  const { organisation, organisationText, city, cityText, kind } = belonging;
  return {
    name,
    organisation: listed(organisation),
    ...(organisation === UNLISTED ? { organisationText } : {}),
    city: listed(city),
    ...(city === UNLISTED ? { cityText } : {}),
    kind: organisation === UNLISTED ? listed(kind) : null,
  };
}

/** The same for somebody who has joined: what is of no list keeps the words of its owner. */
export function assignmentOf(belonging: Belonging, meeting: Lists, before: PersonView) {
  const organisation = listed(belonging.organisation);
  const of = meeting.organisations.find(({ id }) => id === organisation);
  return {
    organisation,
    city: of?.city ?? listed(belonging.city),
    kind: of?.kind ?? listed(belonging.kind) ?? before.kind,
  };
}
