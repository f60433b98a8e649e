import type { MeetingView } from '../../../server/domain/view.ts';
import { t } from '../../lib/words.ts';
import { joinAddress, spacedCode } from '../../screen/address.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** How a phone comes into the rehearsal: the code of the copy. */
export function JoinDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  return (
    <Dialog
      light
      class="rehearse-dialog"
      title={t('desk.rehearsal_join_title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('desk.close_dialog')}</Button>}
    >
      <p>{t('desk.rehearsal_join_how')}</p>
      <div class="rehearsal-entry">
        <img src={`/api/qr.svg?code=${meeting.code}`} alt="" />
        <p>
          <b class="num">{spacedCode(meeting.code)}</b>
          <span class="num">{joinAddress()}</span>
        </p>
      </div>
    </Dialog>
  );
}
