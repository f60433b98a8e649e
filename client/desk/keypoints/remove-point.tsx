import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { AgendaItem } from '../../lib/agenda.ts';
import { labelIn } from '../../lib/labels.ts';
import { dirOf, lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';

export interface RemovePointProps {
  readonly item: AgendaItem;
  readonly point: KeyPointsView['points'][number];
  readonly onClose: () => void;
}

/** Asks first: the words of a point are destroyed with it. */
export function RemovePoint({ item, point, onClose }: RemovePointProps) {
  const desk = useDesk();
  const shown = labelIn(point.text, lang.value);
  const remove = async () => {
    const answer = await desk.run('keypoints.Remove', { item: item.id, point: point.id }, { ref: '' });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.point_remove_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="danger" icon="remove" onClick={() => void remove()}>
            {t('order.point_remove')}
          </Button>
        </>
      }
    >
      <blockquote class="quoted" lang={shown.lang} dir={dirOf(shown.lang)}>
        {shown.text}
      </blockquote>
      <p>{t('order.point_remove_explain')}</p>
      <DialogFailure />
    </Dialog>
  );
}
