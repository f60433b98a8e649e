import { useSignal } from '@preact/signals';
import type { RejectionFrame } from '../../../server/domain/protocol.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { endRehearsal, startAnew } from './requests.ts';

/** Asks once, and says what goes and what stays. */
export function EndDialog({ onClose }: { onClose: () => void }) {
  const ending = useSignal(false);
  const failure = useSignal<RejectionFrame | null>(null);
  const end = async () => {
    if (ending.value) return;
    ending.value = true;
    const answer = await endRehearsal();
    if (answer.ok) return startAnew();
    ending.value = false;
    failure.value = answer.rejection;
  };
  return (
    <Dialog
      light
      class="rehearse-dialog"
      title={t('desk.rehearsal_end_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.rehearsal_end_not')}</Button>
          <Button look="danger" icon="stop" aria-disabled={ending.value} onClick={() => void end()}>
            {t('desk.rehearsal_end_do')}
          </Button>
        </>
      }
    >
      <p>{t('desk.rehearsal_end_body')}</p>
      {failure.value && (
        <Notice tone="bad" icon="warning" announce>
          {rejectionWords(failure.value)}
        </Notice>
      )}
    </Dialog>
  );
}
