import type { MeetingView } from '../../../server/domain/view.ts';
import { formatDate, localized, t } from '../../lib/words.ts';

/** Who holds the data, how long, and whom to ask. */
export function About({ holder }: { holder: MeetingView['holder'] }) {
  return (
    <p class="holder">
      {t('delegate.holder', {
        name: localized(holder.name),
        until: formatDate(holder.until),
        contact: localized(holder.contact),
      })}
    </p>
  );
}
