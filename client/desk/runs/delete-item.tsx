import type { AgendaView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';

/** Takes out an item that the desk put in: its title goes for good, so it is asked first. */
export function DeleteItemDialog({ item, onClose }: { item: AgendaView['items'][number]; onClose: () => void }) {
  const desk = useDesk();
  const remove = async () => {
    const answer = await desk.run('agenda.Delete', { item: item.id }, { ref: '' });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.runs_delete_title', { title: localized(item.title) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="danger" icon="remove" onClick={() => void remove()}>
            {t('desk.runs_delete')}
          </Button>
        </>
      }
    >
      <p>{t('desk.runs_delete_explain')}</p>
      <DialogFailure />
    </Dialog>
  );
}
