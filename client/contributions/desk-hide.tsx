import { useSignal } from '@preact/signals';
import type { HideReason } from '../../server/domain/contributions/schema.ts';
import { MAX_NOTE } from '../../server/domain/plain.ts';
import { useDesk } from '../desk/desk.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/said.tsx';
import { nameOf, type RowDialogProps } from './desk-dialogs.tsx';
import { DialogFailure } from './desk-failure.tsx';
import { Reasons } from './desk-reasons.tsx';
import { runShared } from './desk-run.ts';

const reasons: readonly HideReason[] = ['names_a_person', 'insult', 'off_topic', 'duplicate', 'other'];

/** Takes a text from the room's view, with a reason that its author reads. */
export function HideDialog({ row, activity, onClose }: RowDialogProps) {
  const desk = useDesk();
  const reason = useSignal<HideReason | null>(null);
  const note = useSignal('');
  const noteNeeded = reason.value === 'other' && note.value.trim() === '';
  const ready = reason.value !== null && !noteNeeded;
  const hide = async () => {
    if (!reason.value || !ready) return;
    const text = note.value.trim();
    const data = { item: row.id, reason: reason.value, ...(text ? { note: text } : {}) };
    const answer = await runShared(desk, activity, 'Hide', data);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.hide_title', { ref: nameOf(row) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="hide" aria-disabled={!ready} onClick={() => void hide()}>
            {t('desk.hide')}
          </Button>
        </>
      }
    >
      <blockquote class="quoted">
        <Text text={row.view.text} lang={row.view.lang} />
      </blockquote>
      <p class="aside">{t('desk.hide_explain')}</p>
      <Reasons of={reasons} words="hide" chosen={reason.value} onChoose={(chosen) => (reason.value = chosen)} />
      <div class="field">
        <label for="hide-note">
          {t('desk.note')}
          <span class="aside">{t(reason.value === 'other' ? 'desk.note_needed' : 'desk.note_optional')}</span>
        </label>
        <textarea
          id="hide-note"
          class="input"
          rows={2}
          dir="auto"
          maxLength={MAX_NOTE}
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
      </div>
      <DialogFailure />
    </Dialog>
  );
}
