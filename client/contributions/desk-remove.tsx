import { useSignal } from '@preact/signals';
import type { RemovalReason } from '../../server/domain/contributions/schema.ts';
import { useDesk } from '../desk/desk.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Text } from '../ui/said.tsx';
import { nameOf, type RowDialogProps } from './desk-dialogs.tsx';
import { DialogFailure } from './desk-failure.tsx';
import { Reasons } from './desk-reasons.tsx';
import { runShared } from './desk-run.ts';

const reasons: readonly RemovalReason[] = ['names_a_person', 'endangers', 'insult', 'author_asked', 'other'];

/** Destroys a text. It asks first, since nothing brings it back. */
export function RemoveDialog({ row, activity, onClose }: RowDialogProps) {
  const desk = useDesk();
  const reason = useSignal<RemovalReason | null>(null);
  const remove = async () => {
    if (!reason.value) return;
    const data = { item: row.id, reason: reason.value };
    const answer = await runShared(desk, activity, 'Remove', data, { ref: row.view.ref ?? '' });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.remove_title', { ref: nameOf(row) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="danger" icon="remove" aria-disabled={reason.value === null} onClick={() => void remove()}>
            {t('desk.remove')}
          </Button>
        </>
      }
    >
      <blockquote class="quoted">
        <Text text={row.view.text} lang={row.view.lang} />
      </blockquote>
      <Notice tone="bad" icon="warning">
        {t('desk.remove_explain')}
      </Notice>
      <Reasons of={reasons} words="remove" chosen={reason.value} onChoose={(chosen) => (reason.value = chosen)} />
      <DialogFailure />
    </Dialog>
  );
}
