import type { MeetingView } from '../../server/domain/view.ts';
import { t } from '../lib/words.ts';

/** That it is a rehearsal, where it is one. */
export function RehearsalWords({ meeting }: { meeting: MeetingView | undefined }) {
  if (!meeting?.rehearsal) return null;
  return (
    <p class="rehearsal" role="status">
      <b>{t('common.rehearsal')}</b>
    </p>
  );
}
