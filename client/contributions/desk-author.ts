import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { cityName, kindName, placeLine } from '../lib/lists.ts';
import { t } from '../lib/words.ts';

/** An author as the desk may know them: a name and where from, or the city or kind that stands for them. */
export function authorAtDesk(by: ContributionView['by'], meeting: MeetingView): { name: string; from: string } {
  switch (by.as) {
    case 'name':
      return { name: by.name, from: placeLine(meeting, by) };
    case 'city':
      return { name: cityName(meeting, by.city) ?? t('desk.other_cities'), from: '' };
    case 'kind':
      return { name: kindName(meeting, by.kind) ?? t('desk.other_kinds'), from: '' };
    case 'document':
      return { name: t('desk.by_document'), from: '' };
    default:
      return { name: t('desk.unknown_author'), from: '' };
  }
}
