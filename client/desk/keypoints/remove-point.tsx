import { useSignal } from '@preact/signals';
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

/** Asks first, and whether its words are to be destroyed with it: else it can be taken back. */
export function RemovePoint({ item, point, onClose }: RemovePointProps) {
  const desk = useDesk();
  const forGood = useSignal(false);
  const shown = labelIn(point.text, lang.value);
  const remove = async () => {
    const data = { item: item.id, point: point.id };
    const answer = forGood.value
      ? await desk.run('keypoints.Remove', { ...data, forGood: true }, { ref: '' })
      : await desk.run('keypoints.Remove', data);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.point_remove_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look={forGood.value ? 'danger' : 'act'} icon="remove" onClick={() => void remove()}>
            {t(forGood.value ? 'order.point_remove_good' : 'order.point_remove')}
          </Button>
        </>
      }
    >
      <blockquote class="quoted" lang={shown.lang} dir={dirOf(shown.lang)}>
        {shown.text}
      </blockquote>
      <p>{t('order.point_remove_explain')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={forGood.value}
          onChange={(event) => (forGood.value = event.currentTarget.checked)}
        />
        {t('order.point_remove_words')}
      </label>
      <DialogFailure />
    </Dialog>
  );
}
