import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { AgendaView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Desk, useDesk } from '../desk.ts';

type Item = AgendaView['items'][number];

/** How many key points would go with an item. */
export const pointsOn = ({ live }: Desk, item: Item): number =>
  live.value<KeyPointsView>(`keypoints/${item.id}`).value?.points.length ?? 0;

/** Takes out an item that the desk put in, and has key points: they go for good, so it is asked first. */
export function DeleteItemDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const desk = useDesk();
  const n = pointsOn(desk, item);
  const remove = async () => {
    const answer = await desk.run('agenda.Delete', { item: item.id }, n > 0 ? { ref: '' } : null);
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
      {n > 0 && <p>{t('desk.runs_delete_explain', { n })}</p>}
      <DialogFailure />
    </Dialog>
  );
}
