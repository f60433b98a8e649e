import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { localized, t } from '../lib/words.ts';

/** An author as the desk may know them: a name, and where from. */
export function authorAtDesk(by: ContributionView['by'], meeting: MeetingView): { name: string; from: string } {
  if (by.as !== 'name') return { name: t('desk.unknown_author'), from: '' };
  const organisation = meeting.organisations.find(({ id }) => id === by.organisation);
  const city = meeting.cities.find(({ id }) => id === by.city);
  const body = organisation ? localized(organisation.name) : (by.organisationText ?? '');
  const where = city ? localized(city.name) : (by.cityText ?? '');
  // "Ville de Berlin" needs no Berlin behind it.
  const from = body.includes(where) ? [body] : [body, where];
  return { name: by.name, from: from.filter(Boolean).join(' · ') };
}
